"""Save bookings with their next step, tell people, and offer what became free."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.due_times import DueTime
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.domain.rooms.bookings import Booking, BookingState, Release
from bot.domain.rooms.notices import BookingReleased, HallLost, OfBooking, SlotOffered
from bot.domain.rooms.resources import Resource
from bot.domain.rooms.slots import next_in_line
from bot.domain.rooms.steps import EVE, HASTE, WEEK_BEFORE, RoomDue, next_step, offer_end
from bot.ports import Transaction
from bot.services.rooms.current import concerned, hosts_of
from bot.services.rules import AllianceRules


def put(tx: Transaction, booking: Booking, resource: Resource, now: datetime) -> Booking:
    """Save a booking and plan its next step."""
    tx.bookings.save(booking)
    plan_step(tx, booking, resource, now)
    return booking


def plan_step(tx: Transaction, booking: Booking, resource: Resource, now: datetime) -> None:
    """Plan the next step of a booking."""
    step = next_step(booking, resource, now)
    dues = [] if step is None else [DueTime(booking.id, timedelta(0), step[0])]
    tx.dues.replace(RoomDue.BOOKINGS, booking.id, dues)


def tell(
    tx: Transaction,
    subject: OfBooking,
    people: Iterable[MemberId],
    now: datetime,
    *,
    but: MemberId | None = None,
    priority: Priority = Priority.ANSWER,
) -> None:
    """Tell people about a booking, except the person who just acted."""
    key = f"{subject.kind}:{subject.booking}:{now.timestamp():.6f}"
    notices = [Notice(f"{key}:{one}", one, subject, priority, now) for one in people if one != but]
    tx.outbox.add(notices, now)


def tell_hosts(
    tx: Transaction, booking: Booking, told: Collection[MemberId], now: datetime
) -> None:
    """Tell who made the event of a booking that ends, unless they were told of that."""
    hosts = [one for one in hosts_of(tx, booking) if one not in told]
    tell(tx, HallLost(booking.id), hosts, now)


def beside(tx: Transaction, resource: Resource, bookings: Iterable[Booking]) -> list[Booking]:
    """Return all that overlaps these bookings, what is over since then included."""
    near = (other for one in bookings for other in tx.bookings.within(resource.id, one.busy))
    return list({one.id: one for one in near}.values())


def confirmed(booking: Booking, now: datetime) -> Booking:
    """Return the booking as confirmed now; nobody is asked about what begins soon."""
    left = booking.span.start - now
    return replace(
        booking,
        state=BookingState.CONFIRMED,
        confirmed_at=now,
        offered_until=None,
        renewed=booking.renewed or left <= WEEK_BEFORE,
        eve_asked=left <= EVE,
    )


def end(
    tx: Transaction,
    booking: Booking,
    resource: Resource,
    state: BookingState,
    rules: AllianceRules,
    now: datetime,
    *,
    told: Collection[MemberId] = (),
) -> None:
    """End a booking; what it held is offered to who waits, and who needs it for an event is told.

    Nobody tells those again who were `told` of it.
    """
    tell_hosts(tx, booking, told, now)
    put(tx, replace(booking, state=state, offered_until=None), resource, now)
    if booking.holds:
        offer_next(tx, resource, rules, now)


def release(
    tx: Transaction,
    booking: Booking,
    resource: Resource,
    why: Release,
    rules: AllianceRules,
    now: datetime,
    *,
    by: MemberId | None = None,
) -> None:
    """Release a confirmed booking, tell whose it was, and offer the time to who waits."""
    people = concerned(tx, booking)
    tell(tx, BookingReleased(booking.id), people, now, but=by)
    tell_hosts(tx, booking, [*people, *filter(None, [by])], now)
    released = replace(booking, state=BookingState.RELEASED, release=why)
    put(tx, released, resource, now)
    offer_next(tx, resource, rules, now)


def offer_next(tx: Transaction, resource: Resource, rules: AllianceRules, now: datetime) -> int:
    """Offer what is free to those who wait, in their order; return how many offers were made."""
    if resource.removed_at is not None:
        return 0
    offers = 0
    while True:
        ahead = tx.bookings.ahead(resource.id, now)
        waiting = [one for one in ahead if one.state is BookingState.WAITING]
        held = beside(tx, resource, waiting)
        found = next_in_line(waiting, held, resource.plan.count, now)
        if found is None:
            return offers
        people = concerned(tx, found)
        first = tx.members.get(people[0]) if people else None

        def daytime(moment: datetime) -> datetime:
            return rules.daytime_of(first, moment)  # noqa: B023  called within this round

        until = offer_end(found, now, rules.waitlist, daytime)
        offered = replace(found, state=BookingState.OFFERED, offered_until=until)
        put(tx, offered, resource, now)
        hasty = until <= now + HASTE
        priority = Priority.ANSWER if hasty else Priority.REMINDER
        tell(tx, SlotOffered(found.id, until), people, now, priority=priority)
        offers += 1
