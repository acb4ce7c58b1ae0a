"""Unencrypted copies beside a database: one backup at a time makes some, killed ones leave some.

Nothing here loads what encrypts, which the bot itself does without.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.domain.backups import BackupFailed, Fault
from storage.engine.folders import open_private, remove_unfinished


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Let one backup of a database be made at a time: they have their unfinished files in common.

    The system lets go of the lock when the process ends, however it ends.
    """
    lock = open_private(database.with_name(f"{database.name}.backup.lock"), os.O_RDWR)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupFailed(Fault.BUSY, "another backup is being made") from error
        yield
    finally:
        os.close(lock)


def parts_of(plain: Path) -> list[Path]:
    """Return all files of a copy."""
    return [plain.with_name(plain.name + suffix) for suffix in ("", "-journal", "-wal", "-shm")]


def remove(*files: Path) -> None:
    """Delete files, if they are there."""
    for file in files:
        file.unlink(missing_ok=True)


def clear_up(database: Path) -> None:
    """Delete what backups and restores that were killed have left unencrypted beside a database.

    One that is being made keeps its copies.
    """
    remove_unfinished(database.parent, "")
    copy = database.with_name(f".{database.name}.copy")
    left = [*parts_of(copy), *parts_of(copy.with_name(f"{copy.name}.trial"))]
    if any(part.exists() for part in left):
        with suppress(BackupFailed, OSError), alone(database):
            remove(*left)
