"""One message per thing: a screen is shown in the message whose button was tapped."""

from collections.abc import Awaitable

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.notices import MessageRef
from bot.domain.refusals import ButtonTooOld

UNCHANGED = "message is not modified"
TOO_OLD = "query is too old"


def tapped(query: CallbackQuery) -> MessageRef:
    """Return the message whose button was tapped; refuse one that Telegram no longer shows."""
    if query.message is None:
        raise ButtonTooOld
    caption = isinstance(query.message, Message) and query.message.text is None
    return MessageRef(query.message.chat.id, query.message.message_id, caption)


def replaced(query: CallbackQuery) -> MessageRef | None:
    """Return the message whose place a screen takes; None for a picture, which stays."""
    message = tapped(query)
    return None if message.caption else message


async def unless_done(request: Awaitable[object]) -> None:
    """Ask for an edit; one to what stands there already is done."""
    try:
        await request
    except TelegramBadRequest as error:
        if UNCHANGED not in str(error):
            raise


async def acknowledge(
    query: CallbackQuery, text: str | None = None, *, alert: bool = False
) -> None:
    """Answer a tap; after a long downtime it is too late for that, yet not for the rest."""
    try:
        await query.answer(text, show_alert=alert)
    except TelegramBadRequest as error:
        if TOO_OLD not in error.message:
            raise


async def show(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Answer the tap, then put the screen in place of the tapped message."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    await put(query, text, keyboard)


async def put(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Put a screen in place of the tapped message; the tap has been answered already."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    if query.message.text is None:  # a picture's caption has no room for a screen
        await query.message.answer(text, reply_markup=keyboard)
        return
    try:
        await query.message.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as error:
        if UNCHANGED not in error.message:
            raise


async def show_keyboard(
    query: CallbackQuery, keyboard: InlineKeyboardMarkup, words: str | None = None
) -> None:
    """Answer the tap, then put other buttons under the tapped message."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query, words)
    try:
        await query.message.edit_reply_markup(reply_markup=keyboard)
    except TelegramBadRequest as error:
        if UNCHANGED not in error.message:
            raise
