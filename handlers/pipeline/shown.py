"""Remember what the bot's messages show, to skip requests that change nothing."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeAlias

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    Response,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, Message

from handlers.ui.edits import TOO_OLD, UNCHANGED

MESSAGES_KEPT = 5_000
"""Messages whose content is known: about two megabytes."""

ANSWERED_KEPT = 1_000
"""Taps known to be answered: far more than are handled at a time."""

WORDS = (
    "text",
    "caption",
    "parse_mode",
    "entities",
    "caption_entities",
    "link_preview_options",
    "show_caption_above_media",
)
"""The parameters that determine a message's text."""

EDITS = (EditMessageText, EditMessageCaption, EditMessageMedia, EditMessageReplyMarkup)

Place: TypeAlias = tuple[int | str, int]
"""A chat, and a message in it."""


@dataclass(frozen=True, slots=True)
class ShownContent:
    """What a message shows, as hashes; `words` is None if only its keyboard is known."""

    words: int | None
    keyboard: int


@dataclass(slots=True)
class _Message:
    """What a message shows, None if unknown; and its edits in flight, the newest last."""

    content: ShownContent | None = None
    coming: dict[asyncio.Future[None], ShownContent] = field(default_factory=dict)
    overlapping: bool = False

    @property
    def newest(self) -> asyncio.Future[None]:
        """The edit in flight that began last."""
        return next(reversed(self.coming))

    def begin(self, wanted: ShownContent) -> asyncio.Future[None]:
        """Record an edit in flight; of two at once the order at Telegram is unknown."""
        self.overlapping = self.overlapping or bool(self.coming)
        self.content = None
        edit = asyncio.get_running_loop().create_future()
        self.coming[edit] = wanted
        return edit

    def end(self, edit: asyncio.Future[None], outcome: ShownContent | None) -> None:
        """Record what the message shows after an edit."""
        del self.coming[edit]
        if not self.coming:
            self.content = None if self.overlapping else outcome
            self.overlapping = False
        edit.set_result(None)


class SkipUnchanged(BaseRequestMiddleware):
    """Skips requests that are known to change nothing, with the error that Telegram would give.

    These are an edit to the same content, and a second answer to one tap: each would cost a round
    trip, and edits count against the limits. So this comes before the pacing.

    It is kept in memory only. The content is unknown after a restart, after a failed edit, and
    after two edits at once: then the request is sent to Telegram.
    """

    def __init__(self) -> None:
        self._messages: OrderedDict[Place, _Message] = OrderedDict()
        self._answered: OrderedDict[str, None] = OrderedDict()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Send the request, unless its answer is known."""
        place = _edited(method)
        if place is not None:
            return await _edit(self._message(place), make_request, bot, method)
        if isinstance(method, AnswerCallbackQuery) and method.callback_query_id in self._answered:
            raise TelegramBadRequest(method, f"Bad Request: {TOO_OLD}: it was answered before")
        answer = await make_request(bot, method)
        self._note(bot, method, answer)
        return answer

    def _message(self, place: Place) -> _Message:
        """Return what is known of a message; the least recently used ones are dropped."""
        message = self._messages.setdefault(place, _Message())
        self._messages.move_to_end(place)
        if len(self._messages) > MESSAGES_KEPT:
            self._messages.popitem(last=False)
        return message

    def _note(self, bot: Bot, method: TelegramMethod[Any], answer: Any) -> None:
        match method:
            case AnswerCallbackQuery(callback_query_id=query):
                self._answered[query] = None
                if len(self._answered) > ANSWERED_KEPT:
                    self._answered.popitem(last=False)
            case DeleteMessage(chat_id=chat, message_id=number):
                self._messages.pop((chat, number), None)
            case DeleteMessages(chat_id=chat, message_ids=numbers):
                for number in numbers:
                    self._messages.pop((chat, number), None)
            case _ if isinstance(answer, Message):
                place = answer.chat.id, answer.message_id
                if place not in self._messages:  # else it was tapped and edited before this answer
                    content = ShownContent(_words(method, bot), _keyboard(method))
                    self._message(place).content = content


def _edited(method: TelegramMethod[Any]) -> Place | None:
    if not isinstance(method, EDITS) or method.chat_id is None or method.message_id is None:
        return None
    return method.chat_id, method.message_id


async def _edit(
    message: _Message,
    make_request: NextRequestMiddlewareType[TelegramType],
    bot: Bot,
    method: TelegramMethod[TelegramType],
) -> Response[TelegramType]:
    """Edit a message; if an edit to the same content is in flight, wait for that first."""
    wanted = _wanted(message, method, bot)
    while message.coming and message.coming[edit := message.newest] == wanted:
        await asyncio.wait([edit])
        wanted = _wanted(message, method, bot)
    if wanted == message.content and not isinstance(method, EditMessageMedia):
        raise TelegramBadRequest(method, f"Bad Request: {UNCHANGED}: it shows that already")
    edit, outcome = message.begin(wanted), None
    try:
        answer = await make_request(bot, method)
        outcome = wanted
    except TelegramBadRequest as error:
        outcome = wanted if UNCHANGED in error.message else None
        raise
    finally:
        message.end(edit, outcome)
    return answer


def _wanted(message: _Message, method: TelegramMethod[Any], bot: Bot) -> ShownContent:
    """Return what a message will show; the size of a file is not known before."""
    if isinstance(method, EditMessageReplyMarkup):
        return ShownContent(message.content.words if message.content else None, _keyboard(method))
    words = None if isinstance(method, EditMessageMedia) else _words(method, bot)
    return ShownContent(words, _keyboard(method))


def _words(method: TelegramMethod[Any], bot: Bot) -> int:
    return hash(tuple(_plain(getattr(method, name, None), bot) for name in WORDS))


def _plain(value: Any, bot: Bot) -> str:
    """Return a parameter in comparable form; a missing one has its default."""
    known = bot.default[value.name] if isinstance(value, Default) else value
    if isinstance(known, Enum):
        known = known.value
    return repr(known) if known else ""


def _keyboard(method: TelegramMethod[Any]) -> int:
    """Return the hash of the buttons; a message without any has none."""
    markup = getattr(method, "reply_markup", None)
    if not isinstance(markup, InlineKeyboardMarkup) or not markup.inline_keyboard:
        return hash("")
    return hash(markup.model_dump_json(exclude_none=True))
