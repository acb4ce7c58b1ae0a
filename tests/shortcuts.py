"""What a thousand bots in one process need not each repeat; none of it is what a test is about."""

import gc
import os
import shutil
import ssl
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from storage.people.tombstones import COST

TESTS_BETWEEN = 20
"""After how many tests the garbage is collected: a bot that was stopped leaves 15,000 objects."""

MEMORY, ROOM = Path("/dev/shm"), 2 * 2**30  # noqa: S108  Linux has this file system in memory
_collect, _freeze = gc.collect, gc.freeze


def use_memory() -> None:
    """Put temporary files in memory, if there is room: thousands of databases are synced."""
    with suppress(OSError):
        if shutil.disk_usage(MEMORY).free > ROOM and os.access(MEMORY, os.W_OK):
            os.environ.setdefault("TMPDIR", str(MEMORY))
            tempfile.tempdir = None  # it is looked up again


def leave_alone() -> None:
    """Have the garbage collector never again look at what is there now."""
    _collect()
    _freeze()


def take(patch: pytest.MonkeyPatch) -> None:
    """Take the shortcuts from now on.

    A connection's TLS reads all certificates there are, where none is needed; each bot looks for
    garbage at its start, and keeps all that is left in memory; and what is erased is hashed slowly.
    """
    patch.setattr(gc, "collect", lambda: 0)
    patch.setattr(gc, "freeze", lambda: None)
    patch.setitem(COST, "n", 2)
    patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
