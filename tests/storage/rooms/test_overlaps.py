"""What the schema refuses, whatever the domain would say."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.resources import Resource, ResourceId, new_door_code
from storage.engine.database import Database, open_database
from storage.stores import Stores
from tests.databases import execute
from tests.rooms import ANNA, FUND, HALL, HOUR, NOON, NOW, PLACES, a_wish, people
from tests.schemas import in_memory

CONFIRMED, OFFERED = BookingState.CONFIRMED, BookingState.OFFERED
GRID = 24


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "rooms.sqlite3", NOW) as database:
        await database.write(people)
        yield database


def _add(tx: Stores, resource: Resource, start: int, quantity: int = 1) -> Booking:
    wish = a_wish(NOON + start * HOUR, quantity=quantity)
    made = tx.bookings.add(resource, wish, [wish.span], (ANNA, FUND), NOW)
    found = tx.bookings.get(made)
    assert found is not None
    return found


def _hall(tx: Stores) -> Resource:
    found = tx.resources.get(tx.resources.add(HALL, new_door_code(), NOW))
    assert found is not None
    return found


async def test_two_confirmed_bookings_of_a_room_never_overlap(database: Database) -> None:
    def clash(tx: Stores) -> None:
        hall = _hall(tx)
        tx.bookings.save(replace(_add(tx, hall, 0), state=CONFIRMED))
        tx.bookings.save(replace(_add(tx, hall, 1), state=CONFIRMED))

    with pytest.raises(sqlite3.IntegrityError, match="the resource is taken"):
        await database.write(clash)


async def test_an_offer_holds_the_time_and_cleaning_counts(database: Database) -> None:
    def clash(tx: Stores) -> None:
        hall = _hall(tx)
        offered = replace(_add(tx, hall, 0), state=OFFERED, offered_until=NOON)
        tx.bookings.save(offered)
        tx.bookings.save(replace(_add(tx, hall, 2), state=CONFIRMED))

    with pytest.raises(sqlite3.IntegrityError, match="the resource is taken"):
        await database.write(clash)


async def test_a_booking_is_not_moved_onto_another(database: Database) -> None:
    def write(tx: Stores) -> None:
        hall = _hall(tx)
        tx.bookings.save(replace(_add(tx, hall, 0), state=CONFIRMED))
        tx.bookings.save(replace(_add(tx, hall, 3), state=CONFIRMED))

    await database.write(write)
    first = (NOON + HOUR).isoformat(timespec="microseconds")
    with pytest.raises(sqlite3.IntegrityError, match="the resource is taken"):
        await execute(database, "UPDATE bookings SET starts_at = ? WHERE id = 2", first)


async def test_there_are_never_fewer_places_than_are_booked(database: Database) -> None:
    def write(tx: Stores) -> ResourceId:
        made = tx.resources.add(PLACES, new_door_code(), NOW)
        places = tx.resources.get(made)
        assert places is not None
        tx.bookings.save(replace(_add(tx, places, 0, 2), state=CONFIRMED))
        return made

    made = await database.write(write)
    fewer = replace(PLACES, count=1)
    with pytest.raises(sqlite3.IntegrityError, match="more is booked"):
        await database.write(lambda tx: tx.resources.save(made, fewer, NOW))
    later = NOON + timedelta(days=1)
    await database.write(lambda tx: tx.resources.save(made, fewer, later))


@given(
    st.integers(1, 4),
    st.lists(
        st.tuples(
            st.integers(0, GRID - 1), st.integers(1, 6), st.integers(1, 3), st.integers(0, 2)
        ),
        max_size=10,
    ),
)
def test_the_trigger_refuses_exactly_what_exceeds_the_count_at_some_moment(
    count: int, parts: list[tuple[int, int, int, int]]
) -> None:
    """A model counts each hour."""
    taken = [0] * (GRID + 10)
    plan = replace(PLACES, count=count)
    db = in_memory()
    tx = Stores(db)
    people(tx)
    places = tx.resources.get(tx.resources.add(plan, new_door_code(), NOW))
    assert places is not None
    for start, length, quantity, buffer in parts:
        booking = _add(tx, places, start, quantity)
        end = NOON + (start + length) * HOUR
        span = replace(booking.span, end=end)
        busy = end + buffer * HOUR
        hours = range(start, start + length + buffer)
        fits = all(taken[hour] + quantity <= count for hour in hours)
        held = replace(booking, span=span, busy_until=busy, state=CONFIRMED)
        try:
            tx.bookings.save(held)
        except sqlite3.IntegrityError:
            assert not fits
        else:
            assert fits
            for hour in hours:
                taken[hour] += quantity
    db.close()
