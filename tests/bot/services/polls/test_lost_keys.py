"""A secret poll whose key is gone is called off, and people are told; any other loses nothing."""

import shutil
from pathlib import Path

from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.refusals import BallotKeyLost, PollIsCancelled
from bot.services.polls.verification import verify
from storage.engine.backups import backup, restore
from storage.engine.database import open_database
from storage.polls.keys import PollKeys
from tests.councils import (
    AGAINST,
    CHAIR,
    COUNCIL,
    FOR,
    GENERAL,
    HOUR,
    NOON,
    SECRET,
    SECRETARY,
    Assembly,
)
from tests.databases import execute
from tests.halls import refused

LATER = NOON + HOUR
"""When the backup is put back, after all that was done."""


async def a_copy_of_open_polls(folder: Path, **plan: object) -> Path:
    """Open a secret poll and a named one, vote in both, and return a backup made then."""
    path, copy = folder / "votes.sqlite3", folder / "copy.sqlite3"
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers()
        secret, named = await assembly.opens(**SECRET, **plan), await assembly.opens()
        member, voter = (11, 1) if plan else (3, 3)
        await assembly.casts(member, secret, FOR, voter)
        await assembly.casts(3, named, FOR)
        assert (secret, named) == (1, 2)
    backup(path, copy, lambda _done, _total: None)
    return copy


def restored(copy: Path, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    restore(copy, path, LATER, lambda _done, _total: None)
    return path


async def test_a_restore_on_another_machine_calls_the_secret_poll_off_and_tells_everybody(
    tmp_path: Path,
) -> None:
    copy = await a_copy_of_open_polls(tmp_path, **GENERAL)
    async with open_database(restored(copy, tmp_path / "other" / "a.sqlite3"), LATER) as database:
        assembly = Assembly(database)
        assembly.clock.time = LATER
        with refused(BallotKeyLost):
            await assembly.casts(13, PollId(1), FOR, voter=2)

        assert await assembly.polls.close_due() == 0

        secret, named = await assembly.found(PollId(1)), await assembly.found(PollId(2))
        assert (secret.state, secret.has_lost_ballots) == (PollState.CANCELLED, True)
        assert named.state is PollState.OPEN
        voters = range(11, 17)
        told = await assembly.told("poll.cancelled")
        assert told == dict.fromkeys((CHAIR, SECRETARY, *map(MemberId, voters)), 1)
        with refused(PollIsCancelled):
            await assembly.casts(13, PollId(1), FOR, voter=2)
        assert (await database.read(verify)).holds
        assert await assembly.polls.close_due() == 0
        assert await assembly.told("poll.cancelled") == told, "once"


async def test_the_vote_can_be_held_again(tmp_path: Path) -> None:
    copy = await a_copy_of_open_polls(tmp_path)
    async with open_database(restored(copy, tmp_path / "other" / "a.sqlite3"), LATER) as database:
        assembly = Assembly(database)
        assembly.clock.time = LATER
        await assembly.polls.close_due()

        again = await assembly.polls.open(CHAIR, await assembly.polls.plan(CHAIR, PollId(1)))
        for member in COUNCIL:
            await assembly.casts(member, again, AGAINST)
        await assembly.closes(again)

        assert (await assembly.declared(again)).result.ballots == len(COUNCIL)
        assert (await database.read(verify)).holds


async def test_a_restore_beside_the_key_goes_on_with_every_ballot_of_the_backup(
    tmp_path: Path,
) -> None:
    copy = await a_copy_of_open_polls(tmp_path)
    async with open_database(restored(copy, tmp_path / "votes.sqlite3"), LATER) as database:
        assembly = Assembly(database)
        assembly.clock.time = LATER
        assert await assembly.polls.close_due() == 0
        await assembly.casts(4, PollId(1), AGAINST)
        await assembly.closes(PollId(1))

        assert sorted((await assembly.written(PollId(1))).values()) == [AGAINST, FOR]


async def test_an_open_poll_in_which_nobody_has_voted_needs_no_key_of_old(tmp_path: Path) -> None:
    path = tmp_path / "votes.sqlite3"
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers()
        poll = await assembly.opens(**SECRET)
        shutil.rmtree(PollKeys(path)._folder, ignore_errors=True)
        assert await assembly.polls.close_due() == 0
        await assembly.casts(3, poll, FOR)

        assert (await assembly.found(poll)).state is PollState.OPEN


async def test_a_key_that_is_gone_past_the_deadline_calls_the_poll_off_too(tmp_path: Path) -> None:
    path = tmp_path / "votes.sqlite3"
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers()
        poll = await assembly.opens(**SECRET)
        await assembly.casts(3, poll, FOR)
        PollKeys(path).destroy(poll)
        with refused(BallotKeyLost):
            await assembly.polls.close(CHAIR, poll, "Пора")

        await assembly.closes(poll)

        assert (await assembly.found(poll)).has_lost_ballots


async def test_a_poll_of_which_nobody_can_tell_the_key_is_called_off_too(tmp_path: Path) -> None:
    """Else it would neither close nor tell anybody why."""
    async with open_database(tmp_path / "votes.sqlite3", NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers()
        poll = await assembly.opens(**SECRET)
        await assembly.casts(3, poll, FOR)
        await execute(database, "DELETE FROM poll_keys")

        await assembly.polls.close_due()

        assert (await assembly.found(poll)).state is PollState.CANCELLED
        assert await assembly.told("poll.cancelled")
        assert (await database.read(verify)).holds
