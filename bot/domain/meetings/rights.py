"""Who may what in a meeting: by roles of the alliance before it, by offices elected in it."""

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import Office
from bot.domain.meetings.state import MeetingState
from bot.domain.people.members import Member
from bot.domain.refusals import OnlyForPresiding


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
    """Refuse anybody who may not register arrivals."""
    if not may_register(state, member):
        raise refusals.OnlyForRegistrars


def require_slips(state: MeetingState, member: Member) -> None:
    """Refuse anybody who may not hand out slips: registrars and tellers do."""
    if not (may_register(state, member) or state.holds(member.id, Office.TELLER)):
        raise refusals.OnlyForRegistrars


def require_planning(member: Member) -> None:
    """Refuse anybody but chair and secretary of the alliance."""
    if not member.presides:
        raise OnlyForPresiding
