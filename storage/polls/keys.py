"""The keys of open secret polls: a file for each, beside the database and in no backup.

Without the key, the database, its log and any number of copies of both show of an open poll's
ballots only how many there are. The key is destroyed once the poll is over and its last voters were
told their numbers, so that stays so.
"""

import hmac
import os
import re
import secrets
import sqlite3
from contextlib import suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from bot.domain.polls.polls import PollId
from bot.domain.polls.voters import VoterId
from storage.engine.folders import make_private, open_private

FILE = re.compile(r"([1-9][0-9]*)\.key")
KEY_BYTES, NONCE_BYTES = 32, 12
SPENT = """
SELECT 1 FROM polls
 WHERE id = :poll AND state IN ('closed', 'cancelled')
   AND (state = 'cancelled'
        OR NOT EXISTS (SELECT 1 FROM notices
                        WHERE key BETWEEN 'number-owed:' || :poll || ':'
                                      AND 'number-owed:' || :poll || ';'
                          AND settled_at IS NULL))
"""
TAG = """Signature: 8a477f597d28d172789f06886806bc55
# Keys of open secret votes. Programs that make backups know this file and leave the folder out.
"""


class PollKey:
    """The key of one poll: it encrypts ballots and yields their nonces."""

    def __init__(self, poll: PollId, secret: bytes) -> None:
        self._poll = poll
        self._secret = secret

    @property
    def fingerprint(self) -> str:
        """Identifies this key without revealing anything about it."""
        return self._derived("fingerprint").hex()

    def nonce(self, voter: VoterId) -> str:
        """Return the nonce of a voter's ballot, in hex: without the key it looks random."""
        return self._derived(f"nonce:{voter}").hex()

    def encrypted(self, content: bytes) -> bytes:
        """Return `content` encrypted; equal contents give different results."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  5 MB

        start = secrets.token_bytes(NONCE_BYTES)
        cipher = AESGCM(self._derived("ballots"))
        return start + cipher.encrypt(start, content, str(self._poll).encode())

    def decrypted(self, content: bytes) -> bytes:
        """Return the content encrypted for this poll; ValueError for anything else."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        start, rest = content[:NONCE_BYTES], content[NONCE_BYTES:]
        try:
            return AESGCM(self._derived("ballots")).decrypt(start, rest, str(self._poll).encode())
        except InvalidTag:
            raise ValueError("a ballot was changed") from None

    def _derived(self, use: str) -> bytes:
        return hmac.digest(self._secret, f"{self._poll}:{use}".encode(), sha256)


class PollKeys:
    """The folder with a database's keys; a database in memory has none."""

    def __init__(self, database: Path) -> None:
        self._folder = database.with_name(f"{database.name}.keys")

    @classmethod
    def beside(cls, db: sqlite3.Connection) -> "PollKeys | None":
        """Return the keys of the open database; None for one in memory."""
        path = next(row[2] for row in db.execute("PRAGMA database_list") if row[1] == "main")
        return cls(Path(path)) if path else None

    def read(self, poll: PollId) -> PollKey | None:
        """Return the key of a poll; None if its file is missing or invalid."""
        try:
            text = self._file(poll).read_text("ascii")
            secret = bytes.fromhex(text)
        except (FileNotFoundError, ValueError):
            return None
        return PollKey(poll, secret) if len(secret) == KEY_BYTES else None

    def make(self, poll: PollId) -> PollKey:
        """Return the key of a poll, created and on the disk before anything is encrypted.

        An existing key may belong to another copy of this database, so it stays.
        """
        known = self.read(poll)
        if known is not None:
            return known
        make_private(self._folder)
        _sync(self._folder.parent)
        self._write("CACHEDIR.TAG", TAG)
        self._write(self._file(poll).name, secrets.token_hex(KEY_BYTES))
        made = self.read(poll)
        if made is None:
            raise OSError(f"{self._file(poll)} cannot be read back")
        return made

    def destroy(self, poll: PollId) -> None:
        """Overwrite and delete the key of a poll; a missing one is ignored."""
        file = self._file(poll)
        with suppress(FileNotFoundError):
            descriptor = os.open(file, os.O_WRONLY)
            try:
                os.write(descriptor, b"0" * 2 * KEY_BYTES)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            file.unlink()
            _sync(self._folder)

    def polls(self) -> list[PollId]:
        """Return the polls that have a key."""
        try:
            names = [file.name for file in self._folder.iterdir()]
        except FileNotFoundError:
            return []
        return sorted(PollId(int(found[1])) for found in map(FILE.fullmatch, names) if found)

    def destroy_spent(self, db: sqlite3.Connection) -> None:
        """Destroy the keys of polls that are over, once no voter is owed a number any more.

        The key of an unknown poll may belong to another copy of this database, so it stays.
        """
        for poll in self.polls():
            if db.execute(SPENT, {"poll": poll}).fetchone():
                self.destroy(poll)

    def _file(self, poll: PollId) -> Path:
        return self._folder / f"{poll}.key"

    def _write(self, name: str, text: str) -> None:
        """Write a file as a whole or not at all, for the owner only."""
        unfinished = self._folder / f".{name}.partial"
        unfinished.unlink(missing_ok=True)
        descriptor = open_private(unfinished, os.O_EXCL | os.O_WRONLY)
        try:
            os.write(descriptor, text.encode("ascii"))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        unfinished.replace(self._folder / name)
        _sync(self._folder)


def preload() -> None:
    """Load the encryption library, 8 MB and 25 ms, so that the first voter need not wait."""
    import_module("cryptography.hazmat.primitives.ciphers.aead")


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
