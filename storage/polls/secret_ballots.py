"""Secret ballots: encrypted while the poll is open, in the order of their numbers after that."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.polls.ballots import Ballot, longest_ballot
from bot.domain.polls.polls import Poll, PollId
from bot.domain.polls.refusals import BallotKeyLost
from bot.domain.polls.seals import ballot_number
from bot.domain.polls.secret_ballots import Parted, SecretBallot, SecretBallots
from bot.domain.polls.voters import VoterId
from storage.engine.times import moment
from storage.polls.keys import PollKey, PollKeys, preload
from storage.polls.polls import SqlitePollStore

UNKNOWN = "-" * 64
"""Stands for the nonce of a ballot whose number is random."""

PART = (
    "INSERT INTO ballot_numbers SELECT poll_id, number FROM secret_ballots WHERE poll_id = :poll",
    """
    INSERT INTO ballot_counts
    SELECT poll_id, ballot, count(*) FROM secret_ballots WHERE poll_id = :poll GROUP BY ballot
    """,
    "DELETE FROM secret_ballots WHERE poll_id = :poll",
    "UPDATE results SET salt = printf('%064d', 0) WHERE poll_id = :poll",
    "INSERT OR REPLACE INTO poll_traces (poll_id) VALUES (:poll)",
)


class SqliteSecretBallotStore:
    """Ballots as rows, and beside them, with nothing in common, the roll.

    The rows of an open poll are encrypted, so it tells nothing in which order they were written or
    what was there before. At the close they are rewritten, all at once.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.left_traces = False

    # --- casting ----------------------------------------------------------------------------

    def cast(self, poll: Poll, voter: VoterId, ballot: Ballot) -> str:
        """Add a ballot and, apart from it, the voter to the roll; return the ballot's number.

        A voter who is on the roll already breaks the roll's key: one voter, one ballot.
        """
        self._db.execute("INSERT INTO roll (poll_id, voter_id) VALUES (?, ?)", (poll.id, voter))
        key, written = self._key(poll.id), str(ballot)
        nonce = key.nonce(voter)
        number = ballot_number(poll.id, written, nonce)
        self._encrypt(poll, key, SecretBallot(number, written, nonce))
        return number

    def encrypt(self, poll: Poll, former: Iterable[SecretBallot]) -> None:
        """Encrypt what an earlier release kept of an open poll as it was."""
        key = self._key(poll.id)
        for ballot in former:
            self._encrypt(poll, key, ballot)

    def _encrypt(self, poll: Poll, key: PollKey, ballot: SecretBallot) -> None:
        """Add an encrypted ballot; in one poll they are all of one length."""
        text = f"{ballot.number}{ballot.nonce or UNKNOWN}{ballot.written}"
        length = len(text) - len(ballot.written) + longest_ballot(poll)
        content = key.encrypted(text.ljust(length).encode("ascii"))
        self._db.execute(
            "INSERT INTO encrypted_ballots (poll_id, content) VALUES (?, ?)", (poll.id, content)
        )

    def _key(self, poll: PollId) -> PollKey:
        """Return the key of an open poll, made for its first ballot."""
        keys = PollKeys.beside(self._db)
        if keys is None:
            raise BallotKeyLost
        fingerprint = self._fingerprint(poll)
        if fingerprint is None:
            made = keys.make(poll)
            self._db.execute(
                "INSERT INTO poll_keys (poll_id, fingerprint) VALUES (?, ?)",
                (poll, made.fingerprint),
            )
            return made
        key = self._found_key(poll, fingerprint)
        if key is None:
            raise BallotKeyLost
        return key

    def _found_key(self, poll: PollId, fingerprint: str | None) -> PollKey | None:
        keys = PollKeys.beside(self._db)
        key = None if keys is None or fingerprint is None else keys.read(poll)
        return key if key is not None and key.fingerprint == fingerprint else None

    def _fingerprint(self, poll: PollId) -> str | None:
        row = self._db.execute(
            "SELECT fingerprint FROM poll_keys WHERE poll_id = ?", (poll,)
        ).fetchone()
        return None if row is None else str(row[0])

    # --- reading ----------------------------------------------------------------------------

    def all(self, poll: PollId) -> SecretBallots:
        """Return all that is kept of a poll's ballots, as far as it can be read here."""
        rows = self._db.execute(
            "SELECT number, ballot, coalesce(nonce, '') FROM secret_ballots WHERE poll_id = ?",
            (poll,),
        )
        kept = [SecretBallot(*row) for row in rows]
        encrypted = self._encrypted(poll)
        key = self._found_key(poll, self._fingerprint(poll)) if encrypted else None
        opened = [] if key is None else [_read(key, content) for content in encrypted]
        ballots = tuple(sorted([*kept, *opened], key=lambda one: one.number))
        return SecretBallots(ballots, len(encrypted) - len(opened), self._parted(poll))

    def written(self, poll: PollId) -> Mapping[str, str]:
        """Return all ballots by number; `BallotKeyLost` if they cannot all be read with it."""
        found = self.all(poll)
        if found.unreadable or found.parted:
            raise BallotKeyLost
        return found.by_number

    def number_of(self, poll: PollId, voter: VoterId) -> str | None:
        """Return the number of a voter's ballot: only the poll's key can tell, while it is there.

        None of a ballot that was cast under an earlier release.
        """
        key = self._found_key(poll, self._fingerprint(poll))
        if key is None:
            return None
        nonce = key.nonce(voter)
        found = self.all(poll).ballots
        return next((one.number for one in found if one.nonce == nonce), None)

    def has_former_numbers(self, poll: PollId) -> bool:
        """Tell whether an earlier release told random numbers of some of the ballots."""
        sql = "SELECT 1 FROM former_numbers WHERE poll_id = ?"
        return self._db.execute(sql, (poll,)).fetchone() is not None

    def without_key(self) -> list[PollId]:
        """Return the open polls whose ballots nobody can read any more: their key is gone.

        Or what tells which key is the one.
        """
        rows = self._db.execute(
            """
            SELECT p.id, k.fingerprint FROM polls p LEFT JOIN poll_keys k ON k.poll_id = p.id
             WHERE p.state = 'open'
               AND (k.poll_id IS NOT NULL
                    OR EXISTS (SELECT 1 FROM encrypted_ballots WHERE poll_id = p.id))
            """
        ).fetchall()
        return [PollId(poll) for poll, mark in rows if self._found_key(PollId(poll), mark) is None]

    def _encrypted(self, poll: PollId) -> list[bytes]:
        rows = self._db.execute("SELECT content FROM encrypted_ballots WHERE poll_id = ?", (poll,))
        return [row[0] for row in rows]

    def _parted(self, poll: PollId) -> Parted | None:
        numbers = self._db.execute(
            "SELECT number FROM ballot_numbers WHERE poll_id = ? ORDER BY number", (poll,)
        ).fetchall()
        counts = self._db.execute(
            "SELECT ballot, count FROM ballot_counts WHERE poll_id = ? ORDER BY ballot", (poll,)
        ).fetchall()
        if not numbers and not counts:
            return None
        written = [ballot for ballot, count in counts for _ in range(count)]
        return Parted(tuple(number for (number,) in numbers), tuple(written))

    # --- after the close --------------------------------------------------------------------

    def publish(self, poll: PollId) -> None:
        """Write the ballots of a poll that is about to close as they will be kept."""
        found = self.all(poll)
        if found.unreadable:
            raise BallotKeyLost
        for table in ("encrypted_ballots", "secret_ballots"):
            self._db.execute(f"DELETE FROM {table} WHERE poll_id = ?", (poll,))  # noqa: S608  a name
        self._db.executemany(
            "INSERT INTO secret_ballots (poll_id, number, ballot, nonce) VALUES (?, ?, ?, ?)",
            [(poll, one.number, one.written, one.nonce or None) for one in found.ballots],
        )

    def joined(self) -> Mapping[PollId, datetime]:
        """Return the closed polls whose numbers still stand with their ballots, and their close."""
        rows = self._db.execute(
            """
            SELECT id, closed_at FROM polls
             WHERE state = 'closed' AND id IN (SELECT poll_id FROM secret_ballots)
            """
        )
        return {PollId(poll): moment(closed_at) for poll, closed_at in rows}

    def part(self, poll: PollId) -> None:
        """Keep the numbers of a closed poll and its ballots, but not which belongs to which.

        The nonces go, and the salt of the seal, which would both tell. Traces in the file are to
        be wiped.
        """
        for sql in PART:
            self._db.execute(sql, {"poll": poll})
        self.left_traces = True


