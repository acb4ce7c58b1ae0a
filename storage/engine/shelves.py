"""The names of the nightly backups in their folder."""

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

NAME = re.compile(r"alliance-(\d{4}-\d{2}-\d{2})\.sqlite3\.age")


def file_of(folder: Path, night: date) -> Path:
    """Return where the backup of a night goes."""
    return folder / f"alliance-{night:%Y-%m-%d}.sqlite3.age"


def nights(folder: Path) -> set[date]:
    """Return the nights of which there is a backup."""
    try:
        names = [NAME.fullmatch(file.name) for file in folder.iterdir()]
    except OSError:  # it is not there yet, or making one will say why it cannot be read
        return set()
    found = set()
    for name in names:
        with suppress(ValueError):
            if name is not None:
                found.add(date.fromisoformat(name[1]))
    return found
