"""A seat to hand over: who may be asked, by whom, and until when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import COUNCIL, DELEGATES, Audience, Circle
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
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.domain.refusals import ConsentMissing, NotMember, Refusal
from sandbox.clock import SandboxClock
from storage.database import Database
from tests.databases import execute
from tests.substitutes import (
    ANNA,
    BORIS,
    CARD,
    DINA,
    GLEB,
    LIST,
    OLGA,
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


# --- who may be asked -----------------------------------------------------------------------------


async def test_colleagues_of_one_organisation_without_a_seat_can_be_asked(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)

    assert await office.may_ask(event) == [BORIS, VERA]

    await office.come(event, VERA)
    assert await office.may_ask(event) == [BORIS]


async def test_who_waits_may_come_or_declined_can_be_asked(office: Office) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA, BORIS)
    await office.rsvps.answer(VERA, event, Answer.DECLINED)

    assert await office.may_ask(event) == [BORIS, VERA]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE members SET telegram_id = NULL, joined_at = NULL WHERE id = 3",
        "UPDATE members SET consent_version = NULL, consented_at = NULL WHERE id = 3",
        "UPDATE members SET unreachable_since = '2026-12-01' WHERE id = 3",
    ],
)
async def test_whom_no_message_reaches_is_not_asked(office: Office, sql: str) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    await execute(office.database, sql)

    assert await office.may_ask(event) == [VERA]
    with pytest.raises(ColleagueUnavailable):
        await office.substitutions.ask(ANNA, event, BORIS)


async def test_who_refused_is_not_asked_again_by_the_same_person(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA, VERA)
    await office.answers(await office.asks(event), accept=False)

    assert await office.may_ask(event) == []
    assert await office.may_ask(event, VERA) == [BORIS]
    with pytest.raises(ColleagueUnavailable):
        await office.substitutions.ask(ANNA, event, BORIS)


async def test_a_seat_of_the_council_stays_in_the_council(office: Office) -> None:
    event = await office.publishes(audience=COUNCIL)
    await office.come(event, ANNA)

    assert await office.may_ask(event) == [VERA]
    with pytest.raises(ColleagueUnavailable):
        await office.substitutions.ask(ANNA, event, BORIS)


@pytest.mark.parametrize("audience", [DELEGATES, Audience(Circle.CHOSEN, chosen=frozenset({ANNA}))])
async def test_elsewhere_any_colleague_may_stand_in_and_is_of_the_audience_from_then_on(
    office: Office, audience: Audience
) -> None:
    event = await office.publishes(audience=audience)
    await office.come(event, ANNA)
    with pytest.raises(EventNotFound):
        await office.come(event, BORIS)
    assert await office.may_ask(event) == [BORIS, VERA]

    await office.answers(await office.asks(event), accept=True)

    found = await office.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert (BORIS in found.audience.chosen, VERA in found.audience.chosen) == (True, False)
    assert found.sequence == 0, "calendars need not follow"
    await office.rsvps.answer(BORIS, event, Answer.MAYBE)


async def test_a_colleague_who_is_invited_anyway_is_not_added(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    await office.answers(await office.asks(event), accept=True)

    found = await office.database.read(lambda tx: tx.events.get(event))
    assert found is not None
    assert found.audience.chosen == frozenset()


async def test_a_message_that_shows_the_list_is_no_card_any_more(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    for message in (CARD, LIST):
        await office.rsvps.open_card(ANNA, event, message)
    await office.substitutions.colleagues(ANNA, event, LIST)
    await office.substitutions.colleagues(ANNA, event, None)

    cards = await office.database.read(lambda tx: tx.cards.of_event(event))

    assert [card.message for card in cards] == [CARD]


# --- asking ---------------------------------------------------------------------------------------


async def test_asking_tells_the_colleague_once_and_leaves_the_seat_where_it_is(
    office: Office,
) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    before = await office.seats(event)
    await office.edits()

    await office.substitutions.ask(ANNA, event, BORIS, CARD)
    await office.substitutions.ask(ANNA, event, BORIS, CARD)

    assert await office.seats(event) == before
    assert CARD in await office.edits()
    (notice,) = await office.said(SubstituteAsked)
    request = await office.request(event)
    assert request is not None
    assert notice.recipient == BORIS
    assert notice.subject == SubstituteAsked(event, request.id)
    assert notice.priority is Priority.REMINDER


async def test_asking_another_colleague_takes_the_earlier_request_back(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    first = await office.asks(event)
    second = await office.asks(event, colleague=VERA)

    assert await office.state(first) is SubstitutionState.WITHDRAWN
    with pytest.raises(SubstitutionOver):
        await office.answers(first, accept=True)
    await office.answers(second, accept=True, by=VERA)
    assert [member for member, *_ in await office.seats(event)] == [VERA]


async def test_a_request_that_was_taken_back_can_be_made_again(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    first = await office.asks(event)
    await office.substitutions.take_back(ANNA, event)
    assert await office.asks(event) != first
    assert len(await office.said(SubstituteAsked)) == 2


@pytest.mark.parametrize("colleague", [GLEB, OLGA, MemberId(99)])
async def test_a_forged_colleague_is_refused_as_if_there_were_no_such_person(
    office: Office, colleague: MemberId
) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    before = await office.dump()

    with pytest.raises(NotOfOneOrganisation):
        await office.substitutions.ask(ANNA, event, colleague)

    assert await office.dump() == before


@pytest.mark.parametrize("colleague", [ANNA, VERA])
async def test_nobody_asks_themselves_or_who_has_a_seat(
    office: Office, colleague: MemberId
) -> None:
    event = await office.publishes()
    await office.come(event, ANNA, VERA)

    with pytest.raises(ColleagueUnavailable):
        await office.substitutions.ask(ANNA, event, colleague)


async def test_people_without_an_organisation_have_no_colleagues(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, OLGA)

    with pytest.raises(NotOfOneOrganisation):
        await office.substitutions.colleagues(OLGA, event, LIST)
    with pytest.raises(NotOfOneOrganisation):
        await office.substitutions.ask(OLGA, event, BORIS)


async def test_only_a_seat_can_be_handed_over(office: Office) -> None:
    event = await office.publishes(1)
    acts: list[Callable[[], object]] = [
        lambda: office.substitutions.colleagues(ANNA, event, LIST),
        lambda: office.substitutions.ask(ANNA, event, BORIS),
    ]
    for answer, refusal in (
        (None, NotGoing),
        (Answer.MAYBE, NotGoing),
        (Answer.DECLINED, NotGoing),
        (Answer.GOING, NoSeatYet),
    ):
        await office.come(event, GLEB)
        if answer is not None:
            await office.rsvps.answer(ANNA, event, answer)
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
    office: Office, change: str, refusal: type[Refusal]
) -> None:
    event = await office.publishes(after=timedelta(days=1))
    await office.come(event, ANNA)
    request = await office.asks(event)
    match change:
        case "cancel":
            await office.events.cancel(OLGA, event, "Болезнь")
        case "begin":
            office.clock.advance(timedelta(days=1, minutes=1))
        case "end":
            office.clock.advance(timedelta(days=2))
        case "undecided":
            await execute(
                office.database, "UPDATE members SET consent_version = NULL, consented_at = NULL"
            )
    actor, colleague = (MemberId(98), MemberId(99)) if change == "stranger" else (ANNA, BORIS)
    named = EventId(99) if change == "unknown" else event
    before = await office.dump()

    with pytest.raises(refusal):
        await office.substitutions.colleagues(actor, named, LIST)
    with pytest.raises(refusal):
        await office.substitutions.ask(actor, named, VERA)
    if change != "begin":
        with pytest.raises(refusal):
            await office.substitutions.take_back(actor, named)
    if change != "unknown":
        for accept in (True, False):
            with pytest.raises(refusal):
                await office.answers(request, accept=accept, by=colleague)

    assert await office.dump() == before


async def test_whoever_was_not_invited_learns_nothing_by_forging(office: Office) -> None:
    event = await office.publishes(audience=COUNCIL)

    with pytest.raises(EventNotFound):
        await office.substitutions.colleagues(GLEB, event, LIST)
    with pytest.raises(EventNotFound):
        await office.substitutions.ask(GLEB, event, DINA)
    with pytest.raises(EventNotFound):
        await office.substitutions.take_back(GLEB, event)


async def test_a_colleague_is_not_disturbed_at_night(careful: Office) -> None:
    event = await careful.publishes(after=timedelta(days=2))
    await careful.come(event, ANNA)
    careful.clock.advance(timedelta(hours=2))

    await careful.asks(event)

    (notice,) = await careful.said(SubstituteAsked)
    assert notice.not_before - careful.clock.now() > timedelta(hours=8)
    assert notice.not_before.hour == 8


async def test_whom_a_request_would_reach_too_late_is_not_asked(careful: Office) -> None:
    event = await careful.publishes(after=timedelta(hours=10, minutes=30))
    await careful.come(event, ANNA)
    assert await careful.may_ask(event) == [BORIS, VERA]

    careful.clock.advance(timedelta(hours=2))

    assert await careful.may_ask(event) == []
    with pytest.raises(ColleagueUnavailable):
        await careful.substitutions.ask(ANNA, event, BORIS)


# --- taking it back -------------------------------------------------------------------------------


async def test_coming_oneself_after_all_keeps_the_seat_and_ends_the_request(
    office: Office,
) -> None:
    event = await office.publishes(1)
    await office.come(event, ANNA)
    before = await office.seats(event)
    request = await office.asks(event)
    await office.edits()

    await office.substitutions.take_back(ANNA, event, CARD)
    await office.substitutions.take_back(ANNA, event, CARD)

    assert await office.state(request) is SubstitutionState.WITHDRAWN
    assert CARD in await office.edits()
    with pytest.raises(SubstitutionOver):
        await office.answers(request, accept=True)
    assert await office.seats(event) == before


async def test_a_seat_that_is_gone_cannot_be_kept(office: Office) -> None:
    event = await office.publishes()
    await office.come(event, ANNA)
    await office.answers(await office.asks(event), accept=True)

    with pytest.raises(SubstitutionOver):
        await office.substitutions.take_back(ANNA, event)


@pytest.mark.parametrize("way", ["decline", "withdraw", "maybe", "capacity"])
async def test_who_no_longer_has_the_seat_cannot_hand_it_over(office: Office, way: str) -> None:
    event = await office.publishes(2)
    await office.come(event, GLEB, ANNA)
    request = await office.asks(event)
    match way:
        case "decline":
            await office.rsvps.answer(ANNA, event, Answer.DECLINED)
        case "maybe":
            await office.rsvps.answer(ANNA, event, Answer.MAYBE)
        case "withdraw":
            await office.rsvps.withdraw(ANNA, event)
        case "capacity":
            found = await office.database.read(lambda tx: tx.events.get(event))
            assert found is not None
            await office.events.change(OLGA, event, replace(found.plan, capacity=1))

    assert await office.state(request) is SubstitutionState.WITHDRAWN
    with pytest.raises(SubstitutionOver):
        await office.answers(request, accept=True)
    with pytest.raises(SubstitutionOver):
        await office.substitutions.take_back(ANNA, event)
