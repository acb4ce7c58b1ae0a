"""How well and how fast the directory is searched."""

import asyncio
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.domain.directory.cards import CardFilter
from bot.services.directory.directory import search
from storage.engine.database import open_database
from storage.stores import Stores
from tests.directories import BY_FIELD, FIELDS, NOW, QUERIES, fill, missed

COPIES = 42
"""Of 120 organisations: some 5,000, and 6,000 people who speak for them."""


def measure_search(folder: Path) -> dict[str, float]:
    """Search the demo's alliance for whom people mean, and one of 5,000 organisations for speed."""
    return asyncio.run(_first(folder)) | asyncio.run(_fast(folder))


async def _first(folder: Path) -> dict[str, float]:
    async with open_database(folder / "directory" / "demo.sqlite3", NOW) as database:
        await database.write(fill)
        wrong = await database.read(missed)
    return {"search_first": 1 - len(wrong) / (len(QUERIES) + len(BY_FIELD))}


async def _fast(folder: Path) -> dict[str, float]:
    async with open_database(folder / "directory" / "large.sqlite3", NOW) as database:
        await database.write(lambda tx: fill(tx, COPIES))
        return await database.read(_timed)


def _timed(tx: Stores) -> dict[str, float]:
    texts = [text for text, _ in (*QUERIES, *BY_FIELD)]
    searches = [_lasts(partial(search, tx, text, FIELDS, 8)) for text in texts]
    pages = [
        _lasts(partial(tx.directory.page, CardFilter(), first, 8)) for first in range(0, 5000, 500)
    ]
    return {"search_ms": statistics.median(searches), "directory_page_ms": statistics.median(pages)}


def _lasts(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)
