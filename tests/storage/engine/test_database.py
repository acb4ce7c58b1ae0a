import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.notices import EventAnnounced
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from bot.domain.priorities import Priority
from bot.ports import StorageUnavailable
from sandbox.clock import SandboxClock
from sandbox.people import PATIENCE
from storage.engine.database import Database, connect, open_database
from storage.stores import Stores
from tests.alliance import a_plan
from tests.disks import no_file_grows_beyond

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def adding(name: str) -> Callable[[Stores], MemberId]:
    return lambda tx: tx.members.add(PersonDetails(name), None)


def names(tx: Stores) -> list[str]:
    return [member.name for member in tx.members.all()]


def failing(tx: Stores) -> None:
    tx.members.add(PersonDetails("Забытый"), None)
    raise LookupError("on second thoughts")


class Gate:
    """A transaction that holds its thread until it is told to go on."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.open = threading.Event()

    def __call__(self, tx: Stores) -> None:
        self.entered.set()
        assert self.open.wait(20)


async def held(database: Database) -> tuple[Gate, asyncio.Task[None]]:
    """Begin a write that holds the writer up."""
    gate = Gate()
    task = asyncio.create_task(database.write(gate))
    await asyncio.to_thread(gate.entered.wait, 20)
    return gate, task


# --- transactions -------------------------------------------------------------------------------


async def test_a_failing_transaction_is_undone_alone_while_its_group_commits(
    database: Database,
) -> None:
    gate, first = await held(database)
    group = [
        asyncio.create_task(database.write(work))
        for work in (adding("Анна"), failing, adding("Борис"))
    ]
    await asyncio.sleep(0)
    gate.open.set()

    anna, broken, boris = await asyncio.gather(*group, return_exceptions=True)
    await first

    assert isinstance(broken, LookupError)
    assert (anna, boris) == (1, 2)
    assert await database.read(names) == ["Анна", "Борис"]


async def test_a_refused_statement_leaves_nothing_of_its_transaction(database: Database) -> None:
    def add_twice(tx: Stores) -> None:
        tx.members.add(PersonDetails("Анна"), None)
        tx.members.add(PersonDetails("АННА"), None)

    with pytest.raises(sqlite3.IntegrityError):
        await database.write(add_twice)

    assert await database.read(names) == []


async def test_writes_are_done_in_the_order_of_their_arrival(database: Database) -> None:
    expected = [f"Участник {number:04}" for number in range(600)]  # more than one group

    await asyncio.gather(*(database.write(adding(name)) for name in expected))

    assert await database.read(names) == expected


async def test_many_writes_at_once_share_few_commits(database: Database) -> None:
    commits: list[str] = []
    connection = database._writer._connection

    def trace(statement: str) -> None:
        if statement == "COMMIT":
            commits.append(statement)

    await connection.run(lambda db: db.set_trace_callback(trace))

    await asyncio.gather(*(database.write(adding(f"Участник {n}")) for n in range(500)))
    await connection.run(lambda db: db.set_trace_callback(None))

    assert 1 <= len(commits) <= 5


async def test_a_lone_write_is_committed_at_once(database: Database, tmp_path: Path) -> None:
    await database.write(adding("Анна"))

    with closing(sqlite3.connect(tmp_path / "test.sqlite3")) as other:
        assert other.execute("SELECT name FROM members").fetchall() == [("Анна",)]


async def test_a_read_does_not_wait_for_a_write_and_sees_none_of_it(database: Database) -> None:
    await database.write(adding("Анна"))
    added = threading.Event()
    proceed = threading.Event()

    def slow(tx: Stores) -> None:
        tx.members.add(PersonDetails("Борис"), None)
        added.set()
        assert proceed.wait(20)

    write = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(added.wait, 20)
    try:
        seen = await asyncio.wait_for(database.read(names), 10)
    finally:
        proceed.set()
        await write

    assert seen == ["Анна"]
    assert await database.read(names) == ["Анна", "Борис"]


async def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(StorageUnavailable):
        await database.read(adding("Анна"))

    assert await database.read(names) == []


async def test_the_work_of_a_cancelled_caller_is_whole(database: Database) -> None:
    def add_two(tx: Stores) -> None:
        tx.members.add(PersonDetails("Анна"), None)
        tx.members.add(PersonDetails("Борис"), None)

    gate, first = await held(database)
    abandoned = asyncio.create_task(database.write(add_two))
    await asyncio.sleep(0)
    abandoned.cancel()
    gate.open.set()
    await first

    await database.write(adding("Вера"))

    assert abandoned.cancelled()
    assert await database.read(names) == ["Анна", "Борис", "Вера"]


async def test_closing_finishes_what_was_asked_for(tmp_path: Path) -> None:
    async with open_database(tmp_path / "test.sqlite3", NOW) as database:
        writes = [asyncio.create_task(database.write(adding(f"{n}"))) for n in range(300)]
        await asyncio.sleep(0)
    await asyncio.gather(*writes)

    async with open_database(tmp_path / "test.sqlite3", NOW) as database:
        assert len(await database.read(names)) == 300


async def test_listeners_hear_of_new_notices_only_once_they_are_durable(
    database: Database, tmp_path: Path
) -> None:
    seen: list[int] = []

    def count() -> None:
        with closing(sqlite3.connect(tmp_path / "test.sqlite3")) as other:
            seen.append(other.execute("SELECT count(*) FROM notices").fetchone()[0])

    def enqueue(tx: Stores) -> None:
        member = tx.members.add(PersonDetails("Анна"), None)
        notice = Notice("k", member, EventAnnounced(an_event(tx, member)), Priority.ANSWER, NOW)
        tx.outbox.add([notice], NOW)

    database.on_notices(count)
    await database.write(adding("Борис"))
    await database.write(enqueue)

    assert seen == [1]


def an_event(tx: Stores, member: MemberId) -> EventId:
    return tx.events.add(a_plan(SandboxClock()), member, NOW)


# --- durability ---------------------------------------------------------------------------------

WRITER = """
import asyncio, itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.domain.people.people import PersonDetails
from storage.engine.database import open_database

