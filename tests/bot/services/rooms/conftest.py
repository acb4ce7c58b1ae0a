"""A house with people who book there, on a database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine.database import Database, open_database
from tests.rooms import NOW, Lodging, people


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "rooms.sqlite3", NOW) as database:
        await database.write(people)
        yield database


@pytest.fixture
def house(database: Database) -> Lodging:
    return Lodging(database)
