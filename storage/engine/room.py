"""Test whether the disk accepts writes, beside the database."""

import os
from pathlib import Path
from tempfile import TemporaryFile

from bot.ports import StorageUnavailable

ROOM = 2**20
"""Bytes that must be free: a busy minute writes about as much."""
PAGE = bytes(4096)


def require_room(folder: Path) -> None:
    """Raise `StorageUnavailable` if the disk is full, read-only or broken; blocks.

    The space is reserved, not written, and nothing is left behind. The database itself is not
    written to: regular writes would date the ballots between them in its log.
    """
    try:
        with TemporaryFile(dir=folder) as file:
            if hasattr(os, "posix_fallocate"):  # not available on macOS
                os.posix_fallocate(file.fileno(), 0, ROOM)
            file.write(PAGE)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageUnavailable(error.strerror or type(error).__name__) from error
