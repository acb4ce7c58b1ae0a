"""What applicants do: fill in an application, send it, answer questions, withdraw it."""

from dataclasses import replace

from bot.domain.applications.applications import Application, ApplicationFile, require_room
from bot.domain.applications.cards import ApplicationCard
from bot.domain.applications.details import OPTIONAL, Details, Step, read_answer, read_remark
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.notices import ApplicationReplied
from bot.domain.applications.refusals import (
    ApplicationIsOpen,
    ApplicationIsSent,
    OrganisationIsMember,
)
from bot.domain.people.members import Consent, Member, MemberId, TelegramId, folded
from bot.domain.refusals import ButtonTooOld, ConsentMissing
from bot.ports import Transaction
from bot.services.access import known_member, require_member
from bot.services.applications.news import take_back, tell_presiding, tell_sent
from bot.services.applications.views import application_card, require_own, require_visible
from bot.services.people.merging import add_guest
from bot.services.transactions import RuledService, reading, repeatable, transaction


class Applications(RuledService):
    """Applications as applicants use them."""

    # --- joining -----------------------------------------------------------------------------

    @transaction
    def enter(
        self, tx: Transaction, telegram_id: TelegramId, name: str, language: str, version: int
    ) -> Member:
        """Record a person's consent before they apply (152-ФЗ art. 9: which text, and when).

        It differs from the consent for invitations to events, so it comes before the first draft. A
        stranger becomes a guest with the `name` and `language` that Telegram gives; nothing is
        stored about a person who does not consent. Refuses an outdated text.
        """
        if version != self._rules.consent_version:
            raise ButtonTooOld
        now = self._clock.now()
        known = tx.members.by_telegram(telegram_id)
        member = known.id if known else add_guest(tx, telegram_id, name, language, now)
        if known is None or not known.consents_to(version):
            tx.members.save_consent(member, Consent(version, now))
        if not tx.applications.of_applicant(member):
            tx.applications.add(member, now)
            tx.audit.add(member, "application.consent", f"member:{member}", now, version=version)
        return known_member(tx, member)

    # --- looking -----------------------------------------------------------------------------

    @reading
    def mine(self, tx: Transaction, member: MemberId) -> tuple[ApplicationCard, ...]:
        """Return a person's applications, the newest first."""
        applicant = require_member(tx, member, self._rules)
        return tuple(
            application_card(tx, found) for found in tx.applications.of_applicant(applicant.id)
        )

    @reading
    def asked(self, tx: Transaction, member: MemberId) -> Application | None:
        """Return the draft of this person that waits for an answer."""
        draft = tx.applications.draft_of(member)
        return draft if draft is not None and draft.step is not None else None

    @reading
    def look(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Return one of a person's own applications."""
        return application_card(tx, self._own(tx, member, application))

    @reading
    def read(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Return an application to those who decide or vote on it; refuse others."""
        reader = require_member(tx, member, self._rules)
        return application_card(tx, require_visible(tx, reader, application, self._clock.now()))

    # --- filling in -------------------------------------------------------------------------

    @repeatable
    def begin(self, tx: Transaction, member: MemberId) -> ApplicationCard:
        """Open a person's draft where they left it, or a new one.

        Refuses people without the consent for applications, and people who have sent as many as
        allowed.
        """
        applicant = require_member(tx, member, self._rules)
        draft = tx.applications.draft_of(applicant.id)
        if draft is None:
            earlier = tx.applications.of_applicant(applicant.id)
            if not earlier:
                raise ConsentMissing
            require_room(earlier, self._clock.now())
            added = tx.applications.add(applicant.id, self._clock.now())
            return application_card(tx, require_own(tx, applicant.id, added))
        return self._saved(tx, draft.turned_to(draft.step or draft.reached))

    @repeatable
    def turn_to(
        self, tx: Transaction, member: MemberId, application: ApplicationId, step: Step
    ) -> ApplicationCard:
        """Open this question, or the furthest reached one if it lies beyond."""
        return self._saved(tx, self._own(tx, member, application).turned_to(step))

    @repeatable
    def put_aside(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Close the open question; all answers stay."""
        return self._saved(tx, self._own(tx, member, application).put_aside())

    @transaction
    def answer(self, tx: Transaction, member: MemberId, text: str) -> ApplicationCard:
        """Store the answer to the open question, and open the next one.

        Refuses an invalid answer, an organisation that is a member, and one for which this person
        has applied.
        """
        draft = self._draft(tx, member)
        step = draft.step or draft.reached
        value = read_answer(step, text)
        if step in {Step.INN, Step.OGRN}:
            _require_new(tx, Details(**{step.value: value}), member)
        if step is Step.MUNICIPALITY:
            value = _known_spelling(tx, value)
        return self._saved(tx, draft.answered(step, value))

    @transaction
    def skip(
        self, tx: Transaction, member: MemberId, application: ApplicationId, step: Step
    ) -> ApplicationCard:
        """Skip an optional question; the button of an earlier question does nothing."""
        found = self._own(tx, member, application)
        if not found.is_draft:
            raise ApplicationIsSent
        if found.step is not step or step not in OPTIONAL:
            return application_card(tx, found)
        return self._saved(tx, found.answered(step, ""))

    @transaction
    def attach(self, tx: Transaction, member: MemberId, file: ApplicationFile) -> ApplicationCard:
        """Add a file to the draft; refuse more than `FILES_LIMIT`."""
        return self._saved(tx, self._draft(tx, member).with_file(file))

    @transaction
    def detach(
        self, tx: Transaction, member: MemberId, application: ApplicationId, number: int
    ) -> ApplicationCard:
        """Remove a file from the draft, by its index from 0."""
        return self._saved(tx, self._own(tx, member, application).without_file(number))

    @transaction
    def discard(self, tx: Transaction, member: MemberId, application: ApplicationId) -> None:
        """Delete a draft."""
        found = self._own(tx, member, application)
        if not found.is_draft:
            raise ApplicationIsSent
        tx.applications.delete(found.id)

    # --- after sending -----------------------------------------------------------------------

    @transaction
    def send(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Send the draft to the secretary; a second call does nothing.

        Refuses an incomplete draft, an organisation that is a member, one for which this person has
        applied, and more applications than allowed.
        """
        found = self._own(tx, member, application)
        if found.is_open:
            return application_card(tx, found)
        now = self._clock.now()
        sent = found.sent(now)
        _require_new(tx, sent.details, member)
        require_room(tx.applications.of_applicant(member), now)
        card = self._saved(tx, sent)
        tell_sent(tx, sent, self._rules, now)
        tx.audit.add(member, "application.send", f"application:{sent.id}", now)
        return card

    @transaction
    def reply(
        self,
        tx: Transaction,
        member: MemberId,
        application: ApplicationId,
        text: str,
        file: ApplicationFile | None = None,
    ) -> ApplicationCard:
        """Answer the secretary's question, with text, a file or both."""
        found = self._own(tx, member, application)
        replied = found.replied(tx.applications.remarks(found.id))
        if file is not None:
            replied = replied.with_file(file)
        said = read_remark(text)
        now = self._clock.now()
        remark = tx.applications.add_remark(found.id, member, said, now, by_applicant=True)
        card = self._saved(tx, replied)
        tell_presiding(tx, ApplicationReplied(found.id, remark), self._rules, now)
        return card

    @transaction
    def withdraw(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Withdraw an application, even during the vote; its personal data are erased."""
        found = self._own(tx, member, application)
        take_back(tx, found, self._rules, self._clock.now())
        return application_card(tx, self._own(tx, member, application))

    @transaction
    def forget(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Erase the personal data and the reason of a refused application (152-ФЗ art. 21)."""
        found = self._own(tx, member, application)
        if found.is_draft or found.is_open:
            raise ApplicationIsSent
        tx.applications.delete_remarks(found.id)
        return self._saved(tx, replace(found.forgotten(), reason=""))

    # --- internal ----------------------------------------------------------------------------

    def _own(self, tx: Transaction, member: MemberId, application: ApplicationId) -> Application:
        return require_own(tx, require_member(tx, member, self._rules).id, application)

    def _draft(self, tx: Transaction, member: MemberId) -> Application:
        draft = tx.applications.draft_of(require_member(tx, member, self._rules).id)
        if draft is None:
            raise ButtonTooOld
        return draft

    def _saved(self, tx: Transaction, application: Application) -> ApplicationCard:
        tx.applications.save(application)
        return application_card(tx, application)


def _require_new(tx: Transaction, details: Details, applicant: MemberId) -> None:
    """Refuse an organisation that is a member already, or for which the person has applied.

    Another person may still apply for it: those who decide see all applications. One that left may
    apply again.
    """
    known = tx.organisations.by_inn(details.inn) or tx.organisations.by_ogrn(details.ogrn)
    if known is not None and known.is_member:
        raise OrganisationIsMember(known.display_name)
    others = tx.applications.open_with(details.inn, details.ogrn)
    if any(other.applicant == applicant for other in others):
        raise ApplicationIsOpen


def _known_spelling(tx: Transaction, name: str) -> str:
    """Return a municipality in the alliance's spelling, if it has organisations there."""
    known = {folded(one): one for one in tx.organisations.municipalities()}
    return known.get(folded(name), name)
