"""What setup asks of Telegram: whose token it is by each way, and who has sent /start."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.types import Update
from pydantic import SecretStr

from bot.config.config import Config
from bot.config.telegram import Way
from bot.config.values import DIRECT
from handlers.pipeline.connections import cause_of
from handlers.pipeline.telegram import bot_for

PATIENCE = 10
"""Seconds that Telegram has for an answer."""
WAIT = 300
"""Seconds that a person has to send /start."""
POLL = 20


@dataclass(frozen=True, slots=True)
class Attempt:
    """How Telegram answered by one way: with the bot's username, a refusal, or not at all."""

    way: Way
    username: str = ""
    failure: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Starter:
    """Who sent /start in private, and in which update."""

    id: int
    name: str
    update: int


async def try_ways(config: Config) -> Sequence[Attempt]:
    """Ask Telegram by each way, all at once, whose token it is."""
    return await asyncio.gather(*(_attempt(config, way) for way in config.telegram.ways))


async def _attempt(config: Config, way: Way) -> Attempt:
    only = {"api_urls": (way.api_url,), "proxies": (way.proxy or SecretStr(DIRECT),)}
    telegram = config.telegram.model_copy(update=only)
    async with bot_for(config.model_copy(update={"telegram": telegram})) as bot:
        try:
            me = await bot.get_me(request_timeout=PATIENCE)
        except (TelegramUnauthorizedError, TelegramNotFound, TelegramForbiddenError):
            return Attempt(way, refused=True)
        except AiogramError as error:
            return Attempt(way, failure=cause_of(error))
    return Attempt(way, me.username or "")


async def next_start(config: Config, after: int) -> Starter | None:
    """Wait for a /start in a private chat that comes after that update.

    The update is left in Telegram, so that the bot answers it once it runs.
    """
    until = time.monotonic() + WAIT
    async with bot_for(config) as bot:
        while (left := until - time.monotonic()) > 0:
            for update in await _updates(bot, after, int(min(POLL, left))):
                after = update.update_id
                if (starter := _starter(update)) is not None:
                    return starter
    return None


async def _updates(bot: Bot, after: int, seconds: int) -> Sequence[Update]:
    try:
        offset = after + 1 if after else None
        return await bot.get_updates(
            offset=offset, timeout=seconds, request_timeout=seconds + PATIENCE
        )
    except TelegramNetworkError:
        await asyncio.sleep(1)
        return ()


def _starter(update: Update) -> Starter | None:
    message = update.message
    if message is None or message.chat.type != "private" or message.text != "/start":
        return None
    user = message.from_user
    if user is None or user.is_bot:
        return None
    name = f"{user.full_name} (@{user.username})" if user.username else user.full_name
    return Starter(user.id, "".join(filter(str.isprintable, name)), update.update_id)
