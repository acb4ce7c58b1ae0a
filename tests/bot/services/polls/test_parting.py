"""Once a decision cannot be challenged any more, nothing joins numbers and secret ballots."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Convening, Signatory
from bot.domain.minutes.plans import MinutesPlan
from bot.domain.people.members import MemberId
from bot.domain.polls.findings import Mismatch
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import numbers_digest
from bot.services.minutes.minutes import PollMinutes
from bot.services.polls.numbers import BallotNumbers
from bot.services.polls.verification import Verdict, verify
from storage.engine.backups import backup, restore
from storage.engine.database import Database, open_database
from storage.engine.losses import VotesLost
from tests.councils import AGAINST, CHAIR, CLOSES, COUNCIL, DAY, FOR, NOON, SECRET, Assembly

OVER = CLOSES.replace(year=2027, month=6) + DAY
"""When the six months after the close are over."""
POLL = PollId(1)


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    """The council has voted in secret: six for, three against."""
    async with open_database(tmp_path / "votes.sqlite3", NOON) as database:
        yield await voted_in_secret(database)


async def voted_in_secret(database: Database) -> Assembly:
    assembly = Assembly(database)
    await assembly.gathers(0)
    poll = await assembly.opens(**SECRET)
    for member in COUNCIL:
        await assembly.casts(member, poll, AGAINST if member > 6 else FOR)
    await assembly.closes(poll)
    return assembly


def numbers_of(assembly: Assembly) -> BallotNumbers:
    return BallotNumbers(assembly.database, assembly.clock, assembly.rules)


async def parted(assembly: Assembly) -> int:
    return await numbers_of(assembly).part_due()


async def verdict(assembly: Assembly) -> Verdict:
    return await assembly.database.read(verify)


async def test_while_a_decision_can_be_challenged_number_and_ballot_stand_together(
    assembly: Assembly,
) -> None:
    assembly.clock.time = OVER - timedelta(seconds=1)

    assert await parted(assembly) == 0
    assert len(await assembly.written(POLL)) == len(COUNCIL)


async def test_after_that_the_numbers_are_known_and_the_count_but_not_which_belongs_to_which(
    assembly: Assembly,
) -> None:
    numbers = sorted(await assembly.written(POLL))
    declared = await assembly.declared(POLL)
    assembly.clock.time = OVER

    assert (await parted(assembly), await parted(assembly)) == (1, 0)

    found = await assembly.database.read(lambda tx: tx.secret_ballots.all(POLL))
    assert list(found.numbers) == numbers
    assert numbers_digest(POLL, found.numbers) == declared.seal.numbers
    assert found.ballots == ()
    assert found.parted
    assert found.parted.written == (AGAINST,) * 3 + (FOR,) * 6
    assert await assembly.ballots.check_number(MemberId(3), POLL, numbers[0])
    assert await assembly.ballots.numbers(MemberId(3), POLL) == tuple(numbers)
    assert (await assembly.declared(POLL)) == declared
    assert (await verdict(assembly)).holds


async def test_neither_the_file_nor_its_log_holds_a_nonce_or_the_salt_any_more(
    assembly: Assembly, tmp_path: Path
) -> None:
    rows = await assembly.rows("SELECT nonce FROM secret_ballots UNION SELECT salt FROM results")
    secrets = [str(value).encode() for (value,) in rows]
    assert await assembly.database.truncate_wal()
    path = tmp_path / "votes.sqlite3"
    assert all(secret in path.read_bytes() for secret in secrets)
    assembly.clock.time = OVER

    await parted(assembly)
    assert await assembly.database.truncate_wal()

    content = path.read_bytes()
    assert len(secrets) == len(COUNCIL) + 1
    assert not any(secret in content for secret in secrets)


async def test_the_term_begins_with_the_minutes_that_were_issued_last(assembly: Assembly) -> None:
    who = Signatory("Анна Орлова", "председатель")
    plan = MinutesPlan(
        polls=(POLL,),
        place="Екатеринбург",
        starts_at=NOON,
        ends_at=NOON + 3 * DAY,
        drawn_up_at=CLOSES + 10 * DAY,
        chair=who,
        secretary=who,
        counted_by=(who,),
        authorities={"": "протокол № 3"},
        convening=Convening("Анна Орлова, председатель", NOON.date(), "не направлялись"),
    )
    assembly.clock.time = CLOSES + 10 * DAY
    service = PollMinutes(assembly.database, assembly.clock, assembly.rules)
    await service.issue(
        CHAIR, plan, await service.draft(CHAIR, plan, "bot"), IssuedFiles(b"DOCX", b"PDF")
    )

    assembly.clock.time = OVER
    assert await parted(assembly) == 0
    assembly.clock.time = OVER + 10 * DAY
    assert await parted(assembly) == 1
    assert (await verdict(assembly)).holds


async def test_with_a_clock_that_was_put_back_nothing_is_parted(assembly: Assembly) -> None:
    assembly.clock.time = OVER + DAY
    await assembly.opens(closes_at=OVER + 2 * DAY)
    assembly.clock.time = OVER

    assert await parted(assembly) == 0
    assert len(await assembly.written(POLL)) == len(COUNCIL)


@pytest.mark.parametrize(
    ("sql", "mismatch"),
    [
        ("UPDATE ballot_counts SET count = 5 WHERE ballot = 'for'", Mismatch.COUNT),
        ("UPDATE ballot_numbers SET number = lower(number)", Mismatch.SEAL),
        ("DELETE FROM ballot_numbers", Mismatch.BALLOTS),
        ("DELETE FROM ballot_counts", Mismatch.COUNT),
    ],
)
async def test_what_is_left_cannot_be_changed_unseen(
    assembly: Assembly, tmp_path: Path, sql: str, mismatch: Mismatch
) -> None:
    assembly.clock.time = OVER
    await parted(assembly)
    with closing(sqlite3.connect(tmp_path / "votes.sqlite3")) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'ballot_%'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute(sql)
        db.commit()

    assert mismatch in {one.mismatch for one in (await verdict(assembly)).findings}


async def test_numbers_and_ballots_parted_before_the_time_show(assembly: Assembly) -> None:
    await assembly.database.write(lambda tx: tx.secret_ballots.part(POLL))
    assert {one.mismatch for one in (await verdict(assembly)).findings} == {Mismatch.SEAL}


async def test_the_schema_parts_nothing_but_whole_polls_that_are_closed(assembly: Assembly) -> None:
    for sql in (
        "DELETE FROM secret_ballots",
        "UPDATE results SET salt = printf('%064d', 0)",
        "INSERT INTO ballot_counts VALUES (1, 'for', 5)",
        "INSERT INTO ballot_numbers VALUES (1, printf('%032d', 5))",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            await assembly.database.write(lambda tx: tx.polls._db.execute(sql))  # noqa: B023


async def test_a_backup_made_before_the_parting_is_restored_without_force_and_parted_at_once(
    tmp_path: Path,
) -> None:
    """Nothing is lost: what the parting did is done again, before the backup is in place."""
    path, copy = tmp_path / "votes.sqlite3", tmp_path / "copy.sqlite3"
    async with open_database(path, NOON) as database:
        assembly = await voted_in_secret(database)
        backup(path, copy, lambda _done, _total: None)
        assembly.clock.time = OVER
        assert await parted(assembly) == 1
        before = await database.read(lambda tx: tx.secret_ballots.all(POLL))

    restore(copy, path, OVER + DAY, lambda _done, _total: None)

    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM secret_ballots").fetchone() == (0,)
    async with open_database(path, OVER + DAY) as database:
        assert await database.read(lambda tx: tx.secret_ballots.all(POLL)) == before
        assert (await database.read(verify)).holds


async def test_a_backup_that_lacks_a_ballot_besides_the_parting_needs_force(tmp_path: Path) -> None:
    path, copy = tmp_path / "votes.sqlite3", tmp_path / "copy.sqlite3"
    async with open_database(path, NOON) as database:
        assembly = await voted_in_secret(database)
        other = await assembly.opens(closes_at=CLOSES + 30 * DAY)
        backup(path, copy, lambda _done, _total: None)
        await assembly.casts(3, other)
        assembly.clock.time = OVER
        assert await parted(assembly) == 1

    with pytest.raises(VotesLost):
        restore(copy, path, OVER + DAY, lambda _done, _total: None)
