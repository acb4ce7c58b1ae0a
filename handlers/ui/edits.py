"""Show a screen in the message whose button was tapped."""

from collections.abc import Awaitable, Callable

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.notices import MessageRef
from bot.domain.refusals import ButtonTooOld

log = structlog.get_logger(__name__)

BROKEN_LINE = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
"""Errors after which it is unknown whether Telegram carried out the request."""

TRIES = 3
UNCHANGED = "message is not modified"
TOO_OLD = "query is too old"
GONE = (
    "message to edit not found",
    "message can't be edited",
    "MESSAGE_ID_INVALID",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
"""Error texts of Telegram for a message that cannot be edited."""


def tapped(query: CallbackQuery) -> MessageRef:
    """Return the message whose button was tapped; refuse one that no longer exists."""
    if query.message is None:
        raise ButtonTooOld
    caption = isinstance(query.message, Message) and query.message.text is None
    return MessageRef(query.message.chat.id, query.message.message_id, caption)


def replaced(query: CallbackQuery) -> MessageRef | None:
    """Return the message to edit; None for a picture, which stays."""
    message = tapped(query)
    return None if message.caption else message


async def unless_done(request: Awaitable[object]) -> None:
    """Send an edit; one that changes nothing counts as done."""
    try:
        await request
    except TelegramBadRequest as error:
        if UNCHANGED not in error.message:
            raise


async def edited(request: Awaitable[object]) -> bool:
    """Send an edit; tell whether the message still exists, because people delete messages."""
    try:
        await unless_done(request)
    except TelegramBadRequest as error:
        if not any(reason in error.message for reason in GONE):
            raise
        return False
    return True


async def acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    """Answer a tap; the act is done and is shown even if this answer is lost.

    The answer may come too late after downtime, the connection may fail, or the rate limit apply.
    """
    try:
        await insist(lambda: query.answer(text, show_alert=alert))
    except TelegramBadRequest as error:
        if TOO_OLD not in error.message:
            raise
    except (*BROKEN_LINE, TelegramRetryAfter) as error:
        log.warning("tap not answered", cause=type(error).__name__)


async def insist(say: Callable[[], Awaitable[object]]) -> None:
    """Send something again after network errors, a few times; it may arrive more than once."""
    for _ in range(TRIES - 1):
        try:
            await say()
        except BROKEN_LINE:
            continue
        return
    await say()


async def show(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Answer the tap, then show the screen in the tapped message."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    await put(query, text, keyboard)


async def put(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Show a screen in the tapped message; the tap has been answered already."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    message = query.message
    if message.text is not None and await edited(message.edit_text(text, reply_markup=keyboard)):
        return
    await message.answer(text, reply_markup=keyboard)  # it may be too long for a picture's caption


async def show_keyboard(
    query: CallbackQuery, keyboard: InlineKeyboardMarkup, words: str | None = None, resend: str = ""
) -> None:
    """Answer the tap, then change the buttons of the tapped message.

    If that is gone, `resend` is sent with them; without it `words` was the whole answer.
    """
    message = query.message
    if not isinstance(message, Message):
        raise ButtonTooOld
    await acknowledge(query, words)
    if not await edited(message.edit_reply_markup(reply_markup=keyboard)) and resend:
        await message.answer(resend, reply_markup=keyboard)


async def show_whole(
    query: CallbackQuery, words: str, keyboard: InlineKeyboardMarkup, resend: str
) -> None:
    """Answer the tap, then change text and buttons of the tapped message, picture or not.

    If that is gone, `resend` is sent, which need not fit into a caption.
    """
    message = query.message
    if not isinstance(message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    edit = (
        message.edit_caption(caption=words, reply_markup=keyboard)
        if message.text is None
        else message.edit_text(words, reply_markup=keyboard)
    )
    if not await edited(edit):
        await message.answer(resend, reply_markup=keyboard)
