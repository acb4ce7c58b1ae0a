"""The one message in which a wizard lives: opened anew, edited by taps, ended in place."""

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.manager.message_manager import MessageManager

from handlers.ui.edits import acknowledge, edited, tapped

log = structlog.get_logger(__name__)


class WizardMessages(MessageManager):
    """Opens a wizard below the message whose button was tapped, and leaves that one alone.

    After something was typed the wizard follows to the end of the chat: it is sent first and
    deleted above only then, so that nobody waits for the deletion.
    """

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Answer a tap; a step that takes seconds has done so itself, which is no mishap."""
        await acknowledge(callback_query.as_(bot))

    async def show_message(
        self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None
    ) -> OldMessage:
        """Send or edit; what stood before a fresh message is not the wizard's to change."""
        following = new_message.show_mode is ShowMode.DELETE_AND_SEND
        if not following and new_message.show_mode is not ShowMode.SEND:
            return await super().show_message(bot, new_message, old_message)
        sent = await super().show_message(bot, new_message, None)
        if following and old_message is not None:
            await _delete(bot, old_message.chat.id, old_message.message_id)
        return sent


async def _delete(bot: Bot, chat: int, message: int) -> None:
    """Delete a wizard's older message; one that stays does no harm, its buttons say so."""
    try:
        await bot.delete_message(chat, message)
    except TelegramAPIError as error:
        log.info("older message of a wizard not deleted", cause=type(error).__name__)


async def remove_previous(bot: Bot, manager: DialogManager, chat: int) -> None:
    """Delete the message of the wizard that is still open: there is one wizard at a time."""
    stack = manager.current_stack()
    if stack.last_message_id is None:
        return
    await _delete(bot, chat, stack.last_message_id)
    stack.last_message_id = None


async def finish(
    query: CallbackQuery, manager: DialogManager, words: str, label: str, button: CallbackData
) -> None:
    """End the wizard: its message says how it ended, with one button to go on."""
    message = tapped(query)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    manager.current_stack().last_message_id = None
    onward = InlineKeyboardButton(text=label, callback_data=button.pack())
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[onward]])
    bot: Bot = manager.middleware_data["bot"]
    edit = bot.edit_message_text(
        words,
        chat_id=message.chat,
        message_id=message.message,
        reply_markup=keyboard,
        parse_mode="HTML",
    )
    if not await edited(edit):
        await bot.send_message(message.chat, words, reply_markup=keyboard, parse_mode="HTML")
