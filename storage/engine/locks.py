"""The lock that keeps a database to one bot at a time."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.engine.folders import make_private
from storage.engine.migrate import DatabaseRefused


class DatabaseInUse(DatabaseRefused):
    """A bot runs on the database; the message tells which process."""


class InstanceLock:
    """An advisory lock on `<database>.lock`, held from `with` to its end.

    The system lets go of it when the process ends, however it ends; the file itself stays.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(f"{database.name}.lock")
        self._descriptor = -1

    def __enter__(self) -> Self:
        """Take the lock; raise `DatabaseInUse` if another process has it."""
        try:
            make_private(self._path.parent)
            self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise DatabaseRefused(
                f"{self._path} cannot be written ({error.strerror}): "
                "choose another storage.path or change its folder's rights"
            ) from error
        self._lock()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let go of the lock."""
        os.close(self._descriptor)

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
