"""Bookings: asked for, decided on, waited for, released; everybody concerned is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.people.members import MemberId
from bot.domain.refusals import MomentPast, OnlyForOrganisers
from bot.domain.rooms.bookings import BookingState, Release
from bot.domain.rooms.quotas import Quota
from bot.domain.rooms.refusals import (
    BookingGone,
    BookingSettled,
    BookingsForSpeakers,
    CountTooLow,
    DaysOutOfOrder,
    MonthUsedUp,
    NothingBookedNow,
    OnlyForKeepers,
    ResourceChanged,
    ResourceGone,
    ResourceNameTaken,
    SlotTaken,
    StillHandedOut,
    TooEarlyToCheckIn,
)
from bot.services.rooms.sweeps import pass_over
from storage.engine.database import Database
from tests.alliance import some_rules
from tests.databases import execute, query
from tests.rooms import (
    ANNA,
    BORIS,
    DAY,
    DINA,
    GLEB,
    HALL,
    HOUR,
    MINUTE,
    NOON,
    NOW,
    PLACES,
    TENT,
    VERA,
    Lodging,
    a_wish,
)

ASKED, CONFIRMED, REFUSED = BookingState.ASKED, BookingState.CONFIRMED, BookingState.REFUSED
WAITING, OFFERED = BookingState.WAITING, BookingState.OFFERED
RELEASED, LAPSED = BookingState.RELEASED, BookingState.LAPSED


# --- asking and deciding ------------------------------------------------------------------------


async def test_requests_overlap_and_confirming_one_names_and_refuses_the_others(
    house: Lodging,
) -> None:
    hall = await house.has()
    mine = await house.bookings.ask(ANNA, hall, a_wish())
    late = await house.bookings.ask(BORIS, hall, a_wish(NOON + HOUR))
    evening = await house.bookings.ask(VERA, hall, a_wish(NOON + 5 * HOUR))
    assert await house.told("asked") == [GLEB] * 3
    verdict = await house.keeping.verdict(GLEB, mine)
    assert [one.booking.id for one in verdict.refused] == [late]
    await house.keeping.confirm(GLEB, mine)
    states = [await house.state(one) for one in (mine, late, evening)]
    assert states == [CONFIRMED, REFUSED, ASKED]
    assert await house.told("confirmed") == [ANNA]
    assert await house.told("refused") == [BORIS]


async def test_a_slot_is_confirmed_once_and_the_next_keeper_is_told_that_it_is_taken(
    house: Lodging,
) -> None:
    hall = await house.has()
    await house.booked(hall)
    late = await house.bookings.ask(BORIS, hall, a_wish())
    with pytest.raises(SlotTaken):
        await house.keeping.confirm(GLEB, late)
    assert await house.state(late) is ASKED


async def test_places_are_shared_up_to_their_count(house: Lodging) -> None:
    places = await house.has(PLACES)
    await house.booked(places, ANNA, a_wish(quantity=2))
    await house.booked(places, BORIS)
    third = await house.bookings.ask(VERA, places, a_wish())
    with pytest.raises(SlotTaken):
        await house.keeping.confirm(GLEB, third)


async def test_who_speaks_for_no_organisation_looks_but_does_not_book(house: Lodging) -> None:
    hall = await house.has()
    assert (await house.rooms.house(DINA)).resources
    with pytest.raises(BookingsForSpeakers):
        await house.bookings.ask(DINA, hall, a_wish())


async def test_an_organiser_who_does_not_speak_for_an_organisation_books_for_the_alliance(
    house: Lodging,
) -> None:
    await execute(house.database, "UPDATE members SET organisation_id = 1 WHERE id = ?", GLEB)
    hall = await house.has()
    booking = await house.bookings.ask(GLEB, hall, a_wish())
    assert (await house.of(booking)).organisation is None


async def test_one_draft_makes_one_request(house: Lodging) -> None:
    hall = await house.has()
    made = [await house.bookings.ask(ANNA, hall, a_wish(), "1:abc") for _ in range(2)]
    assert made[0] == made[1]


async def test_only_keepers_decide_and_others_see_no_booking(house: Lodging) -> None:
    hall = await house.has(replace(HALL, keeper=DINA))
    booking = await house.bookings.ask(ANNA, hall, a_wish())
    assert await house.told("asked") == [DINA]
    with pytest.raises(OnlyForKeepers):
        await house.keeping.confirm(ANNA, booking)
    with pytest.raises(OnlyForKeepers):
        await house.keeping.requests(BORIS)
    with pytest.raises(BookingGone):
        await house.rooms.booking(BORIS, booking)
    await house.keeping.confirm(DINA, booking)
    assert (await house.view(booking, DINA)).kept


async def test_a_refusal_carries_its_reason(house: Lodging) -> None:
    hall = await house.has()
    booking = await house.bookings.ask(ANNA, hall, a_wish())
    await house.keeping.refuse(GLEB, booking, "Ремонт")
    [(subject,)] = await query(
        house.database, "SELECT subject FROM notices WHERE kind = 'room.refused'"
    )
    assert "Ремонт" in subject
    with pytest.raises(BookingSettled):
        await house.keeping.confirm(GLEB, booking)


async def test_a_request_that_nobody_decides_on_lapses_at_its_start(house: Lodging) -> None:
    hall = await house.has()
    booking = await house.bookings.ask(ANNA, hall, a_wish())
    await house.goes_on(NOON - MINUTE)
    assert await house.state(booking) is ASKED
    await house.goes_on(NOON)
    assert await house.state(booking) is LAPSED
    assert await house.told("lapsed") == [ANNA]


@pytest.mark.parametrize("refuses", [False, True])
async def test_what_is_above_the_quota_is_told_or_refused(
    database: Database, refuses: bool
) -> None:
    house = Lodging(database, Quota(3 * HOUR, refuses=refuses))
    hall = await house.has()
    await house.booked(hall)
    more = a_wish(NOON + DAY)
    if refuses:
        with pytest.raises(MonthUsedUp):
            await house.bookings.ask(ANNA, hall, more)
    else:
        use = (await house.bookings.prospect(ANNA, hall, more)).use
        assert use is not None
        assert use.is_over
        assert use.used == 4 * HOUR
        asked = await house.bookings.ask(ANNA, hall, more)
        assert (await house.keeping.verdict(GLEB, asked)).use == use
    january = await house.bookings.prospect(ANNA, hall, a_wish(NOON + 20 * DAY))
    assert january.use is not None
    assert not january.use.is_over


# --- waiting ------------------------------------------------------------------------------------


async def test_the_refused_waits_is_offered_what_is_given_up_and_wins(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    mine = await house.booked(hall)
    await house.bookings.wait(BORIS, late)
    assert await house.state(late) is WAITING
    await house.bookings.give_up(ANNA, mine)
    assert await house.told("given_up") == [GLEB]
    assert await house.state(late) is OFFERED
    assert await house.told("offered") == [BORIS]
    await house.bookings.accept(BORIS, late)
    assert await house.state(late) is CONFIRMED
    assert await house.told("accepted") == [GLEB]


async def test_an_offer_ends_and_the_next_in_line_gets_one(house: Lodging) -> None:
    hall = await house.has()
    line = [await house.bookings.ask(one, hall, a_wish()) for one in (BORIS, VERA)]
    mine = await house.booked(hall)
    for person, booking in zip((BORIS, VERA), line, strict=True):
        await house.bookings.wait(person, booking)
    await house.bookings.give_up(ANNA, mine)
    assert [await house.state(one) for one in line] == [OFFERED, WAITING]
    until = (await house.of(line[0])).offered_until
    assert until is not None
    await house.goes_on(until)
    assert [await house.state(one) for one in line] == [LAPSED, OFFERED]
    assert await house.told("offer_lapsed") == [BORIS]
    with pytest.raises(BookingSettled):
        await house.bookings.accept(BORIS, line[0])


async def test_who_waits_for_what_is_free_already_is_offered_it_at_once(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    await house.bookings.give_up(ANNA, await house.booked(hall))
    await house.bookings.wait(BORIS, late)
    assert await house.state(late) is OFFERED


async def test_an_offer_that_reaches_nobody_goes_to_the_next(house: Lodging) -> None:
    hall = await house.has()
    line = [await house.bookings.ask(one, hall, a_wish()) for one in (BORIS, VERA)]
    mine = await house.booked(hall)
    for person, booking in zip((BORIS, VERA), line, strict=True):
        await house.bookings.wait(person, booking)
    await house.bookings.give_up(ANNA, mine)
    await house.database.write(lambda tx: pass_over(tx, line[0], some_rules(), NOW))
    assert [await house.state(one) for one in line] == [LAPSED, OFFERED]


async def test_what_overlaps_a_booking_that_is_over_is_not_offered_afterwards(
    house: Lodging,
) -> None:
    hall = await house.has(replace(HALL, buffer=timedelta(0)))
    long = await house.bookings.ask(BORIS, hall, a_wish(NOON, 4 * HOUR))
    mine = await house.booked(hall)
    await house.bookings.wait(BORIS, long)
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, mine)
    await house.goes_on(NOON + 3 * HOUR)
    assert await house.state(long) is WAITING
    assert await query(house.database, "SELECT * FROM failed_items") == []


# --- the day before, and at the door ------------------------------------------------------------


async def test_the_day_before_people_are_asked_and_silence_releases_nothing(house: Lodging) -> None:
    hall = await house.has(replace(HALL, claim_within=None))
    mine = await house.booked(hall)
    await house.goes_on(NOON - DAY)
    assert await house.told("eve") == [ANNA]
    await house.goes_on(NOON + HOUR)
    assert await house.state(mine) is CONFIRMED
    assert await house.told("eve") == [ANNA]


async def test_a_no_releases_at_once_and_a_yes_keeps(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    mine = await house.booked(hall)
    await house.bookings.wait(BORIS, late)
    await house.bookings.come(ANNA, mine, coming=True)
    assert (await house.of(mine)).coming
    await house.bookings.come(ANNA, mine, coming=False)
    assert (await house.of(mine)).release is Release.NOT_COMING
    assert await house.state(late) is OFFERED
    assert await house.told("released") == []


async def test_what_nobody_claims_is_released_and_offered_to_who_waits(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    mine = await house.booked(hall)
    await house.bookings.wait(BORIS, late)
    await house.goes_on(NOON + 29 * MINUTE)
    assert await house.state(mine) is CONFIRMED
    await house.goes_on(NOON + 30 * MINUTE)
    assert (await house.of(mine)).release is Release.NOT_CLAIMED
    assert await house.told("released") == [ANNA]
    assert await house.state(late) is OFFERED
    await house.bookings.accept(BORIS, late)
    await house.goes_on(NOON + 59 * MINUTE)
    assert await house.state(late) is CONFIRMED
    await house.goes_on(NOON + 60 * MINUTE)
    assert await house.state(late) is RELEASED


async def test_after_downtime_over_a_whole_booking_nobody_is_blamed(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    await house.goes_on(NOON + 3 * HOUR)
    assert await house.state(mine) is CONFIRMED
    assert await house.told("eve") == []


async def test_the_code_at_the_door_checks_in_who_has_booked(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    code = (await house.view(mine)).resource.door_code
    with pytest.raises(TooEarlyToCheckIn):
        await house.bookings.check_in(ANNA, hall, code)
    house.clock.time = NOON - 10 * MINUTE
    with pytest.raises(NothingBookedNow):
        await house.bookings.check_in(BORIS, hall, code)
    with pytest.raises(ResourceGone):
        await house.bookings.check_in(ANNA, hall, "x" * 16)
    await house.bookings.check_in(ANNA, hall, code)
    await house.bookings.check_in(ANNA, hall, code)
    await house.goes_on(NOON + HOUR)
    assert await house.state(mine) is CONFIRMED
    with pytest.raises(BookingSettled):
        await house.bookings.give_up(ANNA, mine)


async def test_who_stays_checks_in_for_the_next_booking_by_the_same_code(house: Lodging) -> None:
    hall = await house.has(replace(HALL, buffer=timedelta(0)))
    first, second = (
        await house.booked(hall),
        await house.booked(hall, ANNA, a_wish(NOON + 2 * HOUR)),
    )
    code = (await house.view(first)).resource.door_code
    for moment in (NOON, NOON + 110 * MINUTE, NOON + 111 * MINUTE):
        house.clock.time = moment
        await house.bookings.check_in(ANNA, hall, code)
    assert (await house.of(first)).claimed_at == NOON
    assert (await house.of(second)).claimed_at == NOON + 110 * MINUTE
    await house.goes_on(NOON + 3 * HOUR)
    assert await house.state(second) is CONFIRMED


async def test_the_keeper_checks_in_by_a_tap(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    with pytest.raises(TooEarlyToCheckIn):
        await house.keeping.check_in(GLEB, mine)
    house.clock.time = NOON
    assert [one.booking.id for one in await house.keeping.present(GLEB)] == [mine]
    await house.keeping.check_in(GLEB, mine)
    assert (await house.of(mine)).claimed_at == NOON


# --- series -------------------------------------------------------------------------------------


async def test_each_later_date_of_a_series_is_renewed_a_week_before_or_released(
    house: Lodging,
) -> None:
    hall = await house.has(replace(HALL, claim_within=None))
    wish = a_wish(until=date(2026, 12, 29))
    first = await house.booked(hall, ANNA, wish)
    dates = [one.id for one in await house.database.read(lambda tx: tx.bookings.of_series(first))]
    assert [await house.state(one) for one in dates] == [CONFIRMED] * 3
    await house.goes_on(NOON)
    assert await house.told("renewal") == [ANNA]
    await house.bookings.renew(ANNA, dates[1])
    await house.goes_on(NOON + 7 * DAY)
    assert await house.told("renewal") == [ANNA] * 2
    await house.goes_on(NOON + 11 * DAY)
    assert [await house.state(one) for one in dates] == [CONFIRMED, CONFIRMED, RELEASED]
    assert (await house.of(dates[2])).release is Release.NOT_RENEWED


async def test_of_a_series_what_is_free_is_confirmed_and_the_rest_refused(house: Lodging) -> None:
    hall = await house.has()
    await house.booked(hall, BORIS, a_wish(NOON + 7 * DAY))
    first = await house.bookings.ask(ANNA, hall, a_wish(until=date(2026, 12, 29)))
    verdict = await house.keeping.confirm(GLEB, first)
    assert len(verdict.confirmed) == 2
    assert verdict.taken == (NOON + 7 * DAY,)
    await house.bookings.give_up_series(ANNA, first)
    left = await house.database.read(lambda tx: tx.bookings.of_series(first))
    states = [one.state for one in left]
    assert states == [BookingState.WITHDRAWN, REFUSED, BookingState.WITHDRAWN]


# --- things -------------------------------------------------------------------------------------


async def test_a_thing_is_handed_out_reminded_of_and_returned(house: Lodging) -> None:
    tent = await house.has(TENT)
    booking = await house.booked(tent, ANNA, a_wish(NOON, DAY, quantity=2))
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, booking)
    await house.goes_on(NOON + DAY - MINUTE)
    assert await house.told("overdue") == []
    for days in (1, 2):
        await house.goes_on(NOON + days * DAY)
        assert await house.told("overdue") == [ANNA, GLEB] * days
    assert [one.booking.id for one in await house.keeping.handed_out(GLEB)] == [booking]
    assert [one.booking.id for one in await house.rooms.own(ANNA)] == [booking]
    next_one = await house.booked(tent, BORIS, a_wish(NOON + 3 * DAY, DAY))
    house.clock.time = NOON + 3 * DAY
    with pytest.raises(StillHandedOut):
        await house.keeping.check_in(GLEB, next_one)
    await house.keeping.take_back(GLEB, booking)
    await house.keeping.check_in(GLEB, next_one)
    assert [one.booking.id for one in await house.keeping.handed_out(GLEB)] == [next_one]


# --- the house itself ---------------------------------------------------------------------------


async def test_removing_a_room_calls_off_what_was_booked_and_tells_people(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    late = await house.bookings.ask(BORIS, hall, a_wish(NOON + DAY))
    touched = await house.managing.touched(GLEB, hall)
    assert (touched.bookings, touched.organisations) == (2, 2)
    with pytest.raises(OnlyForOrganisers):
        await house.managing.remove(ANNA, hall, "")
    await house.managing.remove(GLEB, hall, "Переезжаем")
    assert [await house.state(one) for one in (mine, late)] == [BookingState.CALLED_OFF] * 2
    assert await house.told("called_off") == [ANNA, BORIS]
    with pytest.raises(ResourceGone):
        await house.bookings.ask(ANNA, hall, a_wish())


@pytest.mark.parametrize("minutes", [1, 130])
async def test_closing_days_leaves_what_has_begun_or_is_over(house: Lodging, minutes: int) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    later = await house.bookings.ask(BORIS, hall, a_wish(NOON + 3 * HOUR))
    house.clock.time = NOON + minutes * MINUTE
    day = date(2026, 12, 15)
    assert await house.managing.close(GLEB, hall, day, day, "") == 1
    states = [await house.state(one) for one in (mine, later)]
    assert states == [CONFIRMED, BookingState.CALLED_OFF]


async def test_removing_a_room_lets_nobody_wait_for_the_rest_of_what_has_begun(
    house: Lodging,
) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    await house.booked(hall)
    await house.bookings.wait(BORIS, late)
    house.clock.time = NOON + MINUTE
    await house.managing.remove(GLEB, hall, "")
    assert await house.state(late) is BookingState.CALLED_OFF


async def test_a_thing_that_nobody_has_fetched_is_called_off_with_its_removal(
    house: Lodging,
) -> None:
    tent = await house.has(TENT)
    mine = await house.booked(tent, ANNA, a_wish(NOON, 3 * DAY))
    house.clock.time = NOON + DAY
    await house.managing.remove(GLEB, tent, "")
    assert await house.state(mine) is BookingState.CALLED_OFF


async def test_closing_days_calls_off_only_what_was_booked_then(house: Lodging) -> None:
    hall = await house.has()
    mine, later = await house.booked(hall), await house.booked(hall, ANNA, a_wish(NOON + DAY))
    days = date(2026, 12, 14), date(2026, 12, 15)
    assert (await house.managing.touched(GLEB, hall, days)).bookings == 1
    assert await house.managing.close(GLEB, hall, *days, "Ремонт") == 1
    assert await house.state(mine) is BookingState.CALLED_OFF
    assert await house.state(later) is CONFIRMED
    with pytest.raises(DaysOutOfOrder):
        await house.managing.close(GLEB, hall, days[1], days[0], "")
    [closure] = (await house.rooms.resource(ANNA, hall)).resource.closures
    await house.managing.open_again(GLEB, hall, closure.id)
    await house.booked(hall, BORIS)


async def test_a_room_is_changed_from_the_version_that_was_seen(house: Lodging) -> None:
    places = await house.has(PLACES)
    await house.has()
    await house.booked(places, ANNA, a_wish(quantity=2))
    with pytest.raises(CountTooLow):
        await house.managing.change(GLEB, places, replace(PLACES, count=1), 1)
    with pytest.raises(ResourceNameTaken):
        await house.managing.change(GLEB, places, replace(PLACES, name="БОЛЬШОЙ зал"), 1)
    await house.managing.change(GLEB, places, replace(PLACES, count=2), 1)
    with pytest.raises(ResourceChanged):
        await house.managing.change(GLEB, places, PLACES, 1)


async def test_what_the_configuration_names_is_added_once(house: Lodging) -> None:
    house.rooms._planned = (HALL, PLACES)
    assert await house.rooms.take_over() == 2
    [hall, _] = (await house.rooms.house(ANNA)).resources
    await house.managing.remove(GLEB, hall.id, "")
    assert await house.rooms.take_over() == 0


async def test_a_slot_in_the_past_is_refused(house: Lodging) -> None:
    hall = await house.has()
    with pytest.raises(MomentPast):
        await house.bookings.ask(ANNA, hall, a_wish(NOW - HOUR))


# --- people who go ------------------------------------------------------------------------------


async def test_bookings_of_an_erased_person_stay_with_the_organisation(house: Lodging) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    await _erase(house, ANNA)
    booking = await house.of(mine)
    assert (booking.member, booking.purpose, booking.state) == (None, "", CONFIRMED)
    await house.goes_on(NOON + 30 * MINUTE)
    assert await house.state(mine) is RELEASED


async def test_what_an_erased_person_booked_for_the_alliance_is_offered_on(house: Lodging) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    own = await house.bookings.ask(GLEB, hall, a_wish())
    await house.keeping.confirm(GLEB, own)
    await house.bookings.wait(BORIS, late)
    await _erase(house, GLEB)
    assert await house.state(own) is BookingState.WITHDRAWN
    await house.goes_on(NOW + HOUR)
    assert await house.state(late) is OFFERED


async def _erase(house: Lodging, member: MemberId) -> None:
    await house.database.write(lambda tx: tx.members.erase(member, NOW))


# --- tables -------------------------------------------------------------------------------------


async def test_the_year_counts_hours_and_what_nobody_came_for(house: Lodging) -> None:
    hall = await house.has()
    came, missed = await house.booked(hall), await house.booked(hall, ANNA, a_wish(NOON + DAY))
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, came)
    await house.goes_on(NOON + DAY + HOUR)
    assert await house.state(missed) is RELEASED
    house.clock.time = NOON + 2 * DAY
    [use] = await house.reports.year(GLEB, 2026)
    assert (use.organisation, use.bookings, use.length, use.missed) == ("Фонд", 1, 2 * HOUR, 1)
    assert len(await house.reports.month(GLEB, date(2026, 12, 31))) == 2
    with pytest.raises(OnlyForKeepers):
        await house.reports.month(ANNA, date(2026, 12, 1))


async def test_the_calendar_says_what_it_is_for_only_to_whom_it_concerns(house: Lodging) -> None:
    hall = await house.has()
    await house.booked(hall)
    seen = [
        (await house.reports.calendar(one, hall)).entries[0].description for one in (ANNA, BORIS)
    ]
    assert seen == ["Встреча", ""]


async def test_free_times_of_a_day_leave_out_what_is_confirmed(house: Lodging) -> None:
    hall = await house.has()
    await house.booked(hall)
    day = await house.rooms.day(BORIS, hall, date(2026, 12, 15))
    hours = [((one.start - NOON) / HOUR, (one.end - NOON) / HOUR) for one in day.free]
    assert hours == [(-3, -0.5), (2.5, 9)]
    assert timedelta(0) < day.last - day.first <= timedelta(days=90)
