"""How a room is now, as the screen of the house says it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.resources import Closure, ClosureId
from bot.domain.rooms.today import RoomNow, RoomState, room_now, shown_today
from tests.rooms import HALL, HOUR, MINUTE, NOON, PLACES, a_booking, a_resource

ZONE = ZoneInfo("Asia/Yekaterinburg")
FREE, BUSY, CLOSED = RoomState.FREE, RoomState.BUSY, RoomState.CLOSED
CONFIRMED = BookingState.CONFIRMED
OPENS, CLOSES = NOON - 3 * HOUR, NOON + 9 * HOUR
BOOKED = a_booking(1, buffer=30 * MINUTE, state=CONFIRMED)
"""The hall, from noon on for two hours."""


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (OPENS - HOUR, RoomNow(CLOSED, OPENS)),
        (OPENS, RoomNow(FREE, NOON, 1)),
        (NOON, RoomNow(BUSY, NOON + 2 * HOUR)),
        (NOON + 2 * HOUR, RoomNow(RoomState.CLEANING, NOON + 150 * MINUTE)),
        (NOON + 150 * MINUTE, RoomNow(FREE, CLOSES, 1)),
        (CLOSES, RoomNow(CLOSED, None)),
    ],
)
def test_a_room_is_free_until_a_booking_taken_then_cleaned_and_free_until_it_closes(
    moment: datetime, said: RoomNow
) -> None:
    assert room_now(a_resource(), [BOOKED], moment, ZONE) == said


def test_a_room_is_closed_on_days_on_which_it_is_closed() -> None:
    closure = Closure(ClosureId(1), date(2026, 12, 15), date(2026, 12, 15), "")
    assert room_now(a_resource(closures=(closure,)), [], NOON, ZONE) == RoomNow(CLOSED, None)


def test_places_are_free_until_all_of_them_are_taken() -> None:
    places = a_resource(PLACES)
    two = a_booking(1, NOON, state=CONFIRMED, quantity=2)
    rest = a_booking(2, NOON + HOUR, state=CONFIRMED)
    assert room_now(places, [two, rest], NOON, ZONE) == RoomNow(FREE, NOON + HOUR, 1)
    assert room_now(places, [two, rest], NOON + HOUR, ZONE) == RoomNow(BUSY, NOON + 2 * HOUR)


def test_requests_and_who_waits_neither_take_a_room_nor_stand_on_the_screen() -> None:
    asked = [
        replace(BOOKED, state=one) for one in BookingState if one.value in {"asked", "waiting"}
    ]
    assert room_now(a_resource(), asked, NOON, ZONE).state is FREE
    assert shown_today([*asked, BOOKED]) == [BOOKED]


@given(
    lengths=st.lists(st.integers(1, 8), max_size=5),
    minutes=st.integers(0, 24 * 60 - 1),
    count=st.integers(1, 3),
)
def test_what_is_free_begins_and_ends_as_the_screen_says(
    lengths: list[int], minutes: int, count: int
) -> None:
    resource = a_resource(replace(PLACES if count > 1 else HALL, count=count))
    bookings, start = list[Booking](), OPENS
    for number, length in enumerate(lengths, start=1):
        lasts = length * 15 * MINUTE
        bookings.append(a_booking(number, start, lasts, state=CONFIRMED, quantity=count))
        start += lasts + (length % 3) * 15 * MINUTE
    now = OPENS - 3 * HOUR + timedelta(minutes=minutes)
    said = room_now(resource, bookings, now, ZONE)
    taken = any(one.busy.start <= now < one.busy.end for one in bookings)
    assert (said.state is FREE) == (OPENS <= now < CLOSES and not taken)
    if said.until is not None:
        assert said.until > now
        later = room_now(resource, bookings, said.until, ZONE)
        assert said.state is BUSY or later.state is not said.state
