"""A seat to hand over: who may be asked, by whom, and until when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import COUNCIL, DELEGATES, Audience, AudienceCircle
from bot.domain.events.events import EventId
from bot.domain.events.notices import SubstituteAsked
from bot.domain.events.refusals import (
    ColleagueUnavailable,
    EventHasBegun,
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    NoSeatYet,
    NotGoing,
    NotOfOneOrganisation,
    SubstitutionOver,
)
from bot.domain.events.rsvps import Answer
from bot.domain.events.substitutions import SubstitutionState
from bot.domain.events.views import EventView
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.domain.refusals import ConsentMissing, NotMember, Refusal
from tests.databases import execute
from tests.substitutes import ANNA, BORIS, CARD, DINA, GLEB, LIST, OLGA, VERA, Colleagues

# --- who may be asked -----------------------------------------------------------------------------


async def test_colleagues_of_one_organisation_without_a_seat_can_be_asked(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)

    assert await colleagues.may_ask(event) == [BORIS, VERA]

    await colleagues.come(event, VERA)
    assert await colleagues.may_ask(event) == [BORIS]


async def test_who_waits_may_come_or_declined_can_be_asked(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA, BORIS)
    await colleagues.rsvps.answer(VERA, event, Answer.DECLINED)

    assert await colleagues.may_ask(event) == [BORIS, VERA]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE members SET telegram_id = NULL, joined_at = NULL WHERE id = 3",
        "UPDATE members SET consent_version = NULL, consented_at = NULL WHERE id = 3",
        "UPDATE members SET unreachable_since = '2026-12-01' WHERE id = 3",
    ],
)
async def test_whom_no_message_reaches_is_not_asked(colleagues: Colleagues, sql: str) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    await execute(colleagues.database, sql)

    assert await colleagues.may_ask(event) == [VERA]
    with pytest.raises(ColleagueUnavailable):
        await colleagues.substitutions.ask(ANNA, event, BORIS)


async def test_who_refused_is_not_asked_again_by_the_same_person(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA, VERA)
    await colleagues.answers(await colleagues.asks(event), accept=False)

    assert await colleagues.may_ask(event) == []
    assert await colleagues.may_ask(event, VERA) == [BORIS]
    with pytest.raises(ColleagueUnavailable):
        await colleagues.substitutions.ask(ANNA, event, BORIS)


async def test_a_seat_of_the_council_stays_in_the_council(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(audience=COUNCIL)
    await colleagues.come(event, ANNA)

    assert await colleagues.may_ask(event) == [VERA]
    with pytest.raises(ColleagueUnavailable):
        await colleagues.substitutions.ask(ANNA, event, BORIS)


@pytest.mark.parametrize(
    "audience", [DELEGATES, Audience(AudienceCircle.CHOSEN, chosen=frozenset({ANNA}))]
)
async def test_elsewhere_any_colleague_may_stand_in_and_is_of_the_audience_from_then_on(
    colleagues: Colleagues, audience: Audience
) -> None:
    event = await colleagues.publishes(audience=audience)
    await colleagues.come(event, ANNA)
    with pytest.raises(EventNotFound):
        await colleagues.come(event, BORIS)
    assert await colleagues.may_ask(event) == [BORIS, VERA]

    await colleagues.answers(await colleagues.asks(event), accept=True)

    found = await colleagues.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert (BORIS in found.audience.chosen, VERA in found.audience.chosen) == (True, False)
    assert found.sequence == 0, "calendars need not follow"
    await colleagues.rsvps.answer(BORIS, event, Answer.MAYBE)


async def test_a_colleague_who_is_invited_anyway_is_not_added(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    await colleagues.answers(await colleagues.asks(event), accept=True)

    found = await colleagues.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert found.audience.chosen == frozenset()


async def test_a_message_that_shows_the_list_is_no_card_any_more(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    for message in (CARD, LIST):
        await colleagues.rsvps.open_card(ANNA, event, message)
    await colleagues.substitutions.colleagues(ANNA, event, LIST)
    await colleagues.substitutions.colleagues(ANNA, event, None)

    cards = await colleagues.database.read(lambda tx: tx.shown.of(EventView, event))

    assert [card.message for card in cards] == [CARD]


# --- asking ---------------------------------------------------------------------------------------


async def test_asking_tells_the_colleague_once_and_leaves_the_seat_where_it_is(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    before = await colleagues.seats(event)
    await colleagues.edits()

    await colleagues.substitutions.ask(ANNA, event, BORIS, CARD)
    await colleagues.substitutions.ask(ANNA, event, BORIS, CARD)

    assert await colleagues.seats(event) == before
    assert CARD in await colleagues.edits()
    (notice,) = await colleagues.said(SubstituteAsked)
    request = await colleagues.request(event)
    assert request is not None
    assert notice.recipient == BORIS
    assert notice.subject == SubstituteAsked(event, request.id)
    assert notice.priority is Priority.REMINDER


async def test_asking_another_colleague_takes_the_earlier_request_back(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    first = await colleagues.asks(event)
    second = await colleagues.asks(event, colleague=VERA)

    assert await colleagues.state(first) is SubstitutionState.WITHDRAWN
    with pytest.raises(SubstitutionOver):
        await colleagues.answers(first, accept=True)
    await colleagues.answers(second, accept=True, by=VERA)
    assert [member for member, *_ in await colleagues.seats(event)] == [VERA]


async def test_a_request_that_was_taken_back_can_be_made_again(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    first = await colleagues.asks(event)
    await colleagues.substitutions.take_back(ANNA, event)
    assert await colleagues.asks(event) != first
    assert len(await colleagues.said(SubstituteAsked)) == 2


@pytest.mark.parametrize("colleague", [GLEB, OLGA, MemberId(99)])
async def test_a_forged_colleague_is_refused_as_if_there_were_no_such_person(
    colleagues: Colleagues, colleague: MemberId
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    before = await colleagues.dump()

    with pytest.raises(NotOfOneOrganisation):
        await colleagues.substitutions.ask(ANNA, event, colleague)

    assert await colleagues.dump() == before


@pytest.mark.parametrize("colleague", [ANNA, VERA])
async def test_nobody_asks_themselves_or_who_has_a_seat(
    colleagues: Colleagues, colleague: MemberId
) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA, VERA)

    with pytest.raises(ColleagueUnavailable):
        await colleagues.substitutions.ask(ANNA, event, colleague)


async def test_people_without_an_organisation_have_no_colleagues(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, OLGA)

    with pytest.raises(NotOfOneOrganisation):
        await colleagues.substitutions.colleagues(OLGA, event, LIST)
    with pytest.raises(NotOfOneOrganisation):
        await colleagues.substitutions.ask(OLGA, event, BORIS)


async def test_only_a_seat_can_be_handed_over(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(1)
    acts: list[Callable[[], object]] = [
        lambda: colleagues.substitutions.colleagues(ANNA, event, LIST),
        lambda: colleagues.substitutions.ask(ANNA, event, BORIS),
    ]
    for answer, refusal in (
        (None, NotGoing),
        (Answer.MAYBE, NotGoing),
        (Answer.DECLINED, NotGoing),
        (Answer.GOING, NoSeatYet),
    ):
        await colleagues.come(event, GLEB)
        if answer is not None:
            await colleagues.rsvps.answer(ANNA, event, answer)
        for act in acts:
            with pytest.raises(refusal):
                await act()  # type: ignore[misc]  # both are coroutine functions


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ("cancel", EventIsCancelled),
        ("begin", EventHasBegun),
        ("end", EventIsOver),
        ("unknown", EventNotFound),
        ("stranger", NotMember),
        ("undecided", ConsentMissing),
    ],
)
async def test_everything_is_refused_when_the_time_or_the_person_is_wrong(
    colleagues: Colleagues, change: str, refusal: type[Refusal]
) -> None:
    event = await colleagues.publishes(after=timedelta(days=1))
    await colleagues.come(event, ANNA)
    request = await colleagues.asks(event)
    match change:
        case "cancel":
            await colleagues.events.cancel(OLGA, event, "Болезнь")
        case "begin":
            colleagues.clock.advance(timedelta(days=1, minutes=1))
        case "end":
            colleagues.clock.advance(timedelta(days=2))
        case "undecided":
            await execute(
                colleagues.database,
                "UPDATE members SET consent_version = NULL, consented_at = NULL",
            )
    actor, colleague = (MemberId(98), MemberId(99)) if change == "stranger" else (ANNA, BORIS)
    named = EventId(99) if change == "unknown" else event
    before = await colleagues.dump()

    with pytest.raises(refusal):
        await colleagues.substitutions.colleagues(actor, named, LIST)
    with pytest.raises(refusal):
        await colleagues.substitutions.ask(actor, named, VERA)
    if change != "begin":
        with pytest.raises(refusal):
            await colleagues.substitutions.take_back(actor, named)
    if change != "unknown":
        for accept in (True, False):
            with pytest.raises(refusal):
                await colleagues.answers(request, accept=accept, by=colleague)

    assert await colleagues.dump() == before


async def test_who_was_not_invited_learns_nothing_by_forging(colleagues: Colleagues) -> None:
    event = await colleagues.publishes(audience=COUNCIL)

    with pytest.raises(EventNotFound):
        await colleagues.substitutions.colleagues(GLEB, event, LIST)
    with pytest.raises(EventNotFound):
        await colleagues.substitutions.ask(GLEB, event, DINA)
    with pytest.raises(EventNotFound):
        await colleagues.substitutions.take_back(GLEB, event)


async def test_a_colleague_is_not_disturbed_at_night(careful: Colleagues) -> None:
    event = await careful.publishes(after=timedelta(days=2))
    await careful.come(event, ANNA)
    careful.clock.advance(timedelta(hours=2))

    await careful.asks(event)

    (notice,) = await careful.said(SubstituteAsked)
    assert notice.not_before - careful.clock.now() > timedelta(hours=8)
    assert notice.not_before.hour == 8


async def test_whom_a_request_would_reach_too_late_is_not_asked(careful: Colleagues) -> None:
    event = await careful.publishes(after=timedelta(hours=10, minutes=30))
    await careful.come(event, ANNA)
    assert await careful.may_ask(event) == [BORIS, VERA]

    careful.clock.advance(timedelta(hours=2))

    assert await careful.may_ask(event) == []
    with pytest.raises(ColleagueUnavailable):
        await careful.substitutions.ask(ANNA, event, BORIS)


# --- taking it back -------------------------------------------------------------------------------


async def test_coming_oneself_after_all_keeps_the_seat_and_ends_the_request(
    colleagues: Colleagues,
) -> None:
    event = await colleagues.publishes(1)
    await colleagues.come(event, ANNA)
    before = await colleagues.seats(event)
    request = await colleagues.asks(event)
    await colleagues.edits()

    await colleagues.substitutions.take_back(ANNA, event, CARD)
    await colleagues.substitutions.take_back(ANNA, event, CARD)

    assert await colleagues.state(request) is SubstitutionState.WITHDRAWN
    assert CARD in await colleagues.edits()
    with pytest.raises(SubstitutionOver):
        await colleagues.answers(request, accept=True)
    assert await colleagues.seats(event) == before


async def test_a_seat_that_is_gone_cannot_be_kept(colleagues: Colleagues) -> None:
    event = await colleagues.publishes()
    await colleagues.come(event, ANNA)
    await colleagues.answers(await colleagues.asks(event), accept=True)

    with pytest.raises(SubstitutionOver):
        await colleagues.substitutions.take_back(ANNA, event)


@pytest.mark.parametrize("way", ["decline", "withdraw", "maybe", "capacity"])
async def test_who_no_longer_has_the_seat_cannot_hand_it_over(
    colleagues: Colleagues, way: str
) -> None:
    event = await colleagues.publishes(2)
    await colleagues.come(event, GLEB, ANNA)
    request = await colleagues.asks(event)
    match way:
        case "decline":
            await colleagues.rsvps.answer(ANNA, event, Answer.DECLINED)
        case "maybe":
            await colleagues.rsvps.answer(ANNA, event, Answer.MAYBE)
        case "withdraw":
            await colleagues.rsvps.withdraw(ANNA, event)
        case "capacity":
            found = await colleagues.database.read(lambda tx: tx.events.get(event))
            assert found is not None
            await colleagues.events.change(OLGA, event, replace(found.plan, capacity=1))

    assert await colleagues.state(request) is SubstitutionState.WITHDRAWN
    with pytest.raises(SubstitutionOver):
        await colleagues.answers(request, accept=True)
    with pytest.raises(SubstitutionOver):
        await colleagues.substitutions.take_back(ANNA, event)
