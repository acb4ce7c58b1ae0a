"""Procedural votes, amendments and sections, each within a transaction."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.lines import one_line, within
from bot.domain.meetings import acts
from bot.domain.meetings.chairs import MotionSaid
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind
from bot.domain.meetings.refusals import ItemUnknown
from bot.domain.meetings.state import MeetingState
from bot.domain.meetings.terms import Hands, Motion
from bot.services.meetings.chairing import Chairing

WORDS_LIMIT = 300


def moved(by: Chairing, said: MotionSaid) -> MeetingState:
    """Record a procedural vote; it takes effect at once."""
    state, motion = by.state, said.motion
    words = within(WORDS_LIMIT, one_line(said.text))
    return by.does(
        acts.Procedural,
        motion=motion,
        hands=said.hands or Hands(len(state.present)),
        text=words,
        item=said.item,
        items=said.items,
        order=_with_first(state, said.item) if motion is Motion.REORDER else (),
        added=_question(state, words) if motion is Motion.ADD else None,
        until=by.now + timedelta(minutes=said.minutes) if said.minutes else None,
    )


def amended(by: Chairing, item: ItemId, parts: tuple[AgendaPoint, ...]) -> MeetingState:
    """Put amendments or sections before an item; each `part` says which it is."""
    return by.does(acts.Amended, item=item, parts=_numbered(by.state, parts, of=item))


def _with_first(state: MeetingState, item: ItemId | None) -> tuple[ItemId, ...]:
    """Return the rest of the agenda with this item at its beginning, after its parts."""
    left = [one for one in state.order if not state.items[one].is_over]
    first = {item} if item is None else {item, *(one.point.id for one in state.parts_of(item))}
    return tuple(sorted(left, key=lambda one: one not in first))


def _question(state: MeetingState, words: str) -> AgendaPoint:
    """Return another question, for a vote by the usual rules."""
    made = AgendaPoint(id=ItemId(0), kind=ItemKind.VOTE, title=words, preset="motion")
    return _numbered(state, (made,))[0]


def _numbered(
    state: MeetingState, points: tuple[AgendaPoint, ...], of: ItemId | None = None
) -> tuple[AgendaPoint, ...]:
    """Return new items with the next free numbers, each checked."""
    if not points:
        raise ItemUnknown
    first = max(state.items, default=0) + 1
    return tuple(
        replace(point, id=ItemId(first + place), of=of).checked()
        for place, point in enumerate(points)
    )
