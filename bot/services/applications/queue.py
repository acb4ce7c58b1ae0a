"""What the chair and the secretary do with applications before the council votes."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.applications.applications import Application, candidates_of
from bot.domain.applications.cards import ApplicationCard, Queue
from bot.domain.applications.details import read_remark
from bot.domain.applications.ids import ApplicationId
from bot.domain.applications.notices import ApplicationAsked, ApplicationRefused
from bot.domain.applications.refusals import (
    AdmissionNotPlanned,
    ApplicationNotWaiting,
    NothingChosen,
    OrganisationIsVotedOn,
)
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.plans import PollKind, PollPlan
from bot.domain.polls.presets import Preset
from bot.ports import Transaction
from bot.services.access import require_poll, require_presiding
from bot.services.applications.news import tell_applicant
from bot.services.applications.views import (
    application_card,
    queued_card,
    require_application,
    require_only_vote,
)
from bot.services.drafts import account_of, draft_prefix
from bot.services.prompts import end_prompt
from bot.services.transactions import RuledService, reading, transaction


class ApplicationQueue(RuledService):
    """The queue of applications, for the chair and the secretary."""

    @reading
    def waiting(self, tx: Transaction, actor: MemberId) -> Queue:
        """Return the applications under consideration, the oldest first, and the selected ones."""
        return _queue(tx, require_presiding(tx, actor, self._rules))

    @reading
    def look(self, tx: Transaction, actor: MemberId, application: ApplicationId) -> ApplicationCard:
        """Return an application that has been sent."""
        presiding = require_presiding(tx, actor, self._rules)
        return _card(tx, require_application(tx, application), presiding)

    @transaction
    def choose(
        self, tx: Transaction, actor: MemberId, application: ApplicationId, *, chosen: bool
    ) -> Queue:
        """Select an application for the next poll, or deselect it; kept until a poll is opened."""
        presiding = require_presiding(tx, actor, self._rules)
        found = require_application(tx, application)
        if chosen and not found.is_queued:
            raise ApplicationNotWaiting(found.details.display_name)
        others = _chosen(tx, presiding) - {found.id}
        if chosen:
            require_only_vote(tx, found)
            _require_no_rival(tx, found, others)
        kept = {"chosen": sorted(others | {found.id} if chosen else others)}
        tx.drafts.save_data(_key(presiding), kept, self._clock.now())
        return _queue(tx, presiding)

    @reading
    def plan(
        self,
        tx: Transaction,
        actor: MemberId,
        duration: timedelta | None = None,
        draft: str | None = None,
    ) -> PollPlan:
        """Return the plan of a poll on the selected applications, by the alliance's preset.

        Its question is empty. Without a `duration` it takes the preset's. Refused if nothing is
        selected. If this `draft` was opened already, that poll's plan is returned.
        """
        presiding = require_presiding(tx, actor, self._rules)
        opened = tx.polls.by_draft(draft) if draft else None
        if opened is not None:
            return require_poll(tx, opened).plan
        queue = _queue(tx, presiding)
        if not queue.chosen:
            raise NothingChosen
        now = self._clock.now()
        plan = self._preset().plan("", now, candidates_of(queue.chosen))
        return plan if duration is None else replace(plan, closes_at=now + duration)

    def _preset(self) -> Preset:
        for preset in self._rules.voting.presets:
            if preset.kind is PollKind.ADMISSION:
                return preset
        raise AdmissionNotPlanned

    @transaction
    def ask(
        self, tx: Transaction, actor: MemberId, application: ApplicationId, text: str
    ) -> ApplicationCard:
        """Ask the applicant a question; the answer goes to the chair and the secretary."""
        presiding = require_presiding(tx, actor, self._rules)
        asked = require_application(tx, application).asked()
        said, now = read_remark(text), self._clock.now()
        remark = tx.applications.add_remark(asked.id, presiding.id, said, now, by_applicant=False)
        tx.applications.save(asked)
        tell_applicant(tx, asked, ApplicationAsked(asked.id, remark), self._rules, now)
        tx.audit.add(presiding.id, "application.ask", f"application:{asked.id}", now)
        end_prompt(tx, presiding.id)
        return application_card(tx, asked)

    @transaction
    def refuse(
        self, tx: Transaction, actor: MemberId, application: ApplicationId, reason: str
    ) -> ApplicationCard:
        """Refuse the application without a vote, with a reason; not possible during the vote."""
        presiding = require_presiding(tx, actor, self._rules)
        now = self._clock.now()
        refused = require_application(tx, application).refused(read_remark(reason), now)
        tx.applications.save(refused)
        tell_applicant(tx, refused, ApplicationRefused(refused.id), self._rules, now)
        tx.audit.add(presiding.id, "application.refuse", f"application:{refused.id}", now)
        end_prompt(tx, presiding.id)
        return application_card(tx, refused)


def _queue(tx: Transaction, presiding: Member) -> Queue:
    return Queue(tuple(_card(tx, one, presiding) for one in tx.applications.open()))


def _card(tx: Transaction, application: Application, presiding: Member) -> ApplicationCard:
    chosen = application.is_queued and application.id in _chosen(tx, presiding)
    return replace(queued_card(tx, application), chosen=chosen)


def _require_no_rival(
    tx: Transaction, application: Application, chosen: frozenset[ApplicationId]
) -> None:
    """Refuse to select two applications of one organisation: they would be two candidates."""
    details = application.details
    rivals = tx.applications.open_with(details.inn, details.ogrn)
    if any(one.id in chosen for one in rivals):
        raise OrganisationIsVotedOn(details.display_name)


def _chosen(tx: Transaction, presiding: Member) -> frozenset[ApplicationId]:
    return frozenset(tx.drafts.data(_key(presiding)).get("chosen", []))


def _key(presiding: Member) -> str:
    return f"{draft_prefix(account_of(presiding))}applications"
