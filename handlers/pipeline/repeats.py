"""Updates that come again after a crash, and have done what they asked for already."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

from bot.domain.refusals import AlreadyHandled
from bot.services.updates import HandledUpdates
from handlers.pipeline.context import Context


class Repeats(BaseMiddleware):
    """Turns away what was handled before the bot was started; the person is told so.

    Whether its answer was heard is not known, and to give it anew would be to do it anew.
    """

    def __init__(self, handled: HandledUpdates, context: Context) -> None:
        self._handled = handled
        self._context = context
        self._before: frozenset[int] = frozenset()

    async def load(self) -> None:
        """Learn what was handled so far; called once, before the first update."""
        self._before = await self._handled.recent()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        """Refuse what is known, in the words of whoever asked; let all else pass."""
        if isinstance(event, Update) and event.update_id in self._before:
            return await self._context(_refuse, event, data)
        return await handler(event, data)


async def _refuse(_event: TelegramObject, _data: dict[str, Any]) -> None:
    raise AlreadyHandled
