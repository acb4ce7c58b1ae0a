"""A house with people who book there, on a database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.events.events import Events
from storage.engine.database import Database, open_database
from tests.alliance import some_rules
from tests.rooms import NOW, Lodging, people


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """The people of `tests/rooms.py`."""
    async with open_database(tmp_path / "rooms.sqlite3", NOW) as database:
        await database.write(people)
        yield database


@pytest.fixture
def house(database: Database) -> Lodging:
    """The services of the house."""
    return Lodging(database)


@pytest.fixture
def events(house: Lodging) -> Events:
    """Events that may take place in it."""
    return Events(house.database, house.clock, some_rules())
