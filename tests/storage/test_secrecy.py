"""Nothing on the disk tells in which order the ballots of a secret poll were cast."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import ElectionBallot
from bot.domain.polls.declared import Declared
from bot.domain.polls.electorates import Representative, Voter, VoterId
from bot.domain.polls.plans import CandidateId, Secrecy
from bot.domain.polls.polls import PollId, PollState
from bot.domain.polls.records import Record, RecordKind
from bot.domain.polls.seals import Seal, new_number
from storage.engine import traces
from storage.engine.database import Database, connect, open_database
from storage.stores import Stores
from tests.polling import NOW, an_election, count

VOTERS = range(1, 61)
PEOPLE = [CandidateId(n) for n in range(1, 8)]
SECRETS = random.Random(7)  # noqa: S311  the same ballots each time
BALLOTS = {
    poll: [
        (
            new_number(),
            ElectionBallot(frozenset(map(CandidateId, SECRETS.sample(range(1, 8), n % 5 + 1)))),
        )
        for n in VOTERS
    ]
    for poll in (1, 2, 3)
}
Cast = tuple[PollId, VoterId, int]


def opened(tx: Stores) -> None:
    """Three secret polls of sixty voters are open."""
    chair = tx.members.add(PersonDetails("Анна"), None)
    voters = [Voter(VoterId(n), f"Фонд {n}", (Representative(chair, "Анна"),)) for n in VOTERS]
    for _ in BALLOTS:
        poll = tx.polls.add(an_election(secrecy=Secrecy.SECRET), chair, NOW)
        tx.electorates.add(poll.id, voters)
        tx.polls.save(poll.opened(tx.electorates.of_poll(poll.id), NOW))


def in_some_order(seed: int, *polls: int) -> list[Cast]:
    """The same ballots of the same voters, each time in another order and by other hands."""
    order = random.Random(seed)  # noqa: S311  no secret
    casts = []
    for poll in polls or BALLOTS:
        voters, ballots = list(VOTERS), list(range(len(VOTERS)))
        order.shuffle(voters)
        order.shuffle(ballots)
        casts += [(PollId(poll), VoterId(v), b) for v, b in zip(voters, ballots, strict=True)]
    order.shuffle(casts)
    return casts


def closed(tx: Stores) -> None:
    """The second poll is over."""
    poll = tx.polls.get(PollId(2))
    assert poll is not None
    tx.polls.save(poll.closed_by_hand("Все собрались", NOW))
    head = tx.entries.add(Record(RecordKind.CLOSED, {"poll": poll.id}))
    result = count(poll, [ballot for _, ballot in BALLOTS[2]], len(VOTERS))
    tx.outcomes.declare(poll.id, Declared(result, Seal("a" * 64, "b" * 64), head), "c" * 64)


async def cast(database: Database, casts: Sequence[Cast]) -> None:
    for poll, voter, which in casts:
        number, ballot = BALLOTS[poll][which]
        await database.write(lambda tx: tx.ballots.cast_secretly(poll, voter, number, ballot))  # noqa: B023  awaited at once


async def voted(folder: Path, seed: int, *, one_is_closed: bool) -> bytes:
    """Return the file of a database in which all have voted, in an order by the seed."""
    path = folder / f"{seed}.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(seed, 2, 3))
        if one_is_closed:
            await database.write(closed)
        await cast(database, in_some_order(seed, 1))
        assert await database.truncate_wal()
        assert log_of(path) == 0
    return path.read_bytes()


def log_of(path: Path) -> int:
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


@pytest.mark.parametrize("one_is_closed", [False, True])
async def test_the_file_is_the_same_byte_for_byte_in_whatever_order_people_voted(
    tmp_path: Path, one_is_closed: bool
) -> None:
    files = [await voted(tmp_path, seed, one_is_closed=one_is_closed) for seed in (1, 2, 3)]
    one, other, third = files

    assert one == other == third


async def test_the_ballots_are_written_anew_once_after_the_close_though_the_bot_was_down(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1, 2))
        await database.truncate_wal()
        await database.write(closed)
        with closing(connect(path)) as db:
            assert db.execute("SELECT count(*) FROM poll_traces").fetchone() == (1,)
            before = db.execute("PRAGMA schema_version").fetchone()
            database._traces = False  # as after a crash: nobody wipes at the end
    async with open_database(path, NOW) as database:
        assert await database.truncate_wal()
        with closing(connect(path)) as db:
            assert db.execute("SELECT count(*) FROM poll_traces").fetchone() == (0,)
            assert db.execute("PRAGMA schema_version").fetchone() > before


@pytest.mark.parametrize("ballots", [3, 180], ids=["one page", "many pages"])
async def test_what_a_page_still_held_of_a_former_ballot_is_gone_after_the_close(
    tmp_path: Path, ballots: int
) -> None:
    path, remains = tmp_path / "test.sqlite3", b"REMAINS-OF-ONE-BALLOT".ljust(32, b"-")
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1)[:ballots])
        with closing(connect(path)) as db:
            db.execute("PRAGMA secure_delete = OFF")
            ballot = {"number": remains.decode()}
            db.execute("INSERT INTO secret_ballots VALUES (2, :number, '1')", ballot)
            db.execute("DELETE FROM secret_ballots WHERE number = :number", ballot)
        await database.truncate_wal()
        assert remains in path.read_bytes()

        await database.write(closed)
        assert await database.truncate_wal()
        assert remains not in path.read_bytes()


async def test_to_write_the_ballots_anew_changes_neither_them_nor_what_guards_them(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
        await database.write(closed)
        with closing(connect(path)) as db:
            before = kept(db)
            assert await database.truncate_wal()
            assert kept(db) == before
            with pytest.raises(sqlite3.IntegrityError):
                db.execute("DELETE FROM roll WHERE poll_id = 2")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            await database.write(
                lambda tx: tx.ballots.cast_secretly(PollId(1), VoterId(99), *BALLOTS[2][0])
            )


async def test_a_disk_that_refuses_leaves_ballots_and_guards_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
        await database.write(closed)
        with closing(connect(path)) as db:
            before = kept(db)
            monkeypatch.setattr(traces, "SECRET", ("roll", "no_such_table"))
            with pytest.raises(sqlite3.OperationalError):
                await database.truncate_wal()
            assert kept(db) == before
        monkeypatch.undo()

        assert await database.truncate_wal()


def kept(db: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """Return ballots, roll, and all that guards them."""
    return [
        sorted(db.execute(query).fetchall())
        for query in (
            "SELECT * FROM roll",
            "SELECT * FROM secret_ballots",
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
        )
    ]


async def test_the_log_is_emptied_soon_after_a_secret_ballot(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        assert await database.truncate_wal()
        await cast(database, in_some_order(1)[:3])
        assert log_of(path) > 0

        assert await database.truncate_wal()
        assert log_of(path) == 0


async def test_a_reader_that_holds_the_log_up_is_waited_for_at_the_next_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1)[:3])
        with closing(connect(path)) as backup:
            backup.execute("BEGIN")
            backup.execute("SELECT count(*) FROM roll").fetchone()
            assert not await database.truncate_wal()
            assert not await database.truncate_wal()

        assert await database.truncate_wal()
        assert log_of(path) == 0


async def test_the_log_is_let_be_when_no_secret_ballot_was_cast(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.truncate_wal()
        await database.write(opened)
        assert await database.truncate_wal()

        assert log_of(path) > 0


async def test_the_roll_and_the_ballots_have_nothing_in_common_but_the_poll(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
    with closing(sqlite3.connect(path)) as db:
        columns = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            for table in ("roll", "secret_ballots")
        }
        assert columns == {
            "roll": {"poll_id", "voter_id"},
            "secret_ballots": {"poll_id", "number", "ballot"},
        }
        for table in columns:
            with pytest.raises(sqlite3.OperationalError, match="no such column"):
                db.execute(f"SELECT rowid FROM {table}")  # noqa: S608  two names
        assert db.execute("SELECT count(*) FROM ballots").fetchone() == (0,)


async def test_a_voter_is_on_the_roll_once(tmp_path: Path) -> None:
    async with open_database(tmp_path / "test.sqlite3", NOW) as database:
        await database.write(opened)
        (first, second), voter = BALLOTS[1][:2], VoterId(7)
        await database.write(lambda tx: tx.ballots.cast_secretly(PollId(1), voter, *first))
        with pytest.raises(sqlite3.IntegrityError):
            await database.write(lambda tx: tx.ballots.cast_secretly(PollId(1), voter, *second))

        poll = await database.read(lambda tx: tx.polls.get(PollId(1)))
        assert poll is not None
        assert poll.state is PollState.OPEN
        assert await database.read(lambda tx: tx.ballots.written(poll)) == {first[0]: str(first[1])}
        assert await database.read(lambda tx: tx.ballots.voted(PollId(1))) == {voter}
