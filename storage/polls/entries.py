"""The chain of entries: each one includes the digest of the one before; rows are only added."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.polls.polls import PollId
from bot.domain.polls.records import Record
from bot.domain.polls.seals import GENESIS, Entry, Head, following
from bot.domain.polls.voters import VoterId
from storage.engine.store import Store
from storage.engine.times import optional_moment


class SqliteEntryStore(Store):
    """One chain for all polls, so that no poll can be removed from it as a whole."""

    grew = False
    """Whether an entry was added."""

    def add(self, record: Record) -> Head:
        """Add an entry at the end of the chain; return the new head."""
        self.grew = True
        entry = following(self.head(), record.kind, record.payload)
        self._db.execute(
            "INSERT INTO entries (number, kind, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.number, entry.kind, entry.payload, entry.previous, entry.digest),
        )
        return entry.head

    def head(self) -> Head:
        """Return the head of the chain."""
        row = self._db.execute(
            "SELECT number, digest FROM entries ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return GENESIS if row is None else Head(*row)

    def latest(self) -> tuple[datetime | None, datetime | None]:
        """Return the times of the newest entry that has one, and of the last act of any noun.

        Entries of secret ballots have none, and a close at the deadline is recorded later. Both are
        read in one query, because each ballot needs them.
        """
        of_entry, of_act = self._db.execute(
            """
            SELECT (SELECT coalesce(payload ->> 'at', payload ->> '$.lot.recorded_at') FROM entries
                     WHERE kind <> 'voted'
                       AND (kind <> 'closed' OR payload ->> 'closing' <> 'deadline')
                     ORDER BY number DESC LIMIT 1),
                   (SELECT at FROM audit WHERE id = (SELECT max(id) FROM audit))
            """
        ).fetchone()
        return optional_moment(of_entry), optional_moment(of_act)

    def of_ballot(self, poll: PollId, voter: VoterId) -> Head | None:
        """Return the head of the chain at a voter's newest named ballot."""
        row = self._db.execute(
            """
            SELECT number, digest FROM entries
             WHERE kind IN ('ballot', 'repeated') AND payload ->> 'poll' = ?
               AND payload ->> 'voter' = ?
             ORDER BY number DESC LIMIT 1
            """,
            (poll, voter),
        ).fetchone()
        return None if row is None else Head(*row)

    def of_poll(self, poll: PollId, *kinds: str) -> Sequence[Entry]:
        """Return a poll's entries of these kinds, in order."""
        marks = ", ".join("?" * len(kinds))
        rows = self._db.execute(
            f"""
            SELECT number, kind, payload, previous, digest FROM entries
             WHERE kind IN ({marks}) AND payload ->> 'poll' = ? ORDER BY number
            """,  # noqa: S608  no value is spliced in
            (*kinds, poll),
        )
        return [Entry(*row) for row in rows]

    def all(self) -> Sequence[Entry]:
        """Return the whole chain in stored order."""
        rows = self._db.execute(
            "SELECT number, kind, payload, previous, digest FROM entries ORDER BY rowid"
        )
        return [Entry(*row) for row in rows]
