"""Since when people have blocked the bot, and what the last digest said."""

import json
from collections.abc import Mapping
from datetime import datetime

from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.people.reachability import Snapshot
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteReachabilityStore(Store):
    """When people became unreachable, and one row for the last digest."""

    def blocked_since(self) -> Mapping[MemberId, datetime]:
        """Return since when each unreachable person has been so."""
        rows = self._db.execute(
            "SELECT id, unreachable_since FROM members WHERE unreachable_since IS NOT NULL"
        )
        return {MemberId(id_): moment(since) for id_, since in rows}

    def told_until(self) -> datetime | None:
        """Return when the last digest was due, if there was one."""
        row = self._db.execute("SELECT due_at FROM reachability_digests").fetchone()
        return None if row is None else moment(row[0])

    def last_digest(self) -> tuple[datetime, Snapshot] | None:
        """Return when the last digest was due, and its content."""
        row = self._db.execute(
            "SELECT due_at, silent, blocked FROM reachability_digests"
        ).fetchone()
        if row is None:
            return None
        due_at, silent, blocked = row
        return moment(due_at), Snapshot(
            frozenset(map(OrganisationId, json.loads(silent))),
            frozenset(map(MemberId, json.loads(blocked))),
        )

    def save_digest(self, due_at: datetime, told: Snapshot) -> None:
        """Save the last digest, replacing the one before."""
        self._db.execute(
            """
            INSERT INTO reachability_digests (id, due_at, silent, blocked)
            VALUES (1, :due_at, :silent, :blocked)
            ON CONFLICT (id) DO UPDATE
               SET due_at = excluded.due_at, silent = excluded.silent, blocked = excluded.blocked
            """,
            {
                "due_at": stamp(due_at),
                "silent": json.dumps(sorted(told.silent)),
                "blocked": json.dumps(sorted(told.blocked)),
            },
        )
