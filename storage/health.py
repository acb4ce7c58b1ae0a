"""Figures about the database: what waits, what was put aside, and its size."""

from datetime import datetime

from bot.domain.health import Stored
from storage.engine.store import Store
from storage.engine.times import optional_moment, stamp


class SqliteHealthStore(Store):
    """Figures of the whole database."""

    def stored(self, now: datetime) -> Stored:
        """Return the figures; paused and planned notices do not count as waiting."""
        waiting, oldest = self._db.execute(
            """
            SELECT count(*), min(not_before)
              FROM (SELECT not_before FROM notices WHERE state IN ('pending', 'retry')
                    UNION ALL
                    SELECT not_before FROM notices WHERE state = 'sending')
             WHERE not_before <= ?
            """,
            (stamp(now),),
        ).fetchone()
        (put_aside,) = self._db.execute(
            "SELECT count(*) FROM failed_items WHERE not_before IS NULL"
        ).fetchone()
        (size,) = self._db.execute(
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        ).fetchone()
        return Stored(waiting, optional_moment(oldest), put_aside, size)
