"""Count taps and requests, without their content or people."""

from collections.abc import Awaitable, Callable

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import GetWebhookInfo, Response, SetWebhook, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Update

from bot.services.health import Figures
from handlers.pipeline.pacing import PACED
from handlers.pipeline.updates import GetUpdates

OF_UPDATES = (GetUpdates, SetWebhook, GetWebhookInfo)
"""Requests about updates: an answer shows that updates can arrive."""


class RequestMeter(BaseRequestMiddleware):
    """Counts requests that reach Telegram; it comes after the pacing, which repeats requests."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Send the request, and count the result."""
        try:
            answer = await make_request(bot, method)
        except TelegramRetryAfter:
            self._figures.slow_downs += 1
            raise
        if isinstance(method, OF_UPDATES):
            self._figures.telegram_answered()
        elif type(method).__name__.startswith(PACED):
            self._figures.sends += 1
        return answer


class TapMeter:
    """Measures how long taps take."""

    def __init__(self, handle: Callable[[Update], Awaitable[None]], figures: Figures) -> None:
        self._handle = handle
        self._figures = figures

    async def __call__(self, update: Update) -> None:
        """Handle an update."""
        if update.callback_query is None:
            await self._handle(update)
            return
        began = self._figures.monotonic()
        try:
            await self._handle(update)
        finally:
            self._figures.tapped(self._figures.monotonic() - began)
