"""Ask somebody to type something."""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.people.members import Member
from bot.services.prompts import Prompt, Prompts
from handlers.ui.edits import acknowledge
from handlers.ui.texts import Texts


async def ask(
    query: CallbackQuery,
    member: Member,
    prompts: Prompts,
    prompt: Prompt,
    words: str,
    t: Texts,
    back: CallbackData,
) -> None:
    """Ask in a new message, with the button `back`."""
    await acknowledge(query)
    if member.telegram_id is None or query.message is None:
        return
    await prompts.ask(member.telegram_id, prompt)
    button = InlineKeyboardButton(text=t.plain("button-back"), callback_data=back.pack())
    if isinstance(query.message, Message):
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await query.message.answer(words, reply_markup=keyboard)
