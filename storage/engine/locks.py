"""The lock that keeps a database to one bot at a time."""

import fcntl
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.engine.folders import make_private
from storage.engine.migrate import DatabaseRefused


class DatabaseInUse(DatabaseRefused):
    """A bot runs on the database; the message tells which process."""


class InstanceLock:
    """An advisory lock on `<database>.lock` and on the database itself, from `with` to its end.

    The system lets go of both when the process ends, however it ends; the files themselves stay.
    The first tells who holds it, and is there before the database is. The second holds though the
    first is removed, and by whatever name the database is reached.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._real = database.resolve()
        self._path = self._real.with_name(f"{self._real.name}.lock")
        self._descriptor = -1
        self._on_database = -1

    def __enter__(self) -> Self:
        """Take the lock; raise `DatabaseInUse` if another process has it."""
        try:
            make_private(self._path.parent)
            while not self._taken():
                os.close(self._descriptor)  # somebody has removed or replaced the file meanwhile
        except OSError as error:
            raise DatabaseRefused(
                f"{self._path} cannot be written ({error.strerror}): "
                "choose another storage.path or change its folder's rights"
            ) from error
        try:
            self.include_database()
        except BaseException:
            os.close(self._descriptor)
            raise
        return self

    def include_database(self) -> None:
        """Lock the database's own file, if it is there by now; done once it is made, too.

        On Linux alone: there SQLite's own locks are of another kind, and do not meet this one.
        Closing the file would let go of those, so it stays open until the database is closed.
        """
        if self._on_database >= 0 or sys.platform != "linux" or not self._real.exists():
            return
        descriptor = os.open(self._real, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise DatabaseInUse(
                f"{self._database} is in use by a running bot, whose {self._path.name} was "
                "removed: stop it first"
            ) from error
        except OSError:  # a file system that has no such locks; the other one holds there
            os.close(descriptor)
            return
        self._on_database = descriptor

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let go of the lock."""
        if self._on_database >= 0:
            os.close(self._on_database)
            self._on_database = -1
        os.close(self._descriptor)

    def _taken(self) -> bool:
        """Lock the file that is there now; return whether it is there still."""
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        self._descriptor = os.open(self._path, flags, 0o600)
        self._lock()
        with suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        return False

    def _lock(self) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            raise DatabaseInUse(
                f"{self._database} is in use by a running bot (process {holder}): stop it first"
            ) from error
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())
