"""Let many people do the same at about the same time."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from itertools import count

from bot.commands.common import progress_bar
from bot.demo.actors import Actor

AT_ONCE = 24
"""How many people act at the same moment."""


async def all_of(actors: Collection[Actor], act: Callable[[Actor], Awaitable[None]]) -> None:
    """Let everybody act, with a progress bar; raise the first error."""
    turns, done = asyncio.Semaphore(AT_ONCE), count(1)
    with progress_bar("") as bar:

        async def take_turn(actor: Actor) -> None:
            async with turns:
                await act(actor)
            bar(next(done), len(actors))

        try:
            async with asyncio.TaskGroup() as group:
                for actor in actors:
                    group.create_task(take_turn(actor))
        except ExceptionGroup as several:
            raise several.exceptions[0] from None
