"""Data that are older than the configuration keeps them."""

import sqlite3
from datetime import datetime

from storage.engine.privacy import Privacy
from storage.engine.times import stamp
from storage.people.personal_data import note_trace
from storage.privacy import PRIVACY


class SqliteRetentionStore:
    """Finds and deletes expired items as the tables declare it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def due(self, period: str, before: datetime) -> list[int]:
        """Return the items of a period that are older than `before`."""
        return [
            row[0]
            for one in _declared(period)
            if one.expires is not None
            for row in self._db.execute(one.expires.due, {"before": stamp(before)})
        ]

    def delete(self, period: str, item: int, before: datetime) -> None:
        """Delete an item; what remains in unused parts of the file is wiped later."""
        for one in _declared(period):
            for sql in one.expires.acts if one.expires is not None else ():
                self._db.execute(sql, {"item": item, "before": stamp(before)})
            if one.traces:
                note_trace(self._db, one.table)


def _declared(period: str) -> list[Privacy]:
    return [one for one in PRIVACY if one.expires is not None and one.expires.period == period]
