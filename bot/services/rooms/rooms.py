"""Look at what can be booked, and when it is free."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.people.members import Member, MemberId
from bot.domain.rooms.bookings import Booking, BookingId, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.resources import (
    YEAR,
    Resource,
    ResourceId,
    ResourceKind,
    ResourcePlan,
    local_day,
    new_door_code,
)
from bot.domain.rooms.slots import free_spans
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_insider, require_organiser
from bot.services.rooms.current import (
    house_of,
    require_resource,
    seen_booking,
    speakers_of,
    view_of,
)
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, reading, transaction

HISTORY = timedelta(hours=12)
"""How long what is over stays on the list of one's own bookings."""
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class House:
    """Everything that can be booked, and how much the person has to look at."""

    resources: tuple[Resource, ...]
    own: int
    requests: int
    keeps: bool
    organises: bool


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource, and what the person may do; `keeper` is the name of its keeper."""

    resource: Resource
    keeper: str
    books: bool
    keeps: bool
    organises: bool
    ahead: int = 0


@dataclass(frozen=True, slots=True)
class DayView:
    """When a resource is free on a day."""

    resource: Resource
    day: date
    free: tuple[Span, ...]
    books: bool
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class WeekView:
    """What is confirmed of a resource in the seven days from `monday` on."""

    resource: Resource
    monday: date
    bookings: tuple[BookingView, ...]


class Rooms(RuledService):
    """For everybody of the alliance."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        rules: RulesSource,
        *,
        planned: tuple[ResourcePlan, ...] = (),
    ) -> None:
        super().__init__(storage, clock, rules)
        self._planned = planned

    @transaction
    def take_over(self, tx: Transaction) -> int:
        """Add what the configuration names and was never added before; return how many."""
        known = tx.resources.origins()
        names = {one.plan.name for one in tx.resources.all()}
        new = [one for one in self._planned if one.name not in known | names]
        for one in new:
            tx.resources.add(one, new_door_code(), self._clock.now(), one.name)
        return len(new)

    @reading
    def house(self, tx: Transaction, actor: MemberId) -> House:
        """Return what can be booked."""
        member = require_insider(tx, actor, self._rules)
        resources = tx.resources.all()
        kept = {one.id for one in resources if one.is_kept_by(member)}
        requests = [one for one in tx.bookings.requests() if one.resource in kept]
        return House(
            tuple(resources),
            len(self._own(tx, member)),
            len(requests),
            bool(kept),
            member.is_organiser,
        )

    @reading
    def resource(self, tx: Transaction, actor: MemberId, resource: ResourceId) -> ResourceView:
        """Return what can be booked, with what the person may do."""
        member = require_insider(tx, actor, self._rules)
        found = require_resource(tx, resource)
        keeper = None if found.plan.keeper is None else tx.members.get(found.plan.keeper)
        return ResourceView(
            found,
            "" if keeper is None else keeper.name,
            self._books(tx, member),
            found.is_kept_by(member),
            member.is_organiser,
            len(tx.bookings.ahead(found.id, self._clock.now())),
        )

    @reading
    def day(
        self, tx: Transaction, actor: MemberId, resource: ResourceId, day: date | None
    ) -> DayView:
        """Return when a resource is free on a day, today without one."""
        member = require_insider(tx, actor, self._rules)
        found = require_resource(tx, resource)
        now, zone = self._clock.now(), self._rules.zone
        first = local_day(now, zone)
        last = local_day(now + found.plan.ahead, zone)
        shown = min(max(day or first, first), last)
        around = _around(shown, now)
        held = tx.bookings.within(found.id, around)
        free = free_spans(found, held, shown, now, zone)
        return DayView(found, shown, tuple(free), self._books(tx, member), first, last)

    @reading
    def week(
        self, tx: Transaction, actor: MemberId, resource: ResourceId, day: date | None = None
    ) -> WeekView:
        """Return what is confirmed of a resource in the week of a day, a year away at most."""
        member = require_insider(tx, actor, self._rules)
        found = require_resource(tx, resource)
        zone = self._rules.zone
        today = local_day(self._clock.now(), zone)
        shown = min(max(day or today, today - YEAR), today + YEAR)
        monday = shown - timedelta(days=shown.weekday())
        start = datetime.combine(monday, datetime.min.time(), zone)
        span = Span(start, start + timedelta(days=WEEK_DAYS))
        bookings = tx.bookings.during(span, found.id)
        return WeekView(found, monday, tuple(view_of(tx, one, member) for one in bookings))

    @reading
    def for_event(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Return a confirmed booking of which an organiser makes an event."""
        organiser = require_organiser(tx, actor, self._rules)
        view = seen_booking(tx, organiser, booking)
        view.booking.require_state(BookingState.CONFIRMED)
        view.booking.require_ahead(self._clock.now())
        return view

    @reading
    def halls(self, tx: Transaction, actor: MemberId) -> list[Resource]:
        """Return the rooms that an event can take place in."""
        require_organiser(tx, actor, self._rules)
        return [one for one in tx.resources.all() if one.plan.kind is ResourceKind.ROOM]

    @reading
    def own(self, tx: Transaction, actor: MemberId) -> list[BookingView]:
        """Return what the person or their organisation has booked."""
        member = require_insider(tx, actor, self._rules)
        return [view_of(tx, one, member) for one in self._own(tx, member)]

    @reading
    def booking(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Return a booking for whom it concerns."""
        return seen_booking(tx, require_insider(tx, actor, self._rules), booking)

    def _own(self, tx: Transaction, member: Member) -> list[Booking]:
        since = self._clock.now() - HISTORY
        found = tx.bookings.of_person(member.id, house_of(tx, member), since)
        return [one for one in found if one.is_of(member, speakers_of(tx, one.organisation))]

    def _books(self, tx: Transaction, member: Member) -> bool:
        return member.is_organiser or house_of(tx, member) is not None


def _around(day: date, now: datetime) -> Span:
    """Return a day in any zone, with the days beside it."""
    start = datetime.combine(day, datetime.min.time(), now.tzinfo)
    return Span(start - timedelta(days=1), start + timedelta(days=3))
