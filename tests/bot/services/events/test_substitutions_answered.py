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
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from tests.alliance import a_plan
from tests.databases import execute
from tests.substitutes import ANNA, BORIS, CARD, DINA, GLEB, OLGA, REQUEST, VERA, Colleagues

# --- the answer -----------------------------------------------------------------------------------


async def test_a_yes_moves_the_whole_party_to_the_colleague(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(3, guests=2)
    await colleagues.come(event, ANNA)
    await colleagues.rsvps.bring_named(ANNA, event, ["Пётр", "Павел"])
    request = await colleagues.asks(event)

    await colleagues.substitutions.answer(BORIS, request, REQUEST, 77, accept=True)

    given, taken = await colleagues.rsvp(event, ANNA), await colleagues.rsvp(event, BORIS)
    assert given is not None
    assert taken is not None
    assert (given.answer, given.seat, given.place, given.guests) == (Answer.DECLINED, None, None, 0)
    assert (taken.answer, taken.seat, taken.place) == (Answer.GOING, Seat.SEATED, 1)
    assert (taken.guests, taken.guest_names) == (2, ("Пётр", "Павел"))
    assert given.order == taken.order == 77
    assert await colleagues.state(request) is SubstitutionState.ACCEPTED


async def test_a_yes_tells_who_asked_and_renews_all_that_shows_it(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    board, others = MessageRef(1, 30), MessageRef(6, 31)
    await colleagues.rsvps.open_card(ANNA, event, CARD)
    await colleagues.rsvps.open_card(DINA, event, others)
    await colleagues.events.open_board(OLGA, event, board)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.answers(request, accept=True)

    assert await colleagues.edits() == {CARD, board, REQUEST}
    cards = await colleagues.database.read(lambda tx: tx.shown.touched(EventView, event, [BORIS]))
    assert Shown(event, BORIS, REQUEST) in cards, "the request has become the colleague's card"
    (notice,) = await colleagues.said(SubstituteAnswered)
    assert (notice.recipient, notice.subject) == (ANNA, SubstituteAnswered(event, request))


async def test_a_no_leaves_the_seat_and_tells_who_asked(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    before = await colleagues.seats(event)
    await colleagues.rsvps.open_card(ANNA, event, CARD)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.answers(request, accept=False)

    assert await colleagues.seats(event) == before
    assert await colleagues.state(request) is SubstitutionState.REFUSED
    assert await colleagues.edits() == {CARD}
    (notice,) = await colleagues.said(SubstituteAnswered)
    assert notice.recipient == ANNA
    with pytest.raises(SubstitutionOver):
        await colleagues.answers(request, accept=True)


@pytest.mark.parametrize("accept", [True, False])
async def test_somebody_elses_request_and_one_that_is_none_look_alike(
    colleagues: Colleagues, accept: bool
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)
    before = await colleagues.dump()

    for actor, named in ((VERA, request), (GLEB, request), (ANNA, request), (BORIS, request + 1)):
        with pytest.raises(SubstitutionOver):
            await colleagues.answers(SubstitutionId(named), accept=accept, by=actor)

    assert await colleagues.dump() == before


async def test_of_two_yeses_at_once_one_counts(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)

    taps = [colleagues.answers(request, accept=True) for _ in range(5)]
    outcomes = await asyncio.gather(*taps, return_exceptions=True)

    assert sum(outcome is None for outcome in outcomes) == 1
    assert sum(isinstance(outcome, SubstitutionOver) for outcome in outcomes) == 4
    assert await colleagues.seats(event) == [(BORIS, Seat.SEATED, 1, 1)]
    assert len(await colleagues.said(SubstituteAnswered)) == 1


async def test_the_colleague_who_waited_leaves_the_line_and_the_next_keep_their_order(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes(2)
    await colleagues.come(event, GLEB, ANNA, BORIS, DINA, VERA)
    card = MessageRef(6, 40)
    await colleagues.rsvps.open_card(DINA, event, card)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.answers(request, accept=True)

    assert await colleagues.seats(event) == [
        (GLEB, Seat.SEATED, 1, 1),
        (BORIS, Seat.SEATED, 2, 1),
        (DINA, Seat.WAITING, 4, 1),
        (VERA, Seat.WAITING, 5, 1),
    ]
    shown = await colleagues.rsvps.open_card(DINA, event, card)
    assert shown.number == 1
    assert card in await colleagues.edits(), "who moves up in the line sees it"


async def test_the_colleagues_own_guests_give_way_to_those_who_have_seats(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes(2, guests=1)
    await colleagues.come(event, ANNA)
    await colleagues.rsvps.bring(ANNA, event, 1)
    await colleagues.come(event, BORIS)
    await colleagues.rsvps.bring(BORIS, event, 1)

    await colleagues.answers(await colleagues.asks(event), accept=True)

    assert await colleagues.seats(event) == [(BORIS, Seat.SEATED, 1, 2)]


async def test_a_seat_that_was_held_for_the_colleague_goes_to_the_next(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes(2, after=timedelta(hours=30))
    await colleagues.come(event, GLEB, ANNA, BORIS, DINA)
    await colleagues.rsvps.answer(GLEB, event, Answer.DECLINED)
    assert (BORIS, Seat.OFFERED, 3, 1) in await colleagues.seats(event)
    request = await colleagues.asks(event)

    await colleagues.answers(request, accept=True)

    assert await colleagues.seats(event) == [(BORIS, Seat.SEATED, 2, 1), (DINA, Seat.OFFERED, 4, 1)]


async def test_capacity_and_quota_hold_when_seats_change_hands(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(2, quota=1)
    await colleagues.come(event, ANNA, BORIS, GLEB, VERA, DINA)

    await colleagues.answers(await colleagues.asks(event), accept=True)
    await colleagues.answers(await colleagues.asks(event, BORIS, VERA), accept=True, by=VERA)
    await colleagues.answers(await colleagues.asks(event, GLEB, DINA), accept=True, by=DINA)

    assert await colleagues.seats(event) == [(VERA, Seat.SEATED, 1, 1), (DINA, Seat.SEATED, 3, 1)]


async def test_a_seat_can_be_handed_over_after_the_rsvp_deadline(colleagues: Colleagues) -> None:
    plan = a_plan(colleagues.clock)
    until = plan.starts_at - timedelta(days=1)
    event = await colleagues.events.publish(OLGA, replace(plan, capacity=1, rsvp_until=until))
    await colleagues.come(event, ANNA)
    colleagues.clock.advance(until - colleagues.clock.now() + timedelta(hours=1))

    await colleagues.answers(await colleagues.asks(event), accept=True)

    assert await colleagues.seats(event) == [(BORIS, Seat.SEATED, 1, 1)]


async def test_who_took_a_seat_of_their_own_meanwhile_takes_no_second_one(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)
    await colleagues.come(event, BORIS)

    with pytest.raises(AlreadyGoing):
        await colleagues.answers(request, accept=True)

    assert [member for member, *_ in await colleagues.seats(event)] == [ANNA, BORIS]
    await colleagues.answers(request, accept=False)


async def test_who_left_the_council_meanwhile_does_not_get_its_seat(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(audience=COUNCIL)
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event, colleague=VERA)
    await colleagues.database.write(
        lambda tx: tx.members.update(VERA, replace(tx.members.details(VERA), roles=frozenset()))
    )

    with pytest.raises(SubstitutionOver):
        await colleagues.answers(request, accept=True, by=VERA)
    assert [member for member, *_ in await colleagues.seats(event)] == [ANNA]


async def test_a_seat_never_leaves_the_organisation(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(2, quota=1)
    await colleagues.come(event, ANNA, GLEB)
    request = await colleagues.asks(event)
    await execute(colleagues.database, "UPDATE members SET organisation_id = 2 WHERE id = 3")

    with pytest.raises(NotOfOneOrganisation):
        await colleagues.answers(request, accept=True)
    assert [member for member, *_ in await colleagues.seats(event)] == [ANNA, GLEB]


async def test_who_takes_one_seat_turns_the_others_who_asked_down(colleagues: Colleagues) -> None:
    event, other = await colleagues.publishes(), await colleagues.publishes()
    await colleagues.come(event, ANNA, VERA)
    await colleagues.come(other, ANNA)
    first = await colleagues.asks(event)
    second = await colleagues.asks(event, VERA)
    elsewhere = await colleagues.asks(other)

    await colleagues.answers(first, accept=True)

    assert await colleagues.state(second) is SubstitutionState.REFUSED
    assert await colleagues.state(elsewhere) is SubstitutionState.ASKED
    told = await colleagues.said(SubstituteAnswered)
    assert {notice.recipient for notice in told} == {ANNA, VERA}


async def test_a_seat_goes_on_from_hand_to_hand_and_back(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)

    await colleagues.answers(await colleagues.asks(event), accept=True)
    await colleagues.answers(await colleagues.asks(event, BORIS, ANNA), accept=True, by=ANNA)

    assert await colleagues.seats(event) == [(ANNA, Seat.SEATED, 1, 1)]


async def test_the_answer_waits_for_the_morning_unless_that_is_too_late(
    careful: Colleagues,
) -> None:
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


async def test_erasing_the_colleague_tells_who_asked_and_leaves_nothing_open(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    await colleagues.rsvps.open_card(ANNA, event, CARD)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.members.erase(BORIS)

    assert await colleagues.state(request) is None
    assert await colleagues.request(event) is None
    assert CARD in await colleagues.edits()
    (notice,) = await colleagues.said(SubstituteAnswered)
    assert notice.recipient == ANNA
    assert [member for member, *_ in await colleagues.seats(event)] == [ANNA]


async def test_erasing_who_asked_ends_the_request(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)

    await colleagues.members.erase(ANNA)

    assert await colleagues.state(request) is None
    with pytest.raises(SubstitutionOver):
        await colleagues.answers(request, accept=True)
    assert await colleagues.seats(event) == []


# --- leaving --------------------------------------------------------------------------------------


async def test_who_asked_a_colleague_that_leaves_the_organisation_is_told_and_asks_another(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    await colleagues.rsvps.open_card(ANNA, event, CARD)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.leaves(BORIS)

    assert await colleagues.state(request) is SubstitutionState.REFUSED
    assert CARD in await colleagues.edits()
    (notice,) = await colleagues.said(SubstituteAnswered)
    assert notice.recipient == ANNA
    assert await colleagues.may_ask(event) == [VERA]


async def test_a_colleague_is_not_asked_any_longer_by_somebody_who_leaves(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)

    await colleagues.leaves(ANNA)

    assert await colleagues.state(request) is SubstitutionState.WITHDRAWN
    assert await colleagues.said(SubstituteAnswered) == []
