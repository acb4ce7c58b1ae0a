"""What time it is for Telegram: every answer over HTTP tells."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiohttp import ClientTimeout

from bot.config.config import Config
from bot.ports import Clock
from handlers.pipeline.failover import FailoverSession

PATIENCE = 10
"""Seconds that Telegram has to answer."""
HALF_SECOND = timedelta(seconds=0.5)
"""HTTP's dates have whole seconds: on average half a second has passed."""


async def ahead_of_telegram(bot: Bot, config: Config, clock: Clock) -> timedelta:
    """Return how far a clock is ahead of Telegram's, to about a second; less than 0 if behind.

    Asks by the way in use. Raises `ClientError` or `OSError` (a timeout is one) if nothing answers,
    and `ValueError` if what answers tells no date.
    """
    session, way = bot.session, config.telegram.ways[0]
    if isinstance(bot.session, FailoverSession):
        session, way = bot.session.used.session, bot.session.used.way
    if not isinstance(session, AiohttpSession):
        raise TypeError(session)
    http = await session.create_session()
    timeout = ClientTimeout(total=PATIENCE)
    asked = clock.now()
    async with http.get(way.api_url, allow_redirects=False, timeout=timeout) as response:
        date = response.headers.get("Date", "")
    now = asked + (clock.now() - asked) / 2
    return now - (parsedate_to_datetime(date) + HALF_SECOND)
