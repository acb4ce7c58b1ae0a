"""What administrators chose in the chat, and the groups that have become supergroups."""

import json

from bot.domain.administration.settings import Chosen, Setting, StoredSettings, Value
from storage.engine.store import Store


class SqliteSettingStore(Store):
    """The chosen settings, each with the number of its changes."""

    def all(self) -> StoredSettings:
        """Return everything that is chosen."""
        rows = self._db.execute("SELECT name, value, version, title FROM settings").fetchall()
        moved = self._db.execute("SELECT former, current FROM moved_chats").fetchall()
        chosen = {
            name: Chosen(None if value is None else json.loads(value), version, title)
            for name, value, version, title in rows
        }
        return StoredSettings(chosen, dict(moved))

    def save(self, setting: Setting, value: Value, title: str = "") -> None:
        """Choose a value; None gives the setting back to the configuration."""
        self._db.execute(
            """
            INSERT INTO settings (name, value, title, version) VALUES (?, ?, ?, 1)
            ON CONFLICT (name) DO UPDATE
               SET value = excluded.value, title = excluded.title, version = version + 1
            """,
            (setting, None if value is None else json.dumps(value, ensure_ascii=False), title),
        )

    def save_moved(self, former: int, current: int) -> None:
        """Follow a group to its new id: what is still to be said there goes to the new one."""
        self._db.execute(
            "INSERT OR REPLACE INTO moved_chats (former, current) VALUES (?, ?)", (former, current)
        )
