"""Tombstones: erased people and used invitations, so that no backup restores them.

They are stored in a table, in the transaction of the act, and in a file beside the database, which
a restored backup does not replace. The file is written after the commit, and read at each start.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.people.members import MemberId
from storage.engine.folders import synced, unfinished_beside
from storage.engine.migrate import DatabaseRefused
from storage.engine.times import stamp
from storage.engine.untouched import untouched
from storage.people import personal_data

COST = {"n": 2**13, "r": 8, "p": 1}
"""The cost of a digest: about 20 ms, so that nobody can try all names or accounts."""

IDENTITY = {
    "name": "SELECT folded_name FROM members WHERE id = ? AND erased_at IS NULL",
    "account": "SELECT telegram_id FROM members WHERE id = ? AND erased_at IS NULL",
}
"""Identifies a person in a backup, where the id alone may be somebody else's."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A row or line. `subject` is a person's id; `digest` of an invitation is its hash."""

    kind: str
    subject: int
    salt: str
    digest: str


class SqliteTombstoneStore:
    """Tombstones as rows, which are only added."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.grew = False

    def add_person(self, member: MemberId) -> None:
        """Record that somebody is erased; call it before their data are gone."""
        for kind in IDENTITY:
            value = _identity(self._db, kind, member)
            if value is not None:
                self._add_person(kind, member, value)
        for merged, name in personal_data.merged_into(self._db, member).items():
            self._add_person("name", merged, name)  # a backup may know that record alone
        self.grew = True

    def _add_person(self, kind: str, member: MemberId, value: str) -> None:
        salt = secrets.token_hex(16)
        _add(self._db, [Tombstone(kind, member, salt, _digest(member, value, salt))])

    def add_invitations(self, member: MemberId) -> None:
        """Record that none of a person's present invitations is valid any more."""
        rows = self._db.execute(
            "SELECT token_hash FROM invitations WHERE member_id = ?", (member,)
        ).fetchall()
        _add(self._db, [Tombstone("invitation", member, "", hash_.hex()) for (hash_,) in rows])
        self.grew = True


def file_of(database: Path) -> Path:
    """Return the path of a database's tombstone file."""
    return database.with_name(f"{database.name}.tombstones")


def apply(db: sqlite3.Connection, database: Path, now: datetime) -> None:
    """Erase and mark as used whatever the file has and this database does not."""
    known = set(_rows(db))
    unknown = [one for one in _lines(file_of(database)) if one not in known]
    if not unknown:
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for one in unknown:
            _apply(db, one, now)
        _add(db, unknown)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def write_file(db: sqlite3.Connection, database: Path) -> None:
    """Write the tombstones of table and file into the file, for its owner only."""
    written = _lines(file_of(database))
    kept = list(dict.fromkeys([*written, *_rows(db)]))
    if kept != written:
        _write(file_of(database), kept)


def keep(database: Path) -> None:
    """Write the file before a database is replaced, with what is readable of a damaged one."""
    if not database.exists():
        return
    with suppress(sqlite3.DatabaseError), untouched(database) as db:
        write_file(db, database)


def _apply(db: sqlite3.Connection, one: Tombstone, now: datetime) -> None:
    if one.kind == "invitation":
        db.execute(
            "UPDATE invitations SET used_at = ? WHERE token_hash = ? AND used_at IS NULL",
            (stamp(now), bytes.fromhex(one.digest)),
        )
        return
    member = MemberId(one.subject)
    value = _identity(db, one.kind, member) if one.kind in IDENTITY else None
    if value is not None and _digest(member, value, one.salt) == one.digest:
        personal_data.withdraw_applications(db, member, now)
        personal_data.erase(db, member, now)


def _identity(db: sqlite3.Connection, kind: str, member: MemberId) -> str | None:
    row = db.execute(IDENTITY[kind], (member,)).fetchone()
    return None if row is None or row[0] is None else str(row[0])


def _digest(member: MemberId, value: str, salt: str) -> str:
    text = f"{member}:{value}".encode()
    return hashlib.scrypt(text, salt=bytes.fromhex(salt), dklen=32, **COST).hex()


def _add(db: sqlite3.Connection, them: Iterable[Tombstone]) -> None:
    db.executemany(
        """
        INSERT INTO tombstones (kind, subject, salt, digest) VALUES (?, ?, ?, ?)
        ON CONFLICT (digest) DO NOTHING
        """,
        [astuple(one) for one in them],
    )


def _rows(db: sqlite3.Connection) -> list[Tombstone]:
    rows = db.execute("SELECT kind, subject, salt, digest FROM tombstones ORDER BY number")
    return [Tombstone(*row) for row in rows]


def _lines(file: Path) -> list[Tombstone]:
    if not file.exists():
        return []
    try:
        return [Tombstone(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]
    except (ValueError, TypeError) as error:
        raise DatabaseRefused("tombstones-not-read", path=file) from error


def _write(file: Path, them: Iterable[Tombstone]) -> None:
    text = "".join(json.dumps(asdict(one)) + "\n" for one in them)
    with unfinished_beside(file) as unfinished:
        unfinished.write_text(text, "utf-8")
        synced(unfinished)
        unfinished.replace(file)
