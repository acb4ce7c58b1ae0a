"""Encrypted backups: made from a running database, tried, and only then given their name.

Whenever the process is killed, no file of that name is half a backup. What is unfinished has a name
of its own, always the same, and the next one made takes its place. Copies that are not encrypted
lie beside the database alone, for as long as it takes.
"""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.domain.backups import BackupFailed, Fault
from storage.engine import age
from storage.engine.backups import Progress, copy_pages, require_intact
from storage.engine.folders import make_private, open_private, synced, unfinished_beside
from storage.engine.leftovers import alone, parts_of, remove
from storage.engine.migrate import DatabaseRefused
from storage.health import note_copied

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
DECRYPTED = ".restored"
FULL = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE})

Examine = Callable[[Path], tuple[str, ...]]
"""Looks through a restored database; returns what does not agree, in words for the log."""


class PhraseNeeded(DatabaseRefused):
    """The backup is encrypted, and no pass phrase was given."""


class PhraseRefused(DatabaseRefused):
    """The backup was encrypted by another pass phrase."""


def make_archive(
    database: Path, target: Path, phrase: str, examine: Examine, progress: Progress
) -> None:
    """Copy a database that may be in use to `target`, encrypted, once a restored copy was examined.

    Replaces a file of that name. Raises `BackupFailed`. If the record of the votes does not agree,
    there is a file all the same: its name begins with `unverified-`.
    """
    with _explained(), alone(database):
        make_private(target.parent)
        with _plain(database, "copy") as copy, _unfinished(target) as unfinished:
            os.close(open_private(copy, os.O_EXCL))
            copy_pages(database, copy, progress)
            with copy.open("rb") as source, unfinished.open("wb") as opened:
                age.encrypt(source, opened, phrase)
            synced(unfinished)
            faults = _tried(unfinished, copy, phrase, examine)
            final = target.with_name(f"unverified-{target.name}") if faults else target
            if faults:
                remove(*target.parent.glob("unverified-alliance-*.age"))
            unfinished.replace(final)
            synced(target.parent)
    if faults:
        raise BackupFailed(Fault.RECORD, "; ".join(faults))
    note_copied(database)


def _tried(archive: Path, copy: Path, phrase: str, examine: Examine) -> tuple[str, ...]:
    """Restore the archive beside the database and look through it; return what does not agree."""
    with _plain(copy, "trial") as trial:
        try:
            _decrypt(archive, trial, phrase)
            if _digest(trial) != _digest(copy):
                raise BackupFailed(Fault.TRIAL, "what was restored is not what was copied")
            with closing(sqlite3.connect(f"{trial.absolute().as_uri()}?mode=ro", uri=True)) as db:
                require_intact(db, trial)
            return examine(trial)
        except (age.WrongPhrase, age.BadFile, DatabaseRefused, sqlite3.DatabaseError) as error:
            raise BackupFailed(Fault.TRIAL, f"{type(error).__name__}: {error}") from error


@contextmanager
def opened(archive: Path, database: Path, phrase: str | None) -> Iterator[Path]:
    """Yield a backup as a file that is not encrypted; one made of an encrypted one goes again.

    That lies beside the `database`. Refuses, with `DatabaseRefused`, a wrong pass phrase, and a
    file that is damaged.
    """
    if not age.is_encrypted(archive):
        yield archive
        return
    if phrase is None:
        raise PhraseNeeded("backup-encrypted", path=archive)
    make_private(database.parent)
    decrypted = database.with_name(f"{database.name}{DECRYPTED}")
    with unfinished_beside(decrypted) as plain, _removed(plain):
        try:
            _decrypt(archive, plain, phrase)
        except age.WrongPhrase:
            raise PhraseRefused("backup-other-phrase", path=archive) from None
        except age.BadFile as error:
            raise DatabaseRefused("backup-not-decrypted", path=archive, error=str(error)) from error
        yield plain


def _decrypt(archive: Path, plain: Path, phrase: str) -> None:
    descriptor = open_private(plain, os.O_WRONLY | os.O_NOFOLLOW)
    with archive.open("rb") as source, os.fdopen(descriptor, "wb") as target:
        age.decrypt(source, target, phrase)


def _digest(file: Path) -> bytes:
    with file.open("rb") as opened_file:
        return hashlib.file_digest(opened_file, "sha256").digest()


@contextmanager
def _plain(beside: Path, purpose: str) -> Iterator[Path]:
    """Yield a free name for a copy that is not encrypted, and see that it goes with all it has."""
    plain = beside.with_name(f".{beside.name.strip('.')}.{purpose}")
    remove(*parts_of(plain))  # what one that was killed has left
    with _removed(plain):
        yield plain


@contextmanager
def _removed(plain: Path) -> Iterator[None]:
    """Delete a copy, if it is there, at the end of the block."""
    try:
        yield
    finally:
        remove(*parts_of(plain))


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    """Yield where the encrypted file is written; those that were left unfinished before go."""
    for left in target.parent.glob(".alliance-*.age.partial"):
        left.unlink(missing_ok=True)
    unfinished = target.with_name(f".{target.name}.partial")
    remove(unfinished)
    os.close(open_private(unfinished, os.O_EXCL))
    try:
        yield unfinished
    finally:
        remove(unfinished)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DatabaseRefused as error:
        raise BackupFailed(Fault.DATABASE, str(error)) from error
    except sqlite3.DatabaseError as error:
        fault = Fault.NO_ROOM if error.sqlite_errorcode in FULL else Fault.DATABASE
        raise BackupFailed(fault, str(error)) from error
    except OSError as error:
        fault = Fault.NO_ROOM if error.errno in NO_ROOM else Fault.NOT_WRITABLE
        raise BackupFailed(fault, f"{error.filename or ''}: {error.strerror}") from error
