"""The shortest way for the taps that hundreds make at once: answers to events, and ballots."""

from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any, TypeAlias

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, TelegramObject, Update

from bot.domain.events.events import EventId
from bot.domain.people.members import TelegramId
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.polls import PollId
from bot.domain.refusals import Refusal
from bot.ports import StorageUnavailable
from bot.services.events.rsvps import Rsvps
from bot.services.polls.ballots import Ballots
from handlers.events.callbacks.events import RsvpButton
from handlers.events.cards import answer_taken
from handlers.polls.ballots import CastingButton, said_by, tell_cast
from handlers.polls.callbacks.polls import CastButton, VoteButton
from handlers.ui.edits import acknowledge, replaced, tapped
from handlers.ui.texts import AllTexts

Taken: TypeAlias = RsvpButton | CastingButton
"""What is taken here."""

BALLOTS = {kind.__prefix__: kind for kind in (VoteButton, CastButton)}


class Answering(BaseMiddleware):
    """Takes an answer or a ballot before the update is routed, in one hop to the database.

    To route it and to look up who speaks would take as long as all the rest of a tap: here the
    person is recognised in the very transaction that takes it. Whatever cannot be taken goes on
    the usual way, to be refused in the words of whoever tapped.
    """

    def __init__(self, rsvps: Rsvps, ballots: Ballots, texts: AllTexts) -> None:
        self._rsvps = rsvps
        self._ballots = ballots
        self._texts = texts

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Take what was tapped, or let the update pass."""
        query = event.callback_query if isinstance(event, Update) else None
        button = None if query is None else _pressed(query)
        if not isinstance(event, Update) or query is None or button is None:
            return await handler(event, data)
        try:
            tell = await self._taken(query, button, event.update_id)
        except (Refusal, StorageUnavailable):
            return await handler(event, data)
        return await tell

    async def _taken(self, query: CallbackQuery, button: Taken, order: int) -> Awaitable[None]:
        """Take what a button says; return what is left to do: to tell of it."""
        account = TelegramId(query.from_user.id)
        if isinstance(button, RsvpButton):
            event = EventId(button.event_id)
            taken = await self._rsvps.answer_as(account, event, button.answer, tapped(query), order)
            t = self._texts.for_language(taken.language)
            return acknowledge(query, answer_taken(taken.standing, t))
        poll, voter = PollId(button.poll_id), VoterId(button.voter_id)
        said = said_by(button)
        done = await self._ballots.cast_as(account, poll, voter, said, replaced(query), order)
        return tell_cast(query, done.cast, self._texts.for_language(done.language))


def _pressed(query: CallbackQuery) -> Taken | None:
    """Return what was tapped in a private chat; None for anything else, forged data too."""
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    data = query.data or ""
    ballot = BALLOTS.get(data.partition(":")[0])
    return _answer(data) if ballot is None else _ballot(ballot, data)


def _ballot(kind: type[CastingButton], data: str) -> CastingButton | None:
    try:
        return kind.unpack(data)
    except (TypeError, ValueError):
        return None


@lru_cache(maxsize=1024)  # a few events' buttons, tapped by everybody; of ballots none is kept
def _answer(data: str) -> RsvpButton | None:
    try:
        return RsvpButton.unpack(data)
    except (TypeError, ValueError):
        return None
