"""The sandbox's wall clock: real time plus an offset that only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

LATEST = datetime(2200, 1, 1, tzinfo=UTC)
"""The clock goes no further: dates end with the year 9999, and what is planned lies ahead."""


class SandboxClock:
    """Tells the demo's time; `advance` moves it, so that deadlines need no waiting."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset
        self._watchers: list[Callable[[], None]] = []

    @property
    def offset(self) -> timedelta:
        """How far the clock is ahead of real time."""
        return self._offset

    def now(self) -> datetime:
        """Return the aware UTC time."""
        return datetime.now(UTC) + self._offset

    def advance(self, step: timedelta) -> None:
        """Move the clock forwards, not past `LATEST`, and call the watchers."""
        if step <= timedelta():
            raise ValueError("the clock only moves forwards")
        if step > LATEST - self.now():
            raise ValueError(f"the clock ends with the year {LATEST.year - 1}")
        self._offset += step
        for watcher in tuple(self._watchers):
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after each `advance`."""
        self._watchers.append(watcher)
