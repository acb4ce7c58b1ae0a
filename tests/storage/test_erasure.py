"""Anyone who is erased is nowhere on the disk: not in the file, nor in the log beside it."""

import json
import sqlite3
from contextlib import closing
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
from tests.storage.people.test_personal_data import ROWS

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


ACCOUNT = 1771177882
ANNA, BORIS = MemberId(1), MemberId(2)
OF_ANNA = (
    *("Анна", "анна", "Орлова", "орлова", "+79123456789", "anna@example.org"),
    *("журавл", "Журавль", "file-of-anna", "Ёж Ежович", "771177"),
)
IN_THE_RECORD = "Орлова А. А.".encode()
TYPED = """
UPDATE members SET telegram_id = 1771177882 WHERE id = 1;
UPDATE shown_messages SET chat_id = 1771177882;
UPDATE events SET title = 'Анна Орлова о сметах', description = 'Ведёт анна  Орлова',
                  reason = 'Анна Орлова больна';
UPDATE events SET place = 'Дом', room = 'Кабинет: Анна Орлова';
INSERT INTO audit (at, actor_id, act, subject, details)
VALUES ('2026-12-01', 2, 'event.publish', 'event:1', '{"title": "Анна Орлова о сметах"}');
INSERT INTO mailings (id, occasion, event_id, created_by, created_at, text, finished_at)
VALUES (9, 'message', 1, 2, '2026-12-01', 'Спросите: Анна Орлова', '2026-12-02');
INSERT INTO announcement_versions (announcement_id, number, contents, created_by, created_at)
VALUES (2, 1, '{"ru": {"pieces": [{"kind": "text", "text": "Анна Орлова ждёт"}]}}', 2,
        '2026-12-01');
INSERT INTO templates (name, folded_name, contents, created_by, created_at)
VALUES ('Вера Зайцев', 'вера зайцев', '{}', 2, '2026-12-01');
INSERT INTO rsvps (event_id, member_id, answer, answered_at, seat, place, guests, guest_names)
VALUES (1, 2, 'going', '2026-12-01', 'seated', 2, 1, '["Анна Орлова"]');
INSERT INTO templates (name, folded_name, contents, created_by, created_at)
VALUES ('Анна Орлова', 'анна орлова',
        '{"ru": {"pieces": [{"kind": "text", "text": "Анна Орлова ждёт"}]}}', 2, '2026-12-01');
INSERT INTO straw_polls (chat_id, question, options, anonymous, created_by, created_at, closes_at)
VALUES (-1, 'Анна Орлова или Борис?', '["Анна Орлова", "Борис"]', 0, 2, '2026-12-01',
        '2026-12-02');
UPDATE applications SET about = 'Нас знает Анна Орлова', reason = 'Так сказала Анна Орлова'
 WHERE id = 2;
INSERT INTO application_remarks (application_id, by_applicant, author_id, text, written_at)
VALUES (2, 1, 2, 'Спросите: Анна Орлова', '2026-12-01');
INSERT INTO notices (key, member_id, kind, subject, priority, not_before, created_at, error)
VALUES ('three', 2, 'event.announced', '{"event": 1}', 1, '2026-12-01', '2026-12-01', 'no');
INSERT INTO drafts (key, data, saved_at)
VALUES ('draft:12:other', '{"dialog_data": {"title": "Анна Орлова"}}', '2026-12-01'),
       ('draft:1771177882:own', '{"dialog_data": {"title": "+79123456789"}}', '2026-12-01');
INSERT INTO failed_items (kind, subject, attempts, error, put_aside_at)
VALUES ('announcements', 1, 5, 'ValueError at times.py:21', '2026-12-01');
"""
"""What others, and Anna herself, have typed about her: everywhere where something can be typed."""


def traces_in(folder: Path) -> set[tuple[str, str]]:
    """Return which files hold which of Anna's words or her account, besides the record of votes."""
    words = {word: word.encode() for word in OF_ANNA} | {"account": ACCOUNT.to_bytes(4, "big")}
    files = {file.name: file.read_bytes().replace(IN_THE_RECORD, b"") for file in folder.iterdir()}
    return {
        (name, word)
        for name, content in files.items()
        for word, coded in words.items()
        if coded in content
    }


async def test_who_did_everything_is_nowhere_on_the_disk_nor_in_anybodys_export(
    tmp_path: Path,
) -> None:
    """But for the record of votes, where the name is written in another way here."""
    path = tmp_path / "alliance.sqlite3"
    async with open_database(path, NOW):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.executescript(ROWS + TYPED)
    assert {word for _, word in traces_in(tmp_path)} == {*OF_ANNA, "account"}
    async with open_database(path, NOW) as database:
        await service(database).erase(ANNA)
        assert await database.truncate_wal()

        left = traces_in(tmp_path)
        assert left == set()
        exported = json.dumps(
            await database.read(lambda tx: tx.members.everything(BORIS)), ensure_ascii=False
        )
        assert [word for word in OF_ANNA if word in exported] == []

        vera = await database.write(lambda tx: tx.members.add_guest("Вера Зайцев"))
        await service(database).erase(vera)  # a name as long: two templates keep their own names


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
