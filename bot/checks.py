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
from bot.domain.sentences import Sentence, sentence
from bot.listening import listeners_of
from bot.ports import Clock, StorageUnavailable
from handlers.pipeline.connections import ConnectionFailed, cause_of
from handlers.pipeline.dates import ahead_of_telegram
from handlers.pipeline.dispatching import table
from handlers.pipeline.failover import FailoverSession, OpenWay
from handlers.pipeline.telegram import bot_for
from handlers.ui.fluent import read_all
from handlers.web.listener import Listener
from handlers.web.refusals import ListenRefused
from storage.engine.backups import require_intact
from storage.engine.locks import DatabaseInUse, InstanceLock
from storage.engine.migrate import DatabaseRefused, pending_migrations
from storage.engine.room import require_room
from storage.engine.troubles import may_pass

PATIENCE = 10
"""How many seconds Telegram has for each answer."""
TOLERANCE = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of a check of a `check-subject-…`; one with a `remedy` is a problem.

    So is a refusal: its sentence ends with the remedy, after a colon.
    """

    subject: str
    seen: Sentence
    remedy: Sentence | None = None
    is_refusal: bool = False

    @property
    def is_problem(self) -> bool:
        """Tell whether something is to be done."""
        return self.is_refusal or self.remedy is not None


async def check(config: Config, clock: Clock) -> AsyncIterator[Finding]:
    """Check program, database, ports, every connection, token, webhook and clock, in this order."""
    yield await asyncio.to_thread(check_program)
    yield await asyncio.to_thread(check_database, config.storage.path)
    for listener in listeners_of(config):
        yield await check_port(listener, config.storage.path)
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
        seen = sentence("check-program-damaged", error=f"{type(error).__name__}: {error}")
        return Finding("program", seen, sentence("check-program-remedy"))
    return Finding("program", sentence("check-program-whole"))


def check_database(path: Path) -> Finding:
    """Read the whole database for damage, and check that this release can use it; blocks."""
    try:
        if not path.exists():
            return _unmade(path)
    except PermissionError:  # its folder is closed
        return _closed(path)
    return _read_through(path) if os.access(path, os.R_OK) else _closed(path)


def _read_through(path: Path) -> Finding:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as db:
            require_intact(db, path)
            pending = pending_migrations(db)
    except DatabaseRefused as refused:
        return Finding("database", refused.sentence, is_refusal=True)
    except sqlite3.DatabaseError as error:
        seen = sentence("check-database-error", path=path, error=str(error))
        key = "check-database-in-trouble" if may_pass(error) else "check-database-restore"
        return Finding("database", seen, sentence(key))
    if not os.access(path, os.W_OK):
        return _read_only(path)
    return _room(path) or Finding(
        "database",
        sentence("check-database-behind" if pending else "check-database-intact", path=path),
    )


def _room(path: Path) -> Finding | None:
    """Return what keeps the bot from writing beside its database, if anything does."""
    try:
        require_room(path.parent)
    except StorageUnavailable as unavailable:
        seen = sentence("check-no-room", path=path.parent, error=str(unavailable))
        return Finding("database", seen, sentence("check-no-room-remedy"))
    return None


def _unmade(path: Path) -> Finding:
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not os.access(folder, os.W_OK):
        return _read_only(folder)
    return Finding("database", sentence("check-database-absent", path=path))


def _closed(path: Path) -> Finding:
    remedy = sentence("check-closed-remedy")
    return Finding("database", sentence("check-closed", path=path), remedy)


def _read_only(path: Path) -> Finding:
    remedy = sentence("check-read-only-remedy")
    return Finding("database", sentence("check-read-only", path=path), remedy)


async def check_port(listener: Listener, database: Path) -> Finding:
    """Listen on an address for a moment; where the bot itself listens, all is well."""
    try:
        await listener.start()
    except ListenRefused as refused:
        if await asyncio.to_thread(_runs, database):
            return Finding("port", sentence("check-port-own", address=listener.address))
        return Finding("port", refused.sentence, is_refusal=True)
    finally:
        await listener.stop()
    return Finding("port", sentence("check-port-free", address=listener.address))


def _runs(database: Path) -> bool:
    """Tell whether a bot runs on this database; makes no file if there is none."""
    try:
        if database.exists():
            with InstanceLock(database):
                return False
    except DatabaseInUse:
        return True
    except (DatabaseRefused, PermissionError):
        return False
    return False


async def check_way(bot: Bot, session: FailoverSession, way: OpenWay) -> Finding:
    """Send Telegram a request over one of several connections."""
    began = time.monotonic()
    error = await session.probe(way, bot)
    if error is not None:
        seen = sentence("check-way-fails", way=way.way.name, reason=cause_of(error))
        return replace(_unanswered("way", error, bot), seen=seen)
    seconds = f"{time.monotonic() - began:.1f}"
    return Finding("way", sentence("check-way-answers", way=way.way.name, seconds=seconds))


async def check_token(bot: Bot) -> Finding:
    """Ask Telegram which bot the token belongs to."""
    try:
        me = await bot.get_me(request_timeout=PATIENCE)
    except (TelegramUnauthorizedError, TelegramNotFound, TelegramForbiddenError):
        remedy = sentence("check-token-remedy")
        return Finding("token", sentence("check-token-unknown"), remedy)
    except AiogramError as error:
        return _unanswered("token", error, bot)
    return Finding("token", sentence("check-token-known", bot=me.username or ""))


async def check_webhook(bot: Bot, config: Config) -> Finding:
    """Compare the configured mode with where Telegram sends updates."""
    try:
        info = await bot.get_webhook_info(request_timeout=PATIENCE)
    except AiogramError as error:
        return _unanswered("webhook", error, bot)
    wanted = (config.webhook.url or "") if config.telegram.mode == "webhook" else ""
    if info.url != wanted:
        seen = sentence("check-webhook-other", there=info.url or "—", wanted=wanted or "—")
        return Finding("webhook", seen, sentence("check-webhook-other-remedy"))
    if wanted and info.last_error_message:
        seen = sentence("check-webhook-fails", url=wanted, error=info.last_error_message)
        return Finding("webhook", seen, sentence("check-webhook-fails-remedy"))
    key = "check-webhook-set" if wanted else "check-webhook-none"
    return Finding("webhook", sentence(key, url=wanted) if wanted else sentence(key))


async def check_clock(bot: Bot, config: Config, clock: Clock) -> Finding:
    """Compare this computer's time with the date in a response of Telegram."""
    try:
        ahead = await ahead_of_telegram(bot, config, clock)
    except ValueError:
        seen = sentence("check-clock-unknown")
        return Finding("clock", seen, sentence("check-clock-unknown-remedy"))
    except (ClientError, OSError) as error:  # a timeout is an OSError
        return _unanswered("clock", error, bot)
    seconds = round(abs(ahead.total_seconds()))
    if abs(ahead) > TOLERANCE:
        seen = sentence("check-clock-wrong", seconds=str(seconds), ahead=ahead > timedelta())
        return Finding("clock", seen, sentence("check-clock-remedy"))
    return Finding("clock", sentence("check-clock-right", seconds=str(max(seconds, 1))))


def _unanswered(subject: str, error: Exception, bot: Bot) -> Finding:
    """Describe an error in one line, without the token in the request's URL."""
    remedy = sentence("check-unanswered-remedy", several=isinstance(bot.session, FailoverSession))
    failure = error if isinstance(error, ConnectionFailed) else error.__cause__
    if isinstance(failure, ConnectionFailed):
        return Finding(subject, sentence("check-unreachable", reason=str(failure)), remedy)
    if isinstance(error, ClientDecodeError):
        return Finding(subject, sentence("check-not-telegram"), remedy)
    reason = " ".join((str(error) or type(error).__name__).replace(bot.token, "…").split())
    return Finding(subject, sentence("check-bad-answer", reason=reason), remedy)
