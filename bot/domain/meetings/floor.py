"""Speakers and objections."""

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from bot.domain.meetings import refusals
from bot.domain.meetings.acts import (
    FloorAsked,
    FloorEnded,
    FloorGiven,
    FloorLeft,
    Objected,
    ObjectionUpheld,
)
from bot.domain.meetings.attendance import on_roll
from bot.domain.meetings.facts import Objection, Speaker, Speech, Spoken
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.voting import stage_without

# --- speakers -------------------------------------------------------------------------------------


def check_request(state: MeetingState, act: FloorAsked) -> None:
    """Refuse somebody who is not there, in the queue already, or late for the debate."""
    if state.mandate(act.voter, act.person) is None:
        raise refusals.OnlyForPresent
    speaking = state.speech is not None and state.speech.speaker.person == act.person
    if speaking or any(one.person == act.person for one in state.queue):
        raise refusals.FloorAskedAlready
    closed = state.current is not None and state.items[state.current].debate_closed
    if closed and not act.point:
        raise refusals.DebateIsClosed


def ask_floor(state: MeetingState, act: FloorAsked) -> MeetingState:
    """Add somebody to the queue."""
    speaker = Speaker(act.person, act.voter, act.name, act.point, act.at)
    return replace(state, queue=(*state.queue, speaker))


def check_withdrawal(state: MeetingState, act: FloorLeft) -> None:
    """Refuse to take somebody off the queue who is not in it."""
    if not any(one.person == act.person for one in state.queue):
        raise refusals.FloorNotAsked


def leave_queue(state: MeetingState, act: FloorLeft) -> MeetingState:
    """Take somebody off the queue."""
    return replace(state, queue=tuple(one for one in state.queue if one.person != act.person))


def check_floor(state: MeetingState, act: FloorGiven) -> None:
    """Refuse to give the floor to a second person, or to anybody but the next one."""
    if state.speech is not None:
        raise refusals.FloorTaken
    order = state.speaking_order
    if not any(one.person == act.person for one in order):
        raise refusals.FloorNotAsked
    if order[0].person != act.person:
        raise refusals.FloorNotNext(order[0].name)
    if act.limit <= timedelta(0):
        raise ValueError("a speech takes time")


def give_floor(state: MeetingState, act: FloorGiven) -> MeetingState:
    """Give somebody the floor."""
    speaker = next(one for one in state.queue if one.person == act.person)
    queue = tuple(one for one in state.queue if one.person != act.person)
    return replace(state, queue=queue, speech=Speech(speaker, act.at, act.at + act.limit))


def check_floor_end(state: MeetingState, act: FloorEnded) -> None:
    """Refuse to end a speech that nobody gives."""
    if state.speech is None or state.speech.speaker.person != act.person:
        raise refusals.NobodySpeaks


def end_floor(state: MeetingState, act: FloorEnded) -> MeetingState:
    """End a speech, and add it to the totals."""
    speech = state.speech
    if speech is None:
        return state
    name, lasted = speech.speaker.name, act.at - speech.since
    before = state.spoken.get(act.person, Spoken(name, 0, timedelta(0)))
    total = Spoken(name, before.times + 1, before.lasted + lasted)
    return replace(
        state,
        speech=None,
        spoken=MappingProxyType({**state.spoken, act.person: total}),
        heard=state.heard | {act.person},
    )


# --- objections -----------------------------------------------------------------------------------


def check_objection(state: MeetingState, act: Objected) -> None:
    """Refuse an objection of somebody absent, or about an item or a member that does not exist."""
    if state.mandate(act.voter, act.person) is None:
        raise refusals.OnlyForPresent
    if act.item is not None:
        state.item(act.item)
    if act.mandate is not None:
        on_roll(state, act.mandate)


def object_to(state: MeetingState, act: Objected) -> MeetingState:
    """Put an objection on record, with its time and words."""
    made = Objection(
        state.last.number, act.voter, act.person, act.words, act.at, act.item, act.mandate
    )
    return replace(state, objections=(*state.objections, made))


def check_upheld(state: MeetingState, act: ObjectionUpheld) -> None:
    """Refuse to uphold what nobody objected to, or twice; a vote in progress ends first."""
    found = next((one for one in state.objections if one.number == act.objection), None)
    if found is None or found.upheld:
        raise refusals.ObjectionUnknown
    if found.mandate is not None and found.item in state.open_votes:
        raise refusals.VoteStillOpen


def uphold(state: MeetingState, act: ObjectionUpheld) -> MeetingState:
    """Uphold an objection: after a challenged mandate the item is voted on again.

    Of a second round that was annulled already no other objection takes the first one with it.
    """
    found = next(one for one in state.objections if one.number == act.objection)
    objections = tuple(replace(o, upheld=o.upheld or o == found) for o in state.objections)
    after = replace(state, objections=objections)
    if found.mandate is None or found.item is None:
        return after
    item = state.items[found.item]
    waits = item.stage is Stage.TIED and [v for v in item.votes if not v.cancelled][-1].annulled
    void = item.standing
    if item.stage not in {Stage.DECIDED, Stage.TIED} or waits or void is None:
        return after
    annulled = after.with_standing(found.item, annulled=True)
    return annulled.with_item(found.item, stage=stage_without(void))
