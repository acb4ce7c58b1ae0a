"""Two organisations whose people hand seats to each other."""

import pytest

from sandbox.clock import SandboxClock
from storage.engine.database import Database
from tests.substitutes import Colleagues, careful_colleagues, some_colleagues


@pytest.fixture
async def colleagues(database: Database, clock: SandboxClock) -> Colleagues:
    return await some_colleagues(database, clock)


@pytest.fixture
async def careful(database: Database, clock: SandboxClock) -> Colleagues:
    return await careful_colleagues(database, clock)
