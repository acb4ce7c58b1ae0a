"""What happens to a booking by itself, and when: one next step, which the sweep takes."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import Enum

from bot.domain.due_times import DueKind
from bot.domain.events.seats import WaitlistPolicy
from bot.domain.rooms.bookings import SHORTEST, Booking, BookingState
from bot.domain.rooms.resources import Resource

EVE = timedelta(days=1)
WEEK_BEFORE = timedelta(days=7)
RENEW_BEFORE = timedelta(days=3)
"""A date of a series that nobody wants to keep by then is released."""
TO_ANSWER = timedelta(days=1)
"""Who cannot be asked so long before that, as after an outage, loses nothing."""
REMIND_EVERY = timedelta(days=1)
HASTE = timedelta(minutes=30)
"""How long an offer of a slot holds that begins soon or has begun."""


class RoomDue(DueKind):
    """Kinds of due times of rooms. The value is stored."""

    BOOKINGS = "bookings"
    OFFERS = "room_offers"


class Step(Enum):
    """What happens by itself."""

    LAPSE = "lapse"
    END_OFFER = "end_offer"
    ASK_RENEWAL = "ask_renewal"
    RENEW_UNASKED = "renew_unasked"
    RELEASE_UNRENEWED = "release_unrenewed"
    ASK_COMING = "ask_coming"
    RELEASE_UNCLAIMED = "release_unclaimed"
    REMIND_RETURN = "remind_return"


def next_step(booking: Booking, resource: Resource, now: datetime) -> tuple[datetime, Step] | None:
    """Return the next step of a booking and when it is due; None if nothing is to come."""
    steps = sorted(_steps(booking, resource, now), key=lambda one: one[0])
    return steps[0] if steps else None


def _steps(booking: Booking, resource: Resource, now: datetime) -> Iterator[tuple[datetime, Step]]:
    match booking.state:
        case BookingState.ASKED:
            yield booking.span.start, Step.LAPSE
        case BookingState.WAITING:
            yield booking.span.end - SHORTEST, Step.LAPSE
        case BookingState.OFFERED if booking.offered_until is not None:
            yield booking.offered_until, Step.END_OFFER
        case BookingState.CONFIRMED if booking.claimed_at is None:
            yield from _before_use(booking, resource, now)
        case BookingState.CONFIRMED if resource.is_thing:
            yield booking.span.end + booking.overdue_told * REMIND_EVERY, Step.REMIND_RETURN


def _before_use(
    booking: Booking, resource: Resource, now: datetime
) -> Iterator[tuple[datetime, Step]]:
    """Yield what happens before somebody comes: nothing to a room that an event needs."""
    if booking.event is not None:
        return
    start = booking.span.start
    if not booking.renewed and not booking.renewal_asked:
        late = now > start - RENEW_BEFORE - TO_ANSWER
        yield start - WEEK_BEFORE, Step.RENEW_UNASKED if late else Step.ASK_RENEWAL
    elif not booking.renewed:
        yield start - RENEW_BEFORE, Step.RELEASE_UNRENEWED
    if not booking.eve_asked and not booking.coming and now < start:
        yield start - EVE, Step.ASK_COMING
    within = resource.plan.claim_within
    if within is not None and now < booking.span.end:
        yield max(start, booking.confirmed_at or start) + within, Step.RELEASE_UNCLAIMED


def offer_end(
    booking: Booking, now: datetime, policy: WaitlistPolicy, daytime: Callable[[datetime], datetime]
) -> datetime:
    """Return when an offer made now ends: after quiet hours, and not after the start.

    A slot that begins soon, or has begun, is offered for a short time.
    """
    if booking.span.start - now < policy.call_from:
        return min(now + HASTE, booking.span.end)
    return min(daytime(daytime(now) + policy.offer_for), booking.span.start)
