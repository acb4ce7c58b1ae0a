"""Nothing on the disk tells how anybody voted in a secret poll, or in which order."""

import random
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.people.people import PersonDetails
from bot.domain.polls.ballots import ElectionBallot
from bot.domain.polls.declared import Declared
from bot.domain.polls.plans import CandidateId, Secrecy
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.records import Record, RecordKind
from bot.domain.polls.refusals import BallotKeyLost
from bot.domain.polls.seals import Seal, ballot_number
from bot.domain.polls.voters import Representative, Voter, VoterId
from storage.engine import traces
from storage.engine.backups import backup
from storage.engine.database import Database, connect, open_database
from storage.engine.reading import reading
from storage.polls.keys import PollKeys
from storage.stores import Stores
from tests.polling import NOW, an_election, count

VOTERS = range(1, 61)
SECRETS = random.Random(7)  # noqa: S311  the same ballots each time
BALLOTS = {
    poll: [
        ElectionBallot(frozenset(map(CandidateId, SECRETS.sample(range(1, 8), n % 5 + 1))))
        for n in VOTERS
    ]
    for poll in (1, 2, 3)
}
"""What each voter says in each poll."""
Cast = tuple[PollId, VoterId]


def opened(tx: Stores) -> None:
    """Three secret polls of sixty voters are open."""
    chair = tx.members.add(PersonDetails("Анна"), None)
    voters = [Voter(VoterId(n), f"Фонд {n}", (Representative(chair, "Анна"),)) for n in VOTERS]
    for _ in BALLOTS:
        poll = tx.polls.add(an_election(secrecy=Secrecy.SECRET), chair, NOW)
        tx.electorates.add(poll.id, voters)
        tx.polls.save(poll.opened(tx.electorates.of_poll(poll.id), NOW))


def in_some_order(seed: int, *polls: int) -> list[Cast]:
    order = random.Random(seed)  # noqa: S311  no secret
    casts = [(PollId(poll), VoterId(voter)) for poll in polls or BALLOTS for voter in VOTERS]
    order.shuffle(casts)
    return casts


def poll_of(tx: Stores, poll: int) -> Poll:
    found = tx.polls.get(PollId(poll))
    assert found is not None
    return found


def closed(tx: Stores) -> None:
    """The second poll is over."""
    poll = poll_of(tx, 2)
    tx.secret_ballots.publish(poll.id)
    tx.polls.save(poll.closed_by_hand("Все собрались", NOW))
    head = tx.entries.add(Record(RecordKind.CLOSED, {"poll": poll.id}))
    result = count(poll, BALLOTS[2], len(VOTERS))
    tx.outcomes.declare(poll.id, Declared(result, Seal("a" * 64, "b" * 64), head), "c" * 64)


async def cast(database: Database, casts: Sequence[Cast]) -> Mapping[Cast, str]:
    """Cast these voters' ballots; return the number of each."""
    numbers = {}
    for poll, voter in casts:
        ballot = BALLOTS[poll][voter - 1]
        numbers[poll, voter] = await database.write(
            lambda tx: tx.secret_ballots.cast(poll_of(tx, poll), voter, ballot)  # noqa: B023  awaited at once
        )
    return numbers


