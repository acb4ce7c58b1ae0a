"""Meetings as people may see them: in a list, as planned, once convened."""

from datetime import datetime

from bot.domain.meetings.plan_views import MeetingSummary, PlanView
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.refusals import MeetingNotFound
from bot.domain.meetings.rights import may_conduct, may_register
from bot.domain.meetings.state import MeetingState, Phase
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.meetings.states import require_meeting, state_of


def meetings_of(tx: Transaction, member: Member, now: datetime) -> tuple[MeetingSummary, ...]:
    """Return the meetings that a person may see, the newest first."""
    found = [(one, state_of(tx, one)) for one in tx.meetings.all()]
    return tuple(
        _summary(one, state, member)
        for one, state in found
        if member.presides
        or state.phase is not Phase.PLANNED
        or may_propose(tx, one, state, member, now)
    )


def may_propose(
    tx: Transaction, meeting: Meeting, state: MeetingState, member: Member, now: datetime
) -> bool:
    """Tell whether a leader or delegate may still propose something for the agenda."""
    until = meeting.plan.proposals_until
    speaks = member.organisation is not None and member.id in (
        tx.organisations.speakers(member.organisation) or ()
    )
    return until is not None and now < until and state.phase is Phase.PLANNED and speaks


def _summary(meeting: Meeting, state: MeetingState, member: Member) -> MeetingSummary:
    return MeetingSummary(
        id=meeting.id,
        title=state.plan.title,
        starts_at=state.plan.starts_at,
        place=state.plan.place,
        phase=state.phase,
        may_plan=member.presides,
        may_conduct=may_conduct(state, member),
        may_register=may_register(state, member),
    )


def plan_view(tx: Transaction, meeting: Meeting) -> PlanView:
    """Return a meeting as its secretary plans it."""
    state = state_of(tx, meeting)
    named = [(one, tx.members.get(one)) for one in sorted(state.registrars)]
    return PlanView(
        meeting=meeting,
        phase=state.phase,
        proposals=tuple(tx.meeting_proposals.of_meeting(meeting.id)),
        pages=tuple(tx.meeting_codes.pages(meeting.id)),
        registrars=tuple((id_, one.name if one else "") for id_, one in named),
        convene_by=meeting.plan.starts_at - meeting.plan.notice,
    )


def require_convened(tx: Transaction, meeting: MeetingId) -> tuple[Meeting, MeetingState]:
    """Return a meeting that members know of, and its state; refuse any other as unknown."""
    found = require_meeting(tx, meeting)
    state = state_of(tx, found)
    if state.phase is Phase.PLANNED:
        raise MeetingNotFound
    return found, state
