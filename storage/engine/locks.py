"""The lock that allows one bot at a time on a database."""

import fcntl
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.engine.folders import make_private, open_private
from storage.engine.migrate import DatabaseRefused


class DatabaseInUse(DatabaseRefused):
    """A bot runs on the database; the sentence names its process."""


class InstanceLock:
    """An advisory lock on `<database>.lock` and on the database itself, within a `with` block.

    The system releases both when the process ends, however it ends; the files stay. The first one
    names the process, and exists before the database. The second one holds even if the first file
    is deleted, and under any path of the database.
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
                os.close(self._descriptor)  # somebody has deleted or replaced the file meanwhile
        except OSError as error:
            raise DatabaseRefused(
                "database-folder-not-writable", path=self._path, error=str(error.strerror)
            ) from error
        try:
            self.include_database()
        except BaseException:
            os.close(self._descriptor)
            raise
        return self

    def include_database(self) -> None:
        """Lock the database's own file, if it exists; called again once it is created.

        On Linux only: there SQLite's own locks are of another kind and do not conflict. Closing the
        file would release those, so it stays open until the database is closed.
        """
        if self._on_database >= 0 or sys.platform != "linux" or not self._real.exists():
            return
        try:
            descriptor = os.open(self._real, os.O_RDONLY)
        except PermissionError as error:
            raise DatabaseRefused(
                "file-closed", path=self._database, error=str(error.strerror)
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(descriptor)
            raise DatabaseInUse(
                "database-in-use-unlocked", path=self._database, lock=self._path.name
            ) from error
        except OSError:  # a file system without such locks; the other lock suffices there
            os.close(descriptor)
            return
        self._on_database = descriptor

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Release the lock."""
        if self._on_database >= 0:
            os.close(self._on_database)
            self._on_database = -1
        os.close(self._descriptor)

    def _taken(self) -> bool:
        """Lock the file; return whether it is still the one at its path."""
        self._descriptor = open_private(self._path, os.O_RDWR | os.O_NOFOLLOW)
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
            raise DatabaseInUse("database-in-use", path=self._database, process=holder) from error
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())
