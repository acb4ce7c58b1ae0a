"""Several connections to Telegram, of which the first that works is used."""

import asyncio
import math
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import GetMe, GetWebhookInfo, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.config.telegram import Way
from bot.domain.health import WayState
from handlers.pipeline.connections import ConnectionFailed, cause_of

log = structlog.get_logger(__name__)

PROBE_SECONDS = 10
"""Seconds within which a failed connection must answer before it is used again."""


FIRST_REST, LONGEST_REST = 10, 1800
"""Seconds until a connection that failed soon after the return to it is tried again. They double.

A trial cannot tell everything: a line may answer short requests and freeze the long ones.
"""
STEADY = 600
"""Seconds after which a connection that was returned to has proved itself."""


@dataclass(slots=True, eq=False)
class OpenWay:
    """A connection to Telegram, its session, and its state. None is returned to while it rests."""

    way: Way
    session: BaseSession
    failures: int = 0
    answered_at: float | None = None
    rest: float = 0
    rests_until: float = -math.inf


class FailoverSession(BaseSession):
    """Uses one connection, and switches to the next if it fails.

    A request that was not sent is retried at once on the next one. One that may have arrived is
    not: the caller decides, as with a single connection. `heal` returns to the first one.
    """

    def __init__(
        self, ways: Sequence[OpenWay], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(api=ways[0].session.api)
        self.ways = tuple(ways)
        self._monotonic = monotonic
        self._number = 0
        self._used_since = -math.inf

    @property
    def used(self) -> OpenWay:
        """The connection in use."""
        return self.ways[self._number]

    def states(self) -> tuple[WayState, ...]:
        """Return the state of each connection."""
        now = self._monotonic()
        return tuple(
            WayState(
                one.way.name,
                one is self.used,
                one.failures,
                None if one.answered_at is None else now - one.answered_at,
            )
            for one in self.ways
        )

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  as aiogram gives it
    ) -> TelegramType:
        """Try one connection after the other, until the request was sent."""
        failure: Exception | None = None
        for one in self._in_turn():
            try:
                return await self._ask(one, bot, method, timeout)
            except (TelegramNetworkError, ClientDecodeError) as error:
                self._leave(one, error)
                if not isinstance(error.__cause__, ConnectionFailed):
                    raise
                failure = error
        assert failure is not None  # noqa: S101  there is always a way
        raise failure

    def _in_turn(self) -> Iterator[OpenWay]:
        first = self._number
        yield from self.ways[first:] + self.ways[:first]

    async def _ask(
        self,
        one: OpenWay,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None,  # noqa: ASYNC109  as aiogram gives it
    ) -> TelegramType:
        """Send the request over this connection; a refusal by Telegram is an answer too."""
        try:
            answer = await one.session.make_request(bot, method, timeout)
        except (TelegramNetworkError, ClientDecodeError):
            one.failures += 1
            raise
        except AiogramError:
            one.answered_at = self._monotonic()
            raise
        one.answered_at = self._monotonic()
        return answer

    def _leave(self, one: OpenWay, error: Exception) -> None:
        """Switch to the next connection, unless another request has already done so."""
        if one is self.used:
            self._rest(one)
            self._use((self._number + 1) % len(self.ways))
            log.warning(
                "a way to Telegram fails",
                way=one.way.name,
                cause=cause_of(error),
                next=self.used.way.name,
            )

    def _rest(self, one: OpenWay) -> None:
        """Have a connection rest, the longer the more often it has failed soon after a return."""
        now = self._monotonic()
        is_steady = now - self._used_since >= STEADY
        one.rest = 0 if is_steady else min(max(one.rest * 2, FIRST_REST), LONGEST_REST)
        one.rests_until = now + one.rest

    def _use(self, number: int) -> None:
        self._number, self._used_since = number, self._monotonic()
        self.api = self.used.session.api

    async def heal(self, bot: Bot) -> None:
        """Switch back to the first connection that answers again."""
        earlier = self.ways[: self._number]
        works = await asyncio.gather(*(self._works(one, bot) for one in earlier))
        number = next((place for place, answered in enumerate(works) if answered), None)
        if number is not None and number < self._number:
            self._use(number)
            log.info("a way to Telegram works again", way=self.used.way.name)

    async def _works(self, one: OpenWay, bot: Bot) -> bool:
        """Try a connection that does not rest by two requests, the second on the line of the first.

        A trial by `getUpdates` would end the poll that waits on the connection in use.
        """
        if self._monotonic() < one.rests_until or await self.probe(one, bot) is not None:
            return False
        return await self.probe(one, bot, GetWebhookInfo()) is None

    async def probe(
        self, one: OpenWay, bot: Bot, method: TelegramMethod[Any] | None = None
    ) -> Exception | None:
        """Send a harmless request over a connection; return the error."""
        try:
            await self._ask(one, bot, method or GetMe(), PROBE_SECONDS)
        except (TelegramNetworkError, ClientDecodeError) as error:
            return error
        except AiogramError:
            return None
        return None

    async def close(self) -> None:
        """Close all connections."""
        for one in self.ways:
            await one.session.close()

    async def stream_content(
        self, url: str, *args: Any, **options: Any
    ) -> AsyncGenerator[bytes, None]:
        """Download over the connection in use."""
        async for chunk in self.used.session.stream_content(url, *args, **options):
            yield chunk
