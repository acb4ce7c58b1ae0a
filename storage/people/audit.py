"""The audit log: each act of organisers and administrators; rows are only ever added."""

import json
from datetime import datetime

from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import stamp


class SqliteAuditStore(Store):
    """Who did what to what, and when."""

    def add(
        self,
        actor: MemberId | None,
        act: str,
        subject: str,
        now: datetime,
        **details: str | int | None,
    ) -> None:
        """Add an act, e.g. `event.publish` on `event:7`; `actor` None is the command line."""
        self._db.execute(
            "INSERT INTO audit (at, actor_id, act, subject, details) VALUES (?, ?, ?, ?, ?)",
            (stamp(now), actor, act, subject, json.dumps(details, ensure_ascii=False)),
        )
