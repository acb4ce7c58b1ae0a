import pytest

from storage.engine.database import Database
from tests.general_meetings import GeneralMeeting


@pytest.fixture
async def meeting(database: Database) -> GeneralMeeting:
    return await GeneralMeeting(database).gathers()
