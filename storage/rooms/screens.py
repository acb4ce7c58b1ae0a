"""The address of the screen of the house."""

from datetime import datetime

from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteHouseScreenStore(Store):
    """Nothing here opens anything: only the digest of the secret is stored."""

    def add(self, digest: bytes, now: datetime) -> None:
        """Add an address; the one before must be revoked."""
        sql = "INSERT INTO house_screens (digest, issued_at) VALUES (?, ?)"
        self._db.execute(sql, (digest, stamp(now)))

    def revoke(self, now: datetime) -> bool:
        """Revoke the valid address; return whether there was one."""
        sql = "UPDATE house_screens SET revoked_at = ? WHERE revoked_at IS NULL RETURNING digest"
        return bool(self._db.execute(sql, (stamp(now),)).fetchall())

    def issued_at(self) -> datetime | None:
        """Return when the valid address was issued; None without one."""
        sql = "SELECT issued_at FROM house_screens WHERE revoked_at IS NULL"
        row = self._db.execute(sql).fetchone()
        return None if row is None else moment(row[0])

    def valid(self) -> bytes | None:
        """Return the digest of the valid address."""
        sql = "SELECT digest FROM house_screens WHERE revoked_at IS NULL"
        row = self._db.execute(sql).fetchone()
        return None if row is None else bytes(row[0])
