"""Wake those who show a meeting as soon as its record has grown."""

import asyncio
from contextlib import suppress


class Feed:
    """Tells open pages that something may have changed; each then reads what it shows."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self.closed = False

    def wake(self) -> None:
        """Wake all that wait."""
        self._changed.set()
        self._changed = asyncio.Event()

    def close(self) -> None:
        """End all open pages: the bot stops."""
        self.closed = True
        self.wake()

    async def next_change(self, seconds: float) -> None:
        """Return after the next change, at the latest after so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()
