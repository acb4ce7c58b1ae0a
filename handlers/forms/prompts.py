"""Asking somebody to type something, and knowing the answer when it comes."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    TelegramObject,
)

from bot.domain.people.members import Member
from bot.services.prompts import Prompt, Prompts
from handlers.events.callbacks.events import EventButton, RsvpButton
from handlers.polls.callbacks.polls import GiveProxyButton
from handlers.ui.edits import acknowledge
from handlers.ui.filters import in_private
from handlers.ui.texts import Texts

IN_PASSING = tuple(f"{one.__prefix__}:" for one in (RsvpButton, GiveProxyButton))
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Prompted(Filter):  # aiogram awaits its own filters only
    """A filter: whether this is the answer to a question of `kind`; handlers get `prompt`.

    Commands are never answers. A handler whose text was accepted calls `Prompts.forget`; one that
    was refused leaves the question open, so that it can be answered again.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind

    async def __call__(
        self, message: Message, prompts: Prompts, member: Member | None
    ) -> bool | dict[str, Any]:
        """Look the open question of the person up."""
        if member is None or member.telegram_id is None or not await in_private(message):
            return False
        if (message.text or "").startswith("/"):
            return False
        prompt = await prompts.asked(member.telegram_id)
        return {"prompt": prompt} if prompt is not None and prompt.kind == self._kind else False


class TapsElsewhere(BaseMiddleware):
    """Forgets the open question of whoever taps a button: they have turned to something else.

    An answer to an event is given in passing, and must be quick: it leaves the question open. So
    does the yes to what was typed, which has yet to be read.
    """

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Forget the question before the tap asks another one."""
        member: Member | None = data.get("member")
        telegram_id = member.telegram_id if member else None
        in_passing = isinstance(event, CallbackQuery) and (event.data or "").startswith(IN_PASSING)
        if in_passing:
            return await handler(event, data)
        if telegram_id is not None and await self._prompts.asked(telegram_id) is not None:
            await self._prompts.forget(telegram_id)
        return await handler(event, data)


async def ask(
    query: CallbackQuery,
    member: Member,
    prompts: Prompts,
    prompt: Prompt,
    words: str,
    t: Texts,
    back: CallbackData | None = None,
) -> None:
    """Ask in a message of its own, with the way `back`: to the event's card unless it is given."""
    await acknowledge(query)
    if member.telegram_id is None or query.message is None:
        return
    await prompts.ask(member.telegram_id, prompt)
    data = (back or EventButton(event_id=prompt.subject)).pack()
    button = InlineKeyboardButton(text=t.plain("button-back"), callback_data=data)
    if isinstance(query.message, Message):
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await query.message.answer(words, reply_markup=keyboard)
