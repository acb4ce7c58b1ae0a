"""The shortest way for the tap that hundreds make at once: an answer on an event's card."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, TelegramObject, Update

from bot.domain.events import EventId
from bot.domain.members import TelegramId
from bot.domain.refusals import Refusal
from bot.ports import StorageUnavailable
from bot.services.rsvps import Rsvps
from handlers.callbacks.events import RsvpButton
from handlers.cards import answer_taken
from handlers.edits import acknowledge, tapped
from handlers.texts import AllTexts


class Answering(BaseMiddleware):
    """Takes an answer before the update is routed, in one hop to the database.

    To route it and to look up who speaks would take as long as all the rest of a tap: here the
    person is recognised in the very transaction that takes the answer. Whatever cannot be taken
    goes on the usual way, to be refused in the words of whoever tapped.
    """

    def __init__(self, rsvps: Rsvps, texts: AllTexts) -> None:
        self._rsvps = rsvps
        self._texts = texts

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Take the answer, or let the update pass."""
        query = event.callback_query if isinstance(event, Update) else None
        button = None if query is None else _pressed(query)
        if not isinstance(event, Update) or query is None or button is None:
            return await handler(event, data)
        account, about = TelegramId(query.from_user.id), EventId(button.event_id)
        try:
            taken = await self._rsvps.answer_as(
                account, about, button.answer, tapped(query), event.update_id
            )
        except (Refusal, StorageUnavailable):
            return await handler(event, data)
        t = self._texts.for_language(taken.language)
        return await acknowledge(query, answer_taken(taken.standing, t))


def _pressed(query: CallbackQuery) -> RsvpButton | None:
    """Return the answer tapped in a private chat; None for anything else, forged data too."""
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    return _button(query.data or "")


@lru_cache(maxsize=1024)  # a few events' buttons, tapped by everybody
def _button(data: str) -> RsvpButton | None:
    try:
        return RsvpButton.unpack(data)
    except (TypeError, ValueError):
        return None
