"""What applicants do: fill in an application, send it, answer questions, take it back."""

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
    """Applications as their applicants see them."""

    # --- coming in --------------------------------------------------------------------------

    @transaction
    def enter(
        self, tx: Transaction, telegram_id: TelegramId, name: str, language: str, version: int
    ) -> Member:
        """Take the consent of the person who wants to apply (152-ФЗ art. 9: which text, and when).

        It is another one than that to be invited to events, so it comes before the first draft.
        A stranger becomes a guest with it, by the `name` and in the `language` that Telegram
        knows: nothing is kept of a person who does not consent. Refuses a text no longer in force.
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

    # --- what one has -----------------------------------------------------------------------

    @reading
    def mine(self, tx: Transaction, member: MemberId) -> tuple[ApplicationCard, ...]:
        """Return a person's applications, the newest first."""
        applicant = require_member(tx, member, self._rules)
        return tuple(
            application_card(tx, found) for found in tx.applications.of_applicant(applicant.id)
        )

    @reading
    def asked(self, tx: Transaction, member: MemberId) -> Application | None:
        """Return the draft that waits for an answer of this person."""
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
        """Return an application to those who decide on it, or vote; others learn nothing."""
        reader = require_member(tx, member, self._rules)
        return application_card(tx, require_visible(tx, reader, application))

    # --- filling in -------------------------------------------------------------------------

    @repeatable
    def begin(self, tx: Transaction, member: MemberId) -> ApplicationCard:
        """Open the draft of a person where they left it; a new one if there is none.

        Refuses people who have not consented to an application: the first one comes with that. And
        people who have sent as many as a person may.
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
        """Ask this question, again or once more; none is asked before those that come first."""
        return self._saved(tx, self._own(tx, member, application).turned_to(step))

    @repeatable
    def put_aside(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Ask nothing for now; all that was answered stays."""
        return self._saved(tx, self._own(tx, member, application).put_aside())

    @transaction
    def answer(self, tx: Transaction, member: MemberId, text: str) -> ApplicationCard:
        """Keep the answer to the open question, and ask the next one.

        Refuses what is no answer to it, an organisation that is a member, and one for which this
        person has applied.
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
        """Leave an optional question out; the button of an earlier question changes nothing."""
        found = self._own(tx, member, application)
        if not found.is_draft:
            raise ApplicationIsSent
        if found.step is not step or step not in OPTIONAL:
            return application_card(tx, found)
        return self._saved(tx, found.answered(step, ""))

    @transaction
    def attach(self, tx: Transaction, member: MemberId, file: ApplicationFile) -> ApplicationCard:
        """Add a file to the draft; refuse the sixth."""
        return self._saved(tx, self._draft(tx, member).with_file(file))

    @transaction
    def detach(
        self, tx: Transaction, member: MemberId, application: ApplicationId, number: int
    ) -> ApplicationCard:
        """Take a file out of the draft again, by its place from 0."""
        return self._saved(tx, self._own(tx, member, application).without_file(number))

    @transaction
    def discard(self, tx: Transaction, member: MemberId, application: ApplicationId) -> None:
        """Delete a draft."""
        found = self._own(tx, member, application)
        if not found.is_draft:
            raise ApplicationIsSent
        tx.applications.delete(found.id)

    # --- sent -------------------------------------------------------------------------------

    @transaction
    def send(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Hand the draft to the secretary; a second tap changes nothing.

        Refuses one that is not complete, an organisation that is a member, one for which this
        person has applied, and more than a person may send.
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
        """Answer the secretary's question, in words, by a file or both."""
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
        """Take an application back, also while it is voted on; its personal data are erased."""
        found = self._own(tx, member, application)
        take_back(tx, found, self._rules, self._clock.now())
        return application_card(tx, self._own(tx, member, application))

    @transaction
    def forget(
        self, tx: Transaction, member: MemberId, application: ApplicationId
    ) -> ApplicationCard:
        """Erase what a refused application says of people (152-ФЗ art. 21), and its reason."""
        found = self._own(tx, member, application)
        if found.is_draft or found.is_open:
            raise ApplicationIsSent
        tx.applications.delete_remarks(found.id)
        return self._saved(tx, replace(found.forgotten(), reason=""))

    # --- how --------------------------------------------------------------------------------

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

    Somebody else's application shuts nobody out: those who decide see that there are several.
    """
    member = tx.organisations.by_inn(details.inn) or tx.organisations.by_ogrn(details.ogrn)
    if member is not None:
        raise OrganisationIsMember(member.short_name or member.name)
    others = tx.applications.open_with(details.inn, details.ogrn)
    if any(other.applicant == applicant for other in others):
        raise ApplicationIsOpen


def _known_spelling(tx: Transaction, name: str) -> str:
    """Return a municipality as the alliance spells it, if it has organisations there."""
    known = {folded(one): one for one in tx.organisations.municipalities()}
    return known.get(folded(name), name)
