"""Meetings of the last release, which kept no list of those present, go on and verify now."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.polls import records
from bot.domain.polls.ballots import Choice, MotionBallot, Named
from bot.domain.polls.declared import Declared
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.plans import Mode
from bot.domain.polls.polls import Closing, Poll, PollId, PollState
from bot.domain.polls.presences import Presence
from bot.domain.polls.seals import sealed
from bot.domain.polls.tallies import Outcome, tally
from bot.domain.polls.voters import Representative, Voter, VoterId
from bot.services.polls.verification import verify
from storage.engine.database import connect, open_database
from storage.engine.migrate import known_migrations, migrate
from storage.stores import Stores
from tests.councils import CHAIR, COUNCIL, FOR, HOUR, NOON, Assembly
from tests.databases import execute
from tests.people import joined
from tests.polling import a_motion, voters
from tests.schemas import in_memory

PRESENCES = 22
SALT = "c" * 64
KEPT = ("roles", "voters", "poll_delegates", "roll", "ballots", "entries", "results")


@pytest.fixture
async def assembly(tmp_path: Path) -> AsyncIterator[Assembly]:
    """A council whose last release left a meeting that has closed, and one that is open."""
    path = tmp_path / "alliance.sqlite3"
    with closing(connect(path)) as db, closing(in_memory()) as today:
        migrate(db, NOON, [one for one in known_migrations() if one.number < PRESENCES])
        tx = Stores(today)
        _council(tx)
        _close(tx, _opened(tx))
        _opened(tx)
        _copy(today, db)
    async with open_database(path, NOON) as database:
        yield Assembly(database)


def _copy(today: sqlite3.Connection, db: sqlite3.Connection) -> None:
    """Write into the last release's tables what they have columns for, past their triggers."""
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    for table in ("members", "polls", *KEPT):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        marks, names = ", ".join("?" * len(columns)), ", ".join(columns)
        rows = today.execute(f"SELECT {names} FROM {table}").fetchall()  # noqa: S608  names
        db.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608  names
    for _, sql in triggers:
        db.execute(sql)
    db.execute("PRAGMA foreign_keys = ON")


def _council(tx: Stores) -> None:
    for number in COUNCIL:
        role = Role.CHAIR if number == CHAIR else Role.COUNCIL
        joined(tx, PersonDetails(f"Член совета {number}", roles=frozenset({role})), NOON)


def _opened(tx: Stores) -> Poll:
    """Open a meeting, and let three of nine vote."""
    plan = a_motion(mode=Mode.MEETING, closes_at=NOON + HOUR)
    poll = tx.polls.add(plan, CHAIR, NOON)
    named = [(one, f"Член совета {one}") for one in COUNCIL]
    listed = [Voter(VoterId(one), name, (Representative(one, name),)) for one, name in named]
    tx.electorates.add(poll.id, listed)
    opened = replace(poll, state=PollState.OPEN, opened_at=NOON)
    tx.polls.save(opened)
    tx.entries.add(records.opened(opened, tx.electorates.voters(poll.id)))
    for member in COUNCIL[:5]:
        ballot = Named(MotionBallot(Choice.FOR), member, NOON)
        tx.ballots.cast(poll.id, VoterId(member), ballot)
        tx.entries.add(records.cast(poll.id, VoterId(member), ballot))
    return opened


def _close(tx: Stores, poll: Poll) -> None:
    """Count those who voted only, as the last release did."""
    closed = replace(
        poll, state=PollState.CLOSED, closed_at=poll.closes_at, closing=Closing.DEADLINE
    )
    result = tally(poll, Headcount(9, 0, 5, 5), [MotionBallot(Choice.FOR)] * 5)
    seal = sealed(poll.id, SALT, tx.ballots.written(poll))
    tx.polls.save(closed)
    head = tx.entries.add(records.closed(closed, result, seal))
    tx.outcomes.declare(poll.id, Declared(result, seal, head), SALT)


async def test_what_the_last_release_counted_without_a_list_still_verifies(
    assembly: Assembly,
) -> None:
    verdict = await assembly.database.read(verify)
    assert verdict.holds
    card = await assembly.ballots.look(MemberId(3), PollId(1))
    assert card.presence is None


async def test_what_the_last_release_opened_waits_for_the_list_and_verifies(
    assembly: Assembly,
) -> None:
    poll = PollId(2)
    await assembly.casts(6, poll, FOR)
    await assembly.closes(poll)
    assert (await assembly.found(poll)).state is PollState.OPEN
    await assembly.polls.close(CHAIR, poll, "", voters(1, 7))
    result = (await assembly.declared(poll)).result
    assert (result.quorum.present, result.outcome) == (7, Outcome.ADOPTED)
    assert (await assembly.database.read(verify)).holds


async def test_a_list_is_kept_once_while_the_meeting_is_open_and_never_changed(
    assembly: Assembly,
) -> None:
    def tries(tx: Stores, poll: int) -> None:
        tx.presences.add(PollId(poll), Presence(voters(1), CHAIR, NOON))

    with pytest.raises(sqlite3.IntegrityError, match="before the count"):
        await assembly.database.write(lambda tx: tries(tx, 1))
    await assembly.database.write(lambda tx: tries(tx, 2))
    with pytest.raises(sqlite3.IntegrityError, match="before the count"):
        await assembly.database.write(lambda tx: tries(tx, 2))
    for change in ("UPDATE presences SET voters = '[]'", "DELETE FROM presences"):
        with pytest.raises(sqlite3.IntegrityError, match="who was present stands"):
            await execute(assembly.database, change)
