"""What falls due, and what messages show: each kind is listed, and refers to what there is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.notices import SUBJECTS
from bot.domain.views import VIEWS
from storage.engine.database import connect
from storage.engine.migrate import Migration, known_migrations, migrate
from tests.dues import due_kinds

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
DUE = "INSERT INTO due_times (kind, subject_id, lead_seconds, due_at) VALUES (?, ?, ?, '2026')"
SHOWN = """
INSERT INTO shown_messages (chat_id, message_id, subject_kind, subject_id, member_id, view, until)
VALUES (?, 1, ?, ?, CASE WHEN ?4 <> 'post' THEN 1 END, ?4, CASE ?4 WHEN 'screen' THEN '2026' END)
"""
LOANS = """
CREATE TABLE loans (id INTEGER PRIMARY KEY) STRICT;
INSERT INTO due_kinds VALUES ('loan_reminders');
ALTER TABLE due_times ADD COLUMN loan_id INTEGER AS (
    CASE kind WHEN 'loan_reminders' THEN subject_id END) REFERENCES loans (id);
INSERT INTO shown_kinds VALUES ('loan', 'card');
ALTER TABLE shown_messages ADD COLUMN loan_id INTEGER AS (
    CASE subject_kind WHEN 'loan' THEN subject_id END) REFERENCES loans (id);
"""


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(connect(Path(":memory:"))) as db:
        migrate(db, NOW)
        db.execute("INSERT INTO members (id, name, folded_name) VALUES (1, 'Анна', 'анна')")
        yield db


def refuses(db: sqlite3.Connection, sql: str, *values: object) -> bool:
    try:
        db.execute(sql, values)
    except sqlite3.IntegrityError as error:
        return "FOREIGN KEY" in str(error)
    return False


def test_every_kind_of_due_time_is_one_of_a_noun_and_refers_to_something_there_is(
    db: sqlite3.Connection,
) -> None:
    kinds = {kind for (kind,) in db.execute("SELECT kind FROM due_kinds")}
    assert kinds <= set(due_kinds())
    for kind in kinds:
        lead = 0 if kind == "statements" else 60
        assert refuses(db, DUE, kind, 7, lead), kind


def test_a_due_time_of_no_known_kind_is_refused(db: sqlite3.Connection) -> None:
    assert refuses(db, DUE, "loan_reminders", 7, 60)


def test_messages_show_what_the_code_knows_and_what_there_is(db: sqlite3.Connection) -> None:
    listed = set(db.execute("SELECT subject_kind, view FROM shown_kinds"))
    assert listed == {(str(kind), str(view)) for kind, views in VIEWS.items() for view in views}
    for views in VIEWS.values():
        assert {views.own, *views.counts} <= {str(view) for view in views}
        assert views.changed in SUBJECTS
    for kind, view in listed:
        assert refuses(db, SHOWN, 1, kind, 7, view), (kind, view)


@pytest.mark.parametrize(("kind", "view"), [("loan", "card"), ("poll", "card"), ("event", "loan")])
def test_a_message_that_shows_no_known_view_is_refused(
    db: sqlite3.Connection, kind: str, view: str
) -> None:
    assert refuses(db, SHOWN, 1, kind, 7, view)


def test_a_noun_adds_its_kinds_in_a_migration_of_its_own(db: sqlite3.Connection) -> None:
    known = known_migrations()
    migrate(db, NOW, [*known, Migration(known[-1].number + 1, "loans", LOANS)])
    db.execute("INSERT INTO loans VALUES (5)")

    db.execute(DUE, ("loan_reminders", 5, 60))
    db.execute(SHOWN, (1, "loan", 5, "card"))

    assert refuses(db, DUE, "loan_reminders", 6, 60)
    assert refuses(db, SHOWN, 2, "loan", 6, "card")
    assert refuses(db, "DELETE FROM loans")
