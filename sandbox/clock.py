"""The sandbox's wall clock: real time plus an offset that only grows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


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
        """Move the clock forwards and call the watchers; refuse a step that is not positive."""
        if step <= timedelta():
            raise ValueError("the clock only moves forwards")
        self._offset += step
        for watcher in tuple(self._watchers):
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after each `advance`."""
        self._watchers.append(watcher)
