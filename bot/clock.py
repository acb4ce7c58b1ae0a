"""The real time; everything else is given a clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock

import structlog

log = structlog.get_logger(__name__)

LASTING = timedelta(minutes=10)
"""So long a jump of the computer's clock must last before it counts."""
STEP = timedelta(seconds=2)
"""A smaller step is an ordinary correction of the clock, not a jump."""


class SystemClock:
    """Fulfils `bot.ports.Clock` with the computer's own time."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return computer_time()


def computer_time() -> datetime:
    """Return what the computer's clock shows, in UTC."""
    return datetime.now(UTC)


def seconds_passed() -> float:
    """Return seconds that no change of the clock affects, sleep included where that is counted."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class SteadyClock:
    """Fulfils `bot.ports.Clock` with the computer's time, but for a jump that does not last.

    A clock that is ahead for a moment would close a vote for good. So after a jump, in either
    direction, the time goes on by what has passed, until the clock has stayed where it jumped to
    for `LASTING`. That needs nobody else's time: Telegram tells its own in messages only, and a
    night before a deadline may bring none. What is due waits a little after a jump that was right,
    and a poll closes as of its deadline all the same.

    It is asked every second by the sweeps. Whether the clock is right when the process starts it
    cannot tell: `bot/app.py` asks Telegram then.
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
        """Return the present moment in UTC."""
        with self._lock:  # the loop and the writer's thread both ask
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
        """Tell whether the clock has stayed long enough where it jumped to."""
        if abs(jump - self._jump) >= STEP:
            log.warning("the clock has jumped", seconds=jump.total_seconds())
            self._jump, self._jumped_at = jump, passed
        return passed - self._jumped_at >= LASTING.total_seconds()
