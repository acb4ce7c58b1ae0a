"""Sweeps that check the environment: the connections to Telegram, and the disk."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.config.config import Config
from bot.listening import polls
from bot.ports import Clock
from bot.services.declarations import Sweep
from bot.services.health import Figures
from handlers.pipeline.failover import PROBE_SECONDS, FailoverSession
from storage.engine.database import Database

LATELY = timedelta(minutes=2)
"""Telegram retries a failed call after about a minute."""


class CallsDoNotArrive(Exception):  # noqa: N818  a fact about the way to the bot, named as one
    """Telegram has updates for the bot and cannot deliver them."""


def watching(
    config: Config, bot: Bot, database: Database, figures: Figures, clock: Clock
) -> Iterator[Sweep]:
    """Return the sweeps that this configuration needs; most need none."""
    if isinstance(bot.session, FailoverSession):
        figures.ways = bot.session.states
        yield Sweep("ways to Telegram", 10, partial(bot.session.heal, bot))
    if config.web.listen is not None:  # nothing else checks it
        yield Sweep("disk", 30, database.require_room)
        if not polls(config):
            yield Sweep("webhook", 20, partial(_ask_for_calls, bot, clock))


async def _ask_for_calls(bot: Bot, clock: Clock) -> None:
    """Check that Telegram answers and its calls arrive; long polling shows that by itself."""
    with suppress(TelegramAPIError, ClientDecodeError):
        info = await bot.get_webhook_info(request_timeout=PROBE_SECONDS)
        failed, waits = info.last_error_date, info.pending_update_count > 0
        if waits and failed is not None and clock.now() - failed < LATELY:
            raise CallsDoNotArrive(info.last_error_message)
