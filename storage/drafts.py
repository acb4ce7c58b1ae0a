"""The data of forms between two updates."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from storage.engine.store import Store
from storage.engine.times import stamp


class SqliteDraftStore(Store):
    """A JSON object for each key; forms choose the keys."""

    def data(self, key: str) -> dict[str, Any]:
        """Return the object under `key`; an empty one if there is none."""
        row = self._db.execute("SELECT data FROM drafts WHERE key = ?", (key,)).fetchone()
        return {} if row is None else cast("dict[str, Any]", json.loads(row[0]))

    def save_data(self, key: str, data: Mapping[str, Any], now: datetime) -> None:
        """Save `data` under `key`; an empty object deletes it."""
        if not data:
            self._db.execute("DELETE FROM drafts WHERE key = ?", (key,))
            return
        self._db.execute(
            """
            INSERT INTO drafts (key, data, saved_at) VALUES (:key, :data, :now)
            ON CONFLICT (key) DO UPDATE SET data = excluded.data, saved_at = excluded.saved_at
            """,
            {"key": key, "data": json.dumps(data, ensure_ascii=False), "now": stamp(now)},
        )

    def forget(self, prefix: str) -> None:
        """Delete every key with this prefix."""
        self._db.execute(
            "DELETE FROM drafts WHERE key >= ?1 AND key < ?1 || char(0x10FFFF)", (prefix,)
        )
