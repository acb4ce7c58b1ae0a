"""The session middleware that limits the rate of all requests to Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.delivery.limiter import Limiter
from bot.delivery.turns import About, Superseded
from bot.domain.priorities import Priority
from handlers.pipeline.floods import wait_aside
from handlers.ui.priorities import _priority

log = structlog.get_logger(__name__)

PACED = ("Send", "Edit", "Copy", "Forward", "Stop")
"""Methods that count against Telegram's limits; callback answers, deletions and queries do not."""

PACED_IN_BULK = ("Delete", "Pin")
"""Methods that are sent at once for one person, and limited when they are for many."""

LONGEST_WAIT = 30
"""Seconds for which an answer to a person waits after a 429; a notice returns to the outbox."""

SHORT_WAIT = 0.1
"""Seconds for which an update keeps its slot while its answer is queued."""

NEWER = "Bad Request: message is not modified: a newer edit of it is on its way"


class EditSuperseded(TelegramBadRequest):
    """A newer edit of the same message replaced this one, which was queued.

    It looks like an edit that changed nothing: the person who asked for it has nothing more to do.
    """


class Pacing(BaseRequestMiddleware):
    """Gives every send and edit a slot of the one limiter, and obeys a 429 for all of them."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter
        self._numbers = count()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Wait for a slot, then send; an answer to a person is repeated after a 429."""
        priority = _priority.get()
        chat = _paced_chat(method, priority)
        if chat is None:
            return await make_request(bot, method)
        weight = len(method.media) if isinstance(method, SendMediaGroup) else 1
        about = self._edited(method) if priority is Priority.ANSWER else None
        while True:
            try:
                async with self._slot(chat, priority, weight, about):
                    return await make_request(bot, method)
            except Superseded as error:
                raise EditSuperseded(method, NEWER) from error
            except TelegramRetryAfter as error:
                log.warning("asked to slow down", retry_after=error.retry_after)
                self._limiter.refused(chat, error.retry_after)
                if priority is not Priority.ANSWER or error.retry_after > LONGEST_WAIT:
                    raise
                await asyncio.sleep(0)  # from here on the limiter delays it

    @asynccontextmanager
    async def _slot(
        self, chat: int | str, priority: Priority, weight: int, about: About | None
    ) -> AsyncIterator[None]:
        """Wait for a slot of the limiter; an update that waits for long does not delay others."""
        aside = asyncio.get_running_loop().call_later(SHORT_WAIT, wait_aside)
        try:
            if self._limiter.expected_wait(chat, priority, weight) > SHORT_WAIT:
                wait_aside()
            async with self._limiter.slot(chat, priority, weight, about):
                aside.cancel()
                yield
        finally:
            aside.cancel()

    def _edited(self, method: TelegramMethod[Any]) -> About | None:
        """Return the message of an edit: only the newest of queued edits is sent."""
        name, message = type(method).__name__, getattr(method, "message_id", None)
        if not name.startswith("Edit") or message is None:
            return None
        return About(name, message, next(self._numbers))


def _paced_chat(method: TelegramMethod[Any], priority: Priority) -> int | str | None:
    name = type(method).__name__
    paced = PACED if priority is Priority.ANSWER else PACED + PACED_IN_BULK
    if not name.startswith(paced) or name == "SendChatAction":
        return None
    chat: int | str | None = getattr(method, "chat_id", None)
    return chat
