"""The checks of `alliance-bot check` on the program, the database and Telegram."""

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiohttp import ClientError

from bot.config.config import Config
from bot.ports import Clock
from handlers.pipeline.connections import ConnectionFailed, cause_of
from handlers.pipeline.dates import ahead_of_telegram
from handlers.pipeline.dispatching import table
from handlers.pipeline.failover import FailoverSession, OpenWay
from handlers.pipeline.telegram import bot_for
from handlers.ui.texts import read_all
from storage.engine.backups import require_intact
from storage.engine.migrate import DatabaseRefused, pending_migrations

REMEDY = "check the connection, telegram.api_url and telegram.proxy"
REMEDY_OF_SEVERAL = "check the connection, telegram.api_urls and telegram.proxies"
PATIENCE = 10
"""How many seconds Telegram has for each answer."""
TOLERANCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a check; one with a `remedy` is a problem."""

    subject: str
    seen: str
    remedy: str = ""


async def check(config: Config, clock: Clock) -> AsyncIterator[Finding]:
    """Check program, database, every connection, token, webhook and clock, in this order."""
    yield await asyncio.to_thread(check_program)
    yield await asyncio.to_thread(check_database, config.storage.path)
    async with bot_for(config) as bot:
        if isinstance(bot.session, FailoverSession):
            for way in bot.session.ways:
                yield await check_way(bot, bot.session, way)
        yield await check_token(bot)
        yield await check_webhook(bot, config)
        yield await check_clock(bot, config, clock)


def check_program() -> Finding:
    """Build every form and button and parse every text, as the bot does."""
    try:
        table()
        read_all()
    except Exception as error:  # noqa: BLE001  whatever it is, a whole release does not have it
        seen = f"it is damaged ({type(error).__name__}: {error})"
        return Finding("program", seen, "install the release again")
    return Finding("program", "every form and every text is whole")


def check_database(path: Path) -> Finding:
    """Read the whole database for damage, and check that this release can use it; blocks."""
    if not path.exists():
        return _unmade(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as db:
            require_intact(db, path)
            pending = pending_migrations(db)
    except DatabaseRefused as refused:
        seen, _, remedy = str(refused).rpartition(": ")
        return Finding("database", seen, remedy)
    except sqlite3.DatabaseError as error:
        return Finding("database", f"{path}: {error}", "restore a backup (alliance-bot restore)")
    if not os.access(path, os.W_OK):
        return Finding("database", f"{path} is read-only", "let the bot's user write it")
    if pending:
        return Finding("database", f"{path} is intact; the next start brings it up to date")
    return Finding("database", f"{path} is intact and up to date")


def _unmade(path: Path) -> Finding:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK):
        return Finding("database", f"{folder} is read-only", "let the bot's user write there")
    return Finding("database", f"{path} does not exist yet; the first start makes it")


async def check_way(bot: Bot, session: FailoverSession, way: OpenWay) -> Finding:
    """Send Telegram a request over one of several connections."""
    began = time.monotonic()
    error = await session.probe(way, bot)
    if error is not None:
        return replace(_unanswered("way", error, bot), seen=f"{way.way.name}: {cause_of(error)}")
    return Finding("way", f"{way.way.name} answers in {time.monotonic() - began:.1f} s")


async def check_token(bot: Bot) -> Finding:
    """Ask Telegram which bot the token belongs to."""
    try:
        me = await bot.get_me(request_timeout=PATIENCE)
    except (TelegramUnauthorizedError, TelegramNotFound, TelegramForbiddenError):
        remedy = "copy telegram.token from @BotFather again"
        return Finding("token", "Telegram does not know it", remedy)
    except AiogramError as error:
        return _unanswered("token", error, bot)
    return Finding("token", f"it is @{me.username}'s")


async def check_webhook(bot: Bot, config: Config) -> Finding:
    """Compare the configured mode with where Telegram sends updates."""
    try:
        info = await bot.get_webhook_info(request_timeout=PATIENCE)
    except AiogramError as error:
        return _unanswered("webhook", error, bot)
    wanted = (config.webhook.url or "") if config.telegram.mode == "webhook" else ""
    if info.url != wanted:
        seen = f"Telegram has {info.url or 'none'}, the configuration {wanted or 'none (polling)'}"
        remedy = "start the bot: it sets what is configured; or change telegram.mode"
        return Finding("webhook", seen, remedy)
    if wanted and info.last_error_message:
        seen = f"Telegram's last call to {wanted} failed: {info.last_error_message}"
        return Finding("webhook", seen, "see that the address leads to webhook.listen, by HTTPS")
    return Finding("webhook", f"it is {wanted}" if wanted else "there is none, as polling needs it")


async def check_clock(bot: Bot, config: Config, clock: Clock) -> Finding:
    """Compare this computer's time with the date in a response of Telegram."""
    try:
        ahead = await ahead_of_telegram(bot, config, clock)
    except ValueError:
        return Finding("clock", "Telegram's answer has no date", "see that api_url is right")
    except (ClientError, OSError) as error:  # a timeout is an OSError
        return _unanswered("clock", error, bot)
    seconds = round(abs(ahead.total_seconds()))
    if abs(ahead) > TOLERANCE:
        seen = f"this computer is {seconds} s {'ahead' if ahead > timedelta() else 'behind'}"
        return Finding("clock", seen, "switch on the time synchronisation (NTP) of the system")
    return Finding("clock", f"within {max(seconds, 1)} s of Telegram's")


def _unanswered(subject: str, error: Exception, bot: Bot) -> Finding:
    """Describe an error in one line, without the token in the request's URL."""
    remedy = REMEDY_OF_SEVERAL if isinstance(bot.session, FailoverSession) else REMEDY
    failure = error if isinstance(error, ConnectionFailed) else error.__cause__
    if isinstance(failure, ConnectionFailed):
        return Finding(subject, f"Telegram cannot be reached ({failure})", remedy)
    if isinstance(error, ClientDecodeError):
        return Finding(subject, "what answers there is not Telegram", remedy)
    reason = " ".join((str(error) or type(error).__name__).replace(bot.token, "…").split())
    return Finding(subject, f"Telegram gave no good answer ({reason})", remedy)
