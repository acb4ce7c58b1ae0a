import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.substitutions import Substitution, SubstitutionId, SubstitutionState
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ANNA, BORIS, VERA = MemberId(1), MemberId(2), MemberId(3)
FIRST, SECOND = EventId(1), EventId(2)


@pytest.fixture(autouse=True)
async def people_and_events(database: Database) -> None:
    def write(tx: Stores) -> None:
        for name in ("Анна", "Борис", "Вера"):
            tx.members.add(PersonDetails(name), None)
        for days in (1, 2):
            plan = an_event_plan(NOW + timedelta(days=days))
            tx.events.add(plan, ANNA, NOW)

    await database.write(write)


async def asks(
    database: Database, member: MemberId, colleague: MemberId, event: EventId = FIRST
) -> SubstitutionId:
    return await database.write(lambda tx: tx.substitutions.add(event, member, colleague, NOW))


async def ends(database: Database, request: SubstitutionId, state: SubstitutionState) -> None:
    await database.write(lambda tx: tx.substitutions.save(request, state, NOW))


async def test_a_request_comes_back_as_asked(database: Database) -> None:
    request = await asks(database, ANNA, BORIS)

    def read(tx: Stores) -> tuple[Substitution | None, Substitution | None, Substitution | None]:
        store = tx.substitutions
        return store.get(request), store.open_of(FIRST, ANNA), store.open_of(SECOND, ANNA)

    found, open_, elsewhere = await database.read(read)

    assert found == Substitution(request, FIRST, ANNA, BORIS, SubstitutionState.ASKED)
    assert open_ == found
    assert elsewhere is None


async def test_there_is_no_request_of_an_unknown_id(database: Database) -> None:
    assert await database.read(lambda tx: tx.substitutions.get(SubstitutionId(7))) is None


@pytest.mark.parametrize("state", sorted(set(SubstitutionState) - {SubstitutionState.ASKED}))
async def test_an_ended_request_is_open_to_nobody_and_leaves_room_for_the_next(
    database: Database, state: SubstitutionState
) -> None:
    request = await asks(database, ANNA, BORIS)
    await ends(database, request, state)

    def read(tx: Stores) -> tuple[Substitution | None, Substitution | None, list[Substitution]]:
        store = tx.substitutions
        return store.get(request), store.open_of(FIRST, ANNA), store.open_to(BORIS)

    found, open_of, open_to = await database.read(read)
    assert found is not None
    assert (found.state, found.is_open, open_of, open_to) == (state, False, None, [])
    assert await asks(database, ANNA, VERA) != request


async def test_nobody_has_two_open_requests_at_one_event(database: Database) -> None:
    await asks(database, ANNA, BORIS)
    await asks(database, ANNA, BORIS, SECOND)

    with pytest.raises(sqlite3.IntegrityError):
        await asks(database, ANNA, VERA)


async def test_nobody_asks_themselves(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await asks(database, ANNA, ANNA)


async def test_requests_to_one_colleague_come_from_any_event_in_their_order(
    database: Database,
) -> None:
    requests = [
        await asks(database, ANNA, BORIS, SECOND),
        await asks(database, VERA, BORIS),
        await asks(database, ANNA, VERA),
    ]

    open_to = await database.read(lambda tx: tx.substitutions.open_to(BORIS))

    assert [one.id for one in open_to] == requests[:2]


async def test_who_refused_is_known_by_event_and_by_who_asked(database: Database) -> None:
    await ends(database, await asks(database, ANNA, BORIS), SubstitutionState.REFUSED)
    await ends(database, await asks(database, ANNA, VERA), SubstitutionState.WITHDRAWN)

    def read(tx: Stores) -> list[frozenset[MemberId]]:
        refused_by = tx.substitutions.refused_by
        return [refused_by(FIRST, ANNA), refused_by(SECOND, ANNA), refused_by(FIRST, VERA)]

    assert await database.read(read) == [{BORIS}, set(), set()]


@pytest.mark.parametrize("erased", [ANNA, BORIS])
async def test_erasing_either_person_leaves_nothing_of_the_request(
    database: Database, erased: MemberId
) -> None:
    request = await asks(database, ANNA, BORIS)

    await database.write(lambda tx: tx.members.erase(erased, NOW))

    assert await database.read(lambda tx: tx.substitutions.get(request)) is None
