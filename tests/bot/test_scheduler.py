"""Sweeps are ticked on whole seconds, whatever becomes of the clock, and break alone."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.ports import StorageUnavailable
from bot.scheduler import GRACE, PATIENCE, OnWholeSeconds, Scheduler
from bot.services.declarations import Sweep
from tests.wallclocks import START, WallClock

pytestmark = pytest.mark.punctual

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


class Counter:
    """A sweep that tells when it was run, and breaks when told to."""

    def __init__(self, *mishaps: BaseException) -> None:
        self.runs = 0
        self._mishaps = list(mishaps)

    async def __call__(self) -> None:
        self.runs += 1
        if self._mishaps:
            raise self._mishaps.pop(0)


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def play(
    clock: WallClock, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Coroutine[Any, Any, None]], None]:
    return lambda story: clock.runs(story, monkeypatch)


Play = Callable[[Coroutine[Any, Any, None]], None]


def test_sweeps_are_ticked_on_the_whole_seconds_that_are_theirs(
    clock: WallClock, play: Play
) -> None:
    at: list[tuple[str, float]] = []

    def sweep(name: str, seconds: int) -> Sweep:
        async def run() -> None:
            at.append((name, (clock.now() - START).total_seconds() + 0.25))

        return Sweep(name, seconds, run)

    async def story() -> None:
        scheduler = Scheduler([sweep("often", 1), sweep("seldom", 30)])
        scheduler.start()
        await asyncio.sleep(60)
        await scheduler.stop()

    play(story())

    often = [second for name, second in at if name == "often"]
    assert often == pytest.approx(range(1, 61), abs=0.01)
    assert [s for name, s in at if name == "seldom"] == pytest.approx([30, 60], abs=0.01)


def test_nothing_is_ticked_after_the_stop(play: Play) -> None:
    counter = Counter()

    async def story() -> None:
        scheduler = Scheduler([Sweep("count", 1, counter)])
        scheduler.start()
        await asyncio.sleep(2)
        await scheduler.stop()
        await scheduler.stop()  # once more does no harm
        scheduler.look()
        await asyncio.sleep(60)

    play(story())

    assert counter.runs == 2


def test_a_stop_at_the_very_tick_cancels_none_and_logs_no_error(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    counter = Counter()

    async def story() -> None:
        scheduler = Scheduler([Sweep("count", 1, counter)])
        scheduler.start()
        scheduler.look()
        await asyncio.sleep(0)  # the tick is under way, and has not been taken yet
        await scheduler.stop()

    play(story())

    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []
    assert counter.runs == 1


@pytest.mark.parametrize(
    "jump", [-HOUR, -30 * 24 * HOUR, HOUR, 30 * 24 * HOUR, -2 * SECOND, 2 * SECOND]
)
def test_every_sweep_runs_within_two_seconds_of_a_jump_of_the_clock_and_goes_on(
    clock: WallClock, play: Play, jump: timedelta
) -> None:
    often, seldom = Counter(), Counter()
    seen: list[tuple[int, int]] = []

    async def story() -> None:
        scheduler = Scheduler([Sweep("often", 1, often), Sweep("seldom", 30, seldom)])
        scheduler.start()
        await asyncio.sleep(10.1)
        clock.jumps(jump)
        for seconds in (2, 60):
            before = often.runs, seldom.runs
            await asyncio.sleep(seconds)
            seen.append((often.runs - before[0], seldom.runs - before[1]))
        await scheduler.stop()

    play(story())

    (soon, soon_seldom), (later, later_seldom) = seen
    assert soon >= 1
    assert soon_seldom >= (abs(jump) > 30 * SECOND)
    assert later == pytest.approx(60, abs=1)
    assert later_seldom == pytest.approx(2, abs=1)


def test_nothing_is_made_up_for_after_thirty_days(clock: WallClock, play: Play) -> None:
    counter, asked = Counter(), 0
    original = OnWholeSeconds.get_next_fire_time

    def counted(*args: Any) -> Any:
        nonlocal asked
        asked += 1
        return original(*args)

    async def story() -> None:
        scheduler = Scheduler([Sweep("count", 1, counter)])
        scheduler.start()
        await asyncio.sleep(10)
        before = asked, counter.runs
        clock.jumps(timedelta(days=30))
        await asyncio.sleep(10)
        assert asked - before[0] <= 30, "no missed second is enumerated"
        assert counter.runs - before[1] <= 12
        await scheduler.stop()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OnWholeSeconds, "get_next_fire_time", counted)
        play(story())


def test_a_ticker_that_broke_is_wound_up_again(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    counter = Counter()

    async def story() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        scheduler = Scheduler([Sweep("count", 1, counter)])
        scheduler.start()
        await asyncio.sleep(2)
        with monkeypatch.context() as patch:
            patch.setattr(scheduler._ticker, "_process_jobs", lambda: 1 / 0)
            await asyncio.sleep(3)  # its timer is not set again
        before = counter.runs
        await asyncio.sleep(10)
        assert counter.runs - before >= 9
        await scheduler.stop()

    play(story())


def test_a_look_runs_every_sweep_at_once(play: Play) -> None:
    seldom = Counter()

    async def story() -> None:
        scheduler = Scheduler([Sweep("seldom", 30, seldom)])
        scheduler.start()
        await asyncio.sleep(1)
        scheduler.look()
        await asyncio.sleep(0.01)
        await scheduler.stop()

    play(story())

    assert seldom.runs == 1


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


def test_a_sweep_that_still_runs_is_not_started_again(play: Play) -> None:
    at_once, most = 0, 0

    async def slow() -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(3)
        at_once -= 1

    async def story() -> None:
        scheduler = Scheduler([Sweep("slow", 1, slow)])
        scheduler.start()
        await asyncio.sleep(10)
        scheduler.look()
        await scheduler.run_all()
        await scheduler.stop()

    play(story())

    assert (at_once, most) == (0, 1)


def test_a_sweep_that_hangs_is_cut_off_and_tried_again_and_holds_up_no_stop(play: Play) -> None:
    started = 0

    async def hangs() -> None:
        nonlocal started
        started += 1
        await asyncio.Event().wait()

    async def story() -> None:
        scheduler = Scheduler([Sweep("hangs", 1, hangs)])
        scheduler.start()
        await asyncio.sleep(1 + PATIENCE + 1.5)
        async with asyncio.timeout(GRACE + 1):
            await scheduler.stop()

    with capture_logs() as logged:
        play(story())

    assert started == 2
    assert {(entry["event"], entry["sweep"]) for entry in logged} == {("sweep broke", "hangs")}


def test_a_sweep_whose_task_is_cancelled_is_ticked_again(play: Play) -> None:
    counter = Counter(asyncio.CancelledError())

    async def story() -> None:
        scheduler = Scheduler([Sweep("count", 1, counter)])
        scheduler.start()
        await asyncio.sleep(5)
        await scheduler.stop()

    play(story())

    assert counter.runs == 5
