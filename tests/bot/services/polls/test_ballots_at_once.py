"""However many vote at once, and whatever breaks: one voter, one ballot, and none is lost."""

import asyncio
import json
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from bot.domain.polls.polls import Closing, PollId, PollState
from bot.domain.polls.voters import VoterId
from bot.services.polls.verification import verify
from storage.engine.database import open_database
from storage.engine.reading import reading
from tests.councils import GENERAL, NOON, SECRET, Assembly
from tests.crowds import Heard, Task, everybody, vote
from tests.effort import effort
from tests.processes import ROOT

PROCESSES, BALLOTS, VOTERS = effort(4, 16), effort(400, 2000), 120
KILLS = effort(2, 10)


async def opened(path: Path, organisations: int, **plan: Any) -> PollId:
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers(organisations)
        return await assembly.opens(**plan)


def at_once(tasks: list[Task]) -> list[Heard]:
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return [heard for each in pool.map(vote, tasks) for heard in each]


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_many_processes_cast_ballots_while_others_close_the_poll(
    tmp_path: Path, secrecy: dict[str, Any]
) -> None:
    path = tmp_path / "votes.sqlite3"
    poll = await opened(path, VOTERS, **GENERAL, **secrecy)
    each = BALLOTS // PROCESSES
    voters = everybody(VOTERS)
    tasks = [
        Task(path, poll, seed, each, voters, closes=seed % 4 == 0) for seed in range(PROCESSES)
    ]

    heard = await asyncio.to_thread(at_once, tasks)

    with reading(path) as stores:
        found, declared = stores.polls.get(poll), stores.outcomes.declared(poll)
        assert found
        assert declared
        assert (found.state, found.closing) == (PollState.CLOSED, Closing.BY_HAND)
        acknowledged = {one.voter for one in heard}
        assert stores.ballots.voted(poll) == acknowledged
        assert declared.result.ballots == len(acknowledged) > VOTERS // 4
        closings = [entry for entry in stores.entries.all() if entry.kind == "closed"]
        assert len(closings) == 1
        written = stores.ballots.written(found)
        assert verify(stores).holds
    if secrecy:
        assert max(Counter(one.voter for one in heard).values()) == 1, "a secret ballot is final"
        assert {one.number: one.text for one in heard} == written
    else:
        assert len(heard) > len(acknowledged), "many changed their minds"
        said = {(str(one.voter), one.text) for one in heard}
        assert said >= set(written.items())


@pytest.mark.parametrize("secrecy", [{}, SECRET], ids=["named", "secret"])
async def test_no_acknowledged_ballot_is_lost_in_kills_and_none_is_counted_twice(
    tmp_path: Path, secrecy: dict[str, Any]
) -> None:
    path = tmp_path / "votes.sqlite3"
    poll = await opened(path, VOTERS, **GENERAL, **secrecy)
    mind = random.Random(7)  # noqa: S311  a shuffle that can be repeated

    heard = [
        one
        for kill in range(KILLS)
        for one in await until_killed(path, poll, kill, mind.randint(1, 9))
    ]

    assert len(heard) >= KILLS
    async with open_database(path, NOON) as database:
        await Assembly(database).closes(poll)
    with reading(path) as stores:
        found, declared = stores.polls.get(poll), stores.outcomes.declared(poll)
        assert found
        assert declared
        voted, written = stores.ballots.voted(poll), stores.ballots.written(found)
        entries = [json.loads(e.payload) for e in stores.entries.all() if e.kind == "ballot"]
        assert verify(stores).holds
    assert voted >= {one.voter for one in heard}
    assert len(voted) == len(written) == declared.result.ballots
    if secrecy:
        assert len(heard) == len({one.voter for one in heard})
        assert written.items() >= {(one.number, one.text) for one in heard}
    else:
        recorded = {(entry["voter"], entry["ballot"]) for entry in entries}
        assert recorded >= {(one.voter, one.text) for one in heard}


async def until_killed(path: Path, poll: PollId, seed: int, lines: int) -> list[Heard]:
    """Let a process vote until it has said so much, kill it, and return all that it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.crowds", str(path), str(poll), str(seed), str(VOTERS)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    said = [await process.stdout.readline() for _ in range(lines)]
    process.kill()
    *rest, _torn = (await process.stdout.read()).split(b"\n")  # it may die within a line
    said += rest
    await process.wait()
    return [_heard(line.decode().split()) for line in said]


def _heard(words: list[str]) -> Heard:
    voter, text, number = words
    return Heard(VoterId(int(voter)), text, None if number == "None" else number)
