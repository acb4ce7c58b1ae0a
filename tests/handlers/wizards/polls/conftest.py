"""The council of the wizards' tests: chair, secretary, three members, and an organiser."""

import pytest

from bot.domain.people.members import Role
from sandbox.people import Person
from tests.alliance import Alliance


@pytest.fixture
async def maria(alliance: Alliance) -> Person:
    """Let the chair look at the list of polls; the council has four others, all joined."""
    maria = await alliance.has(1, "Мария Орлова", Role.CHAIR)
    await alliance.has(2, "Пётр Климов", Role.SECRETARY)
    for number, name in ((3, "Анна"), (4, "Борис"), (5, "Вера")):
        await alliance.has(number, name, Role.COUNCIL)
    await maria.says("/polls")
    await maria.sees("Сейчас голосований нет")
    return maria
