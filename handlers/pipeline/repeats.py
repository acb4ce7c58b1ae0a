"""Recognise updates that come again after a crash and were handled before it."""

from aiogram.types import Update

from bot.domain.refusals import AlreadyHandled
from bot.services.updates import HandledUpdates
from handlers.pipeline.context import Context
from handlers.pipeline.steps import Next
from handlers.ui.routes import Data


class Repeats:
    """Refuses updates that were handled before the bot was started; the person is told.

    Whether the answer was seen is unknown, and giving it again would repeat the act.
    """

    def __init__(self, handled: HandledUpdates, context: Context) -> None:
        self._handled = handled
        self._context = context
        self._before: frozenset[int] = frozenset()

    async def load(self) -> None:
        """Load the updates handled so far; called once, before the first update."""
        self._before = await self._handled.recent()

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Refuse a known update in the person's language; pass on all others."""
        if update.update_id in self._before:
            await self._context(_refuse, update, data)
        else:
            await handler(update, data)


async def _refuse(_update: Update, _data: Data) -> None:
    raise AlreadyHandled
