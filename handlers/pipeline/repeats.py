"""Updates that come again after a crash, and have done what they asked for already."""

from aiogram.types import Update

from bot.domain.refusals import AlreadyHandled
from bot.services.updates import HandledUpdates
from handlers.pipeline.context import Context
from handlers.pipeline.steps import Next
from handlers.ui.routes import Data


class Repeats:
    """Turns away what was handled before the bot was started; the person is told so.

    Whether its answer was seen is not known, and giving it again would do the act again.
    """

    def __init__(self, handled: HandledUpdates, context: Context) -> None:
        self._handled = handled
        self._context = context
        self._before: frozenset[int] = frozenset()

    async def load(self) -> None:
        """Learn what was handled so far; called once, before the first update."""
        self._before = await self._handled.recent()

    async def __call__(self, handler: Next, update: Update, data: Data) -> None:
        """Refuse what is known, in the words of the person who asked; let all else pass."""
        if update.update_id in self._before:
            await self._context(_refuse, update, data)
        else:
            await handler(update, data)


async def _refuse(_update: Update, _data: Data) -> None:
    raise AlreadyHandled
