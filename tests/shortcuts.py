"""What a thousand bots in one process need not each repeat; none of it is what a test is about."""

import asyncio
import gc
import multiprocessing
import os
import shutil
import ssl
import tempfile
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from bot.documents.blocks import Document, Picture
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


@cache
def _renderers() -> ProcessPoolExecutor:
    """Return processes that render one document each, forked from one that has all libraries."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [f"bot.documents.{name}" for name in ("rendering", "docx_files", "pdf_files")]
    )
    return ProcessPoolExecutor(1, context, max_tasks_per_child=1)


def _made(wanted: Document | Picture) -> object:
    from bot.documents.rendering import made  # noqa: PLC0415  in the process that renders

    return made(wanted)


async def render_forked(wanted: Document | Picture) -> object:
    """Render as `files.render_apart` does, without half a second of imports each time."""
    return await asyncio.get_running_loop().run_in_executor(_renderers(), _made, wanted)


def take(patch: pytest.MonkeyPatch) -> None:
    """Take the shortcuts from now on.

    A connection's TLS reads all certificates there are, where none is needed; each bot looks for
    garbage at its start, and keeps all that is left in memory; what is erased is hashed slowly; and
    each document is made by a new process.
    """
    patch.setattr("bot.documents.files.render_apart", render_forked)
    patch.setattr(gc, "collect", lambda: 0)
    patch.setattr(gc, "freeze", lambda: None)
    patch.setitem(COST, "n", 2)
    patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