def log_of(path: Path) -> int:
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def copies_of(path: Path) -> bytes:
    """Return all that `cp` of the database and its log would copy."""
    files = [path, path.with_name(path.name + "-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists())


# --- while a poll is open -------------------------------------------------------------------------


async def test_copies_made_after_every_ballot_of_an_open_poll_tell_no_ballot_and_no_number(
    tmp_path: Path,
) -> None:
    path, copies = tmp_path / "test.sqlite3", []
    casts = in_some_order(1, 1)[:9]
    async with open_database(path, NOW) as database:
        await database.write(opened)
        numbers: list[str] = []
        for one in casts:
            numbers += (await cast(database, [one])).values()
            copies.append(copies_of(path))
        backup(path, tmp_path / "backup.sqlite3", lambda _done, _total: None)
        found = await database.read(lambda tx: tx.secret_ballots.all(PollId(1)))

    assert sorted(numbers) == list(found.numbers)
    copies.append((tmp_path / "backup.sqlite3").read_bytes())
    for secret in (one for ballot in found.ballots for one in (ballot.number, ballot.nonce)):
        assert not any(secret.encode() in copy for copy in copies)
        assert not any(bytes.fromhex(secret) in copy for copy in copies if "-" not in secret)
    with reading(tmp_path / "backup.sqlite3") as stores:
        assert stores.secret_ballots.all(PollId(1)).unreadable == len(casts)
        with pytest.raises(BallotKeyLost):
            stores.ballots.written(poll_of(stores, 1))


async def test_every_ballot_of_an_open_poll_is_encrypted_to_one_length(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
    with closing(sqlite3.connect(path)) as db:
        lengths = db.execute("SELECT DISTINCT length(content) FROM encrypted_ballots").fetchall()

    assert len({len(str(ballot)) for ballot in BALLOTS[1]}) > 1
    assert len(lengths) == 1


async def test_what_two_copies_link_to_a_voter_is_in_no_later_copy(tmp_path: Path) -> None:
    """Between two copies one person votes: the row that came is theirs, and is worth nothing."""
    path = tmp_path / "test.sqlite3"
    linked = {}
    async with open_database(path, NOW) as database:
        await database.write(opened)
        before: set[bytes] = set()
        for one in in_some_order(1, 2):
            await cast(database, [one])
            with closing(sqlite3.connect(path)) as db:
                rows = {row for (row,) in db.execute("SELECT content FROM encrypted_ballots")}
            (linked[one],) = rows - before
            before = rows
        await database.write(closed)
        assert await database.truncate_wal()
    with closing(sqlite3.connect(path)) as db:
        kept = db.execute("SELECT number, nonce FROM secret_ballots").fetchall()

    assert len(kept) == len(linked) == len(VOTERS)
    assert not PollKeys(path).polls(), "nothing opens what was linked"
    assert not any(row in copies_of(path) for row in linked.values())
    values = [value.encode() for line in kept for value in line]
    assert not any(value in row for row in linked.values() for value in values)


async def test_the_key_is_in_a_file_of_its_own_for_the_owner_only_and_in_no_backup(
    tmp_path: Path,
) -> None:
    path, copy = tmp_path / "test.sqlite3", tmp_path / "copies" / "test.sqlite3"
    copy.parent.mkdir()
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1)[:3])
        backup(path, copy, lambda _done, _total: None)
    key = tmp_path / "test.sqlite3.keys" / "1.key"

    assert key.stat().st_mode & 0o077 == 0
    assert key.parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    for content in (copies_of(path), copy.read_bytes()):
        assert key.read_bytes() not in content
        assert bytes.fromhex(key.read_text()) not in content


@pytest.mark.parametrize("over", ["closed", "cancelled"])
async def test_the_key_is_destroyed_once_the_poll_is_over_though_the_bot_was_down(
    tmp_path: Path, over: str
) -> None:
    path = tmp_path / "test.sqlite3"

    def called_off(tx: Stores) -> None:
        tx.polls.save(poll_of(tx, 2).cancelled("Ошибка", NOW))

    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
        shutil.copytree(PollKeys(path)._folder, tmp_path / "as-before-a-crash")
        await database.write(closed if over == "closed" else called_off)
    shutil.copytree(tmp_path / "as-before-a-crash", PollKeys(path)._folder, dirs_exist_ok=True)
    assert PollKeys(path).polls() == [1, 2, 3]

    async with open_database(path, NOW) as database:
        await database.truncate_wal()
        assert PollKeys(path).polls() == [1, 3]
        assert not await database.read(lambda tx: tx.secret_ballots.without_key())


async def test_a_key_is_overwritten_before_it_is_deleted(tmp_path: Path) -> None:
    keys = PollKeys(tmp_path / "test.sqlite3")
    keys.make(PollId(1))
    file = tmp_path / "test.sqlite3.keys" / "1.key"
    (tmp_path / "link").hardlink_to(file)

    keys.destroy(PollId(1))
    keys.destroy(PollId(1))

    assert not file.exists()
    assert set((tmp_path / "link").read_text()) == {"0"}


@pytest.mark.parametrize("spoilt", ["", "no key", "ab" * 31, "ab" * 32, None])
async def test_ballots_whose_key_is_gone_or_another_are_not_taken_for_others(
    tmp_path: Path, spoilt: str | None
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        (first, *later) = in_some_order(1, 2)
        await cast(database, [first])
        file = tmp_path / "test.sqlite3.keys" / "2.key"
        file.unlink() if spoilt is None else file.write_text(spoilt)

        assert await database.read(lambda tx: tx.secret_ballots.without_key()) == [PollId(2)]
        with pytest.raises(BallotKeyLost):
            await cast(database, later[:1])
        with pytest.raises(BallotKeyLost):
            await database.write(closed)
        assert await database.read(lambda tx: tx.ballots.voted(PollId(2))) == {first[1]}


async def test_a_ballot_changed_under_its_encryption_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1, 1, 2)[:9])
        with closing(connect(path)) as db:
            sql = "UPDATE encrypted_ballots SET poll_id = 3 - poll_id"
            db.execute("DROP TRIGGER encrypted_ballots_are_never_changed")
            db.execute(sql)

        with pytest.raises(ValueError, match="changed"):
            await database.write(closed)


async def test_a_restart_loses_no_ballot_and_their_numbers_can_be_told_again(
    tmp_path: Path,
) -> None:
    path, casts = tmp_path / "test.sqlite3", in_some_order(1, 1)
    async with open_database(path, NOW) as database:
        await database.write(opened)
        numbers = dict(await cast(database, casts[:30]))
    async with open_database(path, NOW) as database:
        numbers |= await cast(database, casts[30:])
        for (poll, voter), number in numbers.items():
            told = await database.read(lambda tx: tx.secret_ballots.number_of(poll, voter))  # noqa: B023  awaited at once
            assert told == number
        written = await database.read(lambda tx: tx.ballots.written(poll_of(tx, 1)))

    assert written == {
        number: str(BALLOTS[poll][voter - 1]) for (poll, voter), number in numbers.items()
    }


