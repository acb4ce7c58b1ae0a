"""Counts the updates in flight, so that a stop lets them finish."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update


class Draining(BaseMiddleware):
    """Knows which updates are being handled, and the newest that ever was."""

    def __init__(self) -> None:
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.newest: int | None = None

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Count the update while it is handled."""
        if isinstance(event, Update):
            self.newest = max(self.newest or 0, event.update_id)
        self._in_flight += 1
        self._idle.clear()
        try:
            return await handler(event, data)
        finally:
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()

    async def finished(self) -> None:
        """Wait until nothing is being handled."""
        await self._idle.wait()
