"""How updates arrive: by long polling, or by Telegram's calls (`webhooks.py`)."""

from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from handlers.draining import Draining

log = structlog.get_logger(__name__)

AT_ONCE = 100
"""Updates handled at a time. More make the slowest ten times slower, and a crash loses more."""


class ListenRefused(Exception):  # noqa: N818  a fact about the machine, named as one
    """The webhook's address cannot be listened on; the message names key and remedy."""


class Updates(Protocol):
    """A source of updates."""

    async def prepare(self) -> None:
        """Tell Telegram how updates are wanted; raises what Telegram answers."""

    async def run(self) -> None:
        """Take updates until `stop`."""

    async def stop(self) -> None:
        """Take no more, and return when those in flight are handled."""


class Polling:
    """Asks Telegram for updates."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, draining: Draining) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._draining = draining
        self._running = False

    async def prepare(self) -> None:
        """Take a webhook away that would keep the updates from us."""
        await self._bot.delete_webhook(drop_pending_updates=False)
        await self._bot.me()

    async def run(self) -> None:
        """Poll until stopped; a failing line is tried again and again by aiogram."""
        self._running = True
        try:
            await self._dispatcher.start_polling(
                self._bot,
                handle_signals=False,
                close_bot_session=False,
                tasks_concurrency_limit=AT_ONCE,
            )
        finally:
            self._running = False

    async def stop(self) -> None:
        """Stop polling, let handlers finish, and confirm what was handled.

        Unconfirmed updates come again at the next start: without the last step, those just handled
        would be handled twice.
        """
        if self._running:
            await self._dispatcher.stop_polling()
        await self._draining.finished()
        if self._draining.newest is None:
            return
        try:
            await self._bot.get_updates(offset=self._draining.newest + 1, limit=1, timeout=0)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("updates not confirmed", cause=type(error).__name__)
