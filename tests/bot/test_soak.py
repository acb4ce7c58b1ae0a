"""The bot for an hour among people, floods, faults, restarts and a clock that jumps.

It runs on demand only, for five minutes and with seed 1 unless told otherwise:

    SOAK_MINUTES=60 SOAK_SEED=1 python -m pytest --long -s tests/bot/test_soak.py

In less than three minutes not everything comes about that it insists on.

The bot is a process of its own with its default pace, the sandbox has Telegram's limits. The seed
decides what is done and in which order; how the network interleaves it, it cannot decide.
"""

import asyncio
import json
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.domain.announcements.announcements import AnnouncementState
from bot.services.polls.verification import verify
from sandbox.clock import SandboxClock
from sandbox.limits import Limits
from sandbox.server import Sandbox
from storage.engine.reading import reading
from storage.outbox import HELD
from tests.alliance import TOKEN
from tests.databases import query
from tests.forks import ForkedBot
from tests.mixtures import Mixture
from tests.soaking import FICKLE, MEMBERS, NAME, SUBJECT, World

pytestmark = pytest.mark.long

MINUTES = float(os.environ.get("SOAK_MINUTES", "5"))
SEED = int(os.environ.get("SOAK_SEED", "1"))
"""Named so that no bot takes them for settings of its own."""
LIVES = (0.1, 0.15, 0.15, 0.6)
"""Which part of the time each bot lives; all but the last are stopped or killed."""
WARM_UP = 0.3
"""The part of the last life after which its memory should grow no more."""
GROWTH = 24.0
"""MB by which it may be larger at the end."""
A_PROXYS_PAGE = ("answer not understood", "JSONDecodeError")
"""The one error that the faults explain: HTML where an answer of Telegram's should be."""
LONGEST_LINE = 500
"""Characters; a traceback has thousands."""
UNSETTLED = f"""SELECT id FROM notices WHERE settled_at IS NULL AND not_before <> '{HELD}'
               UNION ALL SELECT id FROM polls WHERE state = 'open'"""  # noqa: S608  our own constant
"""What has yet to come; a mailing that an organiser has paused is waited for by nobody."""
SETTLES_WITHIN = 1800.0
"""Seconds: of an hour's mixture one organiser's chat has hundreds of messages to come, one each."""


@pytest.fixture
async def sandbox(clock: SandboxClock) -> AsyncIterator[Sandbox]:
    """Telegram with the limits that it has."""
    server = Sandbox(TOKEN, clock=clock, limits=Limits(), seed=SEED)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def world(
    sandbox: Sandbox, clock: SandboxClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    made = World(sandbox, clock, tmp_path)
    made.notes_arrivals(monkeypatch)
    async with AsyncExitStack() as stack:
        await made.opens(stack)
        yield made


async def lives_and_ends(world: World, mixture: Mixture) -> None:
    """Have bots live and end, one stopped and the next killed, before the last."""
    for number, part in enumerate(LIVES[:-1]):
        bot = await world.starts()
        await mixture.runs(seconds_from_now(part))
        assert bot.lives, bot.log[-3000:]
        end, code = (bot.kill, -signal.SIGKILL) if number % 2 else (bot.terminate, 0)
        end()
        assert await bot.is_gone() == code, bot.log[-3000:]


def seconds_from_now(part: float) -> float:
    """Return the loop's time after a part of the whole."""
    return asyncio.get_running_loop().time() + part * MINUTES * 60


async def memory_of_the_last(world: World, mixture: Mixture, bot: ForkedBot) -> tuple[float, float]:
    """Return what it has after the warm-up and at the end."""
    await mixture.runs(seconds_from_now(LIVES[-1] * WARM_UP))
    warm = bot.resident
    await mixture.runs(seconds_from_now(LIVES[-1] * (1 - WARM_UP)))
    await mixture.ends()
    await everything_settles(world)
    return warm, bot.resident


async def everything_settles(world: World) -> None:
    """Let all polls close and all notices arrive, or be given up."""
    world.clock.advance(timedelta(days=3))
    async with asyncio.timeout(SETTLES_WITHIN):
        while await query(world.database, UNSETTLED):
            await asyncio.sleep(1)
            world.clock.advance(timedelta(minutes=1))


async def test_a_random_mixture_leaves_memory_flat_and_everything_in_order(world: World) -> None:
    mixture = Mixture(world, Random(SEED))  # noqa: S311  a mixture that can be repeated
    await lives_and_ends(world, mixture)
    bot = await world.starts()
    try:
        warm, at_the_end = await memory_of_the_last(world, mixture, bot)
        await everybody_is_answered(world)
    finally:
        bot.terminate()
    assert await bot.is_gone() == 0
    tell(world, mixture, warm, at_the_end, bot.log)

    assert not mixture.broken
    assert all(mixture.done[act.__name__] for act in mixture.acts), mixture.given_up
    assert await query(world.database, "SELECT * FROM failed_items") == []
    await assert_everybody_was_told(world)
    with reading(world.path) as stores:
        verdict = verify(stores)
        assert verdict.holds, verdict
        assert verdict.questions
    assert_readable(bot.log)
    assert at_the_end - warm < GROWTH


async def everybody_is_answered(world: World) -> None:
    """See that the bot answers each member after all that."""
    for person in world.people.values():
        person.unblocks()
        await person.says("/help")
        await person.watches(lambda chat: not chat[-1]["mine"])


async def assert_everybody_was_told(world: World) -> None:
    """See that no notice failed, and that each announcement came to whom it says it came."""
    failed = "SELECT id, kind, attempts, error FROM notices WHERE state = 'failed'"
    assert await query(world.database, failed) == []
    with reading(world.path) as stores:
        announced = stores.announcements.all()
        copies = [(one, stores.copies.standing(one.id)) for one in announced]
    assert {one.state for one in announced} == {AnnouncementState.SENT}
    for one, made in copies:
        standing = {copy.addressee for copy in made}
        assert standing >= set(MEMBERS) - set(FICKLE), one
        assert all(world.arrived[member, one.title] for member in standing), one


def tell(world: World, mixture: Mixture, warm: float, at_the_end: float, log: str) -> None:
    """Print what was done and seen, for anyone who asked for it."""
    entries = map(json.loads, log.splitlines())
    told = {
        "done": mixture.done,
        "given up": mixture.given_up,
        "logged": Counter((entry["level"], entry["event"]) for entry in entries),
        "came twice": sum(times > 1 for times in world.arrived.values()),
        "MB": f"{warm:.1f} warm, {at_the_end:.1f} at the end",
    }
    print(f"\nseed {SEED}, {MINUTES:g} minutes: {told}")  # noqa: T201


def assert_readable(log: str) -> None:
    """See that each line is an entry, no error but what a fault explains, and no person in it."""
    entries = [json.loads(line) for line in log.splitlines()]
    errors = [one for one in entries if one["level"] in {"error", "critical"} or "exception" in one]
    assert [one for one in errors if (one["event"], one.get("cause")) != A_PROXYS_PAGE] == []
    assert max(map(len, log.splitlines())) < LONGEST_LINE
    for secret in (TOKEN, TOKEN.partition(":")[2], *NAME.split(), SUBJECT):
        assert secret not in log
