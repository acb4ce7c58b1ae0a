"""The connection to Telegram, as configured."""

from http import HTTPStatus
from typing import Any, cast

from aiogram import Bot
from aiogram.client.context_controller import BotContextController
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.methods import EditMessageText, Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Message, Update
from aiohttp import BytesPayload, FormData

from bot.config.config import Config
from bot.config.telegram import Way
from handlers.pipeline.connections import connector_like, timeout_of
from handlers.pipeline.failover import FailoverSession, OpenWay

JSON = "application/json"
YES = '{"ok":true,"result":true}'
"""The exact response of Telegram when there is nothing to return."""

SAID_YES = Response[bool](ok=True, result=True)


class Session(AiohttpSession):
    """aiogram's session, without work that small requests do not need.

    Most requests have no files, and most responses are just `true`; a multipart writer for the
    former and a new model for the latter took a third of the time of a tap.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._connector_type = connector_like(self._connector_type)
        self._models: dict[type[TelegramMethod[Any]], type[Response[Any]]] = {}

    async def close(self) -> None:
        """Close the connections, without aiogram's additional wait of 0.25 s."""
        if self._session is not None:
            await self._session.close()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  as aiogram gives it
    ) -> TelegramType:
        """Send a request; a response that is not Telegram's raises `ClientDecodeError`."""
        patience: Any = timeout_of(timeout or self.timeout)  # aiogram hands it on to aiohttp
        try:
            return await super().make_request(bot, method, patience)
        except UnicodeDecodeError as error:
            raise ClientDecodeError("The answer is no text", error, error.object) from error

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """Return the body of a request: JSON unless it has files; aiohttp accepts bytes as well.

        A form quotes each byte of a Cyrillic letter, and has JSON in its fields.
        """
        files: dict[str, InputFile] = {}
        given = {
            name: self.prepare_value(value, bot, files, _dumps_json=False)
            for name, value in method
            if value is not None
        }
        if files:
            return super().build_form_data(bot, method)
        fields = {name: value for name, value in given.items() if value not in (None, "")}
        return cast("FormData", BytesPayload(self.json_dumps(fields).encode(), content_type=JSON))

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Read a response by `Response[…]`, or raise its error.

        Pydantic drops a generic model as soon as nothing references it, and would build it again
        for each response: some milliseconds for an edited message.
        """
        if content == YES and status_code == HTTPStatus.OK and method.__returning__ is bool:
            return cast("Response[TelegramType]", SAID_YES)
        kind = type(method)
        if kind not in self._models:
            self._models[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        try:
            return super().check_response(bot, method, status_code, content)
        except (TelegramAPIError, TypeError) as error:  # it searches a missing description
            if isinstance(error, TelegramAPIError) and error.message:
                raise
            raise ClientDecodeError("A refusal without a reason", error, content) from error


def build_models() -> None:
    """Build the models that every bot uses, so that no first tap waits for it: a fifth of a second.

    The others are built when they are first used (see `bot.deferral`), most in some milliseconds.
    """
    for model in (Message, Update, SendMessage, EditMessageText):
        model.model_rebuild()
    _spare_wrappers(BotContextController)


def _spare_wrappers(model: type[BotContextController]) -> None:
    """Let aiogram's models note their bot directly.

    Pydantic wraps the method that does it once for each class that a model inherits from, and each
    wrapper looks for private attributes: two fifths of the decoding of an update.
    """
    model.model_post_init = _note_bot  # type: ignore[assignment,method-assign]
    for derived in model.__subclasses__():
        _spare_wrappers(derived)


def _note_bot(model: BotContextController, context: Any, /) -> None:
    """Set the only private attribute of aiogram's models, as `BotContextController` does."""
    private = {"_bot": context.get("bot") if context else None}
    object.__setattr__(model, "__pydantic_private__", private)


def bot_for(config: Config) -> Bot:
    """Return an aiogram bot with the configured connections; close it by `async with`."""
    ways = [OpenWay(way, _session_by(way)) for way in config.telegram.ways]
    session = ways[0].session if len(ways) == 1 else FailoverSession(ways)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML)
    return Bot(config.telegram.token.get_secret_value(), session=session, default=defaults)


def _session_by(way: Way) -> Session:
    return Session(
        proxy=way.proxy.get_secret_value() if way.proxy else None,
        api=TelegramAPIServer.from_base(way.api_url),
    )
