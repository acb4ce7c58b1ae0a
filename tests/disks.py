"""A disk that refuses."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    """Have the kernel refuse writes beyond `size`: what SQLite sees is a real failing write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def full(database: Path) -> Iterator[None]:
    """Have no more room for what is written to a database, which has not been folded up by now.

    A reader keeps SQLite from writing its log from the beginning again, where there is room.
    """
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        with no_file_grows_beyond(database.with_name(f"{database.name}-wal").stat().st_size):
            yield
