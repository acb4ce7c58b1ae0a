"""Ids in buttons and links are never assigned twice, even after a restore."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from storage.engine.untouched import untouched

UNKNOWN = 1000
"""How many ids are skipped where it is unknown which ones the lost database used."""

USED_ONCE = "SELECT name FROM sqlite_schema WHERE sql LIKE '% INTEGER PRIMARY KEY AUTOINCREMENT%'"


def pass_over(db: sqlite3.Connection, replaced: Path) -> None:
    """Make `db`, restored from a backup, skip the ids that the replaced database used.

    Otherwise a button in a chat could lead to another vote.
    """
    tables = [name for (name,) in db.execute(USED_ONCE)]
    given_out = _given_out(replaced, tables)
    for table in tables:
        own = _last(db, table)
        last = own + UNKNOWN if given_out is None else max(own, given_out[table])
        db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def _given_out(database: Path, tables: Sequence[str]) -> Mapping[str, int] | None:
    """Return the last id of each table of a database; None if it is unknown."""
    if not database.exists():
        return None
    try:
        with untouched(database) as db:
            return {table: _last(db, table) for table in tables}
    except sqlite3.DatabaseError:
        return None


def _last(db: sqlite3.Connection, table: str) -> int:
    """Return the last id of a table; 0 if there is no such table."""
    if not _has(db, table):
        return 0
    (last,) = db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()  # noqa: S608  a name
    if not _has(db, "sqlite_sequence"):
        return int(last)
    (given,) = db.execute(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", (table,)
    ).fetchone()
    return max(int(last), int(given))


def _has(db: sqlite3.Connection, table: str) -> bool:
    found = db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return found is not None
