"""Due times of events: rows, not jobs."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.events.reminders import Reminder
from storage.engine.store import Store
from storage.engine.times import moment, stamp


def _reminder(row: tuple[Any, ...]) -> Reminder:
    event, lead, due_at = row
    return Reminder(EventId(event), timedelta(seconds=lead), moment(due_at))


class Reminders(Store):
    """What is still ahead; a due reminder is taken out as it is turned into notices."""

    def replace(self, event: EventId, reminders: Iterable[Reminder]) -> None:
        """Make these the event's reminders: a moved event moves them, a cancelled one has none."""
        self._db.execute("DELETE FROM reminders WHERE event_id = ?", (event,))
        self._db.executemany(
            "INSERT INTO reminders (event_id, lead_seconds, due_at) VALUES (?, ?, ?)",
            [(r.event, int(r.lead.total_seconds()), stamp(r.due_at)) for r in reminders],
        )

    def due(self, now: datetime) -> list[EventId]:
        """Return the events of which something is due."""
        rows = self._db.execute(
            "SELECT DISTINCT event_id FROM reminders WHERE due_at <= ?", (stamp(now),)
        )
        return [EventId(row[0]) for row in rows]

    def take_due(self, event: EventId, now: datetime) -> list[Reminder]:
        """Take out and return what is due for an event, in the order in which it fell due."""
        rows = self._db.execute(
            """
            DELETE FROM reminders WHERE event_id = ? AND due_at <= ?
            RETURNING event_id, lead_seconds, due_at
            """,
            (event, stamp(now)),
        ).fetchall()
        return sorted(map(_reminder, rows), key=lambda reminder: reminder.due_at)

    def overdue(self, event: EventId, now: datetime) -> list[Reminder]:
        """Return what is due for an event and has not been taken out yet."""
        rows = self._db.execute(
            """
            SELECT event_id, lead_seconds, due_at FROM reminders
             WHERE event_id = ? AND due_at <= ?
            """,
            (event, stamp(now)),
        )
        return [_reminder(row) for row in rows]

    def upcoming(self, limit: int) -> list[Reminder]:
        """Return the next ones to fall due."""
        rows = self._db.execute(
            "SELECT event_id, lead_seconds, due_at FROM reminders ORDER BY due_at LIMIT ?",
            (limit,),
        )
        return [_reminder(row) for row in rows]
