"""The newest schema, migrated once per process and copied: a copy costs a twentieth."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache

from storage.engine.migrate import Migration, migrate

MIGRATED_AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


@cache
def _template() -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, MIGRATED_AT)
        return db.serialize()


def lay(db: sqlite3.Connection) -> None:
    """Give an empty database the newest schema, as `migrate` would."""
    with closing(sqlite3.connect(":memory:")) as template:
        template.deserialize(_template())
        template.backup(db)


def lay_or_migrate(
    db: sqlite3.Connection, now: datetime, migrations: list[Migration] | None = None
) -> list[Migration]:
    """Stand in for `migrate`: only an empty database takes the copy, any other is migrated."""
    if migrations is None and db.execute("SELECT 1 FROM sqlite_schema").fetchone() is None:
        lay(db)
    return migrate(db, now, migrations)


def in_memory(script: str = "") -> sqlite3.Connection:
    """Return a database of the newest schema in memory, with foreign keys, and what `script` adds.

    The caller closes it.
    """
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(_template())
    db.execute("PRAGMA foreign_keys = ON")
    db.executescript(script)
    return db
