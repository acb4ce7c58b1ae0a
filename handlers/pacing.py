"""The session middleware through which every request to Telegram passes at the right pace."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.delivery.limiter import Limiter
from bot.domain.priorities import Priority

log = structlog.get_logger(__name__)

PACED = ("Send", "Edit", "Copy", "Forward", "Stop")
"""What counts against Telegram's limits; callback answers, deletions and questions do not."""

PACED_IN_BULK = ("Delete", "Pin")
"""What is let through at once for one person, and paced as all else when it is done to many."""

LONGEST_WAIT = 30
"""Seconds for which an answer to a person waits out a 429; a notice goes back to the outbox."""

_priority: ContextVar[Priority] = ContextVar("priority", default=Priority.ANSWER)


@contextmanager
def as_priority(priority: Priority) -> Iterator[None]:
    """Send what is sent within at this priority; an answer to a person is the default."""
    token = _priority.set(priority)
    try:
        yield
    finally:
        _priority.reset(token)


class Pacing(BaseRequestMiddleware):
    """Gives every send and edit a slot of the one limiter, and obeys a 429 for all of them."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Wait for the turn, then ask; an answer to a person is asked again after a 429."""
        priority = _priority.get()
        chat = _paced_chat(method, priority)
        if chat is None:
            return await make_request(bot, method)
        weight = len(method.media) if isinstance(method, SendMediaGroup) else 1
        while True:
            try:
                async with self._limiter.slot(chat, priority, weight):
                    return await make_request(bot, method)
            except TelegramRetryAfter as error:
                log.warning("asked to slow down", retry_after=error.retry_after)
                self._limiter.pause(error.retry_after)
                if priority is not Priority.ANSWER or error.retry_after > LONGEST_WAIT:
                    raise
                await asyncio.sleep(0)  # the limiter holds everybody back from here on


def _paced_chat(method: TelegramMethod[Any], priority: Priority) -> int | str | None:
    name = type(method).__name__
    paced = PACED if priority is Priority.ANSWER else PACED + PACED_IN_BULK
    if not name.startswith(paced) or name == "SendChatAction":
        return None
    chat: int | str | None = getattr(method, "chat_id", None)
    return chat
