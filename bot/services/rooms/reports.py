"""Bookings as calendars and tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.events.calendars import CalendarEntry
from bot.domain.people.members import MemberId
from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.resources import Resource, ResourceId
from bot.ports import Transaction
from bot.services.access import require_insider, require_organiser
from bot.services.rooms.current import require_keeping, require_resource, view_of
from bot.services.transactions import RuledService, reading

PAST = timedelta(days=31)
AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class HouseUse:
    """How much an organisation used in a year; `organisation` is empty for the alliance itself."""

    organisation: str
    bookings: int
    length: timedelta
    missed: int
    things: int


@dataclass(frozen=True, slots=True)
class ResourceCalendar:
    """A resource with its bookings as entries of a calendar."""

    resource: Resource
    entries: tuple[CalendarEntry, ...]


class RoomReports(RuledService):
    """For keepers and organisers; the calendar is for all."""

    @reading
    def month(self, tx: Transaction, actor: MemberId, first: date) -> list[BookingView]:
        """Return what was or is confirmed in a month, of what the person keeps."""
        member = require_insider(tx, actor, self._rules)
        require_keeping(tx, member)
        start = first.replace(day=1)
        following = (start + timedelta(days=31)).replace(day=1)
        bookings = tx.bookings.during(self._days(start, following))
        views = [view_of(tx, one, member) for one in bookings]
        return [one for one in views if one.kept]

    @reading
    def year(self, tx: Transaction, actor: MemberId, year: int) -> list[HouseUse]:
        """Return how much each organisation used in a year, the most first."""
        require_organiser(tx, actor, self._rules)
        bookings = tx.bookings.during(self._days(date(year, 1, 1), date(year + 1, 1, 1)))
        done = [one for one in bookings if one.span.end <= self._clock.now()]
        by_house: dict[str, list[BookingView]] = {}
        for one in done:
            view = view_of(tx, one, None)
            by_house.setdefault(view.organisation, []).append(view)
        uses = [_use(house, views) for house, views in by_house.items()]
        return sorted(uses, key=lambda one: (-one.length, one.organisation))

    @reading
    def calendar(self, tx: Transaction, actor: MemberId, resource: ResourceId) -> ResourceCalendar:
        """Return the bookings of a resource as entries of a calendar."""
        member = require_insider(tx, actor, self._rules)
        found, now = require_resource(tx, resource), self._clock.now()
        bookings = tx.bookings.during(Span(now - PAST, now + AHEAD), found.id)
        views = (view_of(tx, one, member) for one in bookings if _is_used(one))
        return ResourceCalendar(found, tuple(self._entry(one) for one in views))

    def _entry(self, view: BookingView) -> CalendarEntry:
        booking, alliance = view.booking, self._rules.alliance
        seen = view.mine or view.kept
        return CalendarEntry(
            uid=f"booking-{booking.id}@alliance-bot",
            sequence=0,
            title=view.organisation or alliance,
            description=booking.purpose if seen else "",
            starts_at=booking.span.start,
            ends_at=booking.span.end,
            place=view.resource.plan.name,
            url=None,
            latitude=None,
            longitude=None,
            cancelled=False,
            changed_at=booking.confirmed_at or booking.asked_at,
            organiser=alliance,
        )

    def _days(self, first: date, end: date) -> Span:
        zone = self._rules.zone
        start, stop = (datetime.combine(one, time.min, zone) for one in (first, end))
        return Span(start.astimezone(UTC), stop.astimezone(UTC))


def _is_used(booking: Booking) -> bool:
    return booking.state in {BookingState.CONFIRMED, BookingState.RETURNED}


def _use(house: str, views: Iterable[BookingView]) -> HouseUse:
    every = list(views)
    rooms = [one.booking for one in every if not one.resource.is_thing]
    used = [one for one in rooms if _is_used(one)]
    return HouseUse(
        house,
        len(used),
        sum((one.span.length * one.quantity for one in used), timedelta(0)),
        len(rooms) - len(used),
        sum(one.resource.is_thing and _is_used(one.booking) for one in every),
    )
