"""The whole bot behind a proxy that breaks: it starts, sends and listens once the proxy is back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.people.members import Role
from sandbox.clock import SandboxClock
from sandbox.people import PATIENCE
from sandbox.server import Sandbox
from tests.alliance import Alliance, running_alliance
from tests.databases import query
from tests.outages import Proxy, proxy_of_ones_own

PEOPLE = range(1, 23)
STEP = timedelta(minutes=1)
FAST = {"DELIVERY__PER_SECOND": "1000", "DELIVERY__PER_CHAT_SECOND": "1000"}


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    async with proxy_of_ones_own() as made:
        yield made


def behind(
    proxy: Proxy, sandbox: Sandbox, clock: SandboxClock, path: Path
) -> AbstractAsyncContextManager[Alliance]:
    """Run a bot that reaches the sandbox through the proxy."""
    return running_alliance(sandbox, clock, path, FAST | {"TELEGRAM__PROXY": proxy.url})


async def states(alliance: Alliance) -> dict[str, int]:
    """Count the notices of each state; those in doubt count as that besides."""
    sql = "SELECT state, count(*), sum(doubtful) FROM notices GROUP BY state"

    rows = await query(alliance.database, sql)
    in_doubt = sum(doubtful for *_, doubtful in rows)
    return {state: count for state, count, _ in rows} | {"in doubt": in_doubt}


async def test_an_outage_of_the_proxy_loses_no_notice_and_puts_none_in_doubt(
    proxy: Proxy, sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> None:
    async with behind(proxy, sandbox, clock, tmp_path) as alliance, asyncio.timeout(PATIENCE):
        people = [await alliance.has(number, f"Участник {number}") for number in PEOPLE]
        await alliance.has(999, "Анна", Role.ORGANISER)
        await alliance.announces(999, "Ёлка")
        while set(await states(alliance)) != {"sent", "in doubt"}:
            await alliance.goes_on(STEP)

        proxy.breaks()
        await alliance.announces(999, "Субботник")
        while (await states(alliance)).get("retry", 0) < len(PEOPLE):
            pass
        proxy.broken = False
        await alliance.goes_on(STEP)
        for person in people:
            await person.sees("Субботник")

        while set(found := await states(alliance)) != {"sent", "in doubt"}:
            await alliance.goes_on(STEP)
        assert found["in doubt"] == 0


async def test_a_bot_that_starts_before_its_proxy_listens_once_that_is_there(
    proxy: Proxy,
    sandbox: Sandbox,
    clock: SandboxClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("bot.connection.FIRST_DELAY", 0.01)
    proxy.broken = True
    async with behind(proxy, sandbox, clock, tmp_path) as alliance, asyncio.timeout(PATIENCE):
        anna = await alliance.has(1, "Анна")
        await proxy.refused.wait()
        proxy.broken = False
        await anna.says("/start")
        await anna.sees("Анна")

    assert "General SOCKS server failure" in capsys.readouterr().out
