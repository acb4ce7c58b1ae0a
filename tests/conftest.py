"""The real app on real SQLite, talking over real HTTP to the sandbox."""

import logging
import os
from collections.abc import AsyncIterator, Iterator
from itertools import count, islice
from pathlib import Path

import pytest
import structlog

from bot.domain.people.consents import ConsentText
from sandbox.clock import SandboxClock
from sandbox.limits import Limits
from sandbox.server import Sandbox
from storage.engine.database import Database, open_database
from tests.alliance import TOKEN, UNPACED, Alliance, running_alliance
from tests.effort import is_long, settle
from tests.late import be_late
from tests.nearby import listen_nearby, nearby
from tests.schemas import lay_or_migrate
from tests.shortcuts import TESTS_BETWEEN, leave_alone, take, use_memory

_finished = count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer `make test ARGS=--long`, and `ARGS=--late`."""
    parser.addoption(
        "--long", action="store_true", help="with every kill, process, voter and example"
    )
    parser.addoption(
        "--late", action="store_true", help="with answers that are late, and sweeps all the time"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Have two processes more than there are processors: many tests wait half of their time."""
    return (os.cpu_count() or 1) + 2


def pytest_configure(config: pytest.Config) -> None:
    use_memory()
    os.environ["LC_ALL"] = "C.UTF-8"  # commands without a configuration speak English
    settle(long=config.getoption("--long"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this run has no use for; deal out what waits."""
    items[:] = dealt(items, getattr(config, "workerinput", {}).get("workercount", 1))
    if not is_long():
        leave_out(items, "long", "runs with --long")
    if config.getoption("--late"):
        leave_out(items, "punctual", "runs without --late")


def leave_out(items: list[pytest.Item], marker: str, reason: str) -> None:
    """Skip those that have the marker."""
    for item in items:
        if item.get_closest_marker(marker):
            item.add_marker(pytest.mark.skip(reason=reason))


def dealt(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """Return the tests in an order of which each worker, as xdist does it, takes a part.

    Those that wait take long and little of the processor. Each part has as many of them, spread
    over its first half, so that others run beside them; at the end nothing would.
    """
    waiting = [item for item in items if any(map(item.get_closest_marker, ("waits", "browser")))]
    apart = set(waiting)
    others = iter([item for item in items if item not in apart])
    order: list[pytest.Item] = []
    for worker in range(workers):
        mine = waiting[worker::workers]
        rest = list(islice(others, max(0, (len(items) + worker) // workers - len(mine))))
        gap = len(rest) // (2 * len(mine)) if mine else 0
        for place, item in enumerate(mine):
            order += [item, *rest[place * gap : (place + 1) * gap]]
        order += rest[len(mine) * gap :]
    return order


def pytest_collection_finish() -> None:
    """Let the garbage collector leave alone what all tests share: each bot's start asks it."""
    leave_alone()


def pytest_runtest_logfinish() -> None:
    """Do so again now and then, between two tests: then no bot is running."""
    if next(_finished) % TESTS_BETWEEN == 0:
        leave_alone()


@pytest.fixture(autouse=True, scope="session")
def shortcuts(pytestconfig: pytest.Config) -> Iterator[None]:
    """Spare a thousand bots in one process what each does but once in a process of its own.

    The text of the consent is number 1 to them, so that tests can write down who accepted it.
    """
    with pytest.MonkeyPatch.context() as patch:
        take(patch)
        if not is_long():
            listen_nearby(patch)
        if pytestconfig.getoption("--late"):
            be_late(patch)
        patch.setattr("bot.app.consent_text", lambda *_: ConsentText(1, "…"))
        yield


@pytest.fixture(autouse=True)
def logs_as_they_were() -> Iterator[None]:
    """Undo what a command or the demo configured, so that each test finds the logs untouched."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def new_databases_are_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each new database thirteen migrations; that they give this schema is `migrate`'s."""
    monkeypatch.setattr("storage.engine.database.migrate", lay_or_migrate)


@pytest.fixture
def clock() -> SandboxClock:
    """A clock that runs as the real one does, and can be put forward."""
    return SandboxClock()


@pytest.fixture
async def sandbox(clock: SandboxClock) -> AsyncIterator[Sandbox]:
    """A Telegram of one's own, without limits on the rate."""
    server = Sandbox(TOKEN, clock=clock, limits=Limits.none())
    await server.start()
    with nearby(server):
        yield server
    await server.stop()


@pytest.fixture
def settings() -> dict[str, str]:
    """Give the settings of the bot; a module whose tests need others has a fixture of its own."""
    return UNPACED


@pytest.fixture
async def alliance(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, settings: dict[str, str]
) -> AsyncIterator[Alliance]:
    """A bot that polls the sandbox."""
    async with running_alliance(sandbox, clock, tmp_path, settings) as made:
        yield made


@pytest.fixture
async def database(tmp_path: Path, clock: SandboxClock) -> AsyncIterator[Database]:
    """An empty database of the newest schema."""
    async with open_database(tmp_path / "test.sqlite3", clock.now()) as opened:
        yield opened
