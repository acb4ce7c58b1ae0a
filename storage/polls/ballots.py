"""Ballots and the roll of those who have voted; in a secret poll nothing joins the two."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Named, Statement, read_ballot
from bot.domain.polls.cards import Turnout
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.voters import VoterId
from storage.engine.times import moment, stamp
from storage.polls.secret_ballots import SqliteSecretBallotStore


def _named(poll: Poll, row: tuple[Any, ...]) -> Named:
    ballot, cast_by, cast_at, order = row
    return Named(read_ballot(poll, ballot), MemberId(cast_by), moment(cast_at), order)


class SqliteBallotStore:
    """Named ballots as rows, and the roll of secret ones."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._secret = SqliteSecretBallotStore(db)

    # --- the roll ----------------------------------------------------------------------------

    def turnout(self, poll: PollId) -> Turnout:
        """Count the voters, those who have voted, and those who declared a conflict."""
        row = self._db.execute(
            """
            SELECT (SELECT count(*) FROM voters WHERE poll_id = ?1),
                   (SELECT count(*) FROM ballots WHERE poll_id = ?1)
                     + (SELECT count(*) FROM roll WHERE poll_id = ?1),
                   (SELECT count(*) FROM recusals WHERE poll_id = ?1)
            """,
            (poll,),
        ).fetchone()
        return Turnout(*row)

    def voted(self, poll: PollId) -> frozenset[VoterId]:
        """Return everybody whose ballot has been cast."""
        rows = self._db.execute(
            """
            SELECT voter_id FROM ballots WHERE poll_id = ?1
             UNION ALL
            SELECT voter_id FROM roll WHERE poll_id = ?1
            """,
            (poll,),
        )
        return frozenset(VoterId(row[0]) for row in rows)

    def has_voted(self, poll: PollId, voter: VoterId) -> bool:
        """Tell whether this voter's ballot has been cast."""
        row = self._db.execute(
            """
            SELECT EXISTS (SELECT 1 FROM ballots WHERE poll_id = ?1 AND voter_id = ?2)
                OR EXISTS (SELECT 1 FROM roll WHERE poll_id = ?1 AND voter_id = ?2)
            """,
            (poll, voter),
        ).fetchone()
        return bool(row[0])

    def recuse(self, poll: PollId, voter: VoterId, member: MemberId) -> None:
        """Note that a voter declared a conflict; their named ballot is taken out."""
        self._db.execute(
            "INSERT INTO recusals (poll_id, voter_id, declared_by) VALUES (?, ?, ?)",
            (poll, voter, member),
        )
        self._db.execute("DELETE FROM ballots WHERE poll_id = ? AND voter_id = ?", (poll, voter))

    def recusers(self, poll: PollId) -> Mapping[VoterId, MemberId]:
        """Return who declared a conflict, by whose it is."""
        rows = self._db.execute(
            "SELECT voter_id, declared_by FROM recusals WHERE poll_id = ?", (poll,)
        )
        return {VoterId(voter): MemberId(member) for voter, member in rows}

    # --- named ballots -----------------------------------------------------------------------

    def named(self, poll: Poll, voter: VoterId) -> Named | None:
        """Return a voter's ballot in a named poll."""
        row = self._db.execute(
            """
            SELECT ballot, cast_by, cast_at, update_id FROM ballots
             WHERE poll_id = ? AND voter_id = ?
            """,
            (poll.id, voter),
        ).fetchone()
        return None if row is None else _named(poll, row)

    def all_named(self, poll: Poll) -> Mapping[VoterId, Named]:
        """Return every ballot of a named poll."""
        rows = self._db.execute(
            """
            SELECT voter_id, ballot, cast_by, cast_at, update_id FROM ballots
             WHERE poll_id = ? ORDER BY voter_id
            """,
            (poll.id,),
        )
        return {VoterId(voter): _named(poll, tuple(rest)) for voter, *rest in rows}

    def cast(self, poll: PollId, voter: VoterId, named: Named) -> None:
        """Save a named ballot in the place of the voter's former one."""
        self._db.execute(
            """
            INSERT INTO ballots (poll_id, voter_id, ballot, cast_by, cast_at, update_id)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (poll_id, voter_id) DO UPDATE
               SET ballot = excluded.ballot, cast_by = excluded.cast_by,
                   cast_at = excluded.cast_at, update_id = excluded.update_id
            """,
            (poll, voter, str(named.ballot), named.cast_by, stamp(named.cast_at), named.order),
        )

    # --- all ballots -------------------------------------------------------------------------

    def written(self, poll: Poll) -> Mapping[str, str]:
        """Return all ballots by number, as they are sealed; a named one's number is its voter's.

        Of a secret poll `BallotKeyLost` if not all of them can be read here with their numbers.
        """
        if poll.is_secret:
            return self._secret.written(poll.id)
        rows = self._db.execute(
            "SELECT CAST(voter_id AS TEXT), ballot FROM ballots WHERE poll_id = ? ORDER BY 1",
            (poll.id,),
        )
        return dict(rows.fetchall())

    # --- statements --------------------------------------------------------------------------

    def save_statement(self, poll: PollId, statement: Statement) -> None:
        """Keep what somebody who was against wants in the minutes; the last word counts."""
        self._db.execute(
            """
            INSERT INTO statements (poll_id, voter_id, member_id, text) VALUES (?, ?, ?, ?)
            ON CONFLICT (poll_id, voter_id) DO UPDATE
               SET member_id = excluded.member_id, text = excluded.text
            """,
            (poll, statement.voter, statement.member, statement.text),
        )

    def remove_statement(self, poll: PollId, voter: VoterId) -> bool:
        """Delete a statement that no longer holds; return whether there was one."""
        return bool(
            self._db.execute(
                "DELETE FROM statements WHERE poll_id = ? AND voter_id = ?", (poll, voter)
            ).rowcount
        )

    def statements(self, poll: PollId) -> Mapping[VoterId, Statement]:
        """Return who was against and wants that in the minutes."""
        rows = self._db.execute(
            """
            SELECT voter_id, member_id, text FROM statements WHERE poll_id = ? ORDER BY voter_id
            """,
            (poll,),
        )
        return {VoterId(v): Statement(VoterId(v), MemberId(m), text) for v, m, text in rows}
