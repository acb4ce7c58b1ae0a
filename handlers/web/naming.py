"""The bot's name for links on pages."""

import asyncio
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError


class BotName:
    """Tells the bot's user name once it is known; no page waits for Telegram, which may be down."""

    def __init__(self, bot: Bot) -> None:
        self._bot, self._name = bot, ""
        self._asking: asyncio.Task[None] | None = None

    def __call__(self) -> str:
        """Return the name; empty while it is not known, and is asked for."""
        if not self._name and (self._asking is None or self._asking.done()):
            self._asking = asyncio.create_task(self._ask())
        return self._name

    async def _ask(self) -> None:
        with suppress(TelegramAPIError, ClientDecodeError):
            self._name = (await self._bot.me()).username or ""
