"""What is said of rooms."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.rooms.bookings import Booking, BookingId, BookingState, Release, Wish
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import (
    BookingAsked,
    BookingCalledOff,
    BookingConfirmed,
    BookingGivenUp,
    BookingRefused,
    BookingReleased,
    ComingAsked,
    HallLost,
    RenewalAsked,
    RequestLapsed,
    ReturnOverdue,
    SlotAccepted,
    SlotOffered,
    SlotOfferLapsed,
)
from bot.domain.rooms.resources import Resource, ResourceKind, ResourcePlan
from storage.stores import Stores
from tests.samples.people import ANNA, DAY, HOME, HOUR, NOW, OLGA, Sample

HALL = ResourcePlan(
    ResourceKind.ROOM,
    "Большой <зал>",
    capacity=40,
    equipment="Проектор & экран",
    key_holder="Вахта <1>",
)
TENT = ResourcePlan(ResourceKind.THING, "Шатёр", count=2, longest=7 * DAY, claim_within=None)
PURPOSE = "Встреча <родителей>"
CODES = ("A" * 16, "B" * 16)


def of_rooms(tx: Stores) -> list[Sample]:
    hall, tent = (_added(tx, plan, code) for plan, code in zip((HALL, TENT), CODES, strict=True))
    tx.resources.add_closure(hall.id, date(2026, 12, 30), date(2027, 1, 8), "Праздники <8>")
    until = NOW + 4 * HOUR
    asked = _booking(tx, hall, DAY)
    weekly = _booking(tx, hall, 2 * DAY, until=date(2026, 12, 17))
    confirmed = _booking(tx, hall, 3 * DAY, state=BookingState.CONFIRMED, confirmed_at=NOW)
    refused = _booking(tx, hall, 3 * DAY, state=BookingState.REFUSED)
    offered = _booking(tx, hall, 4 * DAY, state=BookingState.OFFERED, offered_until=until)
    unrenewed: dict[str, Any] = {
        "state": BookingState.CONFIRMED,
        "confirmed_at": NOW,
        "renewed": False,
    }
    renewal = _booking(tx, hall, 7 * DAY, **unrenewed)
    missed: dict[str, Any] = {"state": BookingState.RELEASED, "release": Release.NOT_CLAIMED}
    released = _booking(tx, hall, timedelta(0), **missed)
    forgotten: dict[str, Any] = {"state": BookingState.RELEASED, "release": Release.NOT_RENEWED}
    lost = _booking(tx, hall, 3 * DAY, **forgotten)
    lapsed = _booking(tx, hall, timedelta(0), state=BookingState.LAPSED)
    called_off = _booking(tx, hall, 5 * DAY, state=BookingState.CALLED_OFF)
    given_up = _booking(tx, hall, 6 * DAY, state=BookingState.WITHDRAWN)
    taken: dict[str, Any] = {
        "state": BookingState.CONFIRMED,
        "confirmed_at": NOW,
        "claimed_at": NOW - DAY,
    }
    out = _booking(tx, tent, -DAY, quantity=2, **taken)
    fetched = _booking(tx, tent, DAY, state=BookingState.CONFIRMED, confirmed_at=NOW)
    return [
        Sample(BookingAsked(asked), OLGA),
        Sample(BookingAsked(weekly), OLGA, note="weekly"),
        Sample(BookingConfirmed(confirmed), ANNA),
        Sample(BookingRefused(refused), ANNA),
        Sample(BookingRefused(refused, "Ремонт <5>"), ANNA, note="with a reason"),
        Sample(SlotOffered(offered, until), ANNA),
        Sample(SlotAccepted(confirmed), OLGA),
        Sample(SlotOfferLapsed(lapsed), ANNA),
        Sample(RequestLapsed(lapsed), ANNA),
        Sample(ComingAsked(confirmed), ANNA),
        Sample(ComingAsked(fetched), ANNA, note="thing"),
        Sample(RenewalAsked(renewal), ANNA),
        Sample(BookingReleased(released), ANNA),
        Sample(BookingReleased(lost), ANNA, note="not renewed"),
        Sample(BookingCalledOff(called_off, "Переезд <6>"), ANNA),
        Sample(BookingGivenUp(given_up), OLGA),
        Sample(ReturnOverdue(out), ANNA),
        Sample(ReturnOverdue(out), OLGA, note="to the keeper"),
        Sample(HallLost(_of_event(tx, hall)), OLGA),
    ]


def _of_event(tx: Stores, hall: Resource) -> BookingId:
    """Write down a booking that was given up, though an event was to take place in it."""
    return _booking(tx, hall, 3 * DAY, state=BookingState.WITHDRAWN, event=EventId(1))


def _added(tx: Stores, plan: ResourcePlan, code: str) -> Resource:
    found = tx.resources.get(tx.resources.add(plan, code, NOW))
    assert found is not None
    return found


def _booking(
    tx: Stores,
    resource: Resource,
    after: timedelta,
    *,
    quantity: int = 1,
    until: date | None = None,
    **changes: Any,
) -> BookingId:
    """Write down a booking of Anna's organisation, so long after now."""
    start = (NOW + after).replace(minute=0)
    span = Span(start, start + 2 * HOUR)
    spans = [span]
    if until is not None:
        week = timedelta(days=7)
        spans = [Span(span.start + n * week, span.end + n * week) for n in range(3)]
    by: tuple[MemberId, OrganisationId] = (ANNA, HOME)
    made = tx.bookings.add(resource, Wish(span, PURPOSE, 12, quantity, until), spans, by, NOW)
    found: Booking | None = tx.bookings.get(made)
    assert found is not None
    tx.bookings.save(replace(found, **changes))
    return made
