"""The agenda in the meeting: officers, items, procedural votes, amendments."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import (
    Amended,
    CalledOff,
    Convened,
    Ended,
    ItemCalled,
    ItemDone,
    OfficersElected,
    Procedural,
    Resumed,
    Suspended,
)
from bot.domain.meetings.facts import Election, ProceduralVote
from bot.domain.meetings.item_votes import TELLERS
from bot.domain.meetings.plans import AgendaPoint, ItemId, PartOf
from bot.domain.meetings.state import ItemState, MeetingState, Phase, Stage
from bot.domain.meetings.terms import Hands, Motion, Office
from bot.domain.polls.majorities import MORE_THAN_HALF, votes_needed

# --- convening and ending -------------------------------------------------------------------------


def convene(state: MeetingState, act: Convened) -> MeetingState:
    """Freeze the agenda as members are told of it."""
    items = {point.id: ItemState(point) for point in act.plan.agenda}
    return replace(
        state,
        phase=Phase.CONVENED,
        convened_at=act.at,
        plan=act.plan,
        items=MappingProxyType(items),
        order=tuple(items),
    )


def call_off(state: MeetingState, act: CalledOff) -> MeetingState:
    """End the meeting before it has begun."""
    return replace(state, phase=Phase.CALLED_OFF, pause=act.reason, ended_at=act.at)


def require_no_vote(state: MeetingState, _act: object = None) -> None:
    """Refuse to go on while a vote is open."""
    if state.open_votes:
        raise refusals.VoteStillOpen


def end(state: MeetingState, act: Ended) -> MeetingState:
    """End the meeting."""
    return replace(state, phase=Phase.ENDED, ended_at=act.at, queue=(), speech=None)


def suspend(state: MeetingState, act: Suspended) -> MeetingState:
    """Suspend the meeting: what is open stays open and takes no ballots."""
    return _paused(state, act.reason, act.at, None)


def _paused(state: MeetingState, why: str, at: datetime, until: datetime | None) -> MeetingState:
    return replace(state, phase=Phase.PAUSED, pause=why, paused_at=at, paused_until=until)


def resume(state: MeetingState, act: Resumed) -> MeetingState:
    """Go on with the same roll."""
    going_on = replace(state, phase=Phase.IN_SESSION, resumed_at=act.at)
    return replace(going_on, pause="", paused_at=None, paused_until=None)


# --- shows of hands -------------------------------------------------------------------------------


def check_hands(state: MeetingState, hands: Hands) -> None:
    """Refuse a count of more hands than there are voters, and anything without a quorum."""
    present = len(state.present)
    if min(hands.in_favour, hands.against, hands.abstained) < 0 or hands.count > present:
        raise refusals.HandsTooMany(present)
    if not state.has_quorum:
        raise refusals.ItemWithoutQuorum(len(state.attending), state.entitled, state.needed)


def is_carried(state: MeetingState, hands: Hands) -> bool:
    """Tell whether more than half of those present are in favour, the silent ones included."""
    return hands.in_favour >= votes_needed(MORE_THAN_HALF, len(state.present))


def check_officers(state: MeetingState, act: OfficersElected) -> None:
    """Refuse an election of officers that failed, or of fewer than two tellers."""
    check_hands(state, act.hands)
    least = TELLERS if act.office is Office.TELLER else 1
    if len(set(act.people)) < least or len(act.people) != len(act.names):
        raise refusals.OfficersFirst
    if not is_carried(state, act.hands):
        raise refusals.OfficersNotElected


def elect(state: MeetingState, act: OfficersElected) -> MeetingState:
    """Put the elected into office, in the place of former ones."""
    elected = Election(act.people, act.names, act.hands)
    return replace(state, officers=MappingProxyType({**state.officers, act.office: elected}))


def require_officers(state: MeetingState) -> None:
    """Refuse votes before a chair and a secretary of the meeting are elected."""
    if not {Office.CHAIR, Office.SECRETARY} <= state.officers.keys():
        raise refusals.OfficersFirst


# --- items ----------------------------------------------------------------------------------------


def check_call(state: MeetingState, act: ItemCalled) -> None:
    """Refuse to go to an item that is over, or while a vote is open."""
    require_no_vote(state)
    if state.item(act.item).is_over:
        raise refusals.ItemOver


def call_item(state: MeetingState, act: ItemCalled) -> MeetingState:
    """Go to an item: its queue of speakers is a new one."""
    at_first = state.items[act.item].called_at or act.at
    moved = state.with_item(act.item, called_at=at_first)
    return replace(moved, current=act.item, called_at=act.at, queue=(), heard=frozenset())


def check_done(state: MeetingState, act: ItemDone) -> None:
    """Refuse to finish an item that only a vote ends, or that is not the current one."""
    item = state.item(act.item)
    if state.current != act.item:
        raise refusals.ItemNotCurrent
    if item.is_over:
        raise refusals.ItemOver
    if item.point.is_voted_on and item.stage is not Stage.TIED:
        raise refusals.ItemNotVoted


def finish_item(state: MeetingState, act: ItemDone) -> MeetingState:
    """Note that an item without a vote is over, or that a lot has settled a tie."""
    tied, vote = state.items[act.item].stage is Stage.TIED, state.items[act.item].standing
    if not tied or vote is None:
        return state.with_item(act.item, stage=Stage.DONE)
    seated = vote.seated | frozenset(act.seated)
    return state.with_standing(act.item, seated=seated).with_item(act.item, stage=Stage.DECIDED)


def check_amendment(state: MeetingState, act: Amended) -> None:
    """Refuse to amend or to split what has been voted on, or is not voted on at all.

    Amendments come before sections: there are no more of them once a section was voted on.
    """
    item = state.item(act.item)
    if not item.point.is_voted_on:
        raise refusals.ItemNotVoted
    amends = any(one.part is PartOf.AMENDMENT for one in act.parts)
    unvoted = [item, *(_sections(state, act.item) if amends else ())]
    if item.is_over or any(one.votes for one in unvoted):
        raise refusals.ItemHasVote
    for point in act.parts:
        if point.id in state.items or point.of != act.item or point.part is None:
            raise refusals.ItemUnknown
        if not point.is_voted_on or point.checked() != point:
            raise refusals.ItemNotVoted
    if not act.parts or len({point.id for point in act.parts}) < len(act.parts):
        raise refusals.ItemUnknown


def amend(state: MeetingState, act: Amended) -> MeetingState:
    """Put sections right before the item that they are of, and amendments before its sections."""
    whole = state.order.index(act.item)
    places = [state.order.index(one.point.id) for one in _sections(state, act.item)]
    sections = [one for one in act.parts if one.part is PartOf.SECTION]
    amendments = [one for one in act.parts if one.part is PartOf.AMENDMENT]
    return _with_points(_with_points(state, sections, whole), amendments, min([*places, whole]))


def _sections(state: MeetingState, item: ItemId) -> list[ItemState]:
    return [one for one in state.parts_of(item) if one.point.part is PartOf.SECTION]


def _with_points(state: MeetingState, points: Iterable[AgendaPoint], place: int) -> MeetingState:
    added = {point.id: ItemState(point) for point in points}
    return replace(
        state,
        items=MappingProxyType({**state.items, **added}),
        order=(*state.order[:place], *added, *state.order[place:]),
    )


# --- procedural votes -----------------------------------------------------------------------------


def check_motion(state: MeetingState, act: Procedural) -> None:
    """Refuse a motion that makes no sense here; one that is rejected is recorded all the same."""
    check_hands(state, act.hands)
    match act.motion:
        case Motion.REORDER:
            left = sorted(one for one in state.order if not state.items[one].is_over)
            if sorted(act.order) != left:
                raise refusals.OrderIncomplete
        case Motion.REMOVE | Motion.CLOSE_DEBATE:
            _require_ahead(state, act.item)
        case Motion.BLOCK:
            for item in act.items:
                _require_ahead(state, item)
                if not state.items[item].point.is_voted_on:
                    raise refusals.ItemNotVoted
        case Motion.ADD:
            _check_addition(state, act)
        case Motion.BREAK:
            require_no_vote(state)


def _require_ahead(state: MeetingState, item: ItemId | None) -> None:
    if item is None:
        raise refusals.ItemUnknown
    found = state.item(item)
    if found.is_over:
        raise refusals.ItemOver
    if found.vote is not None and found.vote.is_open:
        raise refusals.ItemHasVote


def _check_addition(state: MeetingState, act: Procedural) -> None:
    """Refuse another question unless all members take part (ГК 181.5 п. 1)."""
    if act.added is None or act.added.id in state.items or act.added.checked() != act.added:
        raise refusals.ItemUnknown
    if len(state.present) < state.entitled:
        raise refusals.QuestionNotOnAgenda(state.entitled)


def is_adopted(state: MeetingState, act: Procedural) -> bool:
    """Tell whether a motion takes effect.

    Another question needs the consent of all members, voting in a block that nobody objects.
    """
    if act.motion is Motion.ADD:
        return act.hands.in_favour == state.entitled
    if act.motion is Motion.BLOCK and act.hands.against:
        return False
    return is_carried(state, act.hands)


def decide_motion(state: MeetingState, act: Procedural) -> MeetingState:
    """Record a procedural vote, and do what it decided."""
    adopted = is_adopted(state, act)
    vote = ProceduralVote(act.motion, act.text, act.item, act.hands, adopted, act.at)
    after = replace(state, procedural=(*state.procedural, vote))
    return _carried_out(after, act) if adopted else after


def _carried_out(state: MeetingState, act: Procedural) -> MeetingState:
    match act:
        case Procedural(motion=Motion.REORDER):
            over = tuple(one for one in state.order if state.items[one].is_over)
            return replace(state, order=(*over, *act.order))
        case Procedural(motion=Motion.BLOCK):
            return replace(state, block=frozenset(act.items))
        case Procedural(motion=Motion.BREAK):
            return _paused(state, act.text, act.at, act.until)
        case Procedural(motion=Motion.ADD, added=AgendaPoint() as point):
            return _with_points(state, (point,), len(state.order))
    return state if act.item is None else _about_item(state, act.motion, act.item)


def _about_item(state: MeetingState, motion: Motion, item: ItemId) -> MeetingState:
    if motion is Motion.REMOVE:
        return state.with_item(item, stage=Stage.REMOVED)
    if motion is Motion.CLOSE_DEBATE:
        closed = state.with_item(item, debate_closed=True)
        points = tuple(one for one in state.queue if one.point)
        return replace(closed, queue=points) if item == state.current else closed
    return state
