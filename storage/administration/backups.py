"""Backups that administrators have asked for."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import stamp


class SqliteAskedBackupStore(Store):
    """The administrators who wait for a backup."""

    def add(self, member: MemberId, now: datetime) -> bool:
        """Note that somebody waits; tell whether they did not before."""
        added = self._db.execute(
            "INSERT OR IGNORE INTO asked_backups (member_id, asked_at) VALUES (?, ?)",
            (member, stamp(now)),
        )
        return added.rowcount > 0

    def all(self) -> list[MemberId]:
        """Return those who wait."""
        rows = self._db.execute("SELECT member_id FROM asked_backups ORDER BY member_id")
        return [MemberId(member) for (member,) in rows]

    def forget(self, members: Collection[MemberId]) -> None:
        """Note that these wait no longer."""
        self._db.executemany(
            "DELETE FROM asked_backups WHERE member_id = ?", [(one,) for one in members]
        )
