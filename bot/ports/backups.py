"""Where nightly backups are kept, and what makes them."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from bot.domain.backups import BackupFile


class BackupShelf(Protocol):
    """The folder of the nightly backups."""

    def nights(self) -> Collection[date]: ...
    def file(self, night: date) -> BackupFile: ...
    def discard(self, nights: Collection[date]) -> None: ...
    async def make(self, night: date) -> None:
        """Make a night's backup, and try it; raise `BackupFailed`."""
