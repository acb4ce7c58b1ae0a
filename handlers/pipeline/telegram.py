"""The line to Telegram, as the configuration lays it."""

from enum import Enum
from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile
from aiohttp import BytesPayload, FormData
from yarl import URL

from bot.config.config import Config
from bot.config.telegram import Way
from handlers.pipeline.connections import connector_like
from handlers.pipeline.failover import FailoverSession, OpenWay

FORM = "application/x-www-form-urlencoded"
YES = '{"ok":true,"result":true}'
"""What Telegram answers whenever there is nothing to tell, to the letter."""

NOWHERE = URL("/")

SAID_YES = Response[bool](ok=True, result=True)


class Session(AiohttpSession):
    """aiogram's session without the work that is the same for every small request.

    Most of what a bot asks has no files, and most of what it is told is «yes»; a third of the time
    that a tap took went into a multipart writer for the one and the building of a model for the
    other.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._connector_type = connector_like(self._connector_type)
        self._models: dict[type[TelegramMethod[Any]], type[Response[Any]]] = {}

    async def close(self) -> None:
        """Close the connections, without the quarter of a second that aiogram waits besides."""
        if self._session is not None:
            await self._session.close()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  as aiogram gives it
    ) -> TelegramType:
        """Ask; whatever comes back that is no answer of Telegram's is a `ClientDecodeError`."""
        try:
            return await super().make_request(bot, method, timeout)
        except UnicodeDecodeError as error:
            raise ClientDecodeError("The answer is no text", error, error.object) from error

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """Return the body of a request; aiohttp takes a ready one as it takes a form."""
        files: dict[str, InputFile] = {}
        fields = {
            name: value.value if isinstance(value, Enum) else value
            for name, raw in method.model_dump(warnings=False).items()
            if (value := self.prepare_value(raw, bot=bot, files=files))
        }
        if files:
            return super().build_form_data(bot, method)
        return cast("FormData", BytesPayload(_encoded(fields), content_type=FORM))

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Read an answer by `Response[…]`, or raise what it says.

        Pydantic forgets a generic model as soon as nobody holds it, and would build it again for
        each answer: some milliseconds for an edited message.
        """
        if content == YES and status_code == HTTPStatus.OK and method.__returning__ is bool:
            return cast("Response[TelegramType]", SAID_YES)
        kind = type(method)
        if kind not in self._models:
            self._models[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        try:
            return super().check_response(bot, method, status_code, content)
        except (TelegramAPIError, TypeError) as error:  # it looks for a word in no description
            if isinstance(error, TelegramAPIError) and error.message:
                raise
            raise ClientDecodeError("A refusal without a reason", error, content) from error


def _encoded(fields: dict[str, str]) -> bytes:
    """Return a form as `urlencode` makes it, but for signs that may stand as they are in it.

    That quotes each byte of a Cyrillic letter in Python: for a card most of the time of its edit.
    """
    return NOWHERE.with_query(fields).raw_query_string.encode("ascii")


def bot_for(config: Config) -> Bot:
    """Return an aiogram bot with the configured ways to Telegram; close it by `async with`."""
    ways = [OpenWay(way, _session_by(way)) for way in config.telegram.ways]
    session = ways[0].session if len(ways) == 1 else FailoverSession(ways)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
    return Bot(config.telegram.token.get_secret_value(), session=session, default=defaults)


def _session_by(way: Way) -> Session:
    return Session(
        proxy=way.proxy.get_secret_value() if way.proxy else None,
        api=TelegramAPIServer.from_base(way.api_url),
    )
