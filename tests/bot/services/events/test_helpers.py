from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.events.doors import FOUND_LIMIT
from bot.domain.events.events import EventId
from bot.domain.events.letters import EventLetter
from bot.domain.events.notices import HelperNamed
from bot.domain.events.refusals import EventIsCancelled, EventNotFound
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.refusals import ButtonTooOld, NotMember, OnlyForOrganisers, Refusal
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.events import Events
from bot.services.events.helpers import Helpers
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.events import an_event_plan
from tests.outboxes import send_all
from tests.people import consented, joined

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ANNA, BORIS, VERA, ABSENT, SECOND = map(MemberId, (1, 2, 3, 4, 5))
STRANGER = MemberId(99)


class Entrance:
    """Anna and another organiser, Boris and Vera who have joined, and somebody who has not."""

    def __init__(self, database: Database) -> None:
        rules = some_rules()
        self.database = database
        self.clock = FixedClock(NOW)
        self.events = Events(database, self.clock, rules)
        self.helpers = Helpers(database, self.clock, rules)
        self.deliveries = Deliveries(
            database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        self.event = EventId(1)

    async def told(self) -> list[int]:
        """Deliver all that is due; return whose chats heard that they help."""
        letters = [delivery.letter for delivery in await send_all(self.deliveries, kept=False)]
        return [
            letter.chat
            for letter in letters
            if isinstance(letter.content, EventLetter)
            and isinstance(letter.content.subject, HelperNamed)
        ]

    async def audit(self) -> list[tuple[Any, ...]]:
        sql = "SELECT actor_id, act, subject, details FROM audit WHERE act LIKE 'helper.%'"
        return await query(self.database, sql)


@pytest.fixture
async def entrance(database: Database) -> Entrance:
    organiser = frozenset({Role.ORGANISER})
    people = [
        PersonDetails("Анна Орлова", roles=organiser),
        *map(PersonDetails, ("Борис Котов", "Вера Зимина", "Василий Зимин")),
        PersonDetails("Зиновий Пак", roles=organiser),
    ]

    def write(tx: Stores) -> None:
        for person in people:
            member = tx.members.add(person, None)
            if member != ABSENT:
                consented(tx, member, NOW)

    await database.write(write)
    made = Entrance(database)
    plan = an_event_plan(NOW + timedelta(days=3))
    await made.events.publish(ANNA, plan)
    await made.told()
    return made


async def test_a_helper_who_is_named_is_told_once_and_written_down(entrance: Entrance) -> None:
    for _ in range(2):
        team = await entrance.helpers.name(ANNA, entrance.event, BORIS)

    assert [one.id for one in team.helpers] == [BORIS]
    assert await entrance.told() == [BORIS]
    assert await entrance.audit() == [(ANNA, "helper.name", "event:1", '{"member": 2}')]


async def test_a_dismissed_helper_is_one_no_more_and_can_be_named_again(entrance: Entrance) -> None:
    await entrance.helpers.name(ANNA, entrance.event, BORIS)
    assert await entrance.told() == [BORIS]
    entrance.clock.time += timedelta(minutes=1)

    for _ in range(2):
        team = await entrance.helpers.dismiss(SECOND, entrance.event, BORIS)
    assert team.helpers == ()
    assert await entrance.told() == []
    await entrance.helpers.name(ANNA, entrance.event, BORIS)

    assert await entrance.told() == [BORIS]
    acts = [act for _, act, *_ in await entrance.audit()]
    assert acts == ["helper.name", "helper.dismiss", "helper.name"]


async def test_those_can_help_who_have_joined_and_do_not_help_yet(entrance: Entrance) -> None:
    def found(name: str) -> Awaitable[Any]:
        return entrance.helpers.candidates(ANNA, entrance.event, name)

    assert [one.id for one in (await found("зим")).people] == [VERA]
    assert (await found("пак")).people == (), "organisers need no naming"
    assert (await found("")).people == ()
    await entrance.helpers.name(ANNA, entrance.event, VERA)
    assert (await found("зим")).people == ()


async def test_of_many_candidates_the_first_are_shown_with_their_number(entrance: Entrance) -> None:
    def add(tx: Stores) -> None:
        for number in range(FOUND_LIMIT + 2):
            joined(tx, PersonDetails(f"Иванов {number}"), NOW, telegram_id=100 + number)

    await entrance.database.write(add)

    found = await entrance.helpers.candidates(ANNA, entrance.event, "иванов")

    assert (len(found.people), found.count) == (FOUND_LIMIT, FOUND_LIMIT + 2)


@pytest.mark.parametrize("member", [ABSENT, SECOND, STRANGER])
async def test_nobody_else_is_named_even_by_a_forged_button(
    entrance: Entrance, member: MemberId
) -> None:
    with pytest.raises(ButtonTooOld):
        await entrance.helpers.name(ANNA, entrance.event, member)

    assert (await entrance.helpers.team(ANNA, entrance.event)).helpers == ()


Act = Callable[[Helpers, MemberId, EventId], Awaitable[object]]
ACTS: dict[str, Act] = {
    "team": lambda helpers, actor, event: helpers.team(actor, event),
    "candidates": lambda helpers, actor, event: helpers.candidates(actor, event, "Вера"),
    "name": lambda helpers, actor, event: helpers.name(actor, event, VERA),
    "dismiss": lambda helpers, actor, event: helpers.dismiss(actor, event, BORIS),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(STRANGER, NotMember), (BORIS, OnlyForOrganisers), (VERA, OnlyForOrganisers)],
    ids=["stranger", "helper", "member"],
)
async def test_helpers_are_an_organisers_to_name(
    entrance: Entrance, act: str, actor: MemberId, refusal: type[Refusal]
) -> None:
    await entrance.helpers.name(ANNA, entrance.event, BORIS)

    with pytest.raises(refusal):
        await ACTS[act](entrance.helpers, actor, entrance.event)

    team = await entrance.helpers.team(ANNA, entrance.event)
    assert [one.id for one in team.helpers] == [BORIS]


@pytest.mark.parametrize("act", ACTS)
async def test_no_one_helps_at_what_is_cancelled_or_unknown(entrance: Entrance, act: str) -> None:
    with pytest.raises(EventNotFound):
        await ACTS[act](entrance.helpers, ANNA, EventId(99))
    await entrance.events.cancel(ANNA, entrance.event, "")
    with pytest.raises(EventIsCancelled):
        await ACTS[act](entrance.helpers, ANNA, entrance.event)


async def test_a_guest_from_outside_helps_nobody(entrance: Entrance) -> None:
    def invite(tx: Stores) -> MemberId:
        guest = tx.members.add_guest("Гость Гостев")
        consented(tx, guest, NOW, telegram_id=77)
        event = tx.events.get(entrance.event)
        assert event is not None
        tx.events.save(event.with_chosen([guest]))
        return guest

    guest = await entrance.database.write(invite)

    assert (await entrance.helpers.candidates(ANNA, entrance.event, "гост")).people == ()
    with pytest.raises(ButtonTooOld):
        await entrance.helpers.name(ANNA, entrance.event, guest)
