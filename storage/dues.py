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
    """What is still ahead; what is due is taken out as it is done.

    `+due_at` has SQLite search by the subject: after downtime the index of times finds far more.
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
        """Take out all that is planned for a subject; return whether there was anything."""
        sql = "DELETE FROM due_times WHERE kind = ? AND subject_id = ?"
        return self._db.execute(sql, (kind, subject)).rowcount > 0

    def due(self, kind: DueKind, now: datetime) -> list[int]:
        """Return the subjects of which something is due, in the order in which it fell due."""
        rows = self._db.execute(
            """
            SELECT subject_id FROM due_times WHERE kind = ? AND due_at <= ?
             GROUP BY subject_id ORDER BY min(due_at), subject_id
            """,
            (kind, stamp(now)),
        )
        return [row[0] for row in rows]

    def take_due(self, kind: DueKind, subject: int, now: datetime) -> list[DueTime]:
        """Take out and return what is due for a subject, in the order in which it fell due."""
        rows = self._db.execute(
            f"""
            DELETE FROM due_times WHERE kind = ? AND subject_id = ? AND +due_at <= ?
            RETURNING {COLUMNS}
            """,  # noqa: S608  names
            (kind, subject, stamp(now)),
        ).fetchall()
        return sorted(map(_due_time, rows), key=lambda one: one.due_at)

    def overdue(self, kind: DueKind, subject: int, now: datetime) -> list[DueTime]:
        """Return what is due for a subject and has not been taken out yet."""
        return self._where(
            "kind = ? AND subject_id = ? AND +due_at <= ?", kind, subject, stamp(now)
        )

    def upcoming(self, kind: DueKind, limit: int) -> list[DueTime]:
        """Return the next ones to fall due."""
        return self._where("kind = ? ORDER BY due_at LIMIT ?", kind, limit)

    def _where(self, condition: str, *values: Any) -> list[DueTime]:
        sql = f"SELECT {COLUMNS} FROM due_times WHERE {condition}"  # noqa: S608  no value is spliced in
        return [_due_time(row) for row in self._db.execute(sql, values)]
