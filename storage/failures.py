"""Due items that failed."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from bot.domain.due_times import DueKind
from bot.domain.failures import FailedItem, FailureId
from storage.engine.store import Store
from storage.engine.times import optional_moment, optional_stamp, stamp

SELECT = "SELECT kind, subject, attempts, error, not_before, put_aside_at FROM failed_items "


def _item(row: tuple[Any, ...]) -> FailedItem:
    kind, subject, attempts, error, not_before, put_aside_at = row
    return FailedItem(
        kind, subject, attempts, error, optional_moment(not_before), optional_moment(put_aside_at)
    )


class SqliteFailureStore(Store):
    """One row for each failed item that is still due."""

    def of_kind(self, kind: DueKind) -> Mapping[int, FailedItem]:
        """Return the failed items of a kind, by subject."""
        items = map(_item, self._db.execute(SELECT + "WHERE kind = ?", (kind,)))
        return {item.subject: item for item in items}

    def get(self, failure: FailureId) -> FailedItem | None:
        """Return a failed item, unless it has succeeded or is no longer due."""
        row = self._db.execute(SELECT + "WHERE id = ?", (failure,)).fetchone()
        return None if row is None else _item(row)

    def save(self, item: FailedItem) -> FailureId:
        """Save how often an item failed; return its id, which stays the same."""
        row = self._db.execute(
            """
            INSERT INTO failed_items (kind, subject, attempts, error, not_before, put_aside_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (kind, subject) DO UPDATE
               SET attempts = excluded.attempts, error = excluded.error,
                   not_before = excluded.not_before, put_aside_at = excluded.put_aside_at
            RETURNING id
            """,
            (
                item.kind,
                item.subject,
                item.attempts,
                item.error,
                optional_stamp(item.not_before),
                optional_stamp(item.put_aside_at),
            ),
        ).fetchone()
        return FailureId(row[0])

    def forget(self, kind: DueKind, subjects: Collection[int]) -> None:
        """Delete items that succeeded or are no longer due."""
        self._db.executemany(
            "DELETE FROM failed_items WHERE kind = ? AND subject = ?",
            [(kind, subject) for subject in subjects],
        )

    def take_up(self, now: datetime) -> int:
        """Let all failed items be tried again now, once; return how many."""
        return self._db.execute("UPDATE failed_items SET not_before = ?", (stamp(now),)).rowcount
