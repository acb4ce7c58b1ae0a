"""Those who speak to the bot in several modules."""

import pytest

from bot.domain.events.events import EventId
from bot.domain.people.members import Role
from sandbox.people import Person
from tests.alliance import Alliance
from tests.voters import Voters


@pytest.fixture
async def voters(alliance: Alliance) -> Voters:
    """Give the alliance a council, and organisations with their delegates."""
    return await Voters(alliance).gather()


@pytest.fixture
async def olga(alliance: Alliance) -> Person:
    """Let an organiser look at the list of events; Ivan, a delegate, has joined too."""
    await alliance.has(2, "Иван", delegate=True)
    olga = await alliance.has(1, "Ольга", Role.ORGANISER)
    await olga.says("/manage")
    await olga.sees("Впереди")
    return olga


@pytest.fixture
async def event(alliance: Alliance, olga: Person) -> EventId:
    """Announce an event that Ivan goes to, and have Olga look at its board."""
    event = await alliance.announces(olga.id, "Съезд <НКО>")
    ivan = alliance.sandbox.person(2)
    await ivan.sees("Съезд <НКО>")
    await ivan.taps("Иду")
    await ivan.sees("Вы идёте")
    return event


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
