"""The real clock; all other code gets a clock passed in."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

import structlog

log = structlog.get_logger(__name__)

LASTING = timedelta(minutes=10)
"""How long a jump of the computer's clock must last before it counts."""
STEP = timedelta(seconds=2)
"""A smaller step is an ordinary correction of the clock, not a jump."""


class SystemClock:
    """Implements `bot.ports.Clock` with the computer's own time."""

    def now(self) -> datetime:
        """Return the present time in UTC."""
        return computer_time()


def computer_time() -> datetime:
    """Return the time of the computer's clock, in UTC."""
    return datetime.now(UTC)


def seconds_passed() -> float:
    """Return seconds of a monotonic clock, including sleep where the system counts it."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class SteadyClock:
    """Implements `bot.ports.Clock` with the computer's time, but ignores short jumps.

    A clock that is ahead for a moment would close a vote for good. So after a jump, in either
    direction, the time continues from before it by the seconds that pass, until the clock has kept
    its new time for `LASTING`. No other time source is needed: Telegram sends its time only with
    messages, and none may come in the night before a deadline. After a correct jump due items are
    delayed a little, but a poll still closes as of its deadline.

    The sweeps ask for the time every second. `bot/app.py` checks with Telegram whether the clock is
    right when the process starts.
    """

    def __init__(
        self,
        wall: Callable[[], datetime] = computer_time,
        passed: Callable[[], float] = seconds_passed,
    ) -> None:
        self._wall, self._passed, self._lock = wall, passed, Lock()
        self._told, self._told_at = wall(), passed()
        self._jump, self._jumped_at = timedelta(), self._told_at

    def now(self) -> datetime:
        """Return the present time in UTC."""
        with self._lock:  # called from the event loop and from the writer's thread
            wall, passed = self._wall(), self._passed()
            expected = self._told + timedelta(seconds=passed - self._told_at)
            jump = wall - expected
            if abs(jump) < STEP:
                self._told = max(wall, self._told)
                self._jump = timedelta()
            elif self._has_lasted(jump, passed):
                log.warning("the clock's jump is followed", seconds=jump.total_seconds())
                self._told = wall
                self._jump = timedelta()
            else:
                self._told = expected
            self._told_at = passed
            return self._told

    def _has_lasted(self, jump: timedelta, passed: float) -> bool:
        """Tell whether the clock has kept its new time long enough."""
        if abs(jump - self._jump) >= STEP:
            log.warning("the clock has jumped", seconds=jump.total_seconds())
            self._jump, self._jumped_at = jump, passed
        return passed - self._jumped_at >= LASTING.total_seconds()
