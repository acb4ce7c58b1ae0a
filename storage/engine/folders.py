"""Folders that belong to the bot, and what stands in them."""

import fcntl
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = re.compile(r"(\..+\.[0-9]+\.partial)(-journal|-wal|-shm)?")


def make_private(folder: Path) -> None:
    """Create a folder and its parents with access for the owner only; existing ones stay."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(folder, os.O_DIRECTORY | os.O_NOFOLLOW)
        _give_to_owner(descriptor, folder.parent)
        os.close(descriptor)


def open_private(file: Path, flags: int) -> int:
    """Open a file; one that does not exist is made with access for its owner only.

    What root makes belongs to the owner of the folder, who else could not go on with it.
    """
    try:
        descriptor = os.open(file, flags | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if flags & os.O_EXCL:
            raise
        return os.open(file, flags | os.O_CREAT, 0o600)  # somebody may have deleted it meanwhile
    _give_to_owner(descriptor, file.parent)
    return descriptor


def _give_to_owner(made: int, folder: Path) -> None:
    if os.geteuid() == 0:
        owner = folder.stat()
        with suppress(OSError):  # not each file system knows other owners
            os.fchown(made, owner.st_uid, owner.st_gid)


def synced(path: Path) -> None:
    """Have what was written to a file or folder be on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def unfinished_beside(target: Path) -> Iterator[Path]:
    """Yield an empty file that this process writes, for its owner only; it is gone at the end.

    Until then it is locked. The system lets go of the lock when the process ends, so what a killed
    one has left is known by it; by a number of a process it is not, because those are used again.
    That goes before.
    """
    remove_unfinished(target.parent, target.suffix)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.partial")
    descriptor = _locked(unfinished)
    try:
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)
        os.close(descriptor)


def _locked(unfinished: Path) -> int:
    """Make a file and lock it, again if another process has just taken it for one left behind."""
    while True:
        descriptor = open_private(unfinished, os.O_EXCL)
        if sys.platform == "linux":  # elsewhere SQLite's own locks are of the same kind
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if os.fstat(descriptor).st_nlink:
            return descriptor
        os.close(descriptor)


def remove_unfinished(folder: Path, suffix: str) -> None:
    """Delete files of such names, with the target's suffix, whose processes have been killed."""
    for file in folder.glob(f".*{suffix}.*.partial*"):
        written = UNFINISHED.fullmatch(file.name)
        if written is not None:
            _remove_unlocked(file, folder / written[1])


def _remove_unlocked(file: Path, main: Path) -> None:
    """Delete a file or what SQLite has put beside it, unless a process has the lock of the file."""
    try:
        descriptor = os.open(main, os.O_RDONLY)
    except FileNotFoundError:
        file.unlink(missing_ok=True)
        return
    except PermissionError:  # somebody else's
        return
    try:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.unlink(missing_ok=True)
    finally:
        os.close(descriptor)
