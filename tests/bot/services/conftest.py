import pytest

from storage.engine.database import Database
from tests.councils import Assembly
from tests.halls import Hall


@pytest.fixture
async def hall(database: Database) -> Hall:
    made = Hall(database)
    await made.fills(12)
    return made


@pytest.fixture
async def assembly(database: Database) -> Assembly:
    made = Assembly(database)
    await made.gathers()
    return made
