"""The schema itself keeps issued minutes as they are, and their numbers without gaps."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.schemas import in_memory

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
POLL = """
INSERT INTO polls (id, kind, body, question, rules, mode, secrecy, closes_at, candidates, seats,
                   exclusive, live, closes_when_all_voted, materials, tells_members, elects_council,
                   preset, folded_question, created_by, created_at)
VALUES (:id, 'motion', 'council', 'Смета?', '{}', 'meeting', 'named', '2026-12-04', '[]', 1, 0, 0,
        0, '[]', 0, 0, 'motion', 'смета?', 1, '2026-12-01')
"""
ISSUE = """
INSERT INTO minutes (body, year, number, issued_by, issued_at, docx, pdf, docx_hash, pdf_hash,
                     entry)
VALUES (:body, :year, :number, 1, '2026-12-05', x'01', x'02', printf('%064d', 1),
        printf('%064d', 2), :entry)
"""


FILE = """
INSERT INTO filed_files (minutes_id, kind, name, content, hash, filed_by, filed_at, entry)
VALUES (1, 'scan', 'scan.pdf', x'01', printf('%064d', 3), 1, '2026-12-06', 3)
"""


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A database with a closed poll (1), an open one (2), and minutes 1/2026 of the first."""
    with closing(in_memory()) as connection:
        connection.execute("INSERT INTO members (id, name, folded_name) VALUES (1, 'А', 'а')")
        previous = "0" * 64
        for number in range(1, 6):
            digest = f"{number:064}"
            connection.execute(
                "INSERT INTO entries VALUES (?, 'closed', '{}', ?, ?)", (number, previous, digest)
            )
            previous = digest
        for poll in (1, 2):
            connection.execute(POLL, {"id": poll})
            connection.execute(
                "UPDATE polls SET state = 'open', opened_at = '2026-12-02' WHERE id = ?", (poll,)
            )
        connection.execute(
            """
            UPDATE polls SET state = 'closed', closed_at = '2026-12-03', closing = 'all_voted'
             WHERE id = 1
            """
        )
        connection.execute(
            "INSERT INTO results VALUES (1, '{}', 'adopted', ?, ?, ?, 1, '2026-12-04T10')",
            ["c" * 64] * 3,
        )
        issues(connection, 1)
        connection.execute("INSERT INTO minutes_polls VALUES (1, 1, 1)")
        yield connection


def issues(
    db: sqlite3.Connection, number: int, body: str = "council", year: int = 2026, entry: int = 2
) -> None:
    db.execute(ISSUE, {"body": body, "year": year, "number": number, "entry": entry})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE minutes SET pdf = x'03'",
        "UPDATE minutes SET issued_at = '2026-12-06'",
        "DELETE FROM minutes",
        "UPDATE minutes_polls SET poll_id = 2",
        "DELETE FROM minutes_polls",
    ],
)
def test_issued_minutes_are_neither_changed_nor_deleted(
    db: sqlite3.Connection, statement: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="issued minutes stand"):
        db.execute(statement)


def test_numbers_leave_no_gap_and_begin_again_in_each_year_and_body(db: sqlite3.Connection) -> None:
    for number in (1, 3):
        with pytest.raises(sqlite3.IntegrityError, match="one after the other"):
            issues(db, number, entry=3)
    issues(db, 2, entry=3)
    issues(db, 1, body="general_meeting", entry=4)
    issues(db, 1, year=2027, entry=5)


def test_minutes_are_of_a_counted_poll_that_stands_in_them_once(db: sqlite3.Connection) -> None:
    for row in ((1, 2, 2), (1, 2, 1)):
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("INSERT INTO minutes_polls VALUES (?, ?, ?)", row)


def test_minutes_have_an_entry_of_the_chain_to_themselves(db: sqlite3.Connection) -> None:
    for entry in (2, 99):
        with pytest.raises(sqlite3.IntegrityError):
            issues(db, 2, entry=entry)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE results SET statements_until = '2026-12-03T10'",
        "UPDATE results SET statements_until = NULL",
        "DELETE FROM results",
    ],
)
def test_the_time_for_statements_stands_as_it_was_told(db: sqlite3.Connection, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(change)


@pytest.mark.parametrize(
    "sql", ["UPDATE filed_files SET name = 'x'", "DELETE FROM filed_files", FILE]
)
def test_what_is_filed_beside_minutes_stands_and_is_filed_once(
    db: sqlite3.Connection, sql: str
) -> None:
    db.execute(FILE)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(sql)
