"""The bots that are measured, in processes of their own: bare, ours, unpaced, slow, fanout."""

import asyncio
import gc
import sqlite3
import sys
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

TOKEN = "4242424242:BENCHbenchBENCHbenchBENCHbenchBENCH1"


async def bare(url: str) -> None:
    """Run an aiogram bot that only answers a tap or what is typed: the floor of this stack."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415  before ours, its models would all be built
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import CallbackQuery, Message  # noqa: PLC0415

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def answer(query: CallbackQuery) -> None:
        await query.answer("ok")

    @dispatcher.message()
    async def reply(message: Message) -> None:
        await message.answer("ok")

    gc.collect()
    gc.freeze()
    await dispatcher.start_polling(Bot(TOKEN, session=session), tasks_concurrency_limit=100)


async def ours(url: str, folder: Path) -> None:
    """Run the bot itself on the database that the bench has prepared."""
    from bot.app import serve  # noqa: PLC0415  a bare bot must not pay for it
    from bot.clock import SystemClock  # noqa: PLC0415
    from tests.bench.databases import config_for  # noqa: PLC0415

    await serve(config_for(folder, url), SystemClock())


async def unpaced(url: str, folder: Path) -> None:
    """Run the bot at a pace that nobody may configure: more than it can answer in a second."""
    from bot.app import serve  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415
    from tests.bench.databases import config_for  # noqa: PLC0415

    config = config_for(folder, url)
    delivery = config.delivery.model_copy(update={"per_second": 10_000.0})
    await serve(config.model_copy(update={"delivery": delivery}), SystemClock())


class SlowDisk(sqlite3.Connection):
    """A connection on a disk whose fsync takes 8 ms more, as on a cheap VPS.

    In WAL with `synchronous=FULL` a commit that wrote is one fsync of the log: it sleeps first, on
    the writer's thread. So does a checkpoint that empties the log, for log and database. What only
    read syncs nothing, neither here nor in truth; the bare handler has no disk at all.
    """

    FSYNC = 0.008
    _synced = 0

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """Execute, and take the time of the fsyncs that it would come with."""
        if sql == "COMMIT" and self.total_changes > self._synced:
            self._synced = self.total_changes
            time.sleep(self.FSYNC)
        if "wal_checkpoint" in sql:
            time.sleep(2 * self.FSYNC)
        return super().execute(sql, *values)


async def slow(url: str, folder: Path) -> None:
    """Run the bot itself on a slow disk."""
    slow_connect: Any = partial(sqlite3.connect, factory=SlowDisk)
    sqlite3.connect = slow_connect
    await ours(url, folder)


async def fanout(url: str, folder: Path) -> None:
    """Run the bot and have it announce an event to everybody."""
    from bot.app import running  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.domain.people.members import TelegramId  # noqa: PLC0415
    from tests.bench.databases import a_plan, config_for  # noqa: PLC0415

    clock = SystemClock()
    async with running(config_for(folder, url), clock) as app:
        organiser = await app.services.members.recognise(TelegramId(1))
        assert organiser is not None
        await app.services.events.publish(organiser.id, a_plan(clock.now() + timedelta(days=3)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    kind, address, *rest = sys.argv[1:]
    match kind:
        case "bare":
            asyncio.run(bare(address))
        case "ours":
            asyncio.run(ours(address, Path(rest[0])))
        case "unpaced":
            asyncio.run(unpaced(address, Path(rest[0])))
        case "slow":
            asyncio.run(slow(address, Path(rest[0])))
        case _:
            asyncio.run(fanout(address, Path(rest[0])))
