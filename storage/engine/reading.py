"""Read a database, or a copy of one, without migrating or writing it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.engine.backups import require_intact
from storage.engine.guards import altered
from storage.engine.migrate import DatabaseRefused, pending_migrations
from storage.stores import Stores


@contextmanager
def reading(path: Path) -> Iterator[Stores]:
    """Yield the present content of the database `path`; the bot may be running on it.

    Refuses what `inspecting` refuses.
    """
    with inspecting(path) as (stores, _):
        yield stores


@contextmanager
def inspecting(path: Path) -> Iterator[tuple[Stores, tuple[str, ...]]]:
    """Yield that, and the tables and triggers that differ from this release's.

    Refuses, with `DatabaseRefused`, a file that is missing, damaged, no database of this bot, or of
    another release: an older one must be migrated first.
    """
    if not path.is_file():
        raise DatabaseRefused("file-missing", path=path)
    try:
        with closing(_connected(path)) as db:
            _require_current(db, path)
            yield Stores(db), altered(db)
    except sqlite3.DatabaseError as error:
        raise DatabaseRefused("database-not-read", path=path, error=str(error)) from error


def _connected(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to one snapshot."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("BEGIN")
    except BaseException:
        db.close()
        raise
    return db


def _require_current(db: sqlite3.Connection, path: Path) -> None:
    require_intact(db, path)
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone():
        raise DatabaseRefused("database-of-another-bot", path=path)
    if pending_migrations(db):
        raise DatabaseRefused("database-older", path=path)
