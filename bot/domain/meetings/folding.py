"""The fold: the state of a meeting is what its acts come to, one after another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.meetings import acts, agenda, attendance, floor, paper, refusals, voting
from bot.domain.meetings.acts import MeetingAct
from bot.domain.meetings.plans import MeetingId, MeetingPlan
from bot.domain.meetings.state import MeetingState, Phase, Stage
from bot.domain.polls.seals import Head
from bot.domain.refusals import Refusal

HEADS = (acts.Begun, acts.VoteClosed, acts.VoteCancelled, acts.ItemDone, acts.Ended)
"""After these the head of the chain is shown, and as an item is left that none of them ended."""

_DESKS = frozenset({Phase.REGISTERING, Phase.IN_SESSION, Phase.PAUSED})
_SESSION = frozenset({Phase.IN_SESSION})
_BEGUN = frozenset({Phase.IN_SESSION, Phase.PAUSED})


def _anything(_state: MeetingState, _act: Any) -> None:
    """Refuse nothing: the phase is enough."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """When an act is possible, what else it needs, and what it changes."""

    phases: frozenset[Phase]
    check: Callable[[MeetingState, Any], None]
    change: Callable[[MeetingState, Any], MeetingState]


_CONVENED = frozenset({Phase.CONVENED})
_REGISTERING = frozenset({Phase.REGISTERING})

RULES: Mapping[type[MeetingAct], _Rule] = {
    acts.Convened: _Rule(frozenset({Phase.PLANNED}), _anything, agenda.convene),
    acts.ToldOtherwise: _Rule(
        _CONVENED | _REGISTERING, attendance.check_telling, attendance.note_telling
    ),
    acts.CalledOff: _Rule(_CONVENED | _REGISTERING, _anything, agenda.call_off),
    acts.RegistrarNamed: _Rule(_CONVENED | _DESKS, _anything, attendance.name_registrar),
    acts.RegistrationOpened: _Rule(
        _CONVENED, attendance.check_registration, attendance.open_registration
    ),
    acts.Arrived: _Rule(_DESKS, attendance.check_arrival, attendance.arrive),
    acts.Departed: _Rule(_DESKS, attendance.check_departure, attendance.depart),
    acts.CodeIssued: _Rule(_DESKS, attendance.check_code, attendance.issue_code),
    acts.Posted: _Rule(_REGISTERING, attendance.check_posting, attendance.take_posting),
    acts.Begun: _Rule(_REGISTERING, attendance.check_opening, attendance.begin),
    acts.OfficersElected: _Rule(_SESSION, agenda.check_officers, agenda.elect),
    acts.ItemCalled: _Rule(_SESSION, agenda.check_call, agenda.call_item),
    acts.ItemDone: _Rule(_SESSION, agenda.check_done, agenda.finish_item),
    acts.Procedural: _Rule(_SESSION, agenda.check_motion, agenda.decide_motion),
    acts.Amended: _Rule(_SESSION, agenda.check_amendment, agenda.amend),
    acts.RecusedFromItem: _Rule(_SESSION, voting.check_recusal, voting.recuse),
    acts.VoteOpened: _Rule(_SESSION, voting.check_vote, voting.open_vote),
    acts.LastCall: _Rule(_SESSION, voting.check_last_call, voting.call_last),
    acts.SlipTaken: _Rule(_SESSION, paper.check_slip, paper.take_slip),
    acts.Counted: _Rule(_SESSION, paper.check_count, paper.take_count),
    acts.VoteClosed: _Rule(_SESSION, voting.check_close, voting.close_vote),
    acts.VoteCancelled: _Rule(_BEGUN, voting.check_cancel, voting.cancel_vote),
    acts.LotDrawn: _Rule(_BEGUN, voting.check_lot, voting.note_lot),
    acts.Suspended: _Rule(_SESSION, _anything, agenda.suspend),
    acts.Resumed: _Rule(frozenset({Phase.PAUSED}), _anything, agenda.resume),
    acts.FloorAsked: _Rule(_SESSION, floor.check_request, floor.ask_floor),
    acts.FloorLeft: _Rule(_BEGUN, floor.check_withdrawal, floor.leave_queue),
    acts.FloorGiven: _Rule(_SESSION, floor.check_floor, floor.give_floor),
    acts.FloorEnded: _Rule(_BEGUN, floor.check_floor_end, floor.end_floor),
    acts.Objected: _Rule(_BEGUN, floor.check_objection, floor.object_to),
    acts.ObjectionUpheld: _Rule(_BEGUN, floor.check_upheld, floor.uphold),
    acts.Ended: _Rule(_SESSION, agenda.require_no_vote, agenda.end),
}


@dataclass(frozen=True, slots=True)
class Logged:
    """An act with its place in the chain."""

    head: Head
    act: MeetingAct


def require_allowed(state: MeetingState, act: MeetingAct) -> None:
    """Refuse an act that the rules do not allow in this state."""
    rule = RULES[type(act)]
    if state.phase not in rule.phases:
        raise _out_of_phase(state, rule.phases)
    rule.check(state, act)


def applied(state: MeetingState, logged: Logged) -> MeetingState:
    """Return the state after an act."""
    numbered = state.changed(last=logged.head)
    after = RULES[type(logged.act)].change(numbered, logged.act)
    shown = isinstance(logged.act, HEADS) or _leaves_item(state, logged.act)
    return after.changed(heads=(*after.heads, logged.head)) if shown else after


def _leaves_item(state: MeetingState, act: MeetingAct) -> bool:
    """Tell whether an act leaves an item for another one, with neither a vote nor an end before."""
    if not isinstance(act, acts.ItemCalled) or state.current is None or state.current == act.item:
        return False
    left = state.items[state.current]
    return not left.votes and left.stage is not Stage.DONE


def fold(
    meeting: MeetingId, plan: MeetingPlan, log: Iterable[Logged], since: MeetingState | None = None
) -> MeetingState:
    """Return the state that a log comes to, from its beginning or `since` a former state."""
    state = MeetingState(id=meeting, plan=plan) if since is None else since
    for logged in log:
        state = applied(state, logged)
    return state


_AS_IT_IS: Mapping[Phase, type[Refusal]] = {
    Phase.PLANNED: refusals.MeetingNotConvened,
    Phase.CONVENED: refusals.RegistrationNotOpen,
    Phase.REGISTERING: refusals.MeetingNotBegun,
    Phase.IN_SESSION: refusals.MeetingBegun,
    Phase.PAUSED: refusals.MeetingPaused,
    Phase.ENDED: refusals.MeetingOver,
    Phase.CALLED_OFF: refusals.MeetingCalledOff,
}


def _out_of_phase(state: MeetingState, wanted: frozenset[Phase]) -> Refusal:
    """Return why an act is not possible in the meeting's phase."""
    if state.phase not in {Phase.ENDED, Phase.CALLED_OFF}:
        if wanted == {Phase.PLANNED}:
            return refusals.MeetingConvened()
        if wanted == {Phase.PAUSED} and state.phase is Phase.IN_SESSION:
            return refusals.MeetingNotPaused()
        if wanted == _CONVENED and state.phase is Phase.REGISTERING:
            return refusals.RegistrationIsOpen()
    return _AS_IT_IS[state.phase]()
