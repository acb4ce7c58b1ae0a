"""Events that take place in a room of the house."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.people.members import MemberId, Role
from bot.domain.rooms.bookings import Booking, BookingId, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.refusals import (
    BookingSettled,
    EventBeyondBooking,
    ResourceShutThen,
    SlotTaken,
)
from bot.services.events.events import Events, Publication
from bot.services.events.retractions import Retractions
from bot.services.rooms.for_events import HallOfEvent
from tests.alliance import some_rules
from tests.rooms import ANNA, BORIS, DAY, DINA, GLEB, HALL, HOUR, NOON, NOW, PLACES, Lodging, a_wish

CONFIRMED, WITHDRAWN = BookingState.CONFIRMED, BookingState.WITHDRAWN
PLAN = EventPlan(
    title="Встреча",
    description="",
    starts_at=NOON,
    duration=timedelta(hours=2),
    place="Дом НКО",
    audience=EVERYBODY,
)


async def of_event(house: Lodging, event: EventId) -> list[Booking]:
    return await house.database.read(lambda tx: tx.bookings.of_event(event))


async def test_an_event_books_its_hall_and_gives_it_up_when_it_is_cancelled(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    event = await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    [booking] = await of_event(house, event)
    assert (booking.state, booking.span.start) == (CONFIRMED, NOON)
    with pytest.raises(SlotTaken):
        await house.keeping.confirm(GLEB, late)
    await house.keeping.refuse(GLEB, late, "")
    await house.bookings.wait(BORIS, late)
    await events.cancel(GLEB, event, "")
    assert await house.state(booking.id) is WITHDRAWN
    await house.goes_on(NOW + HOUR)
    assert await house.state(late) is BookingState.OFFERED


async def test_an_event_in_a_taken_or_closed_hall_is_not_published(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    await house.booked(hall)
    with pytest.raises(SlotTaken):
        await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    night = replace(PLAN, starts_at=NOON + 10 * HOUR, duration=HOUR)
    with pytest.raises(ResourceShutThen):
        await events.publish(GLEB, night, publication=Publication(hall=hall))
    assert await events.all_ahead(GLEB, None) == []


async def test_each_date_of_a_series_has_its_booking(house: Lodging, events: Events) -> None:
    hall = await house.has()
    weekly = Recurrence(Rhythm.WEEKLY, None, 3)
    event = await events.publish(GLEB, PLAN, publication=Publication(None, weekly, hall=hall))
    dates = await events.following(GLEB, event)
    starts = [one.span.start for date in dates for one in await of_event(house, date.id)]
    assert starts == [NOON, NOON + 7 * DAY, NOON + 14 * DAY]


async def test_the_booking_moves_with_its_event_unless_the_time_is_taken(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    event = await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    await house.booked(hall, BORIS, a_wish(NOON + DAY))
    with pytest.raises(SlotTaken):
        await events.move(GLEB, event, NOON + DAY)
    await events.move(GLEB, event, NOON + HOUR)
    [booking] = await of_event(house, event)
    assert booking.span.start == NOON + HOUR


async def test_a_booking_becomes_an_event_once_and_stays_when_that_is_cancelled(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    view = await house.rooms.for_event(GLEB, mine)
    assert view.booking.purpose == "Встреча"
    event = await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    with pytest.raises(BookingSettled):
        await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    await events.cancel(GLEB, event, "")
    assert await house.state(mine) is CONFIRMED
    assert (await house.of(mine)).event is None


async def test_the_hall_of_an_event_is_not_released_while_the_event_takes_place(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    later = replace(PLAN, starts_at=NOON + DAY)
    event = await events.publish(GLEB, later, publication=Publication(hall=hall))
    [booking] = await of_event(house, event)
    for moment in (NOON + HOUR, NOON + DAY + HOUR):
        await house.goes_on(moment)
    assert await house.state(mine) is CONFIRMED
    assert await house.state(booking.id) is CONFIRMED


async def test_nothing_is_asked_about_the_hall_of_an_event_and_no_silence_releases_it(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    first = await house.booked(hall, ANNA, a_wish(until=date(2026, 12, 29)))
    dates = await house.database.read(lambda tx: tx.bookings.of_series(first))
    _, unasked, asked = (one.id for one in dates)
    plans = [replace(PLAN, starts_at=NOON + days * DAY) for days in (7, 14)]
    await events.publish(GLEB, plans[0], publication=Publication(booking=unasked))
    for days in (0, 4, 7):
        await house.goes_on(NOON + days * DAY)
    assert await house.told("renewal") == [ANNA]
    event = await events.publish(GLEB, plans[1], publication=Publication(booking=asked))
    for days in (11, 13):
        await house.goes_on(NOON + days * DAY)
    assert [await house.state(one) for one in (unasked, asked)] == [CONFIRMED] * 2
    assert await house.told("eve") == []
    await events.cancel(GLEB, event, "")
    await house.goes_on(NOON + 13 * DAY + HOUR)
    assert await house.state(asked) is CONFIRMED
    assert await house.told("eve") == [ANNA]


async def test_once_the_event_is_cancelled_its_former_booking_must_be_claimed(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    event = await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    await house.goes_on(NOON - HOUR)
    await events.cancel(GLEB, event, "")
    await house.goes_on(NOON + HOUR)
    assert await house.state(mine) is BookingState.RELEASED


async def test_an_event_that_is_taken_back_tells_which_hall_it_had(
    house: Lodging, events: Events
) -> None:
    hall, rules = await house.has(), some_rules()
    retractions = Retractions(house.database, house.clock, rules)
    later = NOW + DAY
    event = await events.publish(GLEB, PLAN, publication=Publication(later, hall=hall))
    taken_back = await retractions.retract(GLEB, event)
    assert taken_back.hall == HallOfEvent(hall, None, "Большой зал")
    mine = await house.booked(hall)
    event = await events.publish(GLEB, PLAN, publication=Publication(later, booking=mine))
    taken_back = await retractions.retract(GLEB, event)
    assert taken_back.hall == HallOfEvent(None, mine, "Большой зал")
    event = await events.publish(GLEB, PLAN, publication=Publication(later, booking=mine))
    assert [one.id for one in await of_event(house, event)] == [mine]


# --- another time -------------------------------------------------------------------------------


@pytest.mark.parametrize("change", [{"starts_at": NOON + 2 * DAY}, {"duration": 4 * HOUR}])
async def test_an_event_is_made_of_a_booking_within_its_time_only(
    house: Lodging, events: Events, change: dict[str, Any]
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    with pytest.raises(EventBeyondBooking):
        await events.publish(GLEB, replace(PLAN, **change), publication=Publication(booking=mine))
    booking = await house.of(mine)
    assert (booking.event, booking.span) == (None, Span(NOON, NOON + 2 * HOUR))


async def test_a_booking_moves_with_its_event_once_people_know_of_it(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    later = Publication(at=NOW + HOUR, booking=mine)
    event = await events.publish(GLEB, PLAN, publication=later)
    house.clock.time = NOW + timedelta(seconds=1)
    with pytest.raises(EventBeyondBooking):
        await events.move(GLEB, event, NOON + 2 * DAY)
    house.clock.time = NOW + HOUR
    await events.publish_due()
    await events.move(GLEB, event, NOON + 2 * DAY)
    assert (await house.of(mine)).span == Span(NOON + 2 * DAY, NOON + 2 * DAY + 2 * HOUR)
    assert await house.told("confirmed") == [ANNA, ANNA]


async def test_an_event_that_has_begun_keeps_its_hall_for_longer(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    event = await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    await house.booked(hall, BORIS, a_wish(NOON + 4 * HOUR))
    house.clock.time = NOON + HOUR
    await events.change(GLEB, event, replace(PLAN, duration=3 * HOUR))
    [booking] = await of_event(house, event)
    assert booking.span == Span(NOON, NOON + 3 * HOUR)
    with pytest.raises(SlotTaken):
        await events.change(GLEB, event, replace(PLAN, duration=4 * HOUR))


async def test_a_shorter_event_leaves_the_rest_of_the_time_unless_it_was_booked_before(
    house: Lodging, events: Events
) -> None:
    hall, places = await house.has(), await house.has(PLACES)
    mine = await house.booked(places)
    before = await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    event = await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    for one in (before, event):
        await events.change(GLEB, one, replace(PLAN, duration=HOUR))
    [booking] = await of_event(house, event)
    assert booking.span == Span(NOON, NOON + HOUR)
    assert booking.busy_until == NOON + HOUR + HALL.buffer
    assert (await house.of(mine)).span == Span(NOON, NOON + 2 * HOUR)


# --- a hall that is lost ------------------------------------------------------------------------


async def given_up(house: Lodging, booking: BookingId) -> None:
    """Give it up, as whose it is."""
    await house.bookings.give_up(ANNA, booking)


async def not_coming(house: Lodging, booking: BookingId) -> None:
    """Say that nobody comes."""
    await house.bookings.come(ANNA, booking, coming=False)


async def series_given_up(house: Lodging, booking: BookingId) -> None:
    """Give up all dates."""
    await house.bookings.give_up_series(ANNA, booking)


async def called_off(house: Lodging, booking: BookingId) -> None:
    """Call it off, as the keeper."""
    await house.keeping.call_off(DINA, booking, "")


async def closed(house: Lodging, booking: BookingId) -> None:
    """Close the hall on that day, as another organiser."""
    await second_organiser(house)
    hall = (await house.of(booking)).resource
    await house.managing.close(DINA, hall, date(2026, 12, 15), date(2026, 12, 15), "")


@pytest.mark.parametrize("lose", [given_up, not_coming, series_given_up, called_off, closed])
async def test_who_made_an_event_is_told_that_its_hall_is_not_booked_any_more(
    house: Lodging, events: Events, lose: Callable[[Lodging, BookingId], Awaitable[None]]
) -> None:
    hall = await house.has(replace(HALL, keeper=DINA))
    mine = await house.booked(hall)
    await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    await lose(house, mine)
    assert await house.told("hall_lost") == [GLEB]


async def test_nobody_is_told_twice_that_the_hall_of_an_event_is_lost(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    first, second = await house.booked(hall), await house.booked(hall, ANNA, a_wish(NOON + DAY))
    for booking, start in ((first, NOON), (second, NOON + DAY)):
        plan = replace(PLAN, starts_at=start)
        await events.publish(GLEB, plan, publication=Publication(booking=booking))
    await house.bookings.give_up(ANNA, first)
    assert (await house.told("hall_lost"), await house.told("given_up")) == ([GLEB], [])
    await house.keeping.call_off(GLEB, second, "")
    assert await house.told("hall_lost") == [GLEB]


async def test_once_its_author_organises_no_more_the_organisers_are_told_of_a_lost_hall(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    await second_organiser(house)
    await erased(house, GLEB)
    await house.bookings.give_up(ANNA, mine)
    assert await house.told("hall_lost") == [DINA]


# --- an organiser who goes ----------------------------------------------------------------------


async def test_the_hall_of_an_event_stays_booked_when_its_organiser_is_erased(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    event = await events.publish(GLEB, PLAN, publication=Publication(hall=hall))
    await erased(house, GLEB)
    [booking] = await of_event(house, event)
    assert (booking.state, booking.member, booking.purpose) == (CONFIRMED, None, "")


async def test_what_an_erased_organiser_had_booked_before_the_event_is_given_up_with_it(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    await second_organiser(house)
    mine = await house.booked(hall, DINA)
    event = await events.publish(GLEB, PLAN, publication=Publication(booking=mine))
    await erased(house, DINA)
    await house.goes_on(NOON - DAY)
    assert await house.state(mine) is CONFIRMED
    await events.cancel(GLEB, event, "")
    assert await house.state(mine) is WITHDRAWN


async def second_organiser(house: Lodging) -> None:
    """Let Dina organise too."""
    await house.database.write(lambda tx: tx.members.add_role(DINA, Role.ORGANISER, NOW.date()))


async def erased(house: Lodging, member: MemberId) -> None:
    """Erase the data of a person."""
    await house.database.write(lambda tx: tx.members.erase(member, NOW))
