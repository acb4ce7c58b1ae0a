"""What the bot's messages show, so that Telegram is not asked for what changes nothing."""

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
"""Messages of which it is known what they show: about two megabytes."""

ANSWERED_KEPT = 1_000
"""Taps of which it is known that they were answered: far more than are handled at a time."""

WORDS = (
    "text",
    "caption",
    "parse_mode",
    "entities",
    "caption_entities",
    "link_preview_options",
    "show_caption_above_media",
)
"""The parameters that say what a message's words look like."""

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
    """What a message shows, None if that is not known; and its edits under way, newest last."""

    content: ShownContent | None = None
    coming: dict[asyncio.Future[None], ShownContent] = field(default_factory=dict)
    overlapping: bool = False

    @property
    def newest(self) -> asyncio.Future[None]:
        """The edit under way that was begun last."""
        return next(reversed(self.coming))

    def begin(self, wanted: ShownContent) -> asyncio.Future[None]:
        """Note an edit under way; which of two at once Telegram does last is unknown."""
        self.overlapping = self.overlapping or bool(self.coming)
        self.content = None
        edit = asyncio.get_running_loop().create_future()
        self.coming[edit] = wanted
        return edit

    def end(self, edit: asyncio.Future[None], outcome: ShownContent | None) -> None:
        """Note what the message shows after an edit."""
        del self.coming[edit]
        if not self.coming:
            self.content = None if self.overlapping else outcome
            self.overlapping = False
        edit.set_result(None)


class SkipUnchanged(BaseRequestMiddleware):
    """Refuses, in Telegram's words and without asking it, what is known to change nothing.

    That is an edit to what the message shows already, and a second answer to one tap: each would
    cost a round trip, and edits count against the limits. So it stands before the pacing.

    It is kept in memory only. What a message shows is not known after a restart, after an edit
    that failed, and after two at once: then Telegram is asked, and its refusal tells.
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
        """Ask Telegram, unless its answer is known."""
        place = _edited(method)
        if place is not None:
            return await _edit(self._message(place), make_request, bot, method)
        if isinstance(method, AnswerCallbackQuery) and method.callback_query_id in self._answered:
            raise TelegramBadRequest(method, f"Bad Request: {TOO_OLD}: it was answered before")
        answer = await make_request(bot, method)
        self._note(bot, method, answer)
        return answer

    def _message(self, place: Place) -> _Message:
        """Return what is known of a message; those not touched for longest are dropped."""
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
                sent = self._message((answer.chat.id, answer.message_id))
                sent.content = ShownContent(_words(method, bot), _keyboard(method))


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
    """Edit a message; one that is being edited to just that is waited for first."""
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
    """Return what a message shows once it is edited; a file's size is not known before."""
    if isinstance(method, EditMessageReplyMarkup):
        return ShownContent(message.content.words if message.content else None, _keyboard(method))
    words = None if isinstance(method, EditMessageMedia) else _words(method, bot)
    return ShownContent(words, _keyboard(method))


def _words(method: TelegramMethod[Any], bot: Bot) -> int:
    return hash(tuple(_plain(getattr(method, name, None), bot) for name in WORDS))


def _plain(value: Any, bot: Bot) -> str:
    """Return a parameter as it tells apart what is shown; one left out is as it usually is."""
    known = bot.default[value.name] if isinstance(value, Default) else value
    if isinstance(known, Enum):
        known = known.value
    return repr(known) if known else ""


def _keyboard(method: TelegramMethod[Any]) -> int:
    """Return the hash of the buttons; a message of which none are given has none."""
    markup = getattr(method, "reply_markup", None)
    if not isinstance(markup, InlineKeyboardMarkup) or not markup.inline_keyboard:
        return hash("")
    return hash(markup.model_dump_json(exclude_none=True))
