"""The bot is killed at each of its calls while a spreadsheet is looked at and loaded."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.people.members import Role
from bot.domain.people.people import PersonDetails
from sandbox.clock import SandboxClock
from sandbox.faults import Mishap
from sandbox.people import PATIENCE, Person
from sandbox.server import Sandbox
from storage.engine.database import open_database
from storage.engine.reading import reading
from tests.databases import run
from tests.forks import ForkedBot, a_forked_bot
from tests.handlers.people.test_uploads import GOOD, OTHER, workbook
from tests.people import joined

ADMIN = 1
FAST = {"DELIVERY__PER_SECOND": "1000", "DELIVERY__PER_CHAT_SECOND": "1000"}


class Deaths:
    """Kills a bot as it calls a method, before Telegram has looked at that."""

    def __init__(self, telegram: Sandbox, patch: pytest.MonkeyPatch) -> None:
        self._bot: ForkedBot | None = None
        self._method = ""
        strike = telegram.faults.strike

        def watched(method: str, chat: str) -> Mishap:
            if self._bot is not None and method == self._method:
                self._bot.kill()
                self._bot = None
            return strike(method, chat)

        patch.setattr(telegram.faults, "strike", watched)

    def at(self, bot: ForkedBot, method: str) -> None:
        """Kill at the next call of this method."""
        self._bot, self._method = bot, method


@pytest.fixture
def deaths(sandbox: Sandbox) -> Iterator[Deaths]:
    with pytest.MonkeyPatch.context() as patch:
        yield Deaths(sandbox, patch)


@pytest.fixture
async def dina(sandbox: Sandbox, clock: SandboxClock, tmp_path: Path) -> Person:
    now, admin = clock.now(), PersonDetails("Дина", roles=frozenset({Role.ADMINISTRATOR}))
    async with open_database(tmp_path / "alliance.sqlite3", now) as database:
        await database.write(lambda tx: joined(tx, admin, now, telegram_id=ADMIN))
    return sandbox.add_person(ADMIN, "Дина", started=True)


def count(folder: Path, sql: str) -> int:
    with reading(folder / "alliance.sqlite3") as stores:
        return int(run(stores, sql).fetchone()[0])


@pytest.mark.long
@pytest.mark.parametrize("looks", ["getFile", "sendMessage"])
@pytest.mark.parametrize("loads", ["answerCallbackQuery", "getFile", "sendMessage"])
async def test_a_kill_leaves_nothing_half_done_and_the_next_bot_goes_on(
    sandbox: Sandbox, dina: Person, deaths: Deaths, tmp_path: Path, looks: str, loads: str
) -> None:
    async with a_forked_bot(tmp_path, sandbox.url, **FAST) as bot:
        await dina.says("/admin")
        await dina.sees("Бот работает", PATIENCE)
        await dina.taps("Загрузить таблицу")
        await dina.sees("Пришлите таблицу")
        deaths.at(bot, looks)
        await dina.sends("document", workbook(GOOD, OTHER), name="people.xlsx")
        assert await bot.is_gone() == -signal.SIGKILL
    async with a_forked_bot(tmp_path, sandbox.url, **FAST) as bot:
        preview = await dina.sees("Вот что изменится", PATIENCE)
        assert count(tmp_path, "SELECT count(*) FROM members") == 1
        deaths.at(bot, loads)
        tap = asyncio.create_task(dina.taps("Загрузить", message=preview, timeout=PATIENCE))
        assert await bot.is_gone() == -signal.SIGKILL
    assert count(tmp_path, "SELECT count(*) FROM members") in {1, 3}
    async with a_forked_bot(tmp_path, sandbox.url, **FAST):
        await asyncio.wait([tap])
        answer = await dina.taps("Загрузить", message=preview, timeout=PATIENCE)
        if "уже загружена" not in (answer.text or ""):
            await dina.sees("Таблица загружена", PATIENCE)
    assert count(tmp_path, "SELECT count(*) FROM members") == 3
    assert count(tmp_path, "SELECT count(*) FROM audit WHERE act = 'import'") == 1
