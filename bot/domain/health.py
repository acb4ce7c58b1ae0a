"""How the bot is, in figures: what `/healthz` and `/metrics` tell, and `/admin` may.

Ages are seconds that no change of the clock affects. No figure tells of a person.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

TELEGRAM_LIMIT = 50.0
"""Seconds without an answer to a question for updates: one takes ten, or twenty on a slow line."""

SWEEP_LIMIT = 40.0
"""Seconds by which a sweep may be late; the slowest comes every minute."""

OUTBOX_LIMIT = timedelta(minutes=10)
"""How long what is due may wait in the outbox: a broadcast to thousands takes that."""

BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds up to which the answers to taps are counted."""


class Trouble(StrEnum):
    """Why the bot does not really work."""

    TELEGRAM = "telegram"
    SWEEP = "sweep"
    OUTBOX = "outbox"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class Durations:
    """How many of something took how long.

    `counts` has a number for each of `BOUNDS`, of those that took no longer and longer than the
    bound before, and one for the rest.
    """

    counts: tuple[int, ...] = (0,) * (len(BOUNDS) + 1)
    total: float = 0.0

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(self.counts)

    def and_one(self, seconds: float) -> "Durations":
        """Return these and one more."""
        place = bisect_left(BOUNDS, seconds)
        counts = (*self.counts[:place], self.counts[place] + 1, *self.counts[place + 1 :])
        return Durations(counts, self.total + seconds)


@dataclass(frozen=True, slots=True)
class WayState:
    """A way to Telegram: `name` holds no password, `answered` is the age of its last answer."""

    name: str
    in_use: bool
    failures: int
    answered: float | None


@dataclass(frozen=True, slots=True)
class SweepState:
    """A sweep: the age of its last success (of the start, before there is one), and its failures.

    `error` is what the last run failed of; None if it did not fail.
    """

    name: str
    seconds: int
    succeeded: float
    failures: int = 0
    error: str | None = None

    @property
    def works(self) -> bool:
        """Tell whether its last run succeeded, and not too long ago."""
        return self.error is None and self.succeeded <= self.seconds + SWEEP_LIMIT


@dataclass(frozen=True, slots=True)
class Stored:
    """What the database tells of itself.

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
    """How the bot is at the moment `at`.

    `reached` is the age of Telegram's last answer to a question for updates, None before there is
    one: nobody knows then whether the bot works. `stored` is None if the database cannot be read.
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
        """How long the first of the outbox has been waiting."""
        if self.stored is None or self.stored.oldest is None:
            return timedelta(0)
        return max(self.at - self.stored.oldest, timedelta(0))

    @property
    def broken_sweeps(self) -> tuple[SweepState, ...]:
        """The sweeps that do not work."""
        return tuple(sweep for sweep in self.sweeps if not sweep.works)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What keeps the bot from working; nothing if it really works."""
        found = {
            Trouble.TELEGRAM: self.reached is None or self.reached > TELEGRAM_LIMIT,
            Trouble.SWEEP: bool(self.broken_sweeps),
            Trouble.OUTBOX: self.outbox_age > OUTBOX_LIMIT,
            Trouble.DATABASE: self.stored is None,
        }
        return tuple(trouble for trouble, is_so in found.items() if is_so)
