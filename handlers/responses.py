"""A session middleware that spares aiogram from building its response models again and again."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType


class KeptResponses(BaseRequestMiddleware):
    """Holds on to the model of each method's answer once it has been used.

    aiogram reads an answer by `Response[…]`, and pydantic forgets a generic model as soon as nobody
    holds it: without this, every edited message costs the building of one, some milliseconds.
    """

    def __init__(self) -> None:
        self._models: dict[type[TelegramMethod[Any]], type[Response[Any]]] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Pass the request on."""
        kind = type(method)
        if kind not in self._models:
            self._models[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        return await make_request(bot, method)
