"""Several ways to Telegram, of which the first that works is used."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import GetMe, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.config.telegram import Way
from bot.domain.health import WayState
from handlers.pipeline.connections import ConnectionFailed, cause_of

log = structlog.get_logger(__name__)

PROBE_SECONDS = 10
"""What a way that failed has for an answer before it is used again."""


@dataclass(slots=True, eq=False)
class OpenWay:
    """A way to Telegram, its connections, and how it has fared."""

    way: Way
    session: BaseSession
    failures: int = 0
    answered_at: float | None = None


class FailoverSession(BaseSession):
    """Asks by the way in use, and goes on with the next one if that fails.

    A request that never left is asked again at once by the next way. One that may have arrived is
    not: whoever asked decides, as with a single way. `heal` goes back to the first.
    """

    def __init__(
        self, ways: Sequence[OpenWay], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(api=ways[0].session.api)
        self.ways = tuple(ways)
        self._monotonic = monotonic
        self._number = 0

    @property
    def used(self) -> OpenWay:
        """The way in use."""
        return self.ways[self._number]

    def states(self) -> tuple[WayState, ...]:
        """Tell how each way fares."""
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
        """Ask by one way after the other, as long as the request has not left."""
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
        """Ask by this way; a refusal of Telegram's is an answer, too."""
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
        """Use the next way from now on, unless another request has changed it already."""
        if one is self.used:
            self._use((self._number + 1) % len(self.ways))
            log.warning(
                "a way to Telegram fails",
                way=one.way.name,
                cause=cause_of(error),
                next=self.used.way.name,
            )

    def _use(self, number: int) -> None:
        self._number = number
        self.api = self.used.session.api

    async def heal(self, bot: Bot) -> None:
        """Go back to the first way before the one in use that answers again."""
        earlier = self.ways[: self._number]
        failures = await asyncio.gather(*(self.probe(one, bot) for one in earlier))
        number = next((place for place, failure in enumerate(failures) if failure is None), None)
        if number is not None and number < self._number:
            self._use(number)
            log.info("a way to Telegram works again", way=self.used.way.name)

    async def probe(self, one: OpenWay, bot: Bot) -> Exception | None:
        """Ask something harmless by a way; return what went wrong."""
        try:
            await self._ask(one, bot, GetMe(), PROBE_SECONDS)
        except (TelegramNetworkError, ClientDecodeError) as error:
            return error
        except AiogramError:
            return None
        return None

    async def close(self) -> None:
        """Close the connections of every way."""
        for one in self.ways:
            await one.session.close()

    async def stream_content(
        self, url: str, *args: Any, **options: Any
    ) -> AsyncGenerator[bytes, None]:
        """Download by the way in use."""
        async for chunk in self.used.session.stream_content(url, *args, **options):
            yield chunk
