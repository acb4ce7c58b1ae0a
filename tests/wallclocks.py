"""A loop that never waits: its time, and the computer's clock with it, jump to what is next."""

import asyncio
import selectors
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import apscheduler.schedulers.base
import pytest

START = datetime(2026, 12, 1, 9, 0, 0, 250_000, tzinfo=UTC)


class _Selector(selectors.SelectSelector):
    """Never waits: it puts the time forward by what it was to wait for."""

    def __init__(self, clock: "WallClock") -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> Any:
        if timeout is not None and timeout > 0:
            self._clock.passed += timeout
        return super().select(0)


class WallClock:
    """The computer's clock, as APScheduler sees it: time passes as the loop's, and it can jump."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.jumped = timedelta()

    def now(self, zone: tzinfo = UTC) -> datetime:
        return (START + timedelta(seconds=self.passed) + self.jumped).astimezone(zone)

    def jumps(self, step: timedelta) -> None:
        self.jumped += step

    def runs(self, story: Coroutine[Any, Any, None], patch: pytest.MonkeyPatch) -> None:
        """Run a story on a loop of this time; what it waits for comes at once."""
        loop = asyncio.SelectorEventLoop(_Selector(self))
        patch.setattr(loop, "time", lambda: self.passed)
        patch.setattr(apscheduler.schedulers.base, "datetime", self)
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(story)
