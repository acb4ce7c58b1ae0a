"""The state of the bot is told though the database cannot be read."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest

from bot.domain.health import Trouble
from bot.ports import StorageUnavailable, Transaction
from bot.services.health import Health
from sandbox.clock import SandboxClock
from storage.engine.database import Database

R = TypeVar("R")


class Broken:
    """A storage on a disk that is gone."""

    async def write(self, work: Callable[[Transaction], R]) -> R:
        raise StorageUnavailable("disk I/O error")

    read = write


async def test_a_database_that_cannot_be_read_is_a_trouble() -> None:
    state = await Health(Broken(), SandboxClock()).state()

    assert state.stored is None
    assert state.troubles == (Trouble.TELEGRAM, Trouble.DATABASE)


async def test_a_database_that_does_not_answer_is_a_trouble(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Silent(Broken):
        async def write(self, work: Callable[[Transaction], R]) -> R:
            await asyncio.get_running_loop().create_future()
            return await super().write(work)

        read = write

    monkeypatch.setattr("bot.services.health.PATIENCE", 0)
    state = await Health(Silent(), SandboxClock()).state()

    assert state.troubles == (Trouble.TELEGRAM, Trouble.DATABASE)


async def test_a_new_bot_is_well_once_telegram_has_answered(
    database: Database, clock: SandboxClock
) -> None:
    health = Health(database, clock)
    assert (await health.state()).troubles == (Trouble.TELEGRAM,)

    health.figures.telegram_answered()
    assert (await health.state()).troubles == ()
