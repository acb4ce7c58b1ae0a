"""One table: which sweep runs how often. APScheduler only ticks; what is due is in the database."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.ports import StorageUnavailable

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Sweep:
    """Something to look after every `seconds` (a divisor of 60), on the whole second."""

    name: str
    seconds: int
    run: Callable[[], Awaitable[Any]]


class Scheduler:
    """Ticks the sweeps. A sweep that is still running is not started again."""

    def __init__(self, sweeps: list[Sweep]) -> None:
        self.sweeps = tuple(sweeps)
        self._ticker = AsyncIOScheduler(timezone="UTC")
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self) -> None:
        """Tick from now on: due times fall on whole seconds, and so do the ticks."""
        for sweep in self.sweeps:
            self._ticker.add_job(
                self._tick,
                CronTrigger(second=f"*/{sweep.seconds}", timezone="UTC"),
                args=[sweep],
                id=sweep.name,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._ticker.start()

    async def _tick(self, sweep: Sweep) -> None:
        """Start a sweep in a task of its own: APScheduler cancels what it runs when it stops."""
        if sweep.name not in self._running:
            task = asyncio.create_task(_guarded(sweep))
            self._running[sweep.name] = task
            task.add_done_callback(lambda _: self._running.pop(sweep.name))

    async def run_all(self) -> None:
        """Run every sweep once, now."""
        for sweep in self.sweeps:
            await _guarded(sweep)

    async def stop(self) -> None:
        """Tick no more, and let the sweeps under way finish."""
        if self._ticker.running:
            self._ticker.shutdown(wait=False)
        await asyncio.gather(*self._running.values())


async def _guarded(sweep: Sweep) -> None:
    """Run a sweep; what it could not do now it finds again at the next tick."""
    try:
        await sweep.run()
    except StorageUnavailable as error:
        log.error("sweep postponed", sweep=sweep.name, cause=str(error))  # noqa: TRY400
    except Exception:
        log.exception("sweep broke", sweep=sweep.name)
