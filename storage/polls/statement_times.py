"""Until when minutes wait for those who were against; rows stand as they were told."""

from datetime import datetime

from bot.domain.polls.polls import PollId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class StatementTimes(Store):
    """The time for statements of each closed poll that has one."""

    def add(self, poll: PollId, until: datetime) -> None:
        """Settle the time of a poll that has just closed; it is never changed."""
        self._db.execute(
            "INSERT INTO statement_times (poll_id, until) VALUES (?, ?)", (poll, stamp(until))
        )

    def until(self, poll: PollId) -> datetime | None:
        """Return until when the minutes of a poll wait; None if they wait for nobody."""
        row = self._db.execute(
            "SELECT until FROM statement_times WHERE poll_id = ?", (poll,)
        ).fetchone()
        return None if row is None else moment(row[0])

    def take(self, poll: PollId) -> bool:
        """Note that the waiting for this poll is over; return whether that is news."""
        return bool(
            self._db.execute(
                "UPDATE statement_times SET told = 1 WHERE poll_id = ? AND told = 0", (poll,)
            ).rowcount
        )

    def due(self, now: datetime) -> list[PollId]:
        """Return the polls of which the time is over and nobody has been told."""
        rows = self._db.execute(
            "SELECT poll_id FROM statement_times WHERE told = 0 AND until <= ? ORDER BY poll_id",
            (stamp(now),),
        )
        return [PollId(row[0]) for row in rows]
