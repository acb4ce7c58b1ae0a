"""What chair and secretary of the alliance do before a meeting: plan, convene, call off."""

from dataclasses import replace
from datetime import datetime

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.plans import EventPlan, Kind, checked_reason
from bot.domain.lines import checked_paragraphs
from bot.domain.meetings.acts import CalledOff, Convened
from bot.domain.meetings.plan_views import ConveningPreview, MeetingSummary, NoticeReport, PlanView
from bot.domain.meetings.plans import Meeting, MeetingId, MeetingPlan
from bot.domain.meetings.proposals import PROPOSALS_LIMIT, Proposal, ProposalId, ProposalState
from bot.domain.meetings.refusals import ProposalsClosed, ProposalsTooMany, ProposalUnknown
from bot.domain.meetings.terms import NoticeWay
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.plans import Body
from bot.domain.polls.voters import VoterId
from bot.ports import Transaction
from bot.services.access import require_insider, require_presiding
from bot.services.events.announcing import announce
from bot.services.events.publishing import add_dates, call_off, plan_reminders
from bot.services.events.publishing import tell_cancelled as tell_event_cancelled
from bot.services.meetings.meetings import may_propose, meetings_of, plan_view, require_convened
from bot.services.meetings.news import refresh_meeting, renew_menus, tell_called_off, tell_convened
from bot.services.meetings.states import do, meetings_idle, require_meeting, state_of
from bot.services.meetings.telling import note_told, notice_report
from bot.services.meetings.votes import poll_plan
from bot.services.polls.electing import display_name, everybody_of, people_of, require_candidates
from bot.services.rules import MeetingPolicy
from bot.services.transactions import RuledService, reading, transaction

PROPOSAL_LIMIT = 1000


