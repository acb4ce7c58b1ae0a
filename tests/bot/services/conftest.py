import pytest

from storage.database import Database
from tests.halls import Hall


@pytest.fixture
async def hall(database: Database) -> Hall:
    made = Hall(database)
    await made.fills(12)
    return made
