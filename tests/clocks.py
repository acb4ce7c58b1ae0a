"""Clocks that tell the time that a test gave them."""

from dataclasses import dataclass
from datetime import datetime, timedelta


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
