"""What who conducts a meeting does, by a button of the bot or on a page without Telegram."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.events.plans import checked_reason
from bot.domain.lines import checked_line
from bot.domain.meetings import acts
from bot.domain.meetings.acts import MeetingAct
from bot.domain.meetings.chairs import NOBODY, ChairAct, ChairSaid
from bot.domain.meetings.plans import ItemId, Meeting, checked_words
from bot.domain.meetings.refusals import LotAwaited, NotRegistered, OnlyForPresent
from bot.domain.meetings.state import MeetingState, Stage
from bot.domain.meetings.terms import Hands, VotingForm
from bot.domain.people.members import Member
from bot.domain.people.names import full_name
from bot.domain.polls.refusals import NoTie
from bot.ports import Transaction
from bot.services.access import require_person, require_poll
from bot.services.meetings.news import renew_menus, tell_upheld
from bot.services.meetings.states import do, meetings_idle
from bot.services.meetings.telling import not_told
from bot.services.meetings.unseating import annulled_between, councillors, seated_since, unseat
from bot.services.meetings.votes import cancel_item_vote, close_item_vote, open_item_vote
from bot.services.polls.lots import settle_by_lot
from bot.services.polls.news import refresh_poll
from bot.services.rules import AllianceRules

REASON_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Chairing:
    """Who conducts which meeting, within a transaction."""

    tx: Transaction
    meeting: Meeting
    state: MeetingState
    chair: Member
    rules: AllianceRules
    now: datetime

    def does(self, kind: type[MeetingAct], **said: Any) -> MeetingState:
        """Do an act of this kind; return the state after it."""
        act = kind(meeting=self.meeting.id, by=self.chair.id, at=self.now, **said)
        return do(self.tx, self.state, act)


def chaired(chairing: Chairing, said: ChairSaid) -> MeetingState:
    """Do what is said; return the state after it."""
    return ACTS[said.act](chairing, said)


# --- opening and ending ---------------------------------------------------------------------------


def _begin(c: Chairing, _: ChairSaid) -> MeetingState:
    return c.does(acts.Begun, unnotified=not_told(c.tx, c.state))


def _elect(c: Chairing, said: ChairSaid) -> MeetingState:
    """Record the election of people to an office, by hands."""
    patronymics = c.tx.members.patronymics()
    members = [require_person(c.tx, one) for one in dict.fromkeys(said.people)]
    return c.does(
        acts.OfficersElected,
        office=said.office,
        people=tuple(one.id for one in members),
        names=tuple(full_name(one.name, patronymics.get(one.id, "")) for one in members),
        hands=said.hands or Hands(len(c.state.present)),
    )


def _suspend(c: Chairing, said: ChairSaid) -> MeetingState:
    return c.does(acts.Suspended, reason=checked_line(checked_reason(said.reason), REASON_LIMIT))


def _resume(c: Chairing, _: ChairSaid) -> MeetingState:
    return c.does(acts.Resumed)


def _end(c: Chairing, _: ChairSaid) -> MeetingState:
    after = c.does(acts.Ended)
    if meetings_idle(c.tx):
        renew_menus(c.tx, c.now)
    return after


# --- items and votes ------------------------------------------------------------------------------


def _call(c: Chairing, said: ChairSaid) -> MeetingState:
    """Go to an item; the current one is not called again, which would drop its speakers."""
    if said.item == c.state.current and not c.state.item(said.item).is_over:
        return c.state
    return c.does(acts.ItemCalled, item=said.item)


def _finish(c: Chairing, said: ChairSaid) -> MeetingState:
    """End an item; refuse a tied one without a recorded lot."""
    found = c.state.item(said.item)
    vote = found.standing
    if found.stage is Stage.TIED and vote and c.tx.outcomes.lot(vote.poll) is None:
        raise LotAwaited
    return c.does(acts.ItemDone, item=said.item)


def _open(c: Chairing, said: ChairSaid) -> MeetingState:
    """Open the vote on an item; on all of a block at once."""
    state = c.state
    for item in _together(state, said.item):
        state = open_item_vote(c.tx, state, item, VotingForm.BALLOT, c.chair, c.rules, c.now)
    return state


def _together(state: MeetingState, item: ItemId) -> list[ItemId]:
    """Return an item, with those that the meeting has agreed to vote on together with it.

    Of a tie only the second round is left, which is voted on alone.
    """
    if item not in state.block or state.items[item].stage is Stage.TIED:
        return [item]
    left = [one for one in state.order if one in state.block and not state.items[one].is_over]
    done = {one for one in left if state.items[one].stage is Stage.TIED} | state.open_votes.keys()
    return [one for one in left if one not in done]


def _open_by_hands(c: Chairing, said: ChairSaid) -> MeetingState:
    return open_item_vote(c.tx, c.state, said.item, VotingForm.HANDS, c.chair, c.rules, c.now)


def _second_round(c: Chairing, said: ChairSaid) -> MeetingState:
    vote, form = c.state.item(said.item).standing, VotingForm.BALLOT
    if vote is None:
        raise NoTie
    tied = vote.poll
    return open_item_vote(c.tx, c.state, said.item, form, c.chair, c.rules, c.now, tied=tied)


def _draw_lot(c: Chairing, said: ChairSaid) -> MeetingState:
    """Record a lot that was drawn in the hall: it settles the tie of an item, which is over."""
    item = c.state.item(said.item)
    if item.stage is not Stage.TIED or item.standing is None:
        raise NoTie
    poll, before = require_poll(c.tx, item.standing.poll), councillors(c.tx)
    settle_by_lot(c.tx, poll, said.winners, said.words, c.chair, c.rules, c.now)
    return c.does(acts.ItemDone, item=said.item, seated=seated_since(c.tx, before))


def _last_call(c: Chairing, said: ChairSaid) -> MeetingState:
    """Say that the open votes are about to close."""
    state = c.state
    for item in _open_with(c.state, said.item):
        act = acts.LastCall(meeting=state.id, by=c.chair.id, at=c.now, item=item)
        state = do(c.tx, state, act)
    return state


def _close(c: Chairing, said: ChairSaid) -> MeetingState:
    """Close the vote on an item; those of a block at once."""
    state = c.state
    for item in _open_with(c.state, said.item):
        state = close_item_vote(c.tx, state, item, c.chair, c.rules, c.now)
    return state


def _open_with(state: MeetingState, item: ItemId) -> list[ItemId]:
    """Return the open votes of an item's block; without one the item itself."""
    return list(state.open_votes) if item in state.open_votes else [item]


