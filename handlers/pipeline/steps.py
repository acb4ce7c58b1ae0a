"""The steps that each update passes on the way to its handler."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeAlias

from aiogram.dispatcher.middlewares.user_context import UserContextMiddleware
from aiogram.types import Update

from handlers.ui.routes import Data

Next: TypeAlias = Callable[[Update, Data], Awaitable[None]]
Step: TypeAlias = Callable[[Next, Update, Data], Awaitable[None]]
"""Calls the next step, or raises a refusal; earlier steps see what later ones raise."""


class Pipeline:
    """Handles updates: the first step is the outermost, `last` runs the handler."""

    def __init__(self, steps: Sequence[Step], last: Next, given: Data) -> None:
        """`given` are the named arguments that every handler can ask for."""
        self._given = given
        self._first = last
        for step in reversed(steps):
            self._first = partial(step, self._first)

    async def handle(self, update: Update) -> None:
        """Pass an update through the steps."""
        said = UserContextMiddleware.resolve_event_context(update)
        data = {
            **self._given,
            "update_id": update.update_id,
            "event_from_user": said.user,
            "event_chat": said.chat,
        }
        await self._first(update, data)
