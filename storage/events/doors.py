"""Check-in: personal passes, helpers, and arrivals."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteDoorStore(Store):
    """Passes, helpers and arrivals as rows."""

    def pass_code(self, event: EventId, member: MemberId) -> str | None:
        """Return the code of a person's pass, if they have one."""
        row = self._db.execute(
            "SELECT code FROM passes WHERE event_id = ? AND member_id = ?", (event, member)
        ).fetchone()
        return None if row is None else str(row[0])

    def add_pass(self, event: EventId, member: MemberId, code: str) -> None:
        """Add a person's pass; the schema refuses a second one."""
        self._db.execute(
            "INSERT INTO passes (code, event_id, member_id) VALUES (?, ?, ?)", (code, event, member)
        )

    def by_pass(self, code: str) -> tuple[EventId, MemberId] | None:
        """Return the person and the event of a pass."""
        row = self._db.execute(
            "SELECT event_id, member_id FROM passes WHERE code = ?", (code,)
        ).fetchone()
        return None if row is None else (EventId(row[0]), MemberId(row[1]))

    def add_arrival(
        self, event: EventId, member: MemberId, now: datetime, way: Way, noted_by: MemberId | None
    ) -> bool:
        """Record that somebody came; return whether this is new."""
        row = self._db.execute(
            """
            INSERT INTO arrivals (event_id, member_id, arrived_at, way, noted_by)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING 1
            """,
            (event, member, stamp(now), way, noted_by),
        ).fetchone()
        return row is not None

    def remove_arrival(self, event: EventId, member: MemberId) -> None:
        """Delete an arrival that was recorded by mistake."""
        self._db.execute(
            "DELETE FROM arrivals WHERE event_id = ? AND member_id = ?", (event, member)
        )

    def arrived_at(self, event: EventId, member: MemberId) -> datetime | None:
        """Return when a person's arrival was recorded, if it was."""
        row = self._db.execute(
            "SELECT arrived_at FROM arrivals WHERE event_id = ? AND member_id = ?", (event, member)
        ).fetchone()
        return None if row is None else moment(row[0])

    def arrivals(self, event: EventId) -> Mapping[MemberId, datetime]:
        """Return who came, and when that was recorded."""
        rows = self._db.execute(
            "SELECT member_id, arrived_at FROM arrivals WHERE event_id = ? ORDER BY arrived_at",
            (event,),
        )
        return {MemberId(member): moment(at) for member, at in rows}

    def count_arrivals(self, event: EventId) -> int:
        """Return how many came."""
        row = self._db.execute(
            "SELECT count(*) FROM arrivals WHERE event_id = ?", (event,)
        ).fetchone()
        return int(row[0])

    def helpers(self, event: EventId) -> frozenset[MemberId]:
        """Return who may check people in besides the organisers."""
        rows = self._db.execute("SELECT member_id FROM helpers WHERE event_id = ?", (event,))
        return frozenset(row[0] for row in rows)

    def add_helper(self, event: EventId, member: MemberId) -> None:
        """Add a helper."""
        self._db.execute(
            "INSERT INTO helpers (event_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (event, member),
        )

    def remove_helper(self, event: EventId, member: MemberId) -> None:
        """Remove a helper."""
        self._db.execute(
            "DELETE FROM helpers WHERE event_id = ? AND member_id = ?", (event, member)
        )
