"""Updates of Telegram's that have done something already, by their ids and nothing else."""

from storage.engine.store import Store

KEPT = 1000
"""So far from the newest an id is kept.

What comes again after a crash was in work when the bot died: at most a hundred updates. Ids grow
by one, but after a week of silence Telegram starts over with a random one, above or below.
"""


class SqliteHandledUpdateStore(Store):
    """The ids as rows."""

    _forgot = False

    def add(self, update: int) -> None:
        """Note an update once, and delete those far from it, once for each commit."""
        self._db.execute("INSERT OR IGNORE INTO handled_updates (id) VALUES (?)", (update,))
        if self._forgot:
            return
        self._forgot = True
        self._db.execute("DELETE FROM handled_updates WHERE id < ?", (update - KEPT,))
        self._db.execute("DELETE FROM handled_updates WHERE id > ?", (update + KEPT,))

    def all(self) -> frozenset[int]:
        """Return all that are kept."""
        return frozenset(id_ for (id_,) in self._db.execute("SELECT id FROM handled_updates"))
