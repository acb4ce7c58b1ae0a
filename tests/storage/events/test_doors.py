import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan

NOW = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
ANNA, BORIS, VERA = MemberId(1), MemberId(2), MemberId(3)
FIRST, SECOND = EventId(1), EventId(2)
CODE, OTHER = "A" * 22, "B" * 22


@pytest.fixture(autouse=True)
async def two_events(database: Database) -> None:
    """Two events and three people."""

    def write(tx: Stores) -> None:
        for name in ("Анна", "Борис", "Вера"):
            tx.members.add(PersonDetails(name), None)
        for title in ("Встреча", "Форум"):
            plan = an_event_plan(NOW, title=title)
            tx.events.add(plan, ANNA, NOW)

    await database.write(write)


async def test_a_pass_is_found_by_its_code_and_by_its_owner(database: Database) -> None:
    assert await database.read(lambda tx: tx.doors.pass_code(FIRST, BORIS)) is None

    await database.write(lambda tx: tx.doors.add_pass(FIRST, BORIS, CODE))

    assert await database.read(lambda tx: tx.doors.pass_code(FIRST, BORIS)) == CODE
    assert await database.read(lambda tx: tx.doors.by_pass(CODE)) == (FIRST, BORIS)
    assert await database.read(lambda tx: tx.doors.by_pass(OTHER)) is None
    assert await database.read(lambda tx: tx.doors.pass_code(SECOND, BORIS)) is None
    assert await database.read(lambda tx: tx.doors.pass_code(FIRST, VERA)) is None


@pytest.mark.parametrize(
    ("member", "code"), [(BORIS, OTHER), (VERA, CODE), (VERA, "short")], ids=str
)
async def test_nobody_has_two_passes_and_no_code_two_owners(
    database: Database, member: MemberId, code: str
) -> None:
    await database.write(lambda tx: tx.doors.add_pass(FIRST, BORIS, CODE))

    with pytest.raises(sqlite3.IntegrityError):
        await database.write(lambda tx: tx.doors.add_pass(FIRST, member, code))


async def test_an_arrival_is_noted_once_and_keeps_its_first_time(database: Database) -> None:
    def note(tx: Stores, at: datetime, way: Way) -> bool:
        return tx.doors.add_arrival(FIRST, BORIS, at, way, ANNA)

    assert await database.write(lambda tx: note(tx, NOW, Way.PASS))
    assert not await database.write(lambda tx: note(tx, LATER, Way.NAME))

    assert await database.read(lambda tx: tx.doors.arrived_at(FIRST, BORIS)) == NOW
    assert await database.read(lambda tx: tx.doors.arrivals(FIRST)) == {BORIS: NOW}


async def test_arrivals_are_counted_by_event_in_the_order_of_their_times(
    database: Database,
) -> None:
    def note(tx: Stores) -> None:
        tx.doors.add_arrival(FIRST, VERA, LATER, Way.SCREEN, None)
        tx.doors.add_arrival(FIRST, BORIS, NOW, Way.NAME, ANNA)
        tx.doors.add_arrival(SECOND, BORIS, NOW, Way.NAME, ANNA)

    await database.write(note)

    assert list(await database.read(lambda tx: tx.doors.arrivals(FIRST))) == [BORIS, VERA]
    assert await database.read(lambda tx: tx.doors.count_arrivals(FIRST)) == 2
    assert await database.read(lambda tx: tx.doors.count_arrivals(SECOND)) == 1


async def test_an_arrival_taken_back_is_gone_and_can_be_noted_again(database: Database) -> None:
    await database.write(lambda tx: tx.doors.add_arrival(FIRST, BORIS, NOW, Way.NAME, ANNA))
    await database.write(lambda tx: tx.doors.add_arrival(SECOND, BORIS, NOW, Way.NAME, ANNA))

    await database.write(lambda tx: tx.doors.remove_arrival(FIRST, BORIS))

    assert await database.read(lambda tx: tx.doors.arrived_at(FIRST, BORIS)) is None
    assert await database.read(lambda tx: tx.doors.arrived_at(SECOND, BORIS)) == NOW
    assert await database.write(
        lambda tx: tx.doors.add_arrival(FIRST, BORIS, LATER, Way.PASS, ANNA)
    )


async def test_a_helper_is_one_of_that_event_alone_until_dismissed(database: Database) -> None:
    for _ in range(2):
        await database.write(lambda tx: tx.doors.add_helper(FIRST, VERA))

    assert await database.read(lambda tx: tx.doors.helpers(FIRST)) == {VERA}
    assert await database.read(lambda tx: tx.doors.helpers(SECOND)) == frozenset()

    await database.write(lambda tx: tx.doors.remove_helper(FIRST, VERA))
    assert await database.read(lambda tx: tx.doors.helpers(FIRST)) == frozenset()


async def test_nothing_of_the_door_is_kept_of_who_is_erased(database: Database) -> None:
    def write(tx: Stores) -> None:
        tx.doors.add_pass(FIRST, VERA, CODE)
        tx.doors.add_helper(FIRST, VERA)
        tx.doors.add_arrival(FIRST, VERA, NOW, Way.PASS, ANNA)
        tx.doors.add_arrival(FIRST, BORIS, NOW, Way.PASS, VERA)
        tx.members.erase(VERA, LATER)

    await database.write(write)

    assert await database.read(lambda tx: tx.doors.by_pass(CODE)) is None
    assert await database.read(lambda tx: tx.doors.helpers(FIRST)) == frozenset()
    assert await database.read(lambda tx: tx.doors.arrivals(FIRST)) == {BORIS: NOW}
