"""Figures about the database: what waits, what was put aside, and its size."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.health import Stored
from storage.engine.folders import open_private
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
        return Stored(waiting, optional_moment(oldest), put_aside, size, self._backed_up())

    def _backed_up(self) -> datetime | None:
        """Return when the last copy was made: a file beside the database is as old as it."""
        (path,) = self._db.execute(
            "SELECT file FROM pragma_database_list WHERE name = 'main'"
        ).fetchone()
        try:
            made = age_file(Path(path)).stat().st_mtime
        except OSError:
            return None
        return datetime.fromtimestamp(made, UTC)


def note_copied(database: Path) -> None:
    """Note that a copy of a database was made now; it is one, whether or not that can be noted."""
    with suppress(OSError):
        os.close(open_private(age_file(database), os.O_RDONLY))
        age_file(database).touch()


def age_file(database: Path) -> Path:
    """Return the empty file that is as old as the last copy of a database."""
    return database.with_name(f"{database.name}.backed-up")
