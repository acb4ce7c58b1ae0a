"""Clocks that tell the time that a test gave them."""

from ctypes import c_double
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass
class FixedClock:
    """Tell one time, until a test sets another."""

    time: datetime

    def now(self) -> datetime:
        return self.time


class TickingClock(FixedClock):
    """Tell a time a millisecond later at each look, so that what is written has an order."""

    def now(self) -> datetime:
        self.time += timedelta(milliseconds=1)
        return self.time


@dataclass
class AheadClock:
    """Tell the real time and so many seconds more, which another process may change."""

    ahead: c_double

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.ahead.value)


def at(text: str, zone: ZoneInfo, *, fold: int = 0) -> datetime:
    """Return the moment at which the clocks of a zone show this."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)
