"""What becomes of bookings when an organisation leaves, or when somebody cannot be reached."""

from datetime import timedelta

import pytest

from bot.domain.people.affairs import Ended
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.rooms.bookings import BookingId, BookingState
from bot.domain.rooms.refusals import BookingGone
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.events import Events, Publication
from bot.services.people.erasing import erase_person
from bot.services.people.leaving import depart, end_membership
from storage.stores import Stores
from tests.alliance import some_rules
from tests.events import an_event_plan
from tests.people import joined
from tests.rooms import (
    ANNA,
    BORIS,
    DAY,
    DINA,
    FUND,
    GLEB,
    HOUR,
    HOUSE,
    NOON,
    NOW,
    TENT,
    VERA,
    Lodging,
    a_wish,
)

ELLA, ZOYA = MemberId(6), MemberId(7)
"""They speak for Boris's organisation as he does."""
CONFIRMED, WITHDRAWN = BookingState.CONFIRMED, BookingState.WITHDRAWN
WAITING, OFFERED = BookingState.WAITING, BookingState.OFFERED


async def fund_leaves(house: Lodging) -> None:
    """End the membership of Anna's organisation."""

    def leave(tx: Stores) -> None:
        fund = tx.organisations.get(FUND)
        assert fund is not None
        end_membership(tx, fund, Ended.LEFT, "", some_rules(), house.clock.now())

    await house.database.write(leave)


async def waits(house: Lodging, by: MemberId, booking: BookingId) -> None:
    """Refuse a request, and let its author wait."""
    await house.keeping.refuse(GLEB, booking, "")
    await house.bookings.wait(by, booking)


# --- an organisation that leaves ----------------------------------------------------------------


