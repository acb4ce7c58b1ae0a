"""How well and how fast the directory is searched."""

import asyncio
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.domain.directory.cards import CardFilter
from bot.domain.people.members import Consent, MemberId, TelegramId
from bot.services.directory.directory import Directory, search
from handlers.ui.inline import RESULTS_LIMIT
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.directories import BY_FIELD, FIELDS, NOW, QUERIES, fill, missed

COPIES, COLLEAGUES = 42, 3
"""Of 120 organisations: some 5,000, and 20,000 people."""
ASKS = MemberId(1)
TEXTS = [text for text, _ in (*QUERIES, *BY_FIELD)]


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
        await database.write(_fill)
        timed = await database.read(_timed)
        return timed | {"inline_ms": await _inline(database)}


def _fill(tx: Stores) -> None:
    fill(tx, COPIES, COLLEAGUES)
    tx.members.bind(ASKS, TelegramId(1), NOW)
    tx.members.save_consent(ASKS, Consent(1, NOW))


async def _inline(database: Database) -> float:
    """Return how long it takes to find what is shown for a query in any chat."""
    directory = Directory(database, FixedClock(NOW), some_rules(), fields=FIELDS)
    lasted = []
    for text in TEXTS:
        began = time.perf_counter()
        await directory.offered(ASKS, text, RESULTS_LIMIT)
        lasted.append(1000 * (time.perf_counter() - began))
    return statistics.median(lasted)


def _timed(tx: Stores) -> dict[str, float]:
    searches = [_lasts(partial(search, tx, text, FIELDS, 8)) for text in TEXTS]
    pages = [
        _lasts(partial(tx.directory.page, CardFilter(), first, 8)) for first in range(0, 5000, 500)
    ]
    return {"search_ms": statistics.median(searches), "directory_page_ms": statistics.median(pages)}


def _lasts(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)
