"""Bookings for events: made, moved and given up in the transaction of the event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.people.members import Member
from bot.domain.rooms.bookings import (
    PURPOSE_LIMIT,
    Booking,
    BookingId,
    BookingState,
    Wish,
    require_wish,
)
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingConfirmed
from bot.domain.rooms.refusals import BookingSettled, EventBeyondBooking, SlotTaken
from bot.domain.rooms.resources import Resource, ResourceId
from bot.domain.rooms.slots import fits, uses_of
from bot.ports import Transaction
from bot.services.rooms.current import concerned, event_of, house_of, require_resource
from bot.services.rooms.settling import confirmed, put, tell
from bot.services.rules import AllianceRules


def take_rooms(
    tx: Transaction,
    organiser: Member,
    events: Sequence[Event],
    hall: ResourceId | None,
    booking: BookingId | None,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Book a hall for each date of an event; the first one may have a booking already."""
    if booking is not None:
        attach_event(tx, booking, events[0], now)
    if hall is not None:
        for event in events if booking is None else events[1:]:
            book_for_event(tx, organiser, event, hall, rules, now)


def book_for_event(
    tx: Transaction,
    organiser: Member,
    event: Event,
    hall: ResourceId,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Book a room for an event, confirmed at once: organisers decide on bookings.

    Refuses a time that is taken or at which the room is closed.
    """
    resource = require_resource(tx, hall)
    wish = Wish(_span(event), event.title[:PURPOSE_LIMIT])
    require_wish(resource, wish, now, rules.zone)
    _require_free(tx, resource, wish.span, 1)
    by = (organiser.id, house_of(tx, organiser))
    made = tx.bookings.add(resource, wish, [wish.span], by, now)
    booking = tx.bookings.get(made)
    if booking is not None:
        made_for = replace(confirmed(booking, now), event=event.id, with_event=True)
        put(tx, made_for, resource, now)
    tx.audit.add(organiser.id, "booking.confirm", f"booking:{made}", now)


def attach_event(tx: Transaction, booking: BookingId, event: Event, now: datetime) -> None:
    """Link an event with the booking that it was made of, and within which it must lie.

    Refuses a booking that has an event.
    """
    found = tx.bookings.get(booking)
    if found is None or found.state is not BookingState.CONFIRMED or event_of(tx, found):
        raise BookingSettled
    resource = require_resource(tx, found.resource)
    _require_within(found, event)
    put(tx, replace(found, event=event.id, renewed=True), resource, now)


def move_with_event(
    tx: Transaction, organiser: Member, old: Event, new: Event, rules: AllianceRules, now: datetime
) -> None:
    """Move what is booked for an event with it; refuse a time that is taken."""
    if (old.starts_at, old.duration) == (new.starts_at, new.duration):
        return
    for booking in tx.bookings.of_event(new.id):
        _follow(tx, organiser, booking, new, rules, now)


def _follow(
    tx: Transaction,
    organiser: Member,
    booking: Booking,
    event: Event,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Move a booking to the time of its event.

    What was booked before the event is not shortened; those who did are told when it is now. While
    nobody knows of the event it stays where it is, because the event may still be undone. The event
    itself decides whether its start may be past: it may have begun.
    """
    span, resource = _span(event), tx.resources.get(booking.resource)
    within = booking.span.contains(span)
    if resource is None or (within and not booking.with_event):
        return
    if event.is_scheduled and not booking.with_event:
        _require_within(booking, event)
    if not within:
        wish = Wish(span, booking.purpose)
        require_wish(require_resource(tx, resource.id), wish, min(now, span.start), rules.zone)
        _require_free(tx, resource, span, booking.quantity, but=booking)
    busy_until = span.end + resource.plan.buffer
    put(tx, replace(booking, span=span, busy_until=busy_until), resource, now)
    if not booking.with_event:
        people = concerned(tx, booking)
        tell(tx, BookingConfirmed(booking.id), people, now, but=organiser.id)


def give_up_of_event(tx: Transaction, event: Event, now: datetime) -> None:
    """Give up what was booked with a cancelled event; the sweep offers it to who waits.

    What an organisation had booked before stays its own.
    """
    for booking in tx.bookings.of_event(event.id):
        resource = tx.resources.get(booking.resource)
        if resource is None:  # cannot happen: resources are not deleted
            continue
        if not booking.with_event:
            put(tx, replace(booking, event=None), resource, now)
        elif booking.claimed_at is None:
            off = replace(booking, state=BookingState.WITHDRAWN, offered_until=None)
            put(tx, off, resource, now)


@dataclass(frozen=True, slots=True)
class HallOfEvent:
    """Where an event takes place: a `hall` that is booked with it, and what was booked before.

    `name` is that of the first of them.
    """

    hall: ResourceId | None = None
    booking: BookingId | None = None
    name: str = ""


def hall_of(tx: Transaction, dates: Sequence[Event]) -> HallOfEvent:
    """Return the hall of an event or a series, as `take_rooms` was given it."""
    found = [one for date in dates for one in tx.bookings.of_event(date.id)]
    hall = next((one.resource for one in found if one.with_event), None)
    booking = next((one for one in found if not one.with_event), None)
    first = booking.resource if booking is not None else hall
    resource = None if first is None else tx.resources.get(first)
    name = "" if resource is None else resource.plan.name
    return HallOfEvent(hall, None if booking is None else booking.id, name)


def _span(event: Event) -> Span:
    return Span(event.starts_at, event.ends_at)


def _require_within(booking: Booking, event: Event) -> None:
    if not booking.span.contains(_span(event)):
        raise EventBeyondBooking(booking.span.start, booking.span.end)


def _require_free(
    tx: Transaction, resource: Resource, span: Span, quantity: int, but: Booking | None = None
) -> None:
    busy = Span(span.start, span.end + resource.plan.buffer)
    near = [one for one in tx.bookings.within(resource.id, busy) if but is None or one.id != but.id]
    if not fits(uses_of(near), busy, quantity, resource.plan.count):
        raise SlotTaken
