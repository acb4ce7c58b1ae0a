"""Put another database in a database's place, in steps that a kill delays and nothing more.

Once the new one is whole, it gets a name that says so. The next program that opens the
database takes the steps that are left, so that nobody finds none in its place and makes an empty
one.
"""

from pathlib import Path

from storage.engine.folders import synced

COMPANIONS = ("", "-wal", "-shm")
"""The suffixes of a database's files."""


def replace(database: Path, copy: Path, moment: str) -> Path | None:
    """Replace a database by a copy that is on the disk; return where it is kept, if there was one.

    It is kept beside it, named by the `moment`.
    """
    ready = database.with_name(f"{_prefix(database)}{moment}")
    copy.rename(ready)
    synced(ready.parent)
    return _take(database, ready)


def finish(database: Path) -> None:
    """Take the steps that are left of a replacement that was interrupted, if there is one."""
    for file in sorted(database.parent.iterdir()):
        if file.name.startswith(_prefix(database)):
            _take(database, file)


def _prefix(database: Path) -> str:
    return f".{database.name}.ready-"


def _take(database: Path, ready: Path) -> Path | None:
    """Put the database aside with its write-ahead log, and the one that is ready in its place.

    It is not opened: SQLite would drop the log. A log left behind would be applied to the next one.
    """
    moment = ready.name.removeprefix(_prefix(database))
    kept = database.with_name(f"{database.name}.before-restore-{moment}")
    is_kept = database.exists()
    for suffix in COMPANIONS:
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    synced(database.parent)
    ready.replace(database)
    synced(database.parent)
    return kept if is_kept else None
