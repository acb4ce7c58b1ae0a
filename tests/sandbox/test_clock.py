"""The clock that only moves forwards."""

from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot

from sandbox.clock import SandboxClock
from sandbox.server import Sandbox
from tests.sandbox.conftest import ANNA


def test_an_advanced_clock_is_ahead_of_real_time() -> None:
    clock = SandboxClock()
    clock.advance(timedelta(days=1))
    assert clock.offset == timedelta(days=1)
    assert clock.now() >= datetime.now(UTC) + timedelta(days=1) - timedelta(minutes=1)
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("step", [timedelta(), timedelta(seconds=-1)])
def test_a_clock_never_goes_back(step: timedelta) -> None:
    with pytest.raises(ValueError, match="only moves forwards"):
        SandboxClock().advance(step)


def test_a_clock_stops_before_dates_end() -> None:
    """Nothing works after the year 9999, and a page can be clicked on until then."""
    clock = SandboxClock()
    with pytest.raises(ValueError, match="ends with the year 2199"):
        clock.advance(timedelta(days=366 * 200))
    assert clock.offset == timedelta()
    clock.advance(timedelta(days=365 * 150))


async def test_messages_are_dated_by_the_clock(sandbox: Sandbox, bot: Bot) -> None:
    before = await bot.send_message(ANNA, "a")
    sandbox.clock.advance(timedelta(days=2))
    after = await bot.send_message(ANNA, "b")
    assert after.date - before.date >= timedelta(days=2)