def _cancel(c: Chairing, said: ChairSaid) -> MeetingState:
    return cancel_item_vote(c.tx, c.state, said.item, said.reason, c.chair, c.rules, c.now)


# --- the floor, objections and conflicts of interest ----------------------------------------------


def _give_floor(c: Chairing, said: ChairSaid) -> MeetingState:
    """Give the floor to the person who is named, who must be the next one; else to the next."""
    order = c.state.speaking_order
    person = said.person or (order[0].person if order else NOBODY)
    return c.does(acts.FloorGiven, person=person, limit=said.limit or c.state.plan.speech)


def _end_floor(c: Chairing, _: ChairSaid) -> MeetingState:
    speech = c.state.speech
    return c.does(acts.FloorEnded, person=speech.speaker.person if speech else NOBODY)


def _note_asking(c: Chairing, said: ChairSaid) -> MeetingState:
    """Put somebody in the queue who has raised a hand in the hall."""
    voters = c.state.represented_by(said.person)
    if not voters:
        raise OnlyForPresent
    mandate = c.state.mandate(voters[0], said.person)
    name = mandate.name if mandate else ""
    person, point = said.person, said.point
    return c.does(acts.FloorAsked, voter=voters[0], person=person, name=name, point=point)


def _drop_speaker(c: Chairing, said: ChairSaid) -> MeetingState:
    return c.does(acts.FloorLeft, person=said.person)


def _object(c: Chairing, said: ChairSaid) -> MeetingState:
    """Put an objection on record that somebody has raised in the hall."""
    return c.does(
        acts.Objected,
        **_speaker(c.state, said),
        words=checked_words(said.words),
        item=said.item or None,
        mandate=said.mandate,
    )


def _recuse(c: Chairing, said: ChairSaid) -> MeetingState:
    """Note a conflict of interest that somebody has declared in the hall."""
    return c.does(acts.RecusedFromItem, **_speaker(c.state, said), item=said.item)


def _speaker(state: MeetingState, said: ChairSaid) -> dict[str, Any]:
    """Return who speaks for which voter; refuse somebody who is not there for it."""
    if state.mandate(said.voter, said.person) is None:
        raise NotRegistered
    return {"voter": said.voter, "person": said.person}


def _uphold(c: Chairing, said: ChairSaid) -> MeetingState:
    """Uphold an objection.

    A challenged mandate annuls a vote: what shows it says so, and the seats that it gave are lost.
    """
    after = c.does(acts.ObjectionUpheld, objection=said.objection)
    void = annulled_between(c.state, after)
    unseat(c.tx, after, void, c.chair, c.now)
    for vote in void:
        refresh_poll(c.tx, require_poll(c.tx, vote.poll), c.now)
    tell_upheld(c.tx, after, said.objection, c.now)
    return after


ACTS: Mapping[ChairAct, Callable[[Chairing, ChairSaid], MeetingState]] = {
    ChairAct.BEGIN: _begin,
    ChairAct.ELECT: _elect,
    ChairAct.CALL: _call,
    ChairAct.OPEN: _open,
    ChairAct.HANDS: _open_by_hands,
    ChairAct.SECOND_ROUND: _second_round,
    ChairAct.LAST_CALL: _last_call,
    ChairAct.CLOSE: _close,
    ChairAct.CANCEL: _cancel,
    ChairAct.FINISH: _finish,
    ChairAct.SUSPEND: _suspend,
    ChairAct.RESUME: _resume,
    ChairAct.END: _end,
    ChairAct.FLOOR: _give_floor,
    ChairAct.HUSH: _end_floor,
    ChairAct.ASK: _note_asking,
    ChairAct.DROP: _drop_speaker,
    ChairAct.OBJECT: _object,
    ChairAct.UPHOLD: _uphold,
    ChairAct.RECUSE: _recuse,
    ChairAct.LOT: _draw_lot,
}
