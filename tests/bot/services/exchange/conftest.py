"""An alliance that gives and looks for things."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine.database import open_database
from tests.clocks import TickingClock
from tests.exchange import NOW, Market


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    async with open_database(tmp_path / "alliance.sqlite3", NOW) as database:
        made = Market(database, TickingClock(NOW))
        await made.gathers()
        yield made
