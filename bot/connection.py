"""The way to Telegram: opened, tried until it answers, refused if the clocks contradict."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientError

from bot.clock import SteadyClock
from bot.config.config import Config
from bot.domain.sentences import Told
from bot.ports import Clock
from handlers.pipeline.connections import cause_of
from handlers.pipeline.dates import ahead_of_telegram
from handlers.pipeline.telegram import bot_for

log = structlog.get_logger(__name__)

CLOCK_TOLERANCE = timedelta(minutes=2)
"""A clock may be so far from Telegram's at the start."""


FIRST_DELAY = 1.0
LONGEST_DELAY = 60.0


class TelegramRefused(Told):
    """Telegram does not accept the token: nothing works until it is corrected."""


class ClockWrong(Told):
    """The computer's clock is too wrong to close votes by; the sentence says the remedy."""


async def _require_right_time(bot: Bot, config: Config, clock: Clock) -> None:
    """Refuse to start by a clock that Telegram's contradicts: it would close votes for good.

    If Telegram cannot be asked, the bot starts all the same.
    """
    try:
        ahead = await ahead_of_telegram(bot, config, clock)
    except (ClientError, OSError, ValueError) as error:
        log.warning("clock not compared with Telegram's", cause=type(error).__name__)
        return
    if abs(ahead) > CLOCK_TOLERANCE:
        raise ClockWrong(
            "clock-wrong", seconds=str(round(abs(ahead.total_seconds()))), ahead=ahead > timedelta()
        )


@asynccontextmanager
async def connected(config: Config, clock: Clock) -> AsyncIterator[Bot]:
    """Yield the bot; if it goes by the computer's time, once Telegram has confirmed that."""
    async with bot_for(config) as bot:
        if isinstance(clock, SteadyClock):
            await _require_right_time(bot, config, clock)
        yield bot


async def insist(call: Callable[[], Awaitable[None]]) -> None:
    """Call until Telegram answers, at growing intervals: the network may start after the bot."""
    delay = FIRST_DELAY
    while True:
        try:
            return await call()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TelegramRefused("token-refused") from error
        except TelegramRetryAfter as error:
            delay = float(error.retry_after)
        except (TelegramNetworkError, TelegramServerError, ClientDecodeError) as error:
            log.warning("Telegram does not answer", cause=cause_of(error), again_in=delay)
        except TelegramAPIError as error:  # the name in webhook.url may be too new to resolve
            event = "Telegram sends no updates yet: see telegram.mode and webhook.url"
            log.warning(event, cause=cause_of(error), again_in=delay)
        await asyncio.sleep(delay)
        delay = min(delay * 2, LONGEST_DELAY)
