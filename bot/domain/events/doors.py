"""Check-in: who came to an event, and how that was noted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.events.events import Event
from bot.domain.events.passes import PASS_PREFIX
from bot.domain.events.refusals import DoorClosed, EventIsCancelled, EventIsOver
from bot.domain.events.rsvps import Rsvp
from bot.domain.people.members import Member

DOOR_OPENS = timedelta(hours=12)
"""Arrivals are noted from this long before the start until this long after the end."""

SCREEN_TIME = timedelta(hours=3)
"""A check-in code on a screen is deleted after this long."""

FOUND_LIMIT = 8
"""The most people that a search shows; more letters narrow it down."""


class Way(StrEnum):
    """How an arrival was noted."""

    PASS = "pass"  # noqa: S105  a pass at the door, no password
    NAME = "name"
    SCREEN = "screen"


class ScanOutcome(StrEnum):
    """The result of checking somebody in: done, done before, or refused for lack of a seat."""

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
        """The payload of the deep link that the check-in scans."""
        return PASS_PREFIX + self.code


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody as the check-in shows them; `arrived_at` (UTC) is None until they check in."""

    member: Member
    rsvp: Rsvp | None
    arrived_at: datetime | None

    @property
    def expected(self) -> bool:
        """Tell whether they have a seat."""
        return self.rsvp is not None and self.rsvp.has_seat

    @property
    def guests(self) -> int:
        """How many guests have seats with them."""
        return self.rsvp.guests if self.rsvp is not None and self.expected else 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who checks in, and the result."""

    event: Event
    visitor: Visitor
    outcome: ScanOutcome


@dataclass(frozen=True, slots=True)
class Found:
    """The first `FOUND_LIMIT` of `count` people who match; those with a seat come first."""

    event: Event
    visitors: tuple[Visitor, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Presence:
    """How many people of an organisation have a seat (without guests), and how many came."""

    organisation: str
    seated: int
    arrived: int


@dataclass(frozen=True, slots=True)
class Door:
    """The check-in as a helper sees it. `unexpected` is how many of the `arrived` have no seat."""

    event: Event
    seated: int
    arrived: int
    organisations: tuple[Presence, ...]
    now: datetime
    unexpected: int = 0
    by_organiser: bool = False

    @property
    def organisations_present(self) -> int:
        """How many organisations have somebody present."""
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