async def test_what_an_organisation_booked_ends_as_it_leaves_and_is_offered_on(
    house: Lodging,
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    asked = await house.bookings.ask(ANNA, hall, a_wish(NOON + DAY))
    own = await house.bookings.ask(ANNA, hall, a_wish(NOON + HOUR))
    late = await house.bookings.ask(BORIS, hall, a_wish(NOON + HOUR))
    await waits(house, ANNA, own)
    await waits(house, BORIS, late)
    await fund_leaves(house)
    ended = [await house.state(one) for one in (mine, asked, own)]
    assert (ended, await house.state(late)) == ([WITHDRAWN] * 3, OFFERED)
    assert (await house.told("offered"), await house.told("given_up")) == ([BORIS], [GLEB])


async def test_a_refused_request_of_an_organisation_that_left_is_not_waited_for(
    house: Lodging,
) -> None:
    hall = await house.has()
    asked = await house.bookings.ask(ANNA, hall, a_wish())
    await house.keeping.refuse(GLEB, asked, "")
    await fund_leaves(house)
    assert await house.state(asked) is WITHDRAWN


async def test_what_is_handed_out_stays_so_until_the_organisation_that_left_returns_it(
    house: Lodging,
) -> None:
    tent = await house.has(TENT)
    mine = await house.booked(tent)
    house.clock.time = NOON
    await house.keeping.check_in(GLEB, mine)
    await fund_leaves(house)
    assert [one.booking.id for one in await house.keeping.handed_out(GLEB)] == [mine]


async def test_the_room_of_an_event_stays_booked_for_the_alliance(
    house: Lodging, events: Events
) -> None:
    hall = await house.has()
    mine = await house.booked(hall)
    plan = an_event_plan(starts_at=NOON, duration=timedelta(hours=2))
    event = await events.publish(GLEB, plan, publication=Publication(booking=mine))
    await fund_leaves(house)
    kept = await house.of(mine)
    assert (kept.state, kept.organisation, kept.member) == (CONFIRMED, None, None)
    await house.goes_on(NOON - DAY)
    assert await house.told("eve") == []
    await events.cancel(GLEB, event, "")
    assert await house.state(mine) is WITHDRAWN


async def test_who_leaves_an_organisation_leaves_its_bookings_to_it(house: Lodging) -> None:
    await house.database.write(speaks_too)
    hall = await house.has()
    mine = await house.booked(hall, BORIS)

    def go(tx: Stores) -> None:
        boris = tx.members.get(BORIS)
        assert boris is not None
        tx.members.add_role(BORIS, Role.ORGANISER, NOW.date())
        depart(tx, boris, some_rules(), NOW)

    await house.database.write(go)
    assert await house.rooms.own(BORIS) == []
    with pytest.raises(BookingGone):
        await house.bookings.give_up(BORIS, mine)
    await house.goes_on(NOON - DAY)
    assert await house.told("eve") == [ELLA]


async def test_a_keeper_is_told_what_somebody_who_is_erased_had_booked_for_the_alliance(
    house: Lodging,
) -> None:
    hall = await house.has()
    await house.database.write(lambda tx: tx.members.add_role(DINA, Role.ORGANISER, NOW.date()))
    await house.booked(hall, DINA)
    late = await house.bookings.ask(BORIS, hall, a_wish(NOON + HOUR))
    await waits(house, BORIS, late)
    await house.database.write(lambda tx: erase_person(tx, DINA, some_rules(), NOW))
    assert GLEB in await house.told("given_up")
    assert await house.state(late) is OFFERED


# --- who cannot be reached ----------------------------------------------------------------------


def speaks_too(tx: Stores) -> None:
    """Add Ella; the second time, Zoya."""
    known = tx.members.find(HOUSE, "Элла Рой") is not None
    joined(tx, PersonDetails("Зоя Рой" if known else "Элла Рой", delegate=True), NOW, HOUSE)


async def offered_to_boris(house: Lodging) -> list[BookingId]:
    """Offer a slot to Boris; Vera waits behind him."""
    hall = await house.has()
    line = [await house.bookings.ask(one, hall, a_wish()) for one in (BORIS, VERA)]
    mine = await house.booked(hall)
    for person, booking in zip((BORIS, VERA), line, strict=True):
        await house.bookings.wait(person, booking)
    await house.bookings.give_up(ANNA, mine)
    return line


async def cannot_reach(house: Lodging, *people: MemberId) -> None:
    """Deliver what is due, while these people have blocked the bot."""

    def block(tx: Stores) -> None:
        for one in people:
            tx.members.save_reachable(one, NOW, reachable=False)

    await house.database.write(block)
    rules = some_rules()
    deliveries = Deliveries(
        house.database, house.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
    )
    await deliveries.claim(50)
    house.clock.time += HOUR
    await deliveries.claim(50)


async def test_an_offer_goes_to_who_else_speaks_for_the_organisation(house: Lodging) -> None:
    await house.database.write(speaks_too)
    line = await offered_to_boris(house)
    await cannot_reach(house, BORIS)
    assert [await house.state(one) for one in line] == [OFFERED, WAITING]
    assert await house.told("offered") == [BORIS, ELLA]
    await house.bookings.accept(ELLA, line[0])
    assert await house.state(line[0]) is CONFIRMED


async def test_an_offer_is_passed_over_once_nobody_of_the_organisation_can_be_reached(
    house: Lodging,
) -> None:
    await house.database.write(speaks_too)
    line = await offered_to_boris(house)
    await cannot_reach(house, BORIS, ELLA)
    assert [await house.state(one) for one in line] == [BookingState.LAPSED, OFFERED]
    assert await house.told("offered") == [BORIS, VERA]


async def test_one_speaker_who_can_be_reached_is_enough_for_an_offer(house: Lodging) -> None:
    for _ in range(2):
        await house.database.write(speaks_too)
    hall = await house.has()
    late = await house.bookings.ask(BORIS, hall, a_wish())
    mine = await house.booked(hall)
    await house.bookings.wait(BORIS, late)
    await house.database.write(lambda tx: tx.members.erase(BORIS, NOW))
    await house.bookings.give_up(ANNA, mine)
    assert await house.told("offered") == [ELLA, ZOYA]
    await cannot_reach(house, ELLA)
    assert await house.state(late) is OFFERED
