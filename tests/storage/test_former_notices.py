"""What the last release had still to say, when a kind was the name of a class, is said."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.notices import Claimed
from bot.features import NOTICES
from bot.services.notices import Asked
from storage.engine.database import connect
from storage.engine.migrate import known_migrations, migrate
from storage.stores import Stores
from tests.alliance import some_rules
from tests.samples.all import every_kind
from tests.samples.people import NOW

FORMER = Path(__file__).parent / "former_notices.sql"
KINDS = 51
COLUMNS = (
    "key, member_id, chat_id, kind, subject, priority, edits_chat, edits_message, not_before,"
    " created_at"
)


@pytest.fixture
def former(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database of the last release in which a notice of each kind waits."""
    with closing(connect(tmp_path / "former.sqlite3")) as db:
        migrate(db, NOW, [one for one in known_migrations() if one.number < 18])
        db.executescript(FORMER.read_text("utf-8"))
        assert db.execute("SELECT count(DISTINCT kind) FROM notices").fetchone() == (KINDS,)
        yield db


@pytest.fixture
def tx(tmp_path: Path) -> Iterator[Stores]:
    """An alliance of this release in which each kind has something to say."""
    with closing(connect(tmp_path / "new.sqlite3")) as db:
        migrate(db, NOW)
        stores = Stores(db)
        every_kind(stores)
        yield stores


def claimed(tx: Stores) -> list[Claimed]:
    """Take all that waits, settling each: a person or group has one notice in flight."""
    found: list[Claimed] = []
    while batch := tx.outbox.claim(NOW, 100):
        for one in batch:
            tx.outbox.save_dropped(one, NOW)
        found += batch
    return [one for one in found if one.notice.key.startswith("former:")]


def says_something(tx: Stores, one: Claimed) -> bool:
    notice = one.notice
    member = None if notice.recipient is None else tx.members.get(notice.recipient)
    asked = Asked(notice, notice.subject, member, some_rules(), NOW, "ru")
    return NOTICES[type(notice.subject)].compose(tx, asked) is not None


def test_a_waiting_notice_of_every_former_kind_is_read_and_composed(
    former: sqlite3.Connection, tx: Stores
) -> None:
    migrate(former, NOW)
    rows = former.execute(f"SELECT {COLUMNS} FROM notices").fetchall()  # noqa: S608  names
    marks = ", ".join("?" * len(rows[0]))
    sql = f"INSERT INTO notices ({COLUMNS}) VALUES ({marks})"  # noqa: S608  names
    tx.outbox._db.executemany(sql, rows)

    found = claimed(tx)

    assert len(found) == len(rows)
    assert len({one.notice.subject.kind for one in found}) == KINDS
    assert [one.notice.subject for one in found if not says_something(tx, one)] == []


def test_a_notice_of_an_unknown_kind_keeps_it_and_fails_alone(former: sqlite3.Connection) -> None:
    former.execute("UPDATE notices SET kind = 'PollOpened' WHERE key = 'former:0'")

    migrate(former, NOW)

    keys = {one.notice.key for one in claimed(Stores(former))}
    assert "former:0" not in keys
    assert "former:1" in keys
    failed = former.execute("SELECT key, kind FROM notices WHERE state = 'failed'").fetchall()
    assert failed == [("former:0", "PollOpened")]
