"""The ids of Telegram updates that have already had an effect."""

from storage.engine.store import Store

KEPT = 1000
"""How far from the newest an id may be to be kept.

Updates that come again after a crash were in progress when the bot died: at most a hundred. Ids
grow by one, but after a week of silence Telegram restarts with a random one, above or below.
"""


class SqliteHandledUpdateStore(Store):
    """The ids as rows."""

    _forgot = False

    def add(self, update: int) -> None:
        """Record an update once, and delete distant ones, once for each commit."""
        self._db.execute("INSERT OR IGNORE INTO handled_updates (id) VALUES (?)", (update,))
        if self._forgot:
            return
        self._forgot = True
        self._db.execute("DELETE FROM handled_updates WHERE id < ?", (update - KEPT,))
        self._db.execute("DELETE FROM handled_updates WHERE id > ?", (update + KEPT,))

    def all(self) -> frozenset[int]:
        """Return all stored ids."""
        return frozenset(id_ for (id_,) in self._db.execute("SELECT id FROM handled_updates"))
