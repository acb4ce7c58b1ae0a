"""Those who speak to the bot in several modules."""

import pytest

from tests.alliance import Alliance
from tests.voters import Voters


@pytest.fixture
async def voters(alliance: Alliance) -> Voters:
    """Give the alliance a council, and organisations with their delegates."""
    return await Voters(alliance).gather()
