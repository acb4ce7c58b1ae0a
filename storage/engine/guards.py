"""Check that the tables and triggers of a database are those of this release."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime

from storage.engine.migrate import migrate

ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def altered(db: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables, triggers, indexes and views that are missing, changed, or unknown.

    Without its trigger a table's rows can be changed, and a new trigger can change them itself.
    SQLite's own tables and indexes are left out.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        migrate(model, ANY_TIME)
        expected, found = _objects(model), _objects(db)
    names = expected.keys() | found.keys()
    return tuple(sorted(name for name in names if expected.get(name) != found.get(name)))


def _objects(db: sqlite3.Connection) -> Mapping[str, tuple[str, str, str]]:
    """Return type, table and statement by name."""
    rows = db.execute("SELECT name, type, tbl_name, sql FROM sqlite_schema").fetchall()
    return {
        name: (kind, table, sql)
        for name, kind, table, sql in rows
        if kind not in {"table", "index"} or not name.startswith("sqlite_")
    }
