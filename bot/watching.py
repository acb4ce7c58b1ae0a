"""The sweeps that look whether the world around the bot works: the ways to Telegram, the disk."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError

from bot.config.config import Config
from bot.listening import polls
from bot.services.declarations import Sweep
from bot.services.health import Figures
from handlers.pipeline.failover import PROBE_SECONDS, FailoverSession
from storage.engine.database import Database


def watching(config: Config, bot: Bot, database: Database, figures: Figures) -> Iterator[Sweep]:
    """Return the sweeps that this configuration needs; most need none."""
    if isinstance(bot.session, FailoverSession):
        figures.ways = bot.session.states
        yield Sweep("ways to Telegram", 10, partial(bot.session.heal, bot))
    if config.web.listen is not None:  # nobody else asks
        yield Sweep("disk", 30, database.require_room)
        if not polls(config):
            yield Sweep("telegram", 20, partial(_ask, bot))


async def _ask(bot: Bot) -> None:
    """See whether Telegram answers: who polls sees it anyway."""
    with suppress(TelegramAPIError, ClientDecodeError):
        await bot.get_webhook_info(request_timeout=PROBE_SECONDS)
