"""A restored backup brings back nobody who was erased since, and no invitation used since."""

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.people.invitations import PREFIX, Invitation, hash_of, new_token
from bot.domain.people.members import Consent, MemberId, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.people.refusals import InvitationUsed
from bot.services.drafts import draft_prefix
from bot.services.people.members import Members
from storage.engine.backups import backup, restore
from storage.engine.database import Database, connect, open_database
from storage.engine.migrate import DatabaseRefused
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import run

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
ZINA, YAN = MemberId(1), MemberId(2)
ACCOUNT = TelegramId(771177882)
NAME = "Зинаида Журавлёва"
PHONE = "+7 900 555-01-02"
TOKEN = new_token()
TRACES = (NAME, PHONE, str(ACCOUNT))


def members(database: Database) -> Members:
    clock, rules = FixedClock(NOW), some_rules()
    return Members(database, clock, rules=rules, administrators=frozenset(), language="ru")


def quietly(_done: int, _total: int) -> None:
    """Say nothing of the progress."""


def fill(tx: Stores) -> None:
    tx.members.add(PersonDetails(NAME), None)
    tx.members.bind(ZINA, ACCOUNT, NOW)
    tx.members.save_consent(ZINA, Consent(1, NOW))
    tx.members.add(PersonDetails("Ян Ли"), None)
    tx.invitations.add(Invitation(hash_of(TOKEN), YAN, NOW + timedelta(days=30)))
    draft = tx.applications.add(ZINA, NOW)
    sql = """UPDATE applications SET state = 'submitted', step = NULL, inn = '6671993453',
                    ogrn = '1026605400007', name = 'Дом', leader = ?, sent_at = ? WHERE id = ?"""
    run(tx, sql, NAME, NOW.isoformat(), draft)
    tx.drafts.save_data(f"{draft_prefix(ACCOUNT)}form", {"text": f"Мой номер {PHONE}"}, NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    folder.mkdir()
    return folder / "alliance.sqlite3"


@pytest.fixture
async def copy(path: Path, tmp_path: Path) -> Path:
    """A backup from before the erasure of Zinaida and the use of Yan's invitation."""
    target = tmp_path / "backup.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(fill)
        backup(path, target, quietly)
        await members(database).erase(ZINA)
        await members(database).join(TelegramId(8), PREFIX + TOKEN)
    return target


def beside(path: Path) -> Path:
    return path.with_name("alliance.sqlite3.tombstones")


def spoil(file: Path) -> None:
    file.write_bytes(b"neither a database nor lines" * 100)


async def is_gone(path: Path) -> None:
    """Check that nothing came back, and that nothing of it is on the disk."""
    async with open_database(path, NOW) as database:
        assert [one.id for one in await database.read(lambda tx: tx.members.all())] == [YAN]
        assert await database.read(lambda tx: tx.members.by_telegram(ACCOUNT)) is None
        assert await database.read(lambda tx: tx.applications.open()) == []
        with pytest.raises(InvitationUsed):
            await members(database).join(TelegramId(9), PREFIX + TOKEN)
        assert await database.truncate_wal()
        for trace in TRACES:
            held = [one.name for one in path.parent.iterdir() if trace.encode() in one.read_bytes()]
            assert held == [], trace


async def test_a_restored_backup_brings_back_neither_people_nor_invitations(
    path: Path, copy: Path
) -> None:
    restore(copy, path, NOW, quietly)
    await is_gone(path)

    restore(copy, path, NOW + timedelta(days=1), quietly)
    await is_gone(path)


async def test_nor_does_a_backup_that_somebody_copied_by_hand(path: Path, copy: Path) -> None:
    shutil.copy(copy, path)

    await is_gone(path)


async def test_what_a_crash_left_unwritten_is_taken_from_the_database_that_is_replaced(
    path: Path, copy: Path
) -> None:
    beside(path).unlink()

    restore(copy, path, NOW, quietly)

    await is_gone(path)


async def test_a_database_too_damaged_to_be_read_is_replaced_all_the_same(
    path: Path, copy: Path
) -> None:
    spoil(path)

    restore(copy, path, NOW, quietly, force=True)

    await is_gone(path)


@pytest.mark.usefixtures("copy")
def test_the_file_says_nothing_of_a_person_and_is_its_owners(path: Path) -> None:
    file = beside(path)
    text = file.read_text()

    assert file.stat().st_mode & 0o777 == 0o600
    assert len(text.splitlines()) == 3, "a name, an account, an invitation"
    assert NAME not in text
    assert str(ACCOUNT) not in text
    assert TOKEN not in text


async def test_who_bears_the_same_id_in_another_database_is_not_touched(
    path: Path, copy: Path
) -> None:
    with closing(connect(copy)) as db:
        db.execute(
            "UPDATE members SET name = 'Ольга', folded_name = 'ольга', telegram_id = 5 WHERE id = 1"
        )

    restore(copy, path, NOW, quietly)

    async with open_database(path, NOW) as database:
        everybody = await database.read(lambda tx: tx.members.all())
        assert [one.name for one in everybody] == ["Ольга", "Ян Ли"]


async def test_who_has_another_name_by_now_is_known_by_the_account(path: Path, copy: Path) -> None:
    with closing(connect(copy)) as db:
        db.execute("UPDATE members SET name = 'Зина', folded_name = 'зина' WHERE id = 1")

    restore(copy, path, NOW, quietly)

    await is_gone(path)


@pytest.mark.usefixtures("copy")
async def test_a_file_that_cannot_be_read_is_a_refusal_with_a_remedy(path: Path) -> None:
    spoil(beside(path))

    with pytest.raises(DatabaseRefused, match="tombstones-not-read"):
        async with open_database(path, NOW):
            pass
