"""A secret ballot cannot be changed once its number is told, while the poll is open either."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.people.members import MemberId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import NotAgainst
from bot.domain.polls.secret_ballots import SecretBallot
from bot.domain.polls.voters import VoterId
from bot.services.polls.verification import Verdict, verify
from storage.engine.backups import backup
from storage.engine.database import open_database
from storage.engine.reading import reading
from storage.polls.keys import PollKey, PollKeys
from storage.polls.secret_ballots import SqliteSecretBallotStore, _read
from storage.stores import Stores
from tests.councils import AGAINST, FOR, NOON, SECRET, Assembly
from tests.halls import refused

POLL = PollId(1)
Change = Callable[[PollKey, SecretBallot], SecretBallot]


async def an_open_poll(path: Path) -> None:
    """Four of the council have voted in secret: for, for, for, against."""
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers(0)
        poll = await assembly.opens(**SECRET)
        for member, choice in enumerate((FOR, FOR, FOR, AGAINST), 1):
            await assembly.casts(member, poll, choice)


def verified(path: Path) -> Verdict:
    with reading(path) as stores:
        return verify(stores)


def rewrite(path: Path, change: Change) -> None:
    """Do what the operator of the server could: open one ballot, change it, encrypt it again."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        key = PollKeys(path).read(POLL)
        poll = Stores(db).polls.get(POLL)
        assert key
        assert poll
        rows = db.execute("SELECT content FROM encrypted_ballots").fetchall()
        (content, ballot) = next(
            (content, one) for (content,) in rows if (one := _read(key, content)).written == AGAINST
        )
        db.execute("DELETE FROM encrypted_ballots WHERE content = ?", (content,))
        SqliteSecretBallotStore(db).encrypt(poll, [change(key, ballot)])


def another_ballot(_key: PollKey, one: SecretBallot) -> SecretBallot:
    return SecretBallot(one.number, FOR, one.nonce)


def another_nonce(key: PollKey, one: SecretBallot) -> SecretBallot:
    return SecretBallot(one.number, FOR, key.nonce(VoterId(77)))


def no_nonce(_key: PollKey, one: SecretBallot) -> SecretBallot:
    return SecretBallot(one.number, FOR)


@pytest.mark.parametrize("change", [another_ballot, another_nonce, no_nonce])
async def test_a_ballot_rewritten_while_the_poll_is_open_does_not_go_with_its_number(
    tmp_path: Path, change: Change
) -> None:
    path = tmp_path / "votes.sqlite3"
    await an_open_poll(path)
    assert verified(path).holds

    rewrite(path, change)

    assert {one.mismatch for one in verified(path).findings} == {Mismatch.NUMBERS}


async def test_an_open_poll_is_verified_where_its_key_is_and_counted_elsewhere(
    tmp_path: Path,
) -> None:
    path, copy = tmp_path / "votes.sqlite3", tmp_path / "copy.sqlite3"
    await an_open_poll(path)
    backup(path, copy, lambda _done, _total: None)

    assert (verified(path).holds, verified(path).encrypted) == (True, ())
    assert (verified(copy).holds, verified(copy).encrypted) == (True, (POLL,))
    with closing(sqlite3.connect(copy)) as db:
        rows = db.execute("SELECT content FROM encrypted_ballots").fetchall()
        db.execute("DELETE FROM encrypted_ballots WHERE content = ?", rows[0])
        db.commit()
    assert {one.mismatch for one in verified(copy).findings} == {Mismatch.BALLOTS}


async def test_the_same_ballot_of_two_voters_has_two_numbers(tmp_path: Path) -> None:
    path = tmp_path / "votes.sqlite3"
    await an_open_poll(path)
    with reading(path) as stores:
        assert len(stores.secret_ballots.all(POLL).by_number) == 4


async def test_a_poll_called_off_keeps_its_ballots_unread_and_its_record_holds(
    tmp_path: Path,
) -> None:
    path = tmp_path / "votes.sqlite3"
    await an_open_poll(path)
    async with open_database(path, NOON) as database:
        assembly = Assembly(database)
        await assembly.polls.cancel(MemberId(1), POLL, "Ошибка в вопросе")
        await database.truncate_wal()

    assert PollKeys(path).polls() == []
    assert (verified(path).holds, verified(path).encrypted) == (True, (POLL,))


async def test_before_the_close_nobody_learns_from_a_refusal_what_the_ballots_say(
    tmp_path: Path,
) -> None:
    """That nobody was against is known after the close; until then a voter's word is taken."""
    async with open_database(tmp_path / "votes.sqlite3", NOON) as database:
        assembly = Assembly(database)
        await assembly.gathers(0)
        poll = await assembly.opens(**SECRET)
        for member in range(1, 7):
            await assembly.casts(member, poll, FOR)

        await assembly.ballots.state(MemberId(3), poll, VoterId(3))
        await assembly.closes(poll)

        with refused(NotAgainst):
            await assembly.ballots.state(MemberId(4), poll, VoterId(4))
