"""Whoever is erased is nowhere on the disk: not in the file, nor in the log beside it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.people.members import Consent, MemberId, TelegramId
from bot.domain.people.people import PersonDetails
from bot.services.people.members import Members
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)
NAMES = ("Зинаида Журавлёва", "зинаида журавлева", "Журавл", "+79995551234", "zina@example.org")


def service(database: Database) -> Members:
    clock, rules = FixedClock(NOW), some_rules()
    return Members(database, clock, rules=rules, administrators=frozenset(), language="ru")


def fill(tx: Stores) -> MemberId:
    """Write down hundreds of people, so that pages are split, and Zinaida with all she has."""
    for number in range(400):
        tx.members.add(
            PersonDetails(f"Участник {number:04}", "директор", f"+7912{number:07}"), None
        )
    zina = tx.members.add(
        PersonDetails("Зинаида Журавлёва", "журавлевод", "+79995551234", "zina@example.org"), None
    )
    tx.members.bind(zina, TelegramId(77), NOW)
    tx.members.save_consent(zina, Consent(1, NOW))
    return zina


def alter(tx: Stores, zina: MemberId) -> None:
    """Change and grow rows round hers: remains stay where cells moved."""
    for number in range(1, 401):
        name = f"Участник {number - 1:04} с очень длинным именем"
        tx.members.update(MemberId(number), PersonDetails(name, "директор" * 9))
    details = PersonDetails(
        "Зинаида Журавлёва", "журавлевод" * 3, "+79995551234", "zina@example.org"
    )
    tx.members.update(zina, details)
    draft = tx.applications.get(tx.applications.add(zina, NOW))
    assert draft is not None
    tx.applications.add_remark(draft.id, zina, "Это Журавлёва", NOW, by_applicant=True)
    search = {"dialog_data": {"search": "журавл", "title": "Зинаида Журавлёва выступит"}}
    tx.drafts.save_data("draft:5:other", search, NOW)


def on_disk(folder: Path) -> list[tuple[str, str]]:
    """Return which files hold which of her words, in bytes."""
    return [
        (file.name, word)
        for file in sorted(folder.iterdir())
        for word in NAMES
        if word.encode() in file.read_bytes()
    ]


async def test_nothing_of_the_erased_is_on_the_disk_while_the_bot_runs(tmp_path: Path) -> None:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        zina = await database.write(fill)
        await database.write(lambda tx: alter(tx, zina))
        assert on_disk(tmp_path)

        await service(database).erase(zina)
        assert await database.truncate_wal()

        assert on_disk(tmp_path) == []


async def test_a_crash_before_the_wiping_leaves_it_to_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "alliance.sqlite3"
    async with open_database(path, NOW) as database:
        zina = await database.write(fill)
        await database.write(lambda tx: alter(tx, zina))
        await service(database).erase(zina)
        database._traces = False  # as if the process had died here

    async with open_database(path, NOW) as database:
        await database.truncate_wal()
        assert on_disk(tmp_path) == []


async def test_others_are_kept_as_they_were(tmp_path: Path) -> None:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        zina = await database.write(fill)
        await database.write(lambda tx: alter(tx, zina))
        before = await database.read(lambda tx: tx.members.all())

        await service(database).erase(zina)
        await database.truncate_wal()

        after = await database.read(lambda tx: tx.members.all())
        assert after == [one for one in before if one.id != zina]


# --- drafts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"search": "журавл"}, {"search": ""}),
        ({"search": "ЖУРАВЛЕВА зин"}, {"search": ""}),
        ({"search": "Борис"}, {"search": "Борис"}),
        ({"a": [{"name": "зинаида  Журавлева!"}]}, {"a": [{"name": f"{'—' * 18}!"}]}),
        ({"text": "Журавлёва"}, {"text": "Журавлёва"}),
        ({"number": 7, "nothing": None}, {"number": 7, "nothing": None}),
    ],
)
async def test_a_draft_of_somebody_else_is_left_without_the_name(
    database: Database, before: dict[str, object], after: dict[str, object]
) -> None:
    zina = await database.write(fill)
    await database.write(lambda tx: tx.drafts.save_data("draft:5:x", before, NOW))

    await service(database).erase(zina)

    assert await database.read(lambda tx: tx.drafts.data("draft:5:x")) == after


async def test_a_name_of_one_word_is_left_in_what_others_write(database: Database) -> None:
    """«Вера» is a word like any other."""
    vera = await database.write(lambda tx: tx.members.add_guest("Вера"))
    text = {"text": "Вера и надежда"}
    await database.write(lambda tx: tx.drafts.save_data("draft:5:x", text, NOW))

    await service(database).erase(vera)

    assert await database.read(lambda tx: tx.drafts.data("draft:5:x")) == text
