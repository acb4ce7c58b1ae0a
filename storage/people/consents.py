"""The texts that people consented to."""

from datetime import datetime

from bot.domain.people.consents import ConsentText, TextInForce
from storage.engine.store import Store
from storage.engine.times import moment, stamp

LONGEST_NUMBER = 2**31
"""Versions that were numbered by hand are below; those from a hash practically never."""


class SqliteConsentStore(Store):
    """Each text with the time since which it has been in force; the latest one is."""

    def in_force(self) -> TextInForce | None:
        """Return the text in force; None before the first start that knows of texts."""
        row = self._db.execute(
            "SELECT version, since FROM consent_texts ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return None if row is None else TextInForce(row[0], moment(row[1]))

    def put_in_force(self, text: ConsentText, now: datetime) -> None:
        """Record that a text is in force from now on; it may have been so before."""
        self._db.execute(
            "INSERT INTO consent_texts (version, words, since) VALUES (?, ?, ?)",
            (text.version, text.words, stamp(now)),
        )

    def replace_number(self, number: int, version: int) -> None:
        """Record consents to this number of a text, or a later one, as consents to `version`."""
        self._db.execute(
            "UPDATE members SET consent_version = ? WHERE consent_version BETWEEN ? AND ?",
            (version, number, LONGEST_NUMBER),
        )