# --- after the close ------------------------------------------------------------------------------


async def test_each_number_is_made_of_its_ballot_and_told_no_more_once_the_key_is_gone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        numbers = await cast(database, in_some_order(1, 2))
        await database.write(closed)
        await database.truncate_wal()
        found = await database.read(lambda tx: tx.secret_ballots.all(PollId(2)))
        told = await database.read(lambda tx: tx.secret_ballots.number_of(PollId(2), VoterId(1)))

    assert found.by_number == {
        number: str(BALLOTS[poll][voter - 1]) for (poll, voter), number in numbers.items()
    }
    for one in found.ballots:
        assert one.number == ballot_number(PollId(2), one.written, one.nonce)
    assert told is None


async def test_the_file_is_the_same_byte_for_byte_in_whatever_order_people_voted(
    tmp_path: Path,
) -> None:
    """With one key the numbers are the same, so only the order could make a difference."""
    PollKeys(tmp_path / "key").make(PollId(2))
    files = []
    for seed in (1, 2, 3):
        path = tmp_path / f"{seed}.sqlite3"
        shutil.copytree(tmp_path / "key.keys", tmp_path / f"{seed}.sqlite3.keys")
        async with open_database(path, NOW) as database:
            await database.write(opened)
            await cast(database, in_some_order(seed, 2))
            await database.write(closed)
            assert await database.truncate_wal()
            assert log_of(path) == 0
        files.append(path.read_bytes())

    assert files[0] == files[1] == files[2]


async def test_the_ballots_are_rewritten_once_after_the_close_though_the_bot_was_down(
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
            db.execute("INSERT INTO secret_ballots VALUES (2, :number, '1', NULL)", ballot)
            db.execute("DELETE FROM secret_ballots WHERE number = :number", ballot)
        await database.truncate_wal()
        assert remains in path.read_bytes()

        await database.write(closed)
        assert await database.truncate_wal()
        assert remains not in path.read_bytes()


async def test_to_write_the_ballots_again_changes_neither_them_nor_what_guards_them(
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
                lambda tx: tx.secret_ballots.cast(poll_of(tx, 1), VoterId(99), BALLOTS[2][0])
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


async def test_the_log_is_emptied_soon_after_the_close_of_a_secret_poll(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        assert await database.truncate_wal()
        await cast(database, in_some_order(1))
        await database.write(closed)
        assert log_of(path) > 0

        assert await database.truncate_wal()
        assert log_of(path) == 0


async def test_a_reader_that_holds_the_log_up_is_waited_for_at_the_next_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
        await database.write(closed)
        with closing(connect(path)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM roll").fetchone()
            assert not await database.truncate_wal()
            assert not await database.truncate_wal()

        assert await database.truncate_wal()
        assert log_of(path) == 0


async def test_the_log_is_let_be_while_secret_polls_are_open(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.truncate_wal()
        await database.write(opened)
        await cast(database, in_some_order(1)[:3])
        assert await database.truncate_wal()

        assert log_of(path) > 0


async def test_the_roll_and_the_ballots_have_nothing_in_common_but_the_poll(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    async with open_database(path, NOW) as database:
        await database.write(opened)
        await cast(database, in_some_order(1))
    with closing(sqlite3.connect(path)) as db:
        columns = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            for table in ("roll", "secret_ballots", "encrypted_ballots")
        }
        assert columns == {
            "roll": {"poll_id", "voter_id"},
            "secret_ballots": {"poll_id", "number", "ballot", "nonce"},
            "encrypted_ballots": {"poll_id", "content"},
        }
        for table in columns:
            with pytest.raises(sqlite3.OperationalError, match="no such column"):
                db.execute(f"SELECT rowid FROM {table}")  # noqa: S608  two names
        assert db.execute("SELECT count(*) FROM ballots").fetchone() == (0,)


async def test_a_voter_is_on_the_roll_once(tmp_path: Path) -> None:
    async with open_database(tmp_path / "test.sqlite3", NOW) as database:
        await database.write(opened)
        one = (PollId(1), VoterId(7))
        numbers = await cast(database, [one])
        with pytest.raises(sqlite3.IntegrityError):
            await cast(database, [one])

        poll = await database.read(lambda tx: tx.polls.get(PollId(1)))
        assert poll is not None
        assert poll.state is PollState.OPEN
        written = await database.read(lambda tx: tx.ballots.written(poll))
        assert written == {numbers[one]: str(BALLOTS[1][6])}
        assert await database.read(lambda tx: tx.ballots.voted(PollId(1))) == {VoterId(7)}
