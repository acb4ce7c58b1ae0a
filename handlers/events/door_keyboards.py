"""Keyboards of the check-in."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.events.doors import Arrival, Door, Found, ScanOutcome, Visitor
from bot.domain.events.events import EventId
from bot.services.events.helpers import Candidates, Team
from handlers.events.callbacks.boards import BoardButton
from handlers.events.callbacks.doors import (
    DismissHelperButton,
    DoorButton,
    FindButton,
    FindHelperButton,
    HelpersButton,
    NameHelperButton,
    ScreenButton,
    ScreenOffButton,
    TickButton,
    UntickButton,
)
from handlers.ui.buttons import Row, button, keyboard, short
from handlers.ui.callbacks import EventButton
from handlers.ui.texts import Texts


def door(door: Door, t: Texts) -> InlineKeyboardMarkup:
    """Return the buttons of the check-in; only organisers can name helpers."""
    event = door.event.id
    rows = [
        [t.button("button-find", FindButton(event_id=event), "primary")],
        [t.button("button-screen", ScreenButton(event_id=event))],
        [t.button("button-renew", DoorButton(event_id=event))],
    ]
    if door.by_organiser:
        rows[1].append(t.button("button-helpers", HelpersButton(event_id=event)))
        rows.append([t.button("button-back", BoardButton(event_id=event))])
    return keyboard(rows)


def entrance(event: EventId, t: Texts) -> InlineKeyboardMarkup:
    """Return a new helper's way to the check-in."""
    return keyboard([[t.button("button-open-door", DoorButton(event_id=event))]])


def to_event(event: EventId, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event's card."""
    data = EventButton(event_id=event)
    return keyboard([[t.button("button-open-event", data)]])


def arrival(arrival: Arrival, t: Texts) -> InlineKeyboardMarkup:
    """Return the button that records or undoes the arrival, and the search for the next person."""
    event, member = arrival.event.id, arrival.visitor.member.id
    if arrival.outcome is ScanOutcome.UNSEATED:
        tick = TickButton(event_id=event, member_id=member)
        first = t.button("button-tick-anyway", tick)
    else:
        untick = UntickButton(event_id=event, member_id=member)
        first = t.button("button-untick", untick)
    return keyboard([[first], _ways(event, t)])


def unticked(event: EventId, visitor: Visitor, t: Texts) -> InlineKeyboardMarkup:
    """Return the button that records the person again."""
    tick = TickButton(event_id=event, member_id=visitor.member.id)
    return keyboard([[t.button("button-tick-again", tick)], _ways(event, t)])


def found(found: Found, t: Texts) -> InlineKeyboardMarkup:
    """Return a button for each person, which records or undoes the arrival."""
    people = [
        _visitor(found.event.id, number, one, t) for number, one in enumerate(found.visitors, 1)
    ]
    return keyboard([*([one] for one in people), [_to_door(found.event.id, t)]])


def _visitor(event: EventId, number: int, visitor: Visitor, t: Texts) -> InlineKeyboardButton:
    member = visitor.member
    here = visitor.arrived_at is not None
    data = (UntickButton if here else TickButton)(event_id=event, member_id=member.id)
    words = t.plain("button-visitor", number=number, name=member.name, arrived=here)
    return button(short(words), data, "success" if visitor.expected and not here else None)


def team(team: Team, t: Texts) -> InlineKeyboardMarkup:
    """Return a button for each helper, which removes them, and the way to name another."""
    event = team.event.id
    rows = [
        [
            button(
                short(t.plain("button-dismiss", number=number, name=one.name)),
                DismissHelperButton(event_id=event, member_id=one.id),
            )
        ]
        for number, one in enumerate(team.helpers, 1)
    ]
    add = t.button("button-helper-add", FindHelperButton(event_id=event), "primary")
    return keyboard([[add], *rows, [_to_door(event, t)]])


def candidates(candidates: Candidates, t: Texts) -> InlineKeyboardMarkup:
    """Return a button for each person, which makes them a helper."""
    event = candidates.event.id
    rows = [
        [
            button(
                short(t.plain("button-candidate", number=number, name=one.name)),
                NameHelperButton(event_id=event, member_id=one.id),
            )
        ]
        for number, one in enumerate(candidates.people, 1)
    ]
    back = HelpersButton(event_id=event)
    return keyboard([*rows, [t.button("button-back", back)]])


def screen(event: EventId, t: Texts, *, shown: bool) -> InlineKeyboardMarkup:
    """Return the button that ends the screen, or shows it again."""
    if shown:
        return keyboard([[t.button("button-screen-off", ScreenOffButton())]])
    again = t.button("button-screen-again", ScreenButton(event_id=event))
    return keyboard([[again], [_to_door(event, t)]])


def _ways(event: EventId, t: Texts) -> Row:
    another = t.button("button-find-next", FindButton(event_id=event))
    return [another, _to_door(event, t)]


def _to_door(event: EventId, t: Texts) -> InlineKeyboardButton:
    return t.button("button-to-door", DoorButton(event_id=event))
