"""How long due work waits when the clock jumps: a laptop has woken, or its clock is corrected."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import apscheduler.schedulers.base

from bot.app import App
from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.domain.due_times import DueTime
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from handlers.pipeline.telegram import bot_for
from storage.engine.database import Database, open_database
from tests.bench.databases import config_for

EVENT = EventId(1)


class JumpingClock:
    """The computer's clock, as the bot and APScheduler see it."""

    def __init__(self) -> None:
        self._jumped = timedelta()

    def now(self, zone: tzinfo = UTC) -> datetime:
        """Return the time in a zone, that of the jumps included."""
        return datetime.now(zone) + self._jumped

    def jump(self, step: timedelta) -> None:
        """Put the clock forward, or back."""
        self._jumped += step


async def late_after(jump: timedelta, folder: Path, rounds: int) -> list[float]:
    """Return the milliseconds from each of several jumps until a reminder due then is enqueued."""
    clock, config = JumpingClock(), config_for(folder, "http://127.0.0.1:1")
    async with open_database(config.storage.path, clock.now()) as database, bot_for(config) as bot:
        app = App(config, database, bot, Limiter(Rates(30, 1, 20)), clock)
        late = []
        with _for_apscheduler(clock):
            app.scheduler.start()
            for number in range(rounds):
                await asyncio.sleep(1.1 + number / rounds)  # in each part of a second
                late.append(await _late(jump, clock, database))
            await app.scheduler.stop()
        return late


@contextmanager
def _for_apscheduler(clock: JumpingClock) -> Iterator[None]:
    """Have APScheduler ask this clock: it takes none."""
    module = apscheduler.schedulers.base
    module.datetime, was = clock, module.datetime
    try:
        yield
    finally:
        module.datetime = was


async def _late(jump: timedelta, clock: JumpingClock, database: Database) -> float:
    began = time.perf_counter()
    clock.jump(jump)
    reminder = DueTime(EVENT, timedelta(hours=2), clock.now())
    await asyncio.sleep(0)  # whatever the jump makes the loop do comes first
    await database.write(lambda tx: tx.dues.replace(EventDue.REMINDERS, EVENT, [reminder]))
    while await database.read(lambda tx: tx.dues.due(EventDue.REMINDERS, clock.now())):  # noqa: ASYNC110  rows tell nobody
        await asyncio.sleep(0.005)
    return 1000 * (time.perf_counter() - began)
