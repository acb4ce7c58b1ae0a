"""Due times of polls: rows, not jobs."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.polls.polls import PollId
from bot.ports import PollDue
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class PollDues(Store):
    """What is still ahead; what is due is taken out as it is turned into notices."""

    def replace(self, poll: PollId, dues: Iterable[PollDue]) -> None:
        """Make these the poll's due times; one that is over has none."""
        self._db.execute("DELETE FROM poll_reminders WHERE poll_id = ?", (poll,))
        self._db.executemany(
            "INSERT INTO poll_reminders (poll_id, lead_seconds, last, due_at) VALUES (?, ?, ?, ?)",
            [(poll, int(d.lead.total_seconds()), d.last, stamp(d.due_at)) for d in dues],
        )

    def due(self, now: datetime) -> list[PollId]:
        """Return the polls of which something is due."""
        rows = self._db.execute(
            "SELECT DISTINCT poll_id FROM poll_reminders WHERE due_at <= ?", (stamp(now),)
        )
        return [PollId(row[0]) for row in rows]

    def take_due(self, poll: PollId, now: datetime) -> list[PollDue]:
        """Take out and return what is due for a poll, in the order in which it fell due."""
        rows = self._db.execute(
            """
            DELETE FROM poll_reminders WHERE poll_id = ? AND due_at <= ?
            RETURNING poll_id, lead_seconds, due_at, last
            """,
            (poll, stamp(now)),
        ).fetchall()
        dues = [PollDue(p, timedelta(seconds=s), moment(at), bool(last)) for p, s, at, last in rows]
        return sorted(dues, key=lambda due: due.due_at)
