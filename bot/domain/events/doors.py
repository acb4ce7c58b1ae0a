"""The door of an event: who came, and how they were seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.events.events import Event
from bot.domain.events.passes import PASS_PREFIX
from bot.domain.events.refusals import DoorClosed, EventIsCancelled, EventIsOver
from bot.domain.events.rsvps import Rsvp
from bot.domain.people.members import Member

DOOR_OPENS = timedelta(hours=12)
"""Arrivals are noted from so long before the start, until as long after the end."""

SCREEN_TIME = timedelta(hours=3)
"""A code on a screen is taken down after so long: nobody looks after it any more."""

FOUND_LIMIT = 8
"""So many people of a search are shown; more are told apart by more letters."""


class Way(StrEnum):
    """How an arrival was noted."""

    PASS = "pass"  # noqa: S105  a pass at the door, no password
    NAME = "name"
    SCREEN = "screen"


class ScanOutcome(StrEnum):
    """What came of noting somebody: done, done before, or not done for want of a seat."""

    NOTED = "noted"
    AGAIN = "again"
    UNSEATED = "unseated"


@dataclass(frozen=True, slots=True)
class Pass:
    """A person's pass to an event."""

    event: Event
    name: str
    code: str

    @property
    def payload(self) -> str:
        """The payload of the deep link that the door scans."""
        return PASS_PREFIX + self.code


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody as the door knows them; `arrived_at` is when they were noted (UTC), if ever."""

    member: Member
    rsvp: Rsvp | None
    arrived_at: datetime | None

    @property
    def expected(self) -> bool:
        """Tell whether they have a seat."""
        return self.rsvp is not None and self.rsvp.has_seat

    @property
    def guests(self) -> int:
        """How many guests have seats beside them."""
        return self.rsvp.guests if self.rsvp is not None and self.expected else 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody at the door, and what came of noting them."""

    event: Event
    visitor: Visitor
    outcome: ScanOutcome


@dataclass(frozen=True, slots=True)
class Found:
    """The first `FOUND_LIMIT` people of that name, of `count`; those with a seat come first."""

    event: Event
    visitors: tuple[Visitor, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Presence:
    """How many of an organisation have a seat (guests left out), and how many came."""

    organisation: str
    seated: int
    arrived: int


@dataclass(frozen=True, slots=True)
class Door:
    """The door as a helper sees it. `unexpected` of the `arrived` have no seat."""

    event: Event
    seated: int
    arrived: int
    organisations: tuple[Presence, ...]
    now: datetime
    unexpected: int = 0
    by_organiser: bool = False

    @property
    def organisations_present(self) -> int:
        """How many organisations have somebody in the hall."""
        return sum(presence.arrived > 0 for presence in self.organisations)


def require_door(event: Event, now: datetime) -> None:
    """Refuse arrivals at an event that is cancelled, or too far away in time."""
    if event.is_cancelled:
        raise EventIsCancelled(event.title)
    opens_at = event.starts_at - DOOR_OPENS
    if now < opens_at:
        raise DoorClosed(opens_at)
    if now > event.ends_at + DOOR_OPENS:
        raise EventIsOver(event.title)
