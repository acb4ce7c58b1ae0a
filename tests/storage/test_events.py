from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events import Answer, Audience, EventId, EventPlan, Turnout
from bot.domain.members import MemberId
from bot.domain.notices import MessageRef
from bot.domain.people import PersonDetails
from bot.domain.reminders import Reminder
from bot.ports import Card
from storage.database import Database
from storage.stores import Stores

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ANNA, BORIS = MemberId(1), MemberId(2)
CARD = MessageRef(7, 1)


def a_plan(starts_at: datetime) -> EventPlan:
    return EventPlan("Встреча", "", starts_at, timedelta(hours=2), "Дом", Audience.EVERYBODY)


@pytest.fixture
async def event(database: Database) -> EventId:
    def write(tx: Stores) -> EventId:
        for name in ("Анна", "Борис"):
            tx.members.add(PersonDetails(name), None)
        return tx.events.add(a_plan(NOW + timedelta(days=1)), ANNA, NOW)

    return await database.write(write)


async def test_an_event_comes_back_as_planned(database: Database, event: EventId) -> None:
    found = await database.read(lambda tx: tx.events.get(event))

    assert found is not None
    assert (found.starts_at, found.duration) == (NOW + timedelta(days=1), timedelta(hours=2))
    assert (found.title, found.created_by, found.is_cancelled) == ("Встреча", ANNA, False)


async def test_events_are_listed_by_their_start_until_they_are_over(
    database: Database, event: EventId
) -> None:
    running = await database.write(
        lambda tx: tx.events.add(a_plan(NOW - timedelta(hours=1)), ANNA, NOW)
    )
    await database.write(lambda tx: tx.events.add(a_plan(NOW - timedelta(hours=2)), ANNA, NOW))

    ahead = await database.read(lambda tx: tx.events.ending_after(NOW))

    assert [one.id for one in ahead] == [running, event]


async def test_the_last_answer_counts_and_a_repeated_one_keeps_its_time(
    database: Database, event: EventId
) -> None:
    given = [
        (ANNA, Answer.MAYBE, 0),
        (BORIS, Answer.GOING, 1),
        (ANNA, Answer.GOING, 2),
        (BORIS, Answer.GOING, 3),
    ]

    def write(tx: Stores) -> None:
        for member, answer, minute in given:
            tx.events.save_answer(event, member, answer, NOW + timedelta(minutes=minute))

    await database.write(write)

    answered = await database.read(lambda tx: tx.events.answered(event))

    assert [(member.name, answer, at) for member, answer, at in answered] == [
        ("Борис", Answer.GOING, NOW + timedelta(minutes=1)),
        ("Анна", Answer.GOING, NOW + timedelta(minutes=2)),
    ]
    assert await database.read(lambda tx: tx.events.turnout(event)) == Turnout(going=2)


async def test_a_message_shows_one_thing_at_a_time(database: Database, event: EventId) -> None:
    def write(tx: Stores) -> None:
        other = tx.events.add(a_plan(NOW), ANNA, NOW)
        tx.events.add_card(other, ANNA, CARD)
        tx.events.add_board(other, ANNA, CARD)
        tx.events.add_card(event, ANNA, CARD)
        assert tx.events.boards(other) == tx.events.cards(other) == []

    await database.write(write)

    assert await database.read(lambda tx: tx.events.cards(event)) == [Card(ANNA, CARD)]
    assert await database.read(lambda tx: tx.events.cards_of(event, BORIS)) == []
    await database.write(lambda tx: tx.events.forget_card(CARD))
    assert await database.read(lambda tx: tx.events.cards(event)) == []


async def test_a_due_reminder_is_taken_once(database: Database, event: EventId) -> None:
    day, hour = (Reminder(event, timedelta(hours=n), NOW + timedelta(hours=n)) for n in (24, 1))
    await database.write(lambda tx: tx.reminders.replace(event, [day, hour]))

    at = NOW + timedelta(hours=1)
    early = at - timedelta(microseconds=1)
    assert await database.write(lambda tx: tx.reminders.take_due(early)) == []
    assert await database.write(lambda tx: tx.reminders.take_due(at)) == [hour]
    assert await database.write(lambda tx: tx.reminders.take_due(at)) == []
    assert await database.read(lambda tx: tx.reminders.upcoming(5)) == [day]


async def test_an_answer_that_was_given_earlier_and_arrives_later_changes_nothing(
    database: Database, event: EventId
) -> None:
    def answer(tx: Stores) -> list[Answer | None]:
        seen: list[Answer | None] = []
        for word, order, at in (
            (Answer.DECLINED, 1001, NOW),
            (Answer.GOING, 1000, NOW + timedelta(seconds=1)),
            (Answer.MAYBE, 1002, NOW + timedelta(seconds=2)),
            (Answer.GOING, 7, NOW + timedelta(days=8)),  # Telegram began the ids anew
        ):
            tx.events.save_answer(event, ANNA, word, at, order)
            seen.append(tx.events.answer(event, ANNA))
        return seen

    expected = [Answer.DECLINED, Answer.DECLINED, Answer.MAYBE, Answer.GOING]
    assert await database.write(answer) == expected