async def main(path, prefix):
    async with open_database(path, datetime.now(UTC)) as database:
        async def write(lane):
            for number in itertools.count():
                name = f"{prefix} {lane} {number}"
                def add(tx, name=name):
                    tx.members.add(PersonDetails(name), None)
                    tx.members.add(PersonDetails(name + " pair"), None)
                await database.write(add)
                sys.stdout.write(name + "\\n")
                sys.stdout.flush()
        await asyncio.gather(*(write(lane) for lane in range(8)))

asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
"""


def a_notice(key: str) -> Notice:
    return Notice(key, MemberId(1), EventAnnounced(EventId(1)), Priority.BROADCAST, NOW)


async def test_a_listener_that_breaks_holds_up_neither_the_others_nor_later_writes(
    database: Database,
) -> None:
    heard: list[str] = []

    def breaks() -> None:
        raise ZeroDivisionError

    database.on_notices(breaks)
    database.on_notices(lambda: heard.append("news"))
    await database.write(adding("Анна"))

    async with asyncio.timeout(PATIENCE):
        await database.write(lambda tx: tx.outbox.add([a_notice("one")], NOW))
        await database.write(lambda tx: tx.outbox.add([a_notice("two")], NOW))
        await database.write(adding("Борис"))

    assert heard == ["news", "news"]
    assert await database.read(names) == ["Анна", "Борис"]


async def test_an_error_that_no_future_takes_reaches_its_caller_and_holds_up_nobody(
    database: Database,
) -> None:
    nobody: list[MemberId] = []

    async with asyncio.timeout(PATIENCE):
        with pytest.raises(RuntimeError):
            await database.write(lambda _: next(iter(nobody)))
        await database.write(adding("Борис"))

    assert await database.read(names) == ["Борис"]


async def test_a_runner_that_is_ended_from_outside_takes_only_its_own_group_along(
    database: Database,
) -> None:
    gate, first = await held(database)
    waiting = asyncio.create_task(database.write(adding("Борис")))
    await asyncio.sleep(0)
    runner = database._writer._runner
    assert runner is not None
    runner.cancel()
    gate.open.set()

    async with asyncio.timeout(PATIENCE):
        with pytest.raises(RuntimeError):
            await first
        await waiting
        await database.write(adding("Вера"))

    assert await database.read(names) == ["Борис", "Вера"]


def test_every_acknowledged_write_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    acknowledged: list[str] = []
    for round_, wanted in enumerate((1, 37, 400)):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), f"round{round_}"],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            acknowledged += [writer.stdout.readline() for _ in range(wanted)]
            writer.kill()
            acknowledged += writer.stdout.readlines()

    with closing(connect(path)) as db:
        kept = {row[0] for row in db.execute("SELECT name FROM members")}
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    complete = {line.removesuffix("\n") for line in acknowledged if line.endswith("\n")}
    assert len(complete) >= 438
    assert complete <= kept
    singles = {name for name in kept if not name.endswith(" pair")}
    assert kept - singles == {f"{name} pair" for name in singles}  # no transaction is half there


def test_a_commit_reaches_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    """FULL is 2: SQLite syncs the write-ahead log at each commit (NORMAL would not)."""
    with closing(connect(tmp_path / "test.sqlite3")) as db:
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_what_is_deleted_is_overwritten_and_nothing_is_spilled_beside_the_database(
    tmp_path: Path,
) -> None:
    with closing(connect(tmp_path / "test.sqlite3")) as db:
        assert db.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert db.execute("PRAGMA temp_store").fetchone() == (2,)


# --- a disk that refuses ------------------------------------------------------------------------


def adding_much(tx: Stores) -> None:
    for number in range(2000):
        tx.members.add(PersonDetails(f"Участник {number}", position="п" * 500), None)


async def test_a_failing_disk_writes_nothing_and_is_used_again_when_it_works(
    database: Database, tmp_path: Path
) -> None:
    await database.write(adding("Анна"))

    with no_file_grows_beyond((tmp_path / "test.sqlite3-wal").stat().st_size):
        with pytest.raises(StorageUnavailable):
            await database.write(adding_much)
        with pytest.raises(StorageUnavailable):
            await database.write(adding("Борис"))
        assert await database.read(names) == ["Анна"]

    await database.write(adding("Вера"))
    assert await database.read(names) == ["Анна", "Вера"]


async def test_all_of_a_group_hear_of_a_failing_disk(database: Database, tmp_path: Path) -> None:
    gate, first = await held(database)
    group = [
        asyncio.create_task(database.write(work))
        for work in (adding("Анна"), adding_much, adding("Борис"))
    ]
    await asyncio.sleep(0)
    with no_file_grows_beyond((tmp_path / "test.sqlite3-wal").stat().st_size):
        gate.open.set()
        outcomes = await asyncio.gather(*group, return_exceptions=True)
    await first

    assert [type(outcome) for outcome in outcomes] == [StorageUnavailable] * 3
    assert await database.read(names) == []


async def test_a_full_disk_fails_one_write_and_not_its_neighbours(database: Database) -> None:
    connection = database._writer._connection
    pages = (await connection.run(lambda db: db.execute("PRAGMA page_count").fetchone()))[0]
    await connection.run(lambda db: db.execute(f"PRAGMA max_page_count = {pages + 4}").fetchone())

    gate, first = await held(database)
    group = [
        asyncio.create_task(database.write(work))
        for work in (adding("Анна"), adding_much, adding("Борис"))
    ]
    await asyncio.sleep(0)
    gate.open.set()
    outcomes = await asyncio.gather(*group, return_exceptions=True)
    await first

    assert [type(outcome) for outcome in outcomes] == [int, StorageUnavailable, int]
    assert await database.read(names) == ["Анна", "Борис"]

    await connection.run(lambda db: db.execute("PRAGMA max_page_count = 100000").fetchone())
    await database.write(adding_much)


async def test_a_lock_held_elsewhere_is_named_and_passes(
    database: Database, tmp_path: Path
) -> None:
    await database._writer._connection.run(lambda db: db.execute("PRAGMA busy_timeout = 10"))
    with closing(sqlite3.connect(tmp_path / "test.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable, match="locked"):
            await database.write(adding("Анна"))
        assert await database.read(names) == []

    await database.write(adding("Борис"))
    assert await database.read(names) == ["Борис"]


async def test_damage_found_on_the_way_is_named(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "test.sqlite3"
    schema = path.stat().st_size
    await database.write(adding_much)
    await database.truncate_wal()  # all is in the file itself
    with path.open("r+b") as file:
        file.seek(schema)
        file.write(os.urandom(path.stat().st_size - schema - 4096))

    async with open_database(path, NOW) as fresh:
        with pytest.raises(StorageUnavailable):
            await fresh.read(names)
