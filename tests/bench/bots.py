"""The bots that are measured, each in a process of its own: `bare`, `ours`, `fanout`."""

import asyncio
import gc
import sys
from datetime import timedelta
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery

TOKEN = "4242424242:BENCHbenchBENCHbenchBENCHbenchBENCH1"


async def bare(url: str) -> None:
    """Run an aiogram bot that only answers the callback: the floor of this stack."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def answer(query: CallbackQuery) -> None:
        await query.answer("ok")

    gc.collect()
    gc.freeze()
    await dispatcher.start_polling(Bot(TOKEN, session=session), tasks_concurrency_limit=100)


async def ours(url: str, folder: Path) -> None:
    """Run the bot itself on the database that the bench has prepared."""
    from bot.app import serve  # noqa: PLC0415  a bare bot must not pay for it
    from bot.clock import SystemClock  # noqa: PLC0415
    from tests.bench.databases import config_for  # noqa: PLC0415

    await serve(config_for(folder, url), SystemClock())


async def fanout(url: str, folder: Path) -> None:
    """Run the bot and have it announce an event to everybody."""
    from bot.app import running  # noqa: PLC0415
    from bot.clock import SystemClock  # noqa: PLC0415
    from bot.domain.members import TelegramId  # noqa: PLC0415
    from tests.bench.databases import a_plan, config_for  # noqa: PLC0415

    clock = SystemClock()
    async with running(config_for(folder, url), clock) as app:
        organiser = await app.members.recognise(TelegramId(1))
        assert organiser is not None
        await app.events.publish(organiser.id, a_plan(clock.now() + timedelta(days=3)))
        await asyncio.Event().wait()


if __name__ == "__main__":
    kind, address, *rest = sys.argv[1:]
    match kind:
        case "bare":
            asyncio.run(bare(address))
        case "ours":
            asyncio.run(ours(address, Path(rest[0])))
        case _:
            asyncio.run(fanout(address, Path(rest[0])))
