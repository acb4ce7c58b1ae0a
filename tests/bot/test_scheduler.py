import asyncio

from structlog.testing import capture_logs

from bot.ports import StorageUnavailable
from bot.scheduler import Scheduler, Sweep


class Counter:
    """A sweep that tells when it was run, and breaks when told to."""

    def __init__(self, *mishaps: Exception) -> None:
        self.runs = 0
        self._mishaps = list(mishaps)
        self._ran = asyncio.Condition()

    async def __call__(self) -> None:
        self.runs += 1
        async with self._ran:
            self._ran.notify_all()
        if self._mishaps:
            raise self._mishaps.pop(0)

    async def has_run(self, times: int) -> None:
        async with self._ran, asyncio.timeout(60):
            await self._ran.wait_for(lambda: self.runs >= times)


async def test_a_sweep_is_ticked_again_and_again_until_the_stop() -> None:
    counter = Counter()
    scheduler = Scheduler([Sweep("count", 1, counter)])
    scheduler.start()

    await counter.has_run(2)
    await scheduler.stop()
    await scheduler.stop()  # once more does no harm

    assert counter.runs == 2


async def test_a_sweep_that_breaks_holds_up_neither_the_others_nor_its_next_run() -> None:
    broken = Counter(ZeroDivisionError(), StorageUnavailable("disk full"))
    sound = Counter()
    scheduler = Scheduler([Sweep("broken", 1, broken), Sweep("sound", 1, sound)])

    with capture_logs() as logged:
        for _ in range(3):
            await scheduler.run_all()

    assert (broken.runs, sound.runs) == (3, 3)
    assert [(entry["event"], entry["sweep"]) for entry in logged] == [
        ("sweep broke", "broken"),
        ("sweep postponed", "broken"),
    ]


async def test_a_sweep_that_still_runs_is_not_started_again() -> None:
    at_once, most, go_on = 0, 0, asyncio.Event()
    other = Counter()

    async def slow() -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await go_on.wait()
        at_once -= 1

    scheduler = Scheduler([Sweep("slow", 1, slow), Sweep("other", 1, other)])
    scheduler.start()
    await other.has_run(3)
    go_on.set()
    await scheduler.stop()

    assert most == 1
