"""The bot's state in figures, for `/healthz`, `/metrics` and `/admin`.

Ages are in seconds of a monotonic clock. No figure is about a person.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

TELEGRAM_LIMIT = 50.0
"""Seconds without an answer to getUpdates: a call takes ten, or twenty on a slow connection."""

SWEEP_LIMIT = 40.0
"""Seconds by which a sweep may be late; the least frequent runs every minute."""

OUTBOX_LIMIT = timedelta(minutes=10)
"""How long a due notice may wait in the outbox: sending to thousands takes that long."""

BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of the histogram of answer times, in seconds."""


class Trouble(StrEnum):
    """Why the bot is not healthy."""

    TELEGRAM = "telegram"
    SWEEP = "sweep"
    OUTBOX = "outbox"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class Durations:
    """A histogram of durations.

    `counts` has one number for each of `BOUNDS`, of the durations up to it and above the bound
    before, and one for the rest.
    """

    counts: tuple[int, ...] = (0,) * (len(BOUNDS) + 1)
    total: float = 0.0

    @property
    def count(self) -> int:
        """The total number of durations."""
        return sum(self.counts)

    def and_one(self, seconds: float) -> "Durations":
        """Return the histogram with one more duration."""
        place = bisect_left(BOUNDS, seconds)
        counts = (*self.counts[:place], self.counts[place] + 1, *self.counts[place + 1 :])
        return Durations(counts, self.total + seconds)


@dataclass(frozen=True, slots=True)
class WayState:
    """A connection to Telegram: `name` has no password, `answered` is its last answer's age."""

    name: str
    in_use: bool
    failures: int
    answered: float | None


@dataclass(frozen=True, slots=True)
class SweepState:
    """A sweep: the age of its last success (or of the start), and its number of failures.

    `error` is the error of the last run; None if it succeeded.
    """

    name: str
    seconds: int
    succeeded: float
    failures: int = 0
    error: str | None = None

    @property
    def works(self) -> bool:
        """Tell whether its last run succeeded, recently enough."""
        return self.error is None and self.succeeded <= self.seconds + SWEEP_LIMIT


@dataclass(frozen=True, slots=True)
class Stored:
    """Figures from the database.

    `waiting` is how many notices are due and not sent, `oldest` when the first of them was due,
    `put_aside` how many due items are not tried any more before a restart, `backed_up` when the
    last copy of the database was made; None if that is not known.
    """

    waiting: int
    oldest: datetime | None
    put_aside: int
    size: int
    backed_up: datetime | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The bot's state at the moment `at`.

    `reached` is the age of Telegram's last answer to getUpdates, None before there is one: health
    is unknown then. `stored` is None if the database cannot be read.
    """

    at: datetime
    running: float
    reached: float | None
    sweeps: tuple[SweepState, ...] = ()
    ways: tuple[WayState, ...] = ()
    stored: Stored | None = None
    taps: Durations = field(default_factory=Durations)
    sends: int = 0
    slow_downs: int = 0

    @property
    def outbox_age(self) -> timedelta:
        """How long the oldest due notice has waited in the outbox."""
        if self.stored is None or self.stored.oldest is None:
            return timedelta(0)
        return max(self.at - self.stored.oldest, timedelta(0))

    @property
    def broken_sweeps(self) -> tuple[SweepState, ...]:
        """The sweeps that do not work."""
        return tuple(sweep for sweep in self.sweeps if not sweep.works)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The reasons why the bot is not healthy; empty if it is."""
        found = {
            Trouble.TELEGRAM: self.reached is None or self.reached > TELEGRAM_LIMIT,
            Trouble.SWEEP: bool(self.broken_sweeps),
            Trouble.OUTBOX: self.outbox_age > OUTBOX_LIMIT,
            Trouble.DATABASE: self.stored is None,
        }
        return tuple(trouble for trouble, is_so in found.items() if is_so)