def take_up(db: sqlite3.Connection) -> None:
    """Be ready for the ballots of secret polls that are open.

    Those that an earlier release kept as they were are encrypted, each poll at one stroke. Their
    tables are rewritten soon after, so that nothing of them is left in the file.
    """
    sql = "SELECT 1 FROM polls WHERE state = 'open' AND secrecy = 'secret'"
    if not db.execute(sql).fetchone():
        return
    preload()
    sql = "SELECT DISTINCT s.poll_id FROM secret_ballots s JOIN polls p ON p.id = s.poll_id"
    open_polls = db.execute(f"{sql} WHERE p.state = 'open'").fetchall()
    for (id_,) in open_polls:
        db.execute("BEGIN IMMEDIATE")
        try:
            _encrypt_former(db, PollId(id_))
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise


def _encrypt_former(db: sqlite3.Connection, id_: PollId) -> None:
    poll = SqlitePollStore(db).get(id_)
    if poll is None:
        return
    rows = db.execute(
        "DELETE FROM secret_ballots WHERE poll_id = ? RETURNING number, ballot", (id_,)
    ).fetchall()
    former = [SecretBallot(number, written) for number, written in rows]
    SqliteSecretBallotStore(db).encrypt(poll, former)
    db.execute("INSERT OR IGNORE INTO poll_traces (poll_id) VALUES (?)", (id_,))


def _read(key: PollKey, content: bytes) -> SecretBallot:
    text = key.decrypted(content).decode("ascii").rstrip()
    number, nonce, written = text[:32], text[32:96], text[96:]
    return SecretBallot(number, written, "" if nonce == UNKNOWN else nonce)
