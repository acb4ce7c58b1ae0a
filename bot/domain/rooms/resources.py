"""What can be booked: rooms, places to work at, things to lend."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain.lines import checked_line, checked_paragraphs
from bot.domain.people.members import Member, MemberId
from bot.domain.rooms.hours import OpenHours, Week
from bot.domain.rooms.refusals import DaysOutOfOrder, NumberOutOfRange, OnlyForKeepers

ResourceId = NewType("ResourceId", int)
ClosureId = NewType("ClosureId", int)

NAME_LIMIT, TEXT_LIMIT, KEY_LIMIT, REASON_LIMIT = 80, 500, 200, 200
MOST_COUNT, MOST_PEOPLE = 1000, 5000
MOST_AHEAD, MOST_MINUTES = 365, 60 * 24 * 31
YEAR = timedelta(days=366)
USUAL_WEEK = Week((OpenHours(9 * 60, 21 * 60),) * 7)


class ResourceKind(StrEnum):
    """A room is booked whole, places one by one, a thing is handed out and returned."""

    ROOM = "room"
    PLACES = "places"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class ResourcePlan:
    """What organisers say of something that can be booked.

    `count` is how many there are, 1 of a room; `capacity` how many people a room is for, None
    without a limit. After each booking it is left free for `buffer` to be cleaned. Who has not
    checked in within `claim_within` loses it, None: never. `key_holder` says who has the key.
    """

    kind: ResourceKind
    name: str
    count: int = 1
    capacity: int | None = None
    equipment: str = ""
    key_holder: str = ""
    keeper: MemberId | None = None
    week: Week = USUAL_WEEK
    buffer: timedelta = timedelta(0)
    longest: timedelta = timedelta(hours=8)
    ahead: timedelta = timedelta(days=90)
    claim_within: timedelta | None = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Closure:
    """A period in which it is closed: days of the alliance's calendar, both included."""

    id: ClosureId
    first: date
    last: date
    reason: str

    def includes(self, day: date) -> bool:
        """Tell whether it is closed on a day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that can be booked; `door_code` is in the QR code at its door.

    `removed_at` is when it ceased to be booked. `version` grows with each change.
    """

    id: ResourceId
    plan: ResourcePlan
    door_code: str
    version: int
    removed_at: datetime | None
    closures: tuple[Closure, ...] = ()

    @property
    def is_thing(self) -> bool:
        """Tell whether it is handed out and returned."""
        return self.plan.kind is ResourceKind.THING

    def closure_on(self, day: date) -> Closure | None:
        """Return the period in which it is closed on a day."""
        return next((one for one in self.closures if one.includes(day)), None)

    def is_kept_by(self, member: Member) -> bool:
        """Tell whether a person decides on its bookings."""
        return member.is_organiser or self.plan.keeper == member.id

    def require_keeper(self, member: Member) -> None:
        """Refuse a person who does not decide on its bookings."""
        if not self.is_kept_by(member):
            raise OnlyForKeepers


def new_door_code() -> str:
    """Return 96 random bits as 16 URL-safe characters."""
    return secrets.token_urlsafe(12)


def usual_plan(kind: ResourceKind, name: str, number: int, week: Week) -> ResourcePlan:
    """Return a plan with the usual rules: `number` is a room's capacity, else the count."""
    room = kind is ResourceKind.ROOM
    thing = kind is ResourceKind.THING
    return ResourcePlan(
        kind=kind,
        name=name,
        count=1 if room else number,
        capacity=number if room else None,
        week=week,
        longest=timedelta(days=7) if thing else timedelta(hours=8),
        claim_within=None if thing else timedelta(minutes=30),
    )


def checked_name(text: str) -> str:
    """Return a name on one line."""
    return checked_line(text, NAME_LIMIT)


def checked_equipment(text: str) -> str:
    """Return what is in the room; it may be empty."""
    return checked_paragraphs(text, TEXT_LIMIT) if text.strip() else ""


def checked_key_holder(text: str) -> str:
    """Return who has the key; it may be empty."""
    return checked_line(text, KEY_LIMIT) if text.strip() else ""


def checked_reason(text: str) -> str:
    """Return a reason; it may be empty."""
    return checked_line(text, REASON_LIMIT) if text.strip() else ""


def within_range(number: int, least: int, most: int) -> int:
    """Return the number; refuse one out of the range."""
    if not least <= number <= most:
        raise NumberOutOfRange(least, most)
    return number


def checked_closure(first: date, last: date, today: date) -> tuple[date, date]:
    """Return the days of a closed period; refuse one that is over, turned round or too long."""
    if not max(first, today) <= last <= first + YEAR or last > today + 2 * YEAR:
        raise DaysOutOfOrder
    return first, last


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day of a moment in the alliance's calendar."""
    return moment.astimezone(zone).date()
