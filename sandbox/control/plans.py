"""The bot's schedule, and notifications when it has changed."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from sandbox.changes import Changes

Plan = dict[str, str]
Schedule = Callable[[], Awaitable[list[Plan]]]
"""Returns the bot's schedule: {"at": ISO-8601, "title", "detail"}."""

LOOK_SECONDS = 0.5
"""How often the schedule is read while somebody listens: there is no notification of changes."""


class Plans:
    """Reads the schedule; whenever it has changed, the listeners are notified."""

    def __init__(self, schedule: Schedule | None, changes: Changes) -> None:
        self._schedule = schedule
        self._changes = changes
        self._known: list[Plan] = []
        self._listeners = 0
        self._watch: asyncio.Task[None] | None = None

    async def read(self) -> list[Plan]:
        """Return the plans sorted by time; the last known ones if the bot fails."""
        if self._schedule is None:
            return []
        try:
            plans = sorted(await self._schedule(), key=lambda plan: plan["at"])
        except Exception:  # noqa: BLE001  the bot may be stopping, while the page still asks
            return self._known
        if plans != self._known:
            self._known = plans
            self._changes.emit("schedule")
        return plans

    @contextmanager
    def listened_to(self) -> Iterator[None]:
        """Look for changes as long as at least one such context is open."""
        self._listeners += 1
        if self._watch is None and self._schedule is not None:
            self._watch = asyncio.create_task(self._look())
        try:
            yield
        finally:
            self._listeners -= 1
            if self._listeners == 0 and self._watch is not None:
                self._watch.cancel()
                self._watch = None

    async def _look(self) -> None:
        while True:
            await self.read()
            await asyncio.sleep(LOOK_SECONDS)
