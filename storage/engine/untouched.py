"""Read a database without changing it or the files beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def untouched(database: Path) -> Iterator[sqlite3.Connection]:
    """Yield a read-only connection; the log stays, and files created by reading are deleted."""
    beside = [database.with_name(database.name + suffix) for suffix in ("-wal", "-shm")]
    made = [file for file in beside if not file.exists()]
    try:
        address = f"{database.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as db:
            yield db
    finally:
        for file in made:
            file.unlink(missing_ok=True)
