"""Turns: messages that wait to be sent, and why a turn does not come."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.domain.priorities import Priority


class TurnedAway(Exception):  # noqa: N818  a fact about one turn, named as one
    """The bot stops: the turn will not come, and nothing was sent."""


class Superseded(Exception):  # noqa: N818  a fact about one turn, named as one
    """A newer turn about the same thing took the place of this one: nothing was sent."""


@dataclass(frozen=True, slots=True)
class About:
    """What an edit is about: the method and the message.

    Of two about the same, the one with the higher `number` was asked for later.
    """

    method: str
    message: int
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """A message that waits; `load` is how much its chat had been answered when it came."""

    chat: int | str
    priority: Priority
    load: float
    weight: int
    about: About | None
    granted: asyncio.Future[None]
    off_the_queue: Callable[[], None] | None
