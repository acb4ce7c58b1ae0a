"""A broadcast while the first proxy is killed and the second slowed; to two thousand if long.

On a slow line as many messages go in its delay as are in flight: two thousand take six minutes.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.domain.people.members import Role, TelegramId
from bot.domain.people.people import PersonDetails
from handlers.pipeline.failover import FailoverSession
from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from storage.stores import Stores
from tests.alliance import TOKEN, Alliance, running_alliance
from tests.databases import query
from tests.effort import effort
from tests.outages import Proxy, proxy_of_ones_own
from tests.people import joined

PEOPLE = effort(120, 2000)
DELAY = effort(1, 5)
PATIENCE = effort(120, 900)
IN_FLIGHT = 29
"""What the default pace keeps in flight."""
ORGANISER = 100_000


@pytest.fixture
async def proxies() -> AsyncIterator[list[Proxy]]:
    async with (
        proxy_of_ones_own("socks5", "anna:hunter2") as first,
        proxy_of_ones_own("http") as second,
    ):
        yield [first, second]


@pytest.fixture
async def alliance(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, proxies: list[Proxy]
) -> AsyncIterator[Alliance]:
    """An alliance whose bot keeps the pace that Telegram allows, behind two proxies."""
    settings = {"TELEGRAM__PROXIES": json.dumps([proxy.url for proxy in proxies])}
    async with running_alliance(sandbox, clock, tmp_path, settings) as made:
        await made.has(ORGANISER, "Анна", Role.ORGANISER)
        yield made


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not await holds():  # noqa: ASYNC110  rows tell nobody
            await asyncio.sleep(0.2)


def copies(alliance: Alliance) -> Counter[int]:
    """Count how often each person was told."""
    people = {number: alliance.sandbox.person(number) for number in range(1, PEOPLE + 1)}
    return Counter(
        {
            number: sum("Приглашаем вас" in one.get("text", "") for one in people[number].chat())
            for number in people
        }
    )


async def unsettled(alliance: Alliance) -> int:
    sql = "SELECT count(*) FROM notices WHERE state IN ('pending', 'sending', 'retry')"
    ((count,),) = await query(alliance.database, sql)
    return int(count)


async def test_nobody_is_missed_and_no_more_told_twice_than_were_in_flight(
    alliance: Alliance, proxies: list[Proxy], capsys: pytest.CaptureFixture[str]
) -> None:
    def write(tx: Stores) -> None:
        for number in range(1, PEOPLE + 1):
            details = PersonDetails(f"Участник {number}")
            joined(tx, details, alliance.clock.now(), telegram_id=TelegramId(number))

    for number in range(1, PEOPLE + 1):
        alliance.sandbox.add_person(number, f"Участник {number}", started=True)
    await alliance.database.write(write)
    await alliance.announces(ORGANISER)

    async def a_third() -> bool:
        return copies(alliance).total() >= PEOPLE // 3

    async def all_done() -> bool:
        return await unsettled(alliance) == 0

    await until(a_third)
    proxies[1].slow = DELAY
    proxies[0].breaks()
    await until(all_done)

    told = copies(alliance)
    assert [number for number in range(1, PEOPLE + 1) if not told[number]] == []
    assert told.total() - PEOPLE <= IN_FLIGHT
    assert proxies[1].carried

    session = alliance.app.bot.session
    assert isinstance(session, FailoverSession)
    assert session.used is session.ways[1]
    proxies[0].broken = False
    await session.heal(alliance.app.bot)
    assert session.used is session.ways[0]
    said = capsys.readouterr().out
    assert "a way to Telegram fails" in said
    assert "hunter2" not in said
    assert TOKEN not in said
