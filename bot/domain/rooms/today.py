"""What the screen of the house shows: today's bookings by room, and what is free now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import Resource, ResourceKind, local_day
from bot.domain.rooms.slots import Use, uses_of


class RoomState(StrEnum):
    """How a room is at a moment."""

    FREE = "free"
    BUSY = "busy"
    CLEANING = "cleaning"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class HouseSlot:
    """A booking on the screen, without names of people; no `organisation` is the alliance."""

    span: Span
    organisation: str
    purpose: str
    quantity: int

    def is_over(self, now: datetime) -> bool:
        """Tell whether it has ended."""
        return self.span.end <= now

    def is_now(self, now: datetime) -> bool:
        """Tell whether it takes place now."""
        return self.span.start <= now < self.span.end


@dataclass(frozen=True, slots=True)
class RoomNow:
    """How a room is now, until when (None: until another day), and how many places are free."""

    state: RoomState
    until: datetime | None
    free: int = 0


@dataclass(frozen=True, slots=True)
class RoomToday:
    """A room, or places, with the bookings of the day."""

    kind: ResourceKind
    name: str
    count: int
    now: RoomNow
    slots: tuple[HouseSlot, ...]

    def next_after(self, now: datetime) -> HouseSlot | None:
        """Return the next booking."""
        return next((one for one in self.slots if one.span.start > now), None)


@dataclass(frozen=True, slots=True)
class HouseToday:
    """The whole house at a moment."""

    alliance: str
    now: datetime
    rooms: tuple[RoomToday, ...]

    @property
    def free(self) -> tuple[RoomToday, ...]:
        """What can be used at once."""
        return tuple(one for one in self.rooms if one.now.state is RoomState.FREE)


def shown_today(bookings: Iterable[Booking]) -> list[Booking]:
    """Return the bookings that the screen names: those that are confirmed."""
    confirmed = (one for one in bookings if one.state is BookingState.CONFIRMED)
    return sorted(confirmed, key=lambda one: (one.span.start, one.id))


def room_now(
    resource: Resource, bookings: Sequence[Booking], now: datetime, zone: ZoneInfo
) -> RoomNow:
    """Return how a resource is now; `bookings` are those of the day."""
    day = local_day(now, zone)
    hours = None if resource.closure_on(day) else resource.plan.week.span(day, zone)
    if hours is None or now >= hours.end:
        return RoomNow(RoomState.CLOSED, None)
    if now < hours.start:
        return RoomNow(RoomState.CLOSED, hours.start)
    uses = uses_of(bookings)
    free = resource.plan.count - _used(uses, now)
    if free > 0:
        return RoomNow(RoomState.FREE, _full_from(uses, resource, now, hours.end), free)
    ends = [one.span.end for one in bookings if one.holds and one.busy.start <= now < one.span.end]
    if ends:
        return RoomNow(RoomState.BUSY, min(ends))
    return RoomNow(RoomState.CLEANING, min(use.span.end for use in _at(uses, now)))


def _at(uses: Iterable[Use], moment: datetime) -> list[Use]:
    return [use for use in uses if use.span.start <= moment < use.span.end]


def _used(uses: Iterable[Use], moment: datetime) -> int:
    return sum(use.quantity for use in _at(uses, moment))


def _full_from(uses: Sequence[Use], resource: Resource, now: datetime, end: datetime) -> datetime:
    """Return from when on nothing is free any more; the end of the day if there is no such time."""
    starts = sorted(use.span.start for use in uses if now < use.span.start < end)
    count = resource.plan.count
    return next((one for one in starts if _used(uses, one) >= count), end)