class MeetingPlanning(RuledService):
    """Planning and convening."""

    # --- the plan ---------------------------------------------------------------------------

    @reading
    def policy(self, tx: Transaction, actor: MemberId) -> MeetingPolicy:
        """Return the alliance's settings for meetings, to somebody who plans one."""
        require_presiding(tx, actor, self._rules)
        return self._rules.meetings

    def _termed(self, plan: MeetingPlan) -> MeetingPlan:
        """Return a plan with the alliance's terms, which nobody chooses for one meeting."""
        policy = self._rules.meetings
        return replace(
            plan,
            notice=policy.notice,
            grace=policy.grace,
            speech=policy.speech,
            remote=policy.remote,
        )

    @transaction
    def create(
        self,
        tx: Transaction,
        actor: MemberId,
        plan: MeetingPlan,
        draft: str | None = None,
        template: str = "",
    ) -> MeetingId:
        """Plan a meeting; the same draft makes one, however often the button is tapped.

        Its agenda is that of the `template`, if one is named.
        """
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        made = tx.meetings.by_draft(draft) if draft else None
        if made is not None:
            return made
        usual = {one.name: one.items for one in self._rules.meetings.templates}
        agenda = usual.get(template, plan.agenda)
        checked = self._termed(replace(plan, agenda=agenda)).checked(now)
        idle = meetings_idle(tx)
        meeting = tx.meetings.add(checked, secretary.id, now, draft)
        if idle:
            renew_menus(tx, now)
        tx.audit.add(secretary.id, "meeting.plan", f"meeting:{meeting}", now)
        return meeting

    @reading
    def look(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> PlanView:
        """Return a meeting as it is planned, with proposals, pages and registrars."""
        require_presiding(tx, actor, self._rules)
        return plan_view(tx, require_meeting(tx, meeting))

    @reading
    def listed(self, tx: Transaction, actor: MemberId) -> tuple[MeetingSummary, ...]:
        """List the meetings, the newest first.

        Planned ones only to those who plan them, and to those who may propose something for them.
        """
        return meetings_of(tx, require_insider(tx, actor, self._rules), self._clock.now())

    @reading
    def is_idle(self, tx: Transaction) -> bool:
        """Tell whether no meeting is ahead or under way."""
        return meetings_idle(tx)

    # --- the notice -------------------------------------------------------------------------

    @reading
    def preview(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> ConveningPreview:
        """Return whom the notice would reach; refuse what `convene` refuses."""
        require_presiding(tx, actor, self._rules)
        self._require_ready(tx, meeting, require_meeting(tx, meeting).plan)
        voters = everybody_of(tx, Body.GENERAL)
        people = people_of(tx, voters)
        told = {one.id for one in people if one.has_joined and one.reachable}
        silent = [voter for voter in voters if not any(p.member in told for p in voter.people)]
        return ConveningPreview(
            people=len(told),
            organisations=len(voters) - len(silent),
            unreachable=len(people) - len(told),
            silent=tuple(display_name(tx, Body.GENERAL, v.id, v.name) for v in silent),
        )

    @transaction
    def convene(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> Meeting:
        """Freeze the agenda, tell all who represent members, and make the event.

        Refused too late for the charter's term, and while candidates are missing or may not stand.
        """
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        plan = self._termed(found.plan).checked(now)
        self._require_ready(tx, meeting, plan)
        state = state_of(tx, found)
        tx.meetings.save_plan(meeting, plan)
        do(tx, state, Convened(meeting=meeting, by=secretary.id, at=now, plan=plan))
        self._make_event(tx, meeting, plan, secretary, now)
        tell_convened(tx, meeting, people_of(tx, everybody_of(tx, Body.GENERAL)), now)
        tx.audit.add(secretary.id, "meeting.convene", f"meeting:{meeting}", now)
        return require_meeting(tx, meeting)

    def _require_ready(self, tx: Transaction, meeting: MeetingId, plan: MeetingPlan) -> None:
        """Refuse what cannot be convened, and items whose vote could not be opened in the hall.

        The agenda cannot be changed afterwards.
        """
        now = self._clock.now()
        plan.require_ready(now)
        state = replace(state_of(tx, require_meeting(tx, meeting)), plan=plan)
        for point in plan.agenda:
            if point.is_voted_on:
                vote = poll_plan(state, point, self._rules, now)
                require_candidates(tx, vote.candidates)

    def _make_event(
        self, tx: Transaction, meeting: MeetingId, plan: MeetingPlan, by: Member, now: datetime
    ) -> None:
        """Publish the meeting as an event: answers, reminders and passes are the event's."""
        event = EventPlan(
            title=plan.title,
            description="\n".join(f"{n}. {one.title}" for n, one in enumerate(plan.agenda, 1)),
            starts_at=plan.starts_at,
            duration=plan.lasts,
            place=plan.place,
            audience=EVERYBODY,
            kind=Kind.GENERAL_MEETING,
        ).checked(now)
        zone = self._rules.zone
        (made,) = add_dates(tx, by, event, None, zone, now, draft=None, at=None)
        tx.meetings.save_event(meeting, made.id)
        plan_reminders(tx, made, self._rules, now)
        announce(tx, made, by, now)

    @reading
    def notice_report(self, tx: Transaction, actor: MemberId, meeting: MeetingId) -> NoticeReport:
        """Return which members were told in time, late, or not at all, as far as is known."""
        require_presiding(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        return notice_report(tx, state_of(tx, found))

    @transaction
    def note_told(
        self,
        tx: Transaction,
        actor: MemberId,
        meeting: MeetingId,
        voter: VoterId,
        way: NoticeWay,
        told_at: datetime | None = None,
        note: str = "",
    ) -> NoticeReport:
        """Note that a member was told otherwise than by the bot: by letter, e-mail, in person.

        `told_at` is when, now unless said; `note` is what proves it. A later note replaces it.
        """
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        _, state = require_convened(tx, meeting)
        note_told(tx, state, voter, way, told_at or now, note, secretary.id, now)
        tx.audit.add(secretary.id, "meeting.told", f"meeting:{meeting}", now, way=way)
        return notice_report(tx, state_of(tx, require_meeting(tx, meeting)))

    @transaction
    def call_off(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, reason: str
    ) -> Meeting:
        """Call a convened meeting off before it has begun, and tell everybody."""
        now = self._clock.now()
        secretary = require_presiding(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        state = state_of(tx, found)
        why = checked_reason(reason)
        after = do(tx, state, CalledOff(meeting=meeting, by=secretary.id, at=now, reason=why))
        event = None if found.event is None else tx.events.get(found.event)
        if event is not None and not event.is_cancelled and not event.is_over(now):
            call_off(tx, secretary, event, why, now)
            tell_event_cancelled(tx, secretary, [event], now)
        tell_called_off(tx, meeting, people_of(tx, everybody_of(tx, Body.GENERAL)), now)
        refresh_meeting(tx, after, now)
        if meetings_idle(tx):
            renew_menus(tx, now)
        tx.audit.add(secretary.id, "meeting.call_off", f"meeting:{meeting}", now)
        return found

    # --- proposals --------------------------------------------------------------------------

    @transaction
    def propose(
        self, tx: Transaction, actor: MemberId, meeting: MeetingId, text: str
    ) -> ProposalId:
        """Propose something for the agenda, until the day that was set.

        For leaders and delegates; at most `PROPOSALS_LIMIT` each.
        """
        now = self._clock.now()
        member = require_insider(tx, actor, self._rules)
        found = require_meeting(tx, meeting)
        if not may_propose(tx, found, state_of(tx, found), member, now):
            raise ProposalsClosed
        made = [one for one in tx.meeting_proposals.of_meeting(meeting) if one.member == actor]
        if len(made) >= PROPOSALS_LIMIT:
            raise ProposalsTooMany(PROPOSALS_LIMIT)
        said = checked_paragraphs(text, PROPOSAL_LIMIT)
        return tx.meeting_proposals.add(meeting, actor, said, now)

    @transaction
    def decide_proposal(
        self, tx: Transaction, actor: MemberId, proposal: ProposalId, *, taken: bool
    ) -> Proposal:
        """Note that a proposal is taken into the agenda, or declined."""
        require_presiding(tx, actor, self._rules)
        found = tx.meeting_proposals.get(proposal)
        if found is None or found.state is not ProposalState.OPEN:
            raise ProposalUnknown
        state = ProposalState.TAKEN if taken else ProposalState.DECLINED
        tx.meeting_proposals.decide(proposal, state)
        return replace(found, state=state)
