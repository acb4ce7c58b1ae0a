"""What should run until the stop ends the process when it ends, and never in silence."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, PartEnded, running, serve
from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.delivery.worker import Worker
from bot.services.deliveries import Deliveries
from handlers.pipeline.telegram import bot_for
from handlers.pipeline.updates import Polling
from sandbox.clock import SandboxClock
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from storage.engine.database import Database
from tests.alliance import a_config
from tests.processes import a_free_port, webhook


async def breaks(*_: object) -> None:
    raise ZeroDivisionError


async def returns(*_: object) -> None:
    """Nothing else: a part that ends without having broken."""


@pytest.fixture
async def app(database: Database, clock: SandboxClock, tmp_path: Path) -> AsyncIterator[App]:
    """A bot whose Telegram does not answer."""
    config = a_config(tmp_path, "http://127.0.0.1:1")
    async with bot_for(config) as bot:
        made = App(config, database, bot, Limiter(Rates(30, 1, 20)), clock)
        yield made
        await made.stop()


async def failing(app: App) -> None:
    app.start()
    async with asyncio.timeout(PATIENCE):
        await app.failed()


@pytest.mark.parametrize("part", ["worker", "listener", "scheduler"])
async def test_a_part_that_is_cancelled_is_seen(app: App, part: str) -> None:
    app.start()
    await asyncio.sleep(0)
    app._tasks[part].cancel()

    async with asyncio.timeout(PATIENCE):
        with pytest.raises(PartEnded, match=part):
            await app.failed()


@pytest.mark.parametrize(
    ("whose", "method"),
    [(Deliveries, "recover"), (Polling, "prepare"), (App, "_listen"), (Worker, "run")],
)
async def test_a_part_that_breaks_is_seen(
    app: App, monkeypatch: pytest.MonkeyPatch, whose: type, method: str
) -> None:
    monkeypatch.setattr(whose, method, breaks)

    with pytest.raises(ZeroDivisionError):
        await failing(app)


async def test_a_scheduler_that_breaks_is_seen(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.scheduler, "_watch", breaks)

    with pytest.raises(ZeroDivisionError):
        await failing(app)


@pytest.mark.parametrize(("whose", "method"), [(App, "_listen"), (Worker, "run")])
async def test_a_part_that_ends_without_having_broken_is_seen(
    app: App, monkeypatch: pytest.MonkeyPatch, whose: type, method: str
) -> None:
    monkeypatch.setattr(whose, method, returns)

    with pytest.raises(PartEnded):
        await failing(app)


async def test_parts_that_run_on_are_no_failure(app: App) -> None:
    app.start()
    failed = asyncio.create_task(app.failed())
    await asyncio.sleep(0.01)

    assert not failed.done()
    failed.cancel()
    await asyncio.wait({failed})
    assert not any(task.done() for task in app._tasks.values()), "they are not taken along"


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_no_part_ends_before_the_stop(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, mode: str
) -> None:
    settings = webhook(a_free_port()) if mode == "webhook" else {}
    anna = sandbox.add_person(999, "Анна")  # who administers

    async with running(a_config(tmp_path, sandbox.url, **settings), clock) as app:
        await anna.says("/start")
        await anna.sees(lambda _: True)
        assert not any(task.done() for task in app._tasks.values())


async def test_a_broken_part_ends_the_process(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Deliveries, "recover", breaks)

    async with asyncio.timeout(PATIENCE):
        with pytest.raises(ZeroDivisionError):
            await serve(a_config(tmp_path, sandbox.url), clock)
