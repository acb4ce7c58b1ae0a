"""The colleague's answer: what changes hands, and what is refused."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.notices import SubstituteAnswered
from bot.domain.events.refusals import AlreadyGoing, NotOfOneOrganisation, SubstitutionOver
from bot.domain.events.rsvps import Answer
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionId, SubstitutionState
from bot.domain.notices import MessageRef
from bot.domain.priorities import Priority
from bot.ports import Card
from sandbox.clock import SandboxClock
from storage.database import Database
from tests.alliance import a_plan
from tests.databases import execute
from tests.substitutes import (
    ANNA,
    BORIS,
    CARD,
    DINA,
    GLEB,
    OLGA,
    REQUEST,
    VERA,
    Office,
    a_careful_office,
    an_office,
)


@pytest.fixture
async def office(database: Database, clock: SandboxClock) -> Office:
    return await an_office(database, clock)


@pytest.fixture
async def careful(database: Database, clock: SandboxClock) -> Office:
    return await a_careful_office(database, clock)


# --- the answer -----------------------------------------------------------------------------------


async def test_a_yes_moves_the_whole_party_to_the_colleague(office: Office) -> None:
    event = await office.publishes(3, guests=2)
    await office.come(event, ANNA)
    await office.rsvps.bring_named(ANNA, event, ["Пётр", "Павел"])
    request = await office.asks(event)

    await office.substitutions.answer(BORIS, request, REQUEST, 77, accept=True)

    given, taken = await office.rsvp(event, ANNA), await office.rsvp(event, BORIS)
    assert given is not None
    assert taken is not None
    assert (given.answer, given.seat, given.place, given.guests) == (Answer.DECLINED, None, None, 0)
    assert (taken.answer, taken.seat, taken.place) == (Answer.GOING, Seat.SEATED, 1)
    assert (taken.guests, taken.guest_names) == (2, ("Пётр", "Павел"))
    assert given.order == taken.order == 77
    assert await office.state(request) is SubstitutionState.ACCEPTED


async def test_a_yes_tells_whoever_asked_and_renews_all_that_shows_it(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    board, others = MessageRef(1, 30), MessageRef(6, 31)
    await office.rsvps.open_card(ANNA, event, CARD)
    await office.rsvps.open_card(DINA, event, others)
    await office.events.open_board(OLGA, event, board)
    request = await office.asks(event)
    await office.edits()

    await office.answers(request, accept=True)

    assert await office.edits() == {CARD, board, REQUEST}
    cards = await office.database.read(lambda tx: tx.cards.touched(event, BORIS))
    assert Card(event, BORIS, REQUEST) in cards, "the request has become the colleague's card"
    (notice,) = await office.said(SubstituteAnswered)
    assert (notice.recipient, notice.subject) == (ANNA, SubstituteAnswered(event, request))


async def test_a_no_leaves_the_seat_and_tells_whoever_asked(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    before = await office.seats(event)
    await office.rsvps.open_card(ANNA, event, CARD)
    request = await office.asks(event)
    await office.edits()

    await office.answers(request, accept=False)

    assert await office.seats(event) == before
    assert await office.state(request) is SubstitutionState.REFUSED
    assert await office.edits() == {CARD}
    (notice,) = await office.said(SubstituteAnswered)
    assert notice.recipient == ANNA
    with pytest.raises(SubstitutionOver):
        await office.answers(request, accept=True)


@pytest.mark.parametrize("accept", [True, False])
async def test_somebody_elses_request_and_one_that_is_none_look_alike(
    office: Office, accept: bool
) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    request = await office.asks(event)
    before = await office.dump()

    for actor, named in ((VERA, request), (GLEB, request), (ANNA, request), (BORIS, request + 1)):
        with pytest.raises(SubstitutionOver):
            await office.answers(SubstitutionId(named), accept=accept, by=actor)

    assert await office.dump() == before


async def test_of_two_yeses_at_once_one_counts(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    request = await office.asks(event)

    taps = [office.answers(request, accept=True) for _ in range(5)]
    outcomes = await asyncio.gather(*taps, return_exceptions=True)

    assert sum(outcome is None for outcome in outcomes) == 1
    assert sum(isinstance(outcome, SubstitutionOver) for outcome in outcomes) == 4
    assert await office.seats(event) == [(BORIS, Seat.SEATED, 1, 1)]
    assert len(await office.said(SubstituteAnswered)) == 1


async def test_the_colleague_who_waited_leaves_the_line_and_the_next_keep_their_order(
    office: Office,
) -> None:
    event = await office.publishes(2)
    await office.come(event, GLEB, ANNA, BORIS, DINA, VERA)
    card = MessageRef(6, 40)
    await office.rsvps.open_card(DINA, event, card)
    request = await office.asks(event)
    await office.edits()

    await office.answers(request, accept=True)

    assert await office.seats(event) == [
        (GLEB, Seat.SEATED, 1, 1),
        (BORIS, Seat.SEATED, 2, 1),
        (DINA, Seat.WAITING, 4, 1),
        (VERA, Seat.WAITING, 5, 1),
    ]
    shown = await office.rsvps.open_card(DINA, event, card)
    assert shown.number == 1
    assert card in await office.edits(), "who moves up in the line sees it"


async def test_the_colleagues_own_guests_give_way_to_those_who_have_seats(office: Office) -> None:
    event = await office.publishes(2, guests=1)
    await office.come(event, ANNA)
    await office.rsvps.bring(ANNA, event, 1)
    await office.come(event, BORIS)
    await office.rsvps.bring(BORIS, event, 1)

    await office.answers(await office.asks(event), accept=True)

    assert await office.seats(event) == [(BORIS, Seat.SEATED, 1, 2)]


async def test_a_seat_that_was_held_for_the_colleague_goes_to_the_next(office: Office) -> None:
    event = await office.publishes(2, after=timedelta(hours=30))
    await office.come(event, GLEB, ANNA, BORIS, DINA)
    await office.rsvps.answer(GLEB, event, Answer.DECLINED)
    assert (BORIS, Seat.OFFERED, 3, 1) in await office.seats(event)
    request = await office.asks(event)

    await office.answers(request, accept=True)

    assert await office.seats(event) == [(BORIS, Seat.SEATED, 2, 1), (DINA, Seat.OFFERED, 4, 1)]


async def test_capacity_and_quota_hold_when_seats_change_hands(office: Office) -> None:
    event = await office.publishes(2, quota=1)
    await office.come(event, ANNA, BORIS, GLEB, VERA, DINA)

    await office.answers(await office.asks(event), accept=True)
    await office.answers(await office.asks(event, BORIS, VERA), accept=True, by=VERA)
    await office.answers(await office.asks(event, GLEB, DINA), accept=True, by=DINA)

    assert await office.seats(event) == [(VERA, Seat.SEATED, 1, 1), (DINA, Seat.SEATED, 3, 1)]


async def test_a_seat_can_be_handed_over_after_the_rsvp_deadline(office: Office) -> None:
    plan = a_plan(office.clock)
    until = plan.starts_at - timedelta(days=1)
    event = await office.events.publish(OLGA, replace(plan, capacity=1, rsvp_until=until))
    await office.come(event, ANNA)
    office.clock.advance(until - office.clock.now() + timedelta(hours=1))

    await office.answers(await office.asks(event), accept=True)

    assert await office.seats(event) == [(BORIS, Seat.SEATED, 1, 1)]


async def test_who_took_a_seat_of_their_own_meanwhile_takes_no_second_one(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    request = await office.asks(event)
    await office.come(event, BORIS)

    with pytest.raises(AlreadyGoing):
        await office.answers(request, accept=True)

    assert [member for member, *_ in await office.seats(event)] == [ANNA, BORIS]
    await office.answers(request, accept=False)


async def test_who_left_the_council_meanwhile_does_not_get_its_seat(office: Office) -> None:
    event = await office.publishes(audience=COUNCIL)
    await office.come(event, ANNA)
    request = await office.asks(event, colleague=VERA)
    await office.database.write(
        lambda tx: tx.members.update(VERA, replace(tx.members.details(VERA), roles=frozenset()))
    )

    with pytest.raises(SubstitutionOver):
        await office.answers(request, accept=True, by=VERA)
    assert [member for member, *_ in await office.seats(event)] == [ANNA]


async def test_a_seat_never_leaves_the_organisation(office: Office) -> None:
    event = await office.publishes(2, quota=1)
    await office.come(event, ANNA, GLEB)
    request = await office.asks(event)
    await execute(office.database, "UPDATE members SET organisation_id = 2 WHERE id = 3")

    with pytest.raises(NotOfOneOrganisation):
        await office.answers(request, accept=True)
    assert [member for member, *_ in await office.seats(event)] == [ANNA, GLEB]


async def test_who_takes_one_seat_turns_the_others_who_asked_down(office: Office) -> None:
    event, other = await office.publishes(), await office.publishes()
    await office.come(event, ANNA, VERA)
    await office.come(other, ANNA)
    first = await office.asks(event)
    second = await office.asks(event, VERA)
    elsewhere = await office.asks(other)

    await office.answers(first, accept=True)

    assert await office.state(second) is SubstitutionState.REFUSED
    assert await office.state(elsewhere) is SubstitutionState.ASKED
    told = await office.said(SubstituteAnswered)
    assert {notice.recipient for notice in told} == {ANNA, VERA}


async def test_a_seat_goes_on_from_hand_to_hand_and_back(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)

    await office.answers(await office.asks(event), accept=True)
    await office.answers(await office.asks(event, BORIS, ANNA), accept=True, by=ANNA)

    assert await office.seats(event) == [(ANNA, Seat.SEATED, 1, 1)]


async def test_the_answer_waits_for_the_morning_unless_that_is_too_late(careful: Office) -> None:
    soon = await careful.publishes(after=timedelta(hours=10, minutes=30))
    later = await careful.publishes(after=timedelta(days=3))
    await careful.come(soon, ANNA)
    await careful.come(later, ANNA)
    requests = [await careful.asks(soon), await careful.asks(later)]
    careful.clock.advance(timedelta(hours=2))

    for request in requests:
        await careful.answers(request, accept=False)

    at_once, morning = await careful.said(SubstituteAnswered)
    assert at_once.subject == SubstituteAnswered(soon, requests[0])
    assert at_once.priority is Priority.ANSWER
    assert at_once.not_before <= careful.clock.now()
    assert morning.subject == SubstituteAnswered(later, requests[1])
    assert morning.priority is Priority.REMINDER
    assert morning.not_before.hour == 8


# --- erasing --------------------------------------------------------------------------------------


async def test_erasing_the_colleague_tells_whoever_asked_and_leaves_nothing_open(
    office: Office,
) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    await office.rsvps.open_card(ANNA, event, CARD)
    request = await office.asks(event)
    await office.edits()

    await office.members.erase(BORIS)

    assert await office.state(request) is None
    assert await office.request(event) is None
    assert CARD in await office.edits()
    (notice,) = await office.said(SubstituteAnswered)
    assert notice.recipient == ANNA
    assert [member for member, *_ in await office.seats(event)] == [ANNA]


async def test_erasing_whoever_asked_ends_the_request(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    request = await office.asks(event)

    await office.members.erase(ANNA)

    assert await office.state(request) is None
    with pytest.raises(SubstitutionOver):
        await office.answers(request, accept=True)
    assert await office.seats(event) == []
