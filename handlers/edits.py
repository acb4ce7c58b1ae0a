"""One message per thing: a screen is shown in the message whose button was tapped."""

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
    return MessageRef(query.message.chat.id, query.message.message_id)


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Answer a tap; after a long downtime it is too late for that, yet not for the rest."""
    try:
        await query.answer(text)
    except TelegramBadRequest as error:
        if TOO_OLD not in error.message:
            raise


async def show(query: CallbackQuery, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Answer the tap, then put the screen in place of the tapped message."""
    if not isinstance(query.message, Message):
        raise ButtonTooOld
    await acknowledge(query)
    try:
        await query.message.edit_text(text, reply_markup=keyboard)
    except TelegramBadRequest as error:
        if UNCHANGED not in error.message:
            raise
