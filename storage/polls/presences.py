"""Who was at a meeting, as it was written down before the count."""

import json

from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.domain.polls.presences import Presence
from bot.domain.polls.voters import VoterId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqlitePresenceStore(Store):
    """One list a poll; it is never changed."""

    def add(self, poll: PollId, presence: Presence) -> None:
        """Keep who is present, while the poll is open; done once, right before it closes."""
        self._db.execute(
            "INSERT INTO presences (poll_id, voters, recorded_by, recorded_at) VALUES (?, ?, ?, ?)",
            (
                poll,
                json.dumps(sorted(presence.voters)),
                presence.recorded_by,
                stamp(presence.recorded_at),
            ),
        )

    def of_poll(self, poll: PollId) -> Presence | None:
        """Return who was present; None where that was not listed."""
        row = self._db.execute(
            "SELECT voters, recorded_by, recorded_at FROM presences WHERE poll_id = ?", (poll,)
        ).fetchone()
        if row is None:
            return None
        voters, recorded_by, recorded_at = row
        listed = frozenset(map(VoterId, json.loads(voters)))
        return Presence(listed, MemberId(recorded_by), moment(recorded_at))

    def note_asked(self, poll: PollId) -> None:
        """Note that chair and secretary were asked who is present: they are asked once."""
        self._db.execute("INSERT OR IGNORE INTO presence_requests (poll_id) VALUES (?)", (poll,))
