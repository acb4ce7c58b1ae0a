"""Who may what in a meeting: by roles of the alliance before it, by offices elected in it."""

from bot.domain.meetings import acts, refusals
from bot.domain.meetings.acts import MeetingAct
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Leaving, Office
from bot.domain.people.members import Member, MemberId


def may_conduct(state: MeetingState, member: Member) -> bool:
    """Tell whether somebody conducts the meeting.

    Until a chair of the meeting is elected, chair and secretary of the alliance do.
    """
    if Office.CHAIR not in state.officers:
        return member.presides
    return state.holds(member.id, Office.CHAIR, Office.SECRETARY)


def require_conducting(state: MeetingState, member: Member) -> None:
    """Refuse anybody who does not conduct the meeting."""
    if not may_conduct(state, member):
        raise refusals.OnlyForConducting


def may_register(state: MeetingState, member: Member) -> bool:
    """Tell whether somebody registers arrivals: named ones, chair and secretary of either."""
    named = member.id in state.registrars
    return named or member.presides or state.holds(member.id, Office.CHAIR, Office.SECRETARY)


def require_registrar(state: MeetingState, member: Member) -> None:
    """Refuse anybody who may not register arrivals, and a new account that is not confirmed."""
    if not may_register(state, member):
        raise refusals.OnlyForRegistrars
    member.require_account_confirmed()


def require_slips(state: MeetingState, member: Member) -> None:
    """Refuse anybody who may not hand out slips: registrars and tellers do."""
    if not (may_register(state, member) or state.holds(member.id, Office.TELLER)):
        raise refusals.OnlyForRegistrars


CONDUCTED = (
    *(acts.OfficersElected, acts.ItemCalled, acts.ItemDone, acts.Procedural, acts.Amended),
    *(acts.VoteOpened, acts.LastCall, acts.VoteClosed, acts.VoteCancelled, acts.Suspended),
    *(acts.Resumed, acts.FloorGiven, acts.FloorEnded, acts.ObjectionUpheld, acts.Ended),
)
"""Acts of those who conduct the meeting."""


def may_have_done(state: MeetingState, act: MeetingAct) -> bool:
    """Tell whether who did an act may do it, as far as the log itself tells.

    Who had a role of the alliance at that time stands elsewhere: before a chair of the meeting is
    elected, and at the desks, everybody is believed.
    """
    match act:
        case acts.Departed(by=None):
            return act.why is Leaving.LOST
        case acts.VoteCancelled(by=None):  # the bot itself, because the ballots were lost
            return True
        case acts.RecusedFromItem() | acts.Objected() | acts.FloorAsked() | acts.FloorLeft():
            return act.by == act.person or _conducts(state, act.by)
    return act.by is not None and (not isinstance(act, CONDUCTED) or _conducts(state, act.by))


def _conducts(state: MeetingState, by: MemberId | None) -> bool:
    if Office.CHAIR not in state.officers:
        return True
    return by is not None and state.holds(by, Office.CHAIR, Office.SECRETARY)


def people_in(state: MeetingState) -> frozenset[MemberId]:
    """Return whom a meeting names by id: on its roll, as representatives, officers, registrars."""
    roll = {one.member for voter in state.voters.values() for one in voter.people}
    came = {one.person for them in state.mandates.values() for one in them}
    elected = {person for one in state.officers.values() for person in one.people}
    return state.registrars.union(roll, came, elected)
