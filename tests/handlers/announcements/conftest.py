"""Those who announce things in several modules."""

import pytest

from bot.domain.people.members import Role
from sandbox.people import Person
from tests.alliance import Alliance
from tests.announcing import Newsroom


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    """Let an organiser announce things to two others."""
    for number in (2, 3):
        await alliance.has(number, f"Участник {number}")
    return await alliance.has(1, "Ольга", Role.ORGANISER)


@pytest.fixture
async def newsroom(alliance: Alliance) -> Newsroom:
    return await Newsroom.opens(alliance)
