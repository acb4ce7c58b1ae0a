"""The wizards' bot: the real one, which need not be gentle with the sandbox."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app import running
from bot.domain.events.events import EventId
from bot.domain.people.members import Role
from sandbox.clock import SandboxClock
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.alliance import Alliance, a_config


@pytest.fixture
async def alliance(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path
) -> AsyncIterator[Alliance]:
    """Run a bot that answers one person as fast as it can."""
    config = a_config(tmp_path, sandbox.url, DELIVERY__PER_CHAT_SECOND="1000")
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(running(config, clock))
        yield Alliance(sandbox, clock, config, app, stack)


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
