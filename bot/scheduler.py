"""Run the sweeps regularly. APScheduler only ticks; due times are in the database."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.ports import StorageUnavailable
from bot.services.declarations import Sweep
from bot.services.health import Figures

log = structlog.get_logger(__name__)

PULSE = 0.5
"""Seconds between checks that the ticks still come."""
SLACK = 0.25
"""Seconds by which a tick may be late before the ticks are restarted."""
PATIENCE = 300.0
"""Seconds after which a sweep is cancelled."""
GRACE = 5.0
"""Seconds that running sweeps have to finish when the bot stops; the next start continues."""
MAX_INSTANCES = 10
"""How many ticks of one sweep may overlap: they end at once, but late on a busy machine."""
OVERDUE = datetime.fromtimestamp(0, UTC)
"""A time in the past, wherever the clock has jumped to."""


class OnWholeSeconds(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """Fires on whole seconds, always after now.

    A cron trigger would enumerate each missed second: a minute of work after a week's sleep.
    """

    __slots__ = ("_seconds",)

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Return the next time after `now`, whatever was missed."""
        second = int(now.timestamp())
        return datetime.fromtimestamp(second - second % self._seconds + self._seconds, UTC)


class Scheduler:
    """Runs the sweeps. A sweep that is still running is not started again."""

    def __init__(self, sweeps: Iterable[Sweep], figures: Figures | None = None) -> None:
        """Each sweep's end is recorded in `figures`."""
        self.sweeps = tuple(sweeps)
        self._figures = figures or Figures()
        self._figures.watch(self.sweeps)
        self._ticker = AsyncIOScheduler(timezone="UTC")
        self._turns = {sweep.name: asyncio.Lock() for sweep in self.sweeps}
        self._running: set[asyncio.Task[None]] = set()
        self._pulse: asyncio.Task[None] | None = None
        self._ticked = 0.0  # the event loop's time, which no change of the clock affects

    def start(self) -> asyncio.Task[None]:
        """Start ticking, on whole seconds as due times are.

        Return the task that watches the ticks; it does not end before `stop`.
        """
        for sweep in self.sweeps:
            self._ticker.add_job(
                self._tick,
                OnWholeSeconds(sweep.seconds),
                args=[sweep],
                id=sweep.name,
                misfire_grace_time=None,
                max_instances=MAX_INSTANCES,
            )
        self._ticker.start()
        self._pulse = asyncio.create_task(self._watch())
        return self._pulse

    async def _watch(self) -> None:
        """Restart the ticks when they fail to come.

        APScheduler waits for the next tick by the computer's clock: if that is set back by an hour,
        the next tick would come in an hour.
        """
        loop = asyncio.get_running_loop()
        longest = min(sweep.seconds for sweep in self.sweeps) + SLACK
        self._ticked = loop.time()
        while True:
            await asyncio.sleep(PULSE)
            if loop.time() - self._ticked > longest:
                log.warning("ticks late: the clock was put back, or the process stood still")
                self._ticked = loop.time()
                self.look()

    def look(self) -> None:
        """Run every sweep as soon as possible, because the clock has jumped."""
        if self._ticker.running:
            for job in self._ticker.get_jobs():
                job.modify(next_run_time=OVERDUE)

    async def _tick(self, sweep: Sweep) -> None:
        """Start a sweep in its own task: APScheduler cancels what it runs when it stops."""
        self._ticked = asyncio.get_running_loop().time()
        if not self._turns[sweep.name].locked():
            task = asyncio.create_task(self._run(sweep))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _run(self, sweep: Sweep) -> None:
        """Run a sweep; what it cannot do now it finds again at the next tick."""
        async with self._turns[sweep.name]:
            try:
                async with asyncio.timeout(PATIENCE):
                    await sweep.run()
            except StorageUnavailable as error:
                log.error("sweep postponed", sweep=sweep.name, cause=str(error))  # noqa: TRY400
                self._figures.sweep_ended(sweep.name, str(error))
            except Exception as error:
                log.exception("sweep broke", sweep=sweep.name)
                self._figures.sweep_ended(sweep.name, type(error).__name__)
            else:
                self._figures.sweep_ended(sweep.name)

    async def run_all(self) -> None:
        """Run every sweep once, now; one that is running already is run again after that."""
        for sweep in self.sweeps:
            await self._run(sweep)

    async def stop(self) -> None:
        """Stop ticking, and wait for the running sweeps for a while."""
        if self._pulse is not None:
            self._pulse.cancel()
        if self._ticker.running:
            self._ticker.pause()
            await asyncio.sleep(0)  # ticks that have begun start their sweeps: none is cancelled
        if self._ticker.running:  # and nobody else has stopped it in the meantime
            self._ticker.shutdown(wait=False)
        if self._running:
            _, unfinished = await asyncio.wait(self._running, timeout=GRACE)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
