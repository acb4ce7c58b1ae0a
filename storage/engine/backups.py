"""Backups: made while the bot runs, restored while it does not."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from bot.domain.polls.losses import Loss
from storage.engine.database import prepare
from storage.engine.folders import synced, unfinished_beside
from storage.engine.ids import pass_over
from storage.engine.locks import InstanceLock
from storage.engine.losses import compare, note
from storage.engine.migrate import DatabaseRefused, migrate, pending_migrations
from storage.engine.replacing import finish, replace
from storage.health import note_copied
from storage.people import tombstones
from storage.stores import Stores

PAGES_AT_ONCE = 256

Progress = Callable[[int, int], None]
"""Called with how many pages are done, and the total."""
Opened = Callable[[], AbstractContextManager[Path]]
"""Yields a backup as an unencrypted database."""
Tell = Callable[[Stores], None]
"""Called with the restored copy before it is put in place."""


def backup(source: Path, target: Path, progress: Progress, *, overwrite: bool = False) -> None:
    """Copy the database `source`, as it is at this moment, to one self-contained file `target`.

    Writers do not wait and do not affect the copy, which reads one snapshot. Blocks, so call it on
    a worker thread when a loop runs. Refuses, with `DatabaseRefused`, a source that is missing or
    damaged and a target that exists, unless told to `overwrite`.
    """
    _require_apart(source, target)
    if target.exists() and not overwrite:
        raise DatabaseRefused("file-exists", path=target)
    with _explained(source, target), unfinished_beside(target) as unfinished:
        copy_pages(source, unfinished, progress)
        synced(unfinished)
        unfinished.replace(target)
        synced(target.parent)
    note_copied(source)


def restore(
    source: Path,
    target: Path,
    now: datetime,
    progress: Progress,
    *,
    force: bool = False,
    tell: Tell | None = None,
    opened: Opened | None = None,
) -> Path | None:
    """Replace the database `target` by the backup `source`.

    `opened` decrypts an encrypted backup before it is copied.

    Returns the path of the replaced database (beside it, named by the time `now`), or None if there
    was none. People erased since and invitations used since stay so (`storage.people.tombstones`).
    Refuses a damaged backup, a file that is no database of this bot or of a newer release, and a
    target on which a bot runs; and, without `force`, a loss of votes (`VotesLost`). No id of the
    replaced database is used again. The chain records the restore and the loss. `tell` enqueues
    notices about it.
    """
    _require_apart(source, target)
    with InstanceLock(target):
        finish(target)
        with _explained(source, target), unfinished_beside(target) as unfinished:
            _copy(source, unfinished, progress, opened)
            loss = compare(source, unfinished, target, force=force)
            _note(unfinished, loss, target, now, tell)
            tombstones.keep(target)
            synced(unfinished)
            kept = replace(target, unfinished, f"{now:%Y%m%dT%H%M%SZ}")
        prepare(target, now)
    return kept


def _copy(source: Path, copy: Path, progress: Progress, opened: Opened | None) -> None:
    """Copy a backup, decrypted if it is encrypted; refuse what is no database of this bot."""
    with nullcontext(source) if opened is None else opened() as plain:
        copy_pages(plain, copy, progress, source)
    with closing(sqlite3.connect(copy)) as db:
        _require_ours(db, source)


def _note(copy: Path, loss: Loss, target: Path, now: datetime, tell: Tell | None) -> None:
    """Migrate the copy and record the restore in it, before it is put in place."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        migrate(db, now)
        db.execute("BEGIN IMMEDIATE")
        note(db, loss, now)
        pass_over(db, target)
        if tell is not None:
            tell(Stores(db))
        db.execute("COMMIT")


def require_intact(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a database in which SQLite finds damage; reads all of it."""
    findings = [row[0] for row in db.execute("PRAGMA integrity_check(3)")]
    if findings != ["ok"]:
        raise DatabaseRefused("database-damaged", path=path, finding=findings[0])


def _require_apart(source: Path, target: Path) -> None:
    if not source.is_file():
        raise DatabaseRefused("file-missing", path=source)
    if target.exists() and source.samefile(target):
        raise DatabaseRefused("file-is-itself", path=source, other=target)


def _require_ours(db: sqlite3.Connection, source: Path) -> None:
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone():
        raise DatabaseRefused("database-of-another-bot", path=source)
    pending_migrations(db)


@contextmanager
def _explained(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DatabaseRefused(
            "database-not-copied", path=source, other=target, error=str(error)
        ) from error
    except OSError as error:
        raise DatabaseRefused("file-not-written", path=target, error=str(error.strerror)) from error


def copy_pages(source: Path, target: Path, progress: Progress, name: Path | None = None) -> None:
    """Copy page by page from one snapshot, then check the copy; `name` is what errors call it."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as origin,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        origin.execute("BEGIN")  # otherwise each write in between would restart the copy
        origin.execute("SELECT 1 FROM sqlite_schema").fetchone()
        origin.backup(
            copy,
            pages=PAGES_AT_ONCE,
            progress=lambda _, remaining, total: progress(total - remaining, total),
        )
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log
        require_intact(copy, name or source)
