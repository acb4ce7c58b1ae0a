"""Copies of the database: made while the bot runs, put back while it does not."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from bot.domain.polls.losses import Loss
from storage.engine.database import prepare
from storage.engine.ids import pass_over
from storage.engine.locks import InstanceLock
from storage.engine.losses import compare, note
from storage.engine.migrate import DatabaseRefused, migrate, pending_migrations
from storage.health import note_copied
from storage.people import tombstones
from storage.stores import Stores

PAGES_AT_ONCE = 256
COMPANIONS = ("", "-wal", "-shm")
"""The suffixes of the files that make up a database."""

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""
Opened = Callable[[], AbstractContextManager[Path]]
"""Yields a backup as a database that is not encrypted."""
Tell = Callable[[Stores], None]
"""Given what was restored, before it is in its place."""


def backup(source: Path, target: Path, progress: Progress, *, overwrite: bool = False) -> None:
    """Copy the database `source`, as it is at this moment, to one self-contained file `target`.

    Writers are not held up and do not disturb the copy: it reads one snapshot. Blocks, so call it
    on a worker thread when a loop runs. Refuses, with `DatabaseRefused`, a source that is missing
    or damaged and a target that exists, unless told to `overwrite`.
    """
    _require_apart(source, target)
    if target.exists() and not overwrite:
        raise DatabaseRefused(f"{target} exists already: choose another name or add --force")
    with _explained(source, target), _written_whole(target) as unfinished:
        copy_pages(source, unfinished, progress)
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
    """Put the backup `source` in the place of the database `target`.

    What is copied is what `opened` makes of it: one that is encrypted is decrypted.

    Returns where the replaced database went (beside it, named by the time `now`), or None if there
    was none. People erased since, and invitations used since, do not come back with it
    (`storage.people.tombstones`). Refuses a backup that is damaged, no database of this bot, or of
    a newer release, and a target on which a bot runs; and, unless told to `force`, one with which
    votes are lost (`VotesLost`). No id of the replaced database is used again. The chain says that
    it was restored, and what was lost. `tell` puts into the outbox what people are to hear of it.
    """
    _require_apart(source, target)
    with InstanceLock(target):
        with _explained(source, target), _written_whole(target) as unfinished:
            with nullcontext(source) if opened is None else opened() as plain:
                copy_pages(plain, unfinished, progress, source)
            with closing(sqlite3.connect(unfinished)) as db:
                _require_ours(db, source)
            loss = compare(source, unfinished, target, force=force)
            _note(unfinished, loss, target, now, tell)
            tombstones.keep(target)
            kept = _put_aside(target, f"{target.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")
        prepare(target, now)
    return kept


def _note(copy: Path, loss: Loss, target: Path, now: datetime, tell: Tell | None) -> None:
    """Bring the copy up to date and write into it that it was restored, before it is in place."""
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
        raise DatabaseRefused(f"{path} is damaged ({findings[0]}): restore an older backup")


def _require_apart(source: Path, target: Path) -> None:
    if not source.is_file():
        raise DatabaseRefused(f"{source} does not exist: check its name and folder")
    if target.exists() and source.samefile(target):
        raise DatabaseRefused(f"{source} and {target} are one file: name another one")


def _require_ours(db: sqlite3.Connection, source: Path) -> None:
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone():
        raise DatabaseRefused(f"{source} is not a database of this bot: choose another file")
    pending_migrations(db)


@contextmanager
def _explained(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DatabaseRefused(
            f"{source} cannot be copied to {target} ({error}): see that the first is an intact "
            "database of this bot, and that the second's disk has room"
        ) from error
    except OSError as error:
        raise DatabaseRefused(
            f"{target} cannot be written ({error.strerror}): check the folder, its rights and room"
        ) from error


@contextmanager
def _written_whole(target: Path) -> Iterator[Path]:
    """Yield a temporary name beside `target` that takes its place once all is on the disk."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL, 0o600))  # personal data: owner only
        yield unfinished
        synced(unfinished)
        unfinished.replace(target)
        synced(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def synced(path: Path) -> None:
    """Have what was written to a file or folder be on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def copy_pages(source: Path, target: Path, progress: Progress, name: Path | None = None) -> None:
    """Copy page by page from one snapshot, then check the copy; `name` is what errors call it."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as origin,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        origin.execute("BEGIN")  # without it, each write in between would restart the copy
        origin.execute("SELECT 1 FROM sqlite_schema").fetchone()
        origin.backup(
            copy,
            pages=PAGES_AT_ONCE,
            progress=lambda _, remaining, total: progress(total - remaining, total),
        )
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without companions
        require_intact(copy, name or source)


def _put_aside(database: Path, name: str) -> Path | None:
    """Rename a database with its write-ahead log, unopened: SQLite would drop a damaged one's log.

    A log left behind would be replayed into whatever database comes next.
    """
    kept = database.with_name(name) if database.exists() else None
    for suffix in COMPANIONS:
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(database.with_name(name + suffix))
    return kept
