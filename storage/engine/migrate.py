"""Forward-only migrations: numbered .sql files, one transaction and one checksum each."""

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import resources

from bot.domain.sentences import Told
from storage.engine.times import stamp

LEDGER = """
CREATE TABLE IF NOT EXISTS migrations (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    checksum   TEXT NOT NULL,
    applied_at TEXT NOT NULL
) STRICT
"""


class DatabaseRefused(Told):
    """The program may not use this database; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema, from a file `NNNN_name.sql`."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """Distinguishes two texts of one migration."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def known_migrations() -> list[Migration]:
    """Return the migrations of this release in their order."""
    files = resources.files("storage").joinpath("migrations").iterdir()
    return sorted(
        (
            Migration(int(file.name[:4]), file.name.removesuffix(".sql"), file.read_text("utf-8"))
            for file in files
            if file.name.endswith(".sql")
        ),
        key=lambda migration: migration.number,
    )


def migrate(
    db: sqlite3.Connection, now: datetime, migrations: list[Migration] | None = None
) -> list[Migration]:
    """Bring `db` to the newest schema and return what was applied.

    Refuses a database that a newer release has written, and one whose applied migrations differ
    from this release's.
    """
    known = known_migrations() if migrations is None else migrations
    applied = _applied(db)
    _require_same_history(applied, known)
    pending = [migration for migration in known if migration.number not in applied]
    for migration in pending:
        _apply(db, migration, now)
    return pending


def pending_migrations(db: sqlite3.Connection) -> list[Migration]:
    """Return what `migrate` would apply, without changing anything."""
    known = known_migrations()
    applied = _applied(db)
    _require_same_history(applied, known)
    return [migration for migration in known if migration.number not in applied]


def _applied(db: sqlite3.Connection) -> dict[int, str]:
    ledger = db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone()
    if ledger is None:
        _require_empty(db)
        return {}
    return dict(db.execute("SELECT number, checksum FROM migrations").fetchall())


def _require_empty(db: sqlite3.Connection) -> None:
    if db.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None:
        raise DatabaseRefused("database-of-another-program")


def _require_same_history(applied: dict[int, str], known: list[Migration]) -> None:
    checksums = {migration.number: migration.checksum for migration in known}
    newer = [number for number in applied if number not in checksums]
    if newer:
        raise DatabaseRefused("database-newer", migration=str(max(newer)))
    for number, checksum in applied.items():
        if checksums[number] != checksum:
            raise DatabaseRefused("database-migration-differs", migration=str(number))


def _apply(db: sqlite3.Connection, migration: Migration, now: datetime) -> None:
    """Apply one migration whole or not at all.

    Foreign keys are off meanwhile, so that a table can be rebuilt, and are checked at the end (as
    sqlite.org/lang_altertable.html says in its section 7).
    """
    (enforced,) = db.execute("PRAGMA foreign_keys").fetchone()
    db.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute(LEDGER)
        for statement in statements(migration.sql):
            db.execute(statement)
        _require_whole(db, migration)
        db.execute(
            "INSERT INTO migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
            (migration.number, migration.name, migration.checksum, stamp(now)),
        )
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute(f"PRAGMA foreign_keys = {enforced}")


def _require_whole(db: sqlite3.Connection, migration: Migration) -> None:
    broken = db.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DatabaseRefused(
            "database-migration-fails", migration=str(migration.number), table=broken[0]
        )


def statements(sql: str) -> Iterator[str]:
    """Yield the statements of a script one by one: `executescript` would commit in between."""
    buffer = ""
    for line in sql.splitlines(keepends=True):
        buffer += line
        if sqlite3.complete_statement(buffer):
            yield buffer
            buffer = ""
    if buffer.strip():
        yield buffer
