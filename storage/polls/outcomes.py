"""Results of closed polls, each with its seal, and the lots that settled ties."""

import json
import sqlite3
from functools import lru_cache

from pydantic import TypeAdapter

from bot.domain.polls.declared import Declared
from bot.domain.polls.lots import Lot
from bot.domain.polls.plans import Secrecy
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import Result
from storage.engine.times import moment, optional_moment, optional_stamp, stamp

RESULT = TypeAdapter(Result)


class SqliteOutcomeStore:
    """Results as rows; none is ever changed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.left_traces = False

    def declare(self, poll: PollId, declared: Declared, salt: str) -> None:
        """Save the result of a closed poll; mark the traces of a secret one to be wiped."""
        self._db.execute(
            """
            INSERT INTO results (poll_id, result, outcome, salt, ballots_seal, numbers_seal, entry,
                                 statements_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                poll,
                RESULT.dump_json(declared.result).decode(),
                declared.result.outcome,
                salt,
                declared.seal.ballots,
                declared.seal.numbers,
                declared.head.number,
                optional_stamp(declared.statements_until),
            ),
        )
        secret = self._db.execute(
            """
            INSERT OR REPLACE INTO poll_traces (poll_id)
            SELECT id FROM polls WHERE id = ? AND secrecy = ?
            """,
            (poll, Secrecy.SECRET),
        )
        self.left_traces = self.left_traces or bool(secret.rowcount)

    def declared(self, poll: PollId) -> Declared | None:
        """Return the result of a closed poll."""
        row = self._db.execute(
            """
            SELECT r.result, r.ballots_seal, r.numbers_seal, e.number, e.digest, r.statements_until
              FROM results r JOIN entries e ON e.number = r.entry
             WHERE r.poll_id = ?
            """,
            (poll,),
        ).fetchone()
        if row is None:
            return None
        result, ballots, numbers, number, digest, until = row
        seal, head = Seal(ballots, numbers), Head(number, digest)
        return Declared(_result(result), seal, head, optional_moment(until))

    def salt(self, poll: PollId) -> str:
        """Return the salt of a closed poll's seal; None before the close."""
        row = self._db.execute("SELECT salt FROM results WHERE poll_id = ?", (poll,)).fetchone()
        return "" if row is None else str(row[0])

    def outcome(self, poll: PollId) -> str | None:
        """Return the outcome of a closed poll, as stored for searches."""
        row = self._db.execute("SELECT outcome FROM results WHERE poll_id = ?", (poll,)).fetchone()
        return None if row is None else str(row[0])

    def save_lot(self, poll: PollId, lot: Lot) -> None:
        """Save how a tie was settled; it is never changed."""
        self._db.execute(
            """
            INSERT INTO lots (poll_id, winners, how, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, ?)
            """,
            (poll, json.dumps(lot.winners), lot.how, lot.recorded_by, stamp(lot.recorded_at)),
        )

    def lot(self, poll: PollId) -> Lot | None:
        """Return the lot that settled a tie."""
        row = self._db.execute(
            "SELECT winners, how, recorded_by, recorded_at FROM lots WHERE poll_id = ?", (poll,)
        ).fetchone()
        if row is None:
            return None
        winners, how, recorded_by, recorded_at = row
        return Lot(tuple(json.loads(winners)), how, recorded_by, moment(recorded_at))


@lru_cache(maxsize=256)
def _result(text: str) -> Result:
    return RESULT.validate_json(text)
