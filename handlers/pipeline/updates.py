"""Receive updates by long polling, or by webhook calls (`webhooks.py`).

Either way Telegram keeps an update until the bot has handled it: with polling the next offset
confirms it, with a webhook the response to the call. So after a crash unfinished updates come
again, and those that were done are recognised: see `bot/services/transactions.py`.
"""

import asyncio
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter
from aiogram.methods import TelegramMethod

from handlers.pipeline.connections import cause_of
from handlers.pipeline.intake import Intake

log = structlog.get_logger(__name__)

MAX_CONCURRENT_UPDATES = 100
"""Updates handled at a time. More make the slowest ten times slower."""

POLL_SECONDS = 10
"""How long Telegram waits before it answers that there are no updates."""

PATIENCE = 45
"""Timeout in seconds: the wait above, a connection, and a slow network."""

PAUSE = 0.05
"""Seconds between two requests while updates are in progress: Telegram answers those at once."""

CROWDED_PAUSE = 0.25
"""The same, while more than half of what Telegram returns at once is in progress.

There is little room for new updates, and updates handled together share a commit.
"""

BATCH = 100
"""The most updates that Telegram returns at once."""

FIRST_DELAY, LONGEST_DELAY = 1.0, 5.0


class Updates(Protocol):
    """A source of updates."""

    async def prepare(self) -> None:
        """Configure Telegram for this source; raises Telegram's errors."""

    async def run(self) -> None:
        """Receive updates until `stop`."""

    async def stop(self) -> None:
        """Stop receiving updates, and return when those in progress are handled."""


class GetUpdates(TelegramMethod[list[dict[str, Any]]]):
    """aiogram's method with raw updates: one that cannot be decoded does not spoil others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int = 0
    allowed_updates: list[str] | None = None


class Polling:
    """Polls Telegram for updates of these kinds, and confirms those that are handled."""

    def __init__(self, intake: Intake, bot: Bot, kinds: list[str]) -> None:
        self._intake = intake
        self._bot = bot
        self._kinds = kinds
        self._free = asyncio.Semaphore(MAX_CONCURRENT_UPDATES)
        self._polling: asyncio.Task[None] | None = None
        self._crowded = False

    async def prepare(self) -> None:
        """Delete a webhook, which would prevent polling."""
        await self._bot.delete_webhook(drop_pending_updates=False)
        await self._bot.me()

    async def run(self) -> None:
        """Poll until stopped; network errors are retried."""
        polling = self._polling = asyncio.create_task(self._poll())
        try:
            await asyncio.wait({polling})
        finally:
            polling.cancel()
        if not polling.cancelled():
            polling.result()

    async def _poll(self) -> None:
        delay = FIRST_DELAY
        while True:
            try:
                updates = await self._ask()
            except TelegramRetryAfter as error:
                log.warning("updates not fetched", cause="asked to slow down")
                await asyncio.sleep(error.retry_after)
            except Exception as error:  # noqa: BLE001  whatever breaks on the line, it is tried again
                log.warning("updates not fetched", cause=cause_of(error), again_in=delay)
                await asyncio.sleep(delay)
                delay = min(delay * 2, LONGEST_DELAY)
            else:
                delay = FIRST_DELAY
                await self._take(updates)

    async def _ask(self) -> list[dict[str, Any]]:
        """Fetch new updates; this confirms the handled ones."""
        offset = self._intake.offset(crowded=self._crowded)
        method = GetUpdates(offset=offset, timeout=POLL_SECONDS, allowed_updates=self._kinds)
        updates = await self._bot(method, request_timeout=PATIENCE)
        new = [raw for raw in updates if not self._intake.knows(raw["update_id"])]
        self._crowded = len(updates) == BATCH and not new
        return new

    async def _take(self, updates: list[dict[str, Any]]) -> None:
        for raw in updates:
            await self._free.acquire()
            work = self._intake.take(raw)
            if work is None:
                self._free.release()
            else:
                work.free.add_done_callback(lambda _: self._free.release())
        if held := self._intake.held:
            await self._intake.settled(CROWDED_PAUSE if held > BATCH // 2 else PAUSE)

    async def stop(self) -> None:
        """Stop polling, wait for handlers to finish, and confirm what was handled."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.wait({self._polling})
        await self._intake.finished()
        offset = self._intake.last_offset()
        if offset is None:
            return
        try:
            await self._bot(GetUpdates(offset=offset, limit=1))
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("updates not confirmed", cause=cause_of(error))
