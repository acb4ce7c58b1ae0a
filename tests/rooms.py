"""A house with a hall: who books there, in tests."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.domain.people.members import MemberId, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.rooms.bookings import Booking, BookingId, BookingState, Wish
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.quotas import Quota
from bot.domain.rooms.resources import Resource, ResourceId, ResourceKind, ResourcePlan
from bot.services.rooms.bookings import Bookings
from bot.services.rooms.keeping import RoomKeeping
from bot.services.rooms.managing import RoomManaging
from bot.services.rooms.reports import RoomReports
from bot.services.rooms.rooms import Rooms
from bot.services.rooms.sweeps import RoomSweeps
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.people import joined

NOW = datetime(2026, 12, 1, 4, 0, tzinfo=UTC)
"""Tuesday, 9:00 in Yekaterinburg."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOON = datetime(2026, 12, 15, 7, 0, tzinfo=UTC)
"""Tuesday in two weeks, 12:00 there."""
ANNA, BORIS, VERA, GLEB, DINA = map(MemberId, range(1, 6))
FUND, HOUSE, CLUB = map(OrganisationId, (1, 2, 3))
HALL = ResourcePlan(ResourceKind.ROOM, "Большой зал", capacity=40, buffer=30 * MINUTE)
PLACES = ResourcePlan(ResourceKind.PLACES, "Коворкинг", count=3)
TENT = ResourcePlan(ResourceKind.THING, "Шатёр", count=2, longest=7 * DAY, claim_within=None)


def people(tx: Stores) -> None:
    """Write down Anna, Boris and Vera, who speak for organisations, Gleb, who organises, Dina."""
    for number, name in enumerate(("Фонд", "Дом", "Клуб"), start=1):
        tx.organisations.add(OrganisationDetails(name, "", f"667100000{number}", None, ""))
    for name, house in (("Анна Орлова", FUND), ("Борис Ким", HOUSE), ("Вера Ли", CLUB)):
        joined(tx, PersonDetails(name, delegate=True), NOW, house)
    joined(tx, PersonDetails("Глеб Жук", roles=frozenset({Role.ORGANISER})), NOW)
    joined(tx, PersonDetails("Дина Чо"), NOW, FUND)


def a_wish(start: datetime = NOON, length: timedelta = 2 * HOUR, **more: Any) -> Wish:
    """Return a wish for a slot."""
    return Wish(Span(start, start + length), more.pop("purpose", "Встреча"), **more)


def a_resource(plan: ResourcePlan = HALL, **more: Any) -> Resource:
    """Return a resource for a test of the rules."""
    return Resource(ResourceId(1), plan, "d" * 16, 1, None, **more)


def a_booking(
    number: int,
    start: datetime = NOON,
    length: timedelta = 2 * HOUR,
    *,
    buffer: timedelta = timedelta(0),
    **more: Any,
) -> Booking:
    """Return a booking for a test of the rules."""
    usual = Booking(
        id=BookingId(number),
        resource=ResourceId(1),
        organisation=FUND,
        member=ANNA,
        purpose="Встреча",
        people=1,
        quantity=1,
        span=Span(start, start + length),
        busy_until=start + length + buffer,
        state=BookingState.ASKED,
        asked_at=NOW + number * MINUTE,
    )
    return replace(usual, **more)


class Lodging:
    """The services of the house on a database."""

    def __init__(self, database: Database, quota: Quota | None = None, **rules: Any) -> None:
        self.database, self.clock = database, FixedClock(NOW)
        common = (database, self.clock, some_rules(**rules))
        self.rooms = Rooms(*common)
        self.bookings = Bookings(*common, quota=quota)
        self.keeping = RoomKeeping(*common, quota=quota)
        self.managing = RoomManaging(*common)
        self.reports = RoomReports(*common)
        self.sweeps = RoomSweeps(*common)

    async def has(self, plan: ResourcePlan = HALL) -> ResourceId:
        """Add something to book."""
        return await self.managing.add(GLEB, plan)

    async def booked(
        self, resource: ResourceId, by: MemberId = ANNA, wish: Wish | None = None
    ) -> BookingId:
        """Ask and confirm."""
        booking = await self.bookings.ask(by, resource, wish or a_wish())
        await self.keeping.confirm(GLEB, booking)
        return booking

    async def goes_on(self, moment: datetime) -> None:
        """Let the sweeps run at a moment."""
        self.clock.time = moment
        await self.sweeps.go_on()
        await self.sweeps.offer()

    async def of(self, booking: BookingId) -> Booking:
        """Return a booking."""
        found = await self.database.read(lambda tx: tx.bookings.get(booking))
        assert found is not None
        return found

    async def state(self, booking: BookingId) -> BookingState:
        """Return the state of a booking."""
        return (await self.of(booking)).state

    async def view(self, booking: BookingId, by: MemberId = GLEB) -> BookingView:
        """Return a booking as somebody sees it."""
        return await self.rooms.booking(by, booking)

    async def told(self, kind: str) -> list[int]:
        """Return who was told news of a kind, and is to be told."""
        sql = "SELECT member_id FROM notices WHERE kind = ? ORDER BY id"
        return [row[0] for row in await query(self.database, sql, f"room.{kind}")]


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a time of a day in Yekaterinburg."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - 5 * HOUR
