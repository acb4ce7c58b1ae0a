"""The nightly backup of a running bot: by the process that makes it, and in the sandbox's chat."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from bot import backups
from bot.backups import Shelf
from bot.domain.backups import BackupFailed, Fault
from bot.domain.people.members import Role
from sandbox.people import PATIENCE
from storage.engine import age
from storage.engine.archives import opened
from storage.engine.reading import reading
from storage.engine.shelves import file_of, nights
from tests.alliance import UNPACED, Alliance

PHRASE = "пять слов на бумаге"
NIGHT = date(2026, 12, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def settings(folder: Path) -> dict[str, str]:
    return UNPACED | {
        "BACKUP__FOLDER": str(folder),
        "BACKUP__PHRASE": PHRASE,
        "BACKUP__SEND": "true",
        "REMINDERS__QUIET_HOURS": "",
    }


async def until_there(folder: Path) -> date:
    """Wait for the first backup; return its night."""
    async with asyncio.timeout(PATIENCE):
        while not (found := nights(folder)):  # noqa: ASYNC110  nobody tells when
            await asyncio.sleep(0.1)
    return found.pop()


async def test_a_bot_makes_a_backup_by_itself_and_an_administrator_gets_it(
    alliance: Alliance, folder: Path
) -> None:
    anna = await alliance.has(1, "Анна", Role.ADMINISTRATOR)
    await anna.says("/me")

    night = await until_there(folder)
    await anna.sees("Ночная копия базы")

    file = file_of(folder, night)
    assert age.opens(file, PHRASE)
    database = alliance.config.storage.path
    with opened(file, database, PHRASE) as plain, reading(plain) as stores:
        assert stores.members.holders(Role.ADMINISTRATOR)


@pytest.fixture
def shelf(tmp_path: Path, folder: Path) -> Shelf:
    return Shelf(tmp_path / "alliance.sqlite3", folder, PHRASE)


async def test_what_the_process_cannot_do_is_told_with_its_reason(shelf: Shelf) -> None:
    with pytest.raises(BackupFailed) as failed:
        await shelf.make(NIGHT)

    assert failed.value.fault is Fault.DATABASE
    assert shelf.nights() == set()


async def test_a_process_that_breaks_is_told_too(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(BackupFailed) as failed:
        await shelf.make(NIGHT)

    assert failed.value.fault is Fault.PROGRAM


async def test_a_process_that_takes_too_long_is_ended(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "PATIENCE", 0.0)
    with pytest.raises(BackupFailed) as failed:
        await shelf.make(NIGHT)

    assert failed.value.fault is Fault.TOO_LONG


def test_the_phrase_is_not_shown_with_the_job() -> None:
    job = backups.Job(Path("a"), Path("b"), PHRASE)

    assert PHRASE not in repr(job)
