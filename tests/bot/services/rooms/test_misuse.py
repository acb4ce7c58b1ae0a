"""Bookings against old and forged buttons, people who have moved on, and a bot that was away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.rooms.bookings import BookingState
from bot.domain.rooms.hours import OpenHours, Week
from bot.domain.rooms.quotas import Quota
from bot.domain.rooms.refusals import (
    BookingGone,
    BookingSettled,
    MonthUsedUp,
    ResourceShutOn,
    RoomWasUsed,
    StillHandedOut,
)
from storage.engine.database import Database
from tests.databases import execute
from tests.rooms import (
    ANNA,
    BORIS,
    CLUB,
    DAY,
    DINA,
    FUND,
    GLEB,
    HALL,
    HOUR,
    NOON,
    PLACES,
    TENT,
    VERA,
    Lodging,
    a_wish,
)

CONFIRMED, WITHDRAWN = BookingState.CONFIRMED, BookingState.WITHDRAWN
THE_DAY = date(2026, 12, 15)


async def _moves(house: Lodging, person: int, organisation: int) -> None:
    sql = "UPDATE members SET organisation_id = ? WHERE id = ?"
    await execute(house.database, sql, organisation, person)


async def test_nobody_waits_for_a_day_on_which_it_was_closed_after_the_refusal(
    house: Lodging,
) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    await house.keeping.refuse(GLEB, late, "")
    await house.managing.close(GLEB, hall, THE_DAY, THE_DAY, "Ремонт")
    with pytest.raises(ResourceShutOn):
        await house.bookings.wait(BORIS, late)
    assert await house.told("offered") == []


async def test_of_a_refused_series_people_wait_for_the_open_days(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish(until=date(2026, 12, 22)))
    await house.keeping.refuse(GLEB, late, "")
    await house.managing.close(GLEB, hall, THE_DAY, THE_DAY, "Ремонт")
    await house.bookings.wait(BORIS, late)
    dates = await house.database.read(lambda tx: tx.bookings.of_series(late))
    assert [one.state for one in dates] == [BookingState.REFUSED, BookingState.OFFERED]


async def test_an_offer_is_not_accepted_above_a_quota_that_refuses(database: Database) -> None:
    house = Lodging(database, Quota(3 * HOUR, refuses=True))
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    await house.keeping.refuse(GLEB, late, "")
    other = await house.booked(hall, BORIS, a_wish(NOON + DAY))
    await house.bookings.wait(BORIS, late)
    with pytest.raises(MonthUsedUp):
        await house.bookings.accept(BORIS, late)
    await house.bookings.give_up(BORIS, other)
    await house.bookings.accept(BORIS, late)
    assert await house.state(late) is CONFIRMED


async def test_who_moved_to_another_organisation_no_longer_acts_for_the_former_one(
    house: Lodging,
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    await _moves(house, DINA, CLUB)
    await _moves(house, ANNA, CLUB)
    await _moves(house, VERA, FUND)
    with pytest.raises(BookingGone):
        await house.bookings.give_up(ANNA, mine)
    with pytest.raises(BookingGone):
        await house.rooms.booking(ANNA, mine)
    assert await house.rooms.own(ANNA) == []
    await house.goes_on(NOON - DAY)
    assert await house.told("eve") == [VERA]
    await house.bookings.come(VERA, mine, coming=True)


async def test_an_old_button_does_not_give_up_what_is_over(house: Lodging) -> None:
    hall = await house.has(replace(HALL, claim_within=None))
    first = await house.booked(hall, ANNA, a_wish(until=date(2026, 12, 22)))
    house.clock.time = NOON + 3 * HOUR
    with pytest.raises(BookingSettled):
        await house.bookings.give_up(ANNA, first)
    await house.bookings.give_up_series(ANNA, first)
    dates = await house.database.read(lambda tx: tx.bookings.of_series(first))
    assert [one.state for one in dates] == [CONFIRMED, WITHDRAWN]


async def test_the_button_that_declines_an_offer_does_not_give_up_what_was_accepted(
    house: Lodging,
) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    await house.keeping.refuse(GLEB, late, "")
    await house.bookings.wait(BORIS, late)
    await house.bookings.accept(BORIS, late)
    with pytest.raises(BookingSettled):
        await house.bookings.decline(BORIS, late)
    assert await house.state(late) is CONFIRMED


async def test_a_keeper_checks_nobody_in_who_was_due_yesterday(house: Lodging) -> None:
    hall = await house.has(replace(HALL, claim_within=None))
    mine = await house.booked(hall)
    house.clock.time = NOON + DAY
    with pytest.raises(BookingSettled):
        await house.keeping.check_in(GLEB, mine)


async def test_days_that_are_closed_twice_are_closed_once(house: Lodging) -> None:
    hall = await house.has()
    for _ in range(2):  # as after a crash, or a second tap
        await house.managing.close(GLEB, hall, THE_DAY, THE_DAY, "Ремонт")
    assert len((await house.managing.resource(GLEB, hall)).closures) == 1


async def test_a_thing_becomes_no_room_while_somebody_has_it(house: Lodging) -> None:
    tent = await house.has(TENT)
    mine = await house.booked(tent)
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, mine)
    room = replace(HALL, name="Шатёр")
    with pytest.raises(StillHandedOut):
        await house.managing.change(GLEB, tent, room, 1)
    await house.keeping.take_back(GLEB, mine)
    await house.managing.change(GLEB, tent, room, 1)


async def test_a_room_becomes_no_thing_once_somebody_came_to_it(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    thing = replace(TENT, name="Большой зал")
    await house.managing.change(GLEB, hall, thing, 1)
    await house.managing.change(GLEB, hall, HALL, 2)
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, mine)
    house.clock.time = NOON + DAY
    with pytest.raises(RoomWasUsed):
        await house.managing.change(GLEB, hall, thing, 3)
    await house.managing.change(GLEB, hall, replace(PLACES, name="Большой зал"), 3)
    assert await house.keeping.handed_out(GLEB) == []


async def test_what_ends_at_midnight_is_not_on_the_closed_day_after(house: Lodging) -> None:
    hall = await house.has(replace(HALL, week=Week((OpenHours(9 * 60, 24 * 60),) * 7)))
    late = await house.booked(hall, ANNA, a_wish(NOON + 10 * HOUR))
    following = THE_DAY + timedelta(days=1)
    assert (await house.managing.touched(GLEB, hall, (following, following))).bookings == 0
    await house.managing.close(GLEB, hall, following, following, "Ремонт")
    assert await house.state(late) is CONFIRMED


@pytest.mark.parametrize("day", [date.min, date.max])
async def test_the_week_of_an_impossible_day_is_the_nearest_one_there_is(
    house: Lodging, day: date
) -> None:
    hall = await house.has()
    view = await house.rooms.week(ANNA, hall, day)
    assert abs(view.monday - THE_DAY) < timedelta(days=800)


async def test_who_could_not_be_asked_in_time_loses_no_date_of_a_series(house: Lodging) -> None:
    hall = await house.has()
    first = await house.booked(hall, ANNA, a_wish(until=date(2026, 12, 29)))
    await house.goes_on(NOON + 12 * DAY)  # the bot was away for two weeks
    dates = await house.database.read(lambda tx: tx.bookings.of_series(first))
    assert [one.state for one in dates] == [CONFIRMED] * 3
    assert await house.told("renewal") == []
    await house.goes_on(NOON + 13 * DAY)
    assert await house.told("eve") == [ANNA]
