"""Due times of every kind: rows, not jobs."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.domain.due_times import DueKind, DueTime
from storage.engine.store import Store
from storage.engine.times import moment, stamp

COLUMNS = "subject_id, lead_seconds, due_at, last"


def _due_time(row: tuple[Any, ...]) -> DueTime:
    subject, lead, due_at, last = row
    return DueTime(subject, timedelta(seconds=lead), moment(due_at), bool(last))


class SqliteDueStore(Store):
    """Future due times; an item is removed when it is processed.

    `+due_at` makes SQLite search by the subject: after downtime the index of times finds far more
    rows.
    """

    def replace(self, kind: DueKind, subject: int, dues: Iterable[DueTime]) -> None:
        """Make these the due times of a subject: a moved event moves its reminders."""
        self.clear(kind, subject)
        self._db.executemany(
            f"INSERT INTO due_times (kind, {COLUMNS}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608  names
            [
                (kind, one.subject, int(one.lead.total_seconds()), stamp(one.due_at), one.last)
                for one in dues
            ],
        )

    def clear(self, kind: DueKind, subject: int) -> bool:
        """Delete all due times of a subject; return whether there were any."""
        sql = "DELETE FROM due_times WHERE kind = ? AND subject_id = ?"
        return self._db.execute(sql, (kind, subject)).rowcount > 0

    def due(self, kind: DueKind, now: datetime) -> list[int]:
        """Return the subjects with due items, in the order in which they fell due."""
        rows = self._db.execute(
            """
            SELECT subject_id FROM due_times WHERE kind = ? AND due_at <= ?
             GROUP BY subject_id ORDER BY min(due_at), subject_id
            """,
            (kind, stamp(now)),
        )
        return [row[0] for row in rows]

    def take_due(self, kind: DueKind, subject: int, now: datetime) -> list[DueTime]:
        """Delete and return a subject's due items, in the order in which they fell due."""
        rows = self._db.execute(
            f"""
            DELETE FROM due_times WHERE kind = ? AND subject_id = ? AND +due_at <= ?
            RETURNING {COLUMNS}
            """,  # noqa: S608  names
            (kind, subject, stamp(now)),
        ).fetchall()
        return sorted(map(_due_time, rows), key=lambda one: one.due_at)

    def overdue(self, kind: DueKind, subject: int, now: datetime) -> list[DueTime]:
        """Return a subject's due items that were not processed yet."""
        return self._where(
            "kind = ? AND subject_id = ? AND +due_at <= ?", kind, subject, stamp(now)
        )

    def upcoming(self, kind: DueKind, limit: int) -> list[DueTime]:
        """Return the next ones to fall due."""
        return self._where("kind = ? ORDER BY due_at LIMIT ?", kind, limit)

    def _where(self, condition: str, *values: Any) -> list[DueTime]:
        sql = f"SELECT {COLUMNS} FROM due_times WHERE {condition}"  # noqa: S608  no value is spliced in
        return [_due_time(row) for row in self._db.execute(sql, values)]
