"""The chain of entries: each is built on the one before; rows are only ever added."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.polls.polls import PollId
from bot.domain.polls.records import Record
from bot.domain.polls.seals import GENESIS, Entry, Head, following
from bot.domain.polls.voters import VoterId
from storage.engine.store import Store
from storage.engine.times import optional_moment


class SqliteEntryStore(Store):
    """One chain for all polls, so that none can be cut out of it whole."""

    def add(self, record: Record) -> Head:
        """Add what happened to the end of the chain; return the head that it has now."""
        entry = following(self.head(), record.kind, record.payload)
        self._db.execute(
            "INSERT INTO entries (number, kind, payload, previous, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.number, entry.kind, entry.payload, entry.previous, entry.digest),
        )
        return entry.head

    def head(self) -> Head:
        """Return how far the chain goes."""
        row = self._db.execute(
            "SELECT number, digest FROM entries ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return GENESIS if row is None else Head(*row)

    def latest(self) -> tuple[datetime | None, datetime | None]:
        """Return the moments of the newest entry that tells when it was made, and of the last act.

        Neither a secret ballot's entry nor that of a close at the deadline does: that is noticed
        later. An act is any noun's; both are read at once, since each ballot asks.
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
        """Return how far the chain goes with a voter's newest named ballot."""
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
        """Return the entries of these kinds that tell of a poll, in their order."""
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
        """Return the whole chain in the order in which it is stored."""
        rows = self._db.execute(
            "SELECT number, kind, payload, previous, digest FROM entries ORDER BY rowid"
        )
        return [Entry(*row) for row in rows]
