import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import connect
from storage.migrate import (
    DatabaseRefused,
    Migration,
    known_migrations,
    migrate,
    pending_migrations,
    statements,
)

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FIRST = Migration(1, "0001_first", "CREATE TABLE one (n INTEGER) STRICT;\n")
SECOND = Migration(
    2,
    "0002_second",
    "CREATE TABLE two (n INTEGER) STRICT;\nINSERT INTO one VALUES (7);\n",
)
BROKEN = Migration(
    3, "0003_broken", "CREATE TABLE three (n INTEGER);\nDROP TABLE one;\nDROP TABLE nowhere;\n"
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "test.sqlite3")) as connection:
        yield connection


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_migrations_are_applied_in_their_order_and_once(db: sqlite3.Connection) -> None:
    assert migrate(db, NOW, [FIRST, SECOND]) == [FIRST, SECOND]
    assert migrate(db, NOW, [FIRST, SECOND]) == []

    assert tables(db) == {"migrations", "one", "two"}
    assert db.execute("SELECT n FROM one").fetchall() == [(7,)]


def test_an_older_database_gets_what_it_lacks(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST])

    assert migrate(db, NOW, [FIRST, SECOND]) == [SECOND]


def test_the_migrations_of_this_release_reach_the_schema_from_nothing(
    db: sqlite3.Connection,
) -> None:
    assert [migration.number for migration in known_migrations()] == list(
        range(1, len(known_migrations()) + 1)
    )
    assert pending_migrations(db) == known_migrations()

    migrate(db, NOW)

    assert pending_migrations(db) == []
    assert tables(db) == {
        *("migrations", "organisations", "members", "roles", "invitations", "events", "rsvps"),
        *("cards", "reminders", "mailings", "notices", "drafts", "audit"),
    }
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_is_strict(db: sqlite3.Connection) -> None:
    migrate(db, NOW)

    lax = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert lax == []


def test_a_failing_migration_leaves_nothing_of_itself_and_keeps_those_before(
    db: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(db, NOW, [FIRST, SECOND, BROKEN])

    assert tables(db) == {"migrations", "one", "two"}
    assert db.execute("SELECT number FROM migrations").fetchall() == [(1,), (2,)]
    assert not db.in_transaction


def test_a_database_of_a_newer_release_is_refused(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST, SECOND])

    with pytest.raises(DatabaseRefused, match=r"newer release \(migration 2\)"):
        migrate(db, NOW, [FIRST])


def test_a_migration_changed_after_it_was_applied_is_refused(db: sqlite3.Connection) -> None:
    migrate(db, NOW, [FIRST])
    changed = Migration(1, FIRST.name, FIRST.sql + "-- a harmless remark\n")

    with pytest.raises(DatabaseRefused, match="migration 1 differs"):
        migrate(db, NOW, [changed, SECOND])

    assert tables(db) == {"migrations", "one"}


def test_a_script_is_split_into_whole_statements() -> None:
    script = (
        "-- a remark; with a semicolon\n"
        "CREATE TABLE one (\n  n INTEGER -- one;\n);\n"
        "CREATE TRIGGER t BEFORE DELETE ON one\n"
        "BEGIN SELECT raise(ABORT, 'no; never');\nSELECT 1; END;\n"
        "INSERT INTO one VALUES (1)\n"
    )

    assert [one.split()[0] for one in statements(script)] == ["--", "CREATE", "INSERT"]
