"""The running bot opens and closes polls at their time, also when it was down."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.polls.polls import Closing, PollState
from bot.domain.polls.voters import VoterId
from bot.logs import configure
from sandbox.people import PATIENCE
from tests.alliance import Alliance
from tests.councils import FOR, SECRET
from tests.handlers.polls.forms.balloting import stored
from tests.polling import a_motion

HOUR = timedelta(hours=1)


async def a_chair(alliance: Alliance) -> MemberId:
    return await alliance.knows(7001, "Анна Председатель", Role.CHAIR)


async def test_a_poll_opens_and_closes_at_its_time(alliance: Alliance) -> None:
    chair, now = await a_chair(alliance), alliance.clock.now()
    plan = a_motion(opens_at=now + HOUR, closes_at=now + 3 * HOUR)
    poll = await alliance.services.polls.open(chair, plan)
    assert (await stored(alliance, poll)).state is PollState.SCHEDULED

    await alliance.goes_on(HOUR)
    assert (await stored(alliance, poll)).state is PollState.OPEN
    await alliance.goes_on(2 * HOUR)
    assert (await stored(alliance, poll)).state is PollState.CLOSED


async def test_what_fell_due_while_the_bot_was_down_is_closed_as_of_its_deadline_at_the_start(
    alliance: Alliance,
) -> None:
    chair, deadline = await a_chair(alliance), alliance.clock.now() + HOUR
    poll = await alliance.services.polls.open(chair, a_motion(closes_at=deadline))
    alliance.clock.advance(5 * HOUR)
    await alliance.restarts()

    found = await stored(alliance, poll)
    assert (found.closing, found.closed_at) == (Closing.DEADLINE, deadline)


async def test_the_log_is_empty_of_secret_ballots_within_a_sweep_of_the_close(
    alliance: Alliance,
) -> None:
    chair, now = await a_chair(alliance), alliance.clock.now()
    poll = await alliance.services.polls.open(chair, a_motion(closes_at=now + HOUR, **SECRET))
    await alliance.services.ballots.cast(chair, poll, VoterId(chair), FOR)
    await alliance.goes_on(HOUR)
    await alliance.app.scheduler.run_all()

    assert not alliance.database._traces
    async with asyncio.timeout(PATIENCE):  # its voters are told first
        while alliance.database._keys.polls():
            await alliance.app.scheduler.run_all()


async def test_logs_at_debug_say_nothing_of_a_secret_ballot(
    alliance: Alliance, capsys: pytest.CaptureFixture[str]
) -> None:
    configure("debug", "console")
    chair, now = await a_chair(alliance), alliance.clock.now()
    poll = await alliance.services.polls.open(chair, a_motion(closes_at=now + HOUR, **SECRET))
    capsys.readouterr()
    cast = await alliance.services.ballots.cast(chair, poll, VoterId(chair), FOR)
    await alliance.app.database.truncate_wal()
    said = capsys.readouterr().err

    assert cast.number is not None
    for word in (cast.number, "encrypted_ballots", "secret_ballots", "roll"):
        assert word not in said
