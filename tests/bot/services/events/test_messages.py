"""Organisers write to those who go, wait, are silent or came, and to nobody else."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.events.audiences import Reach
from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.refusals import EventNotFound
from bot.domain.events.reminders import Leads
from bot.domain.events.rsvps import Answer, Group
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.refusals import (
    ButtonTooOld,
    NobodyConcerned,
    NotMember,
    OnlyForOrganisers,
    TextMissing,
    TextTooLong,
)
from bot.services.events.events import Events
from bot.services.events.messages import PROMPT, Messages
from bot.services.events.rsvps import Rsvps
from bot.services.prompts import Prompt, Prompts
from bot.services.rules import Rules
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan
from tests.databases import query
from tests.people import consented

RULES = Rules("Альянс", 1, ZoneInfo("Asia/Yekaterinburg"), Leads((timedelta(days=1),)))
OLGA, GOER, WAITER, DOUBTER, DECLINER, SILENT, STRANGER = map(MemberId, range(1, 8))


@pytest.fixture
async def people(database: Database, clock: SandboxClock) -> Database:
    """An organiser and five members; the last one has not joined."""

    def write(tx: Stores) -> None:
        for number in range(1, 8):
            roles = frozenset({Role.ORGANISER} if number == OLGA else ())
            member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
            if member != STRANGER:
                consented(tx, member, clock.now(), telegram_id=100 + number)

    await database.write(write)
    return database


@pytest.fixture
def messages(people: Database, clock: SandboxClock) -> Messages:
    return Messages(people, clock, RULES)


@pytest.fixture
async def event(people: Database, clock: SandboxClock) -> EventId:
    """Publish an event of one seat that each answered in another way; two came."""
    plan = replace(a_plan(clock, after=timedelta(days=10)), capacity=1)
    event = await Events(people, clock, RULES).publish(OLGA, plan)
    rsvps = Rsvps(people, clock, RULES)
    for member, answer in (
        (GOER, Answer.GOING),
        (WAITER, Answer.GOING),
        (DOUBTER, Answer.MAYBE),
        (DECLINER, Answer.DECLINED),
        (OLGA, Answer.DECLINED),
    ):
        await rsvps.answer(member, event, answer)

    def arrive(tx: Stores) -> None:
        for member in (GOER, STRANGER):
            tx.doors.add_arrival(event, member, clock.now(), Way.NAME, OLGA)

    await people.write(arrive)
    return event


async def written(database: Database) -> list[int]:
    sql = "SELECT member_id FROM notices WHERE kind = 'event.message' ORDER BY member_id"
    return [member for (member,) in await query(database, sql)]


EXPECTED = {
    Group.GOING: [GOER],
    Group.WAITING: [WAITER],
    Group.MAYBE: [DOUBTER],
    Group.DECLINED: [OLGA, DECLINER],
    Group.SILENT: [SILENT],
    Group.CAME: [GOER],
}


@pytest.mark.parametrize("group", Group)
async def test_a_message_goes_only_to_its_group_and_once_as_complaint_11_asks(
    messages: Messages, database: Database, event: EventId, group: Group
) -> None:
    await messages.draft(OLGA, event, group, "Встречаемся у <b>входа</b>", 5)
    assert await written(database) == []

    first = await messages.send(OLGA, 5)
    again = await messages.send(OLGA, 5)

    assert first == again
    assert await written(database) == EXPECTED[group]
    assert await database.read(lambda tx: tx.mailings.text(first)) == "Встречаемся у <b>входа</b>"


async def test_who_cannot_be_told_is_counted_before_anything_is_sent(
    messages: Messages, database: Database, event: EventId, clock: SandboxClock
) -> None:
    assert await messages.recipients(OLGA, event, Group.CAME) == Reach(1, 0, 0, not_joined=1)
    await database.write(
        lambda tx: tx.members.save_reachable(DECLINER, clock.now(), reachable=False)
    )
    assert await messages.recipients(OLGA, event, Group.DECLINED) == Reach(1, 0, 1, not_joined=0)


async def test_the_newest_draft_takes_the_place_of_the_last(
    messages: Messages, database: Database, event: EventId
) -> None:
    await messages.draft(OLGA, event, Group.GOING, "Первое", 5)
    await messages.draft(OLGA, event, Group.WAITING, "Второе", 6)

    with pytest.raises(ButtonTooOld):
        await messages.send(OLGA, 5)
    mailing = await messages.send(OLGA, 6)

    assert await written(database) == [WAITER]
    assert await database.read(lambda tx: tx.mailings.text(mailing)) == "Второе"


async def test_a_dropped_draft_is_not_sent_and_its_question_is_closed(
    messages: Messages, database: Database, event: EventId, clock: SandboxClock
) -> None:
    prompts = Prompts(database, clock)
    telegram_id = TelegramId(100 + OLGA)
    await prompts.ask(telegram_id, Prompt(PROMPT, event, Group.GOING))
    await messages.draft(OLGA, event, Group.GOING, "Текст", 5)

    await messages.drop(OLGA)

    with pytest.raises(ButtonTooOld):
        await messages.send(OLGA, 5)
    assert await prompts.asked(telegram_id) is None
    assert await written(database) == []


async def test_sending_leaves_a_question_of_another_kind_open(
    messages: Messages, database: Database, event: EventId, clock: SandboxClock
) -> None:
    prompts = Prompts(database, clock)
    await messages.draft(OLGA, event, Group.GOING, "Текст", 5)
    asked = Prompt("names", event)
    await prompts.ask(TelegramId(100 + OLGA), asked)

    await messages.send(OLGA, 5)

    assert await prompts.asked(TelegramId(100 + OLGA)) == asked


async def test_who_answered_meanwhile_is_written_to_as_they_stand_when_it_is_sent(
    messages: Messages, database: Database, event: EventId, clock: SandboxClock
) -> None:
    await messages.draft(OLGA, event, Group.SILENT, "Ждём ответа", 5)
    await Rsvps(database, clock, RULES).answer(SILENT, event, Answer.MAYBE)

    with pytest.raises(NobodyConcerned):
        await messages.send(OLGA, 5)
    assert await written(database) == []


async def test_a_text_that_cannot_be_sent_is_refused_and_leaves_the_former_draft(
    messages: Messages, database: Database, event: EventId
) -> None:
    await messages.draft(OLGA, event, Group.GOING, "Хороший текст", 5)
    with pytest.raises(TextMissing):
        await messages.draft(OLGA, event, Group.GOING, "<b> </b>", 6)
    with pytest.raises(TextTooLong):
        await messages.draft(OLGA, event, Group.GOING, "я" * 10_000, 7)
    await messages.send(OLGA, 5)
    assert await written(database) == [GOER]


async def test_an_empty_group_is_refused(
    messages: Messages, database: Database, clock: SandboxClock
) -> None:
    event = await Events(database, clock, RULES).publish(OLGA, a_plan(clock))

    with pytest.raises(NobodyConcerned):
        await messages.recipients(OLGA, event, Group.CAME)
    with pytest.raises(NobodyConcerned):
        await messages.draft(OLGA, event, Group.GOING, "Текст", 5)


async def test_nobody_but_an_organiser_writes_to_anybody(
    messages: Messages, database: Database, event: EventId
) -> None:
    await messages.draft(OLGA, event, Group.GOING, "Текст", 5)
    for actor, refusal in ((GOER, OnlyForOrganisers), (MemberId(99), NotMember)):
        for act in (
            lambda actor=actor: messages.recipients(actor, event, Group.GOING),
            lambda actor=actor: messages.draft(actor, event, Group.GOING, "Текст", 5),
            lambda actor=actor: messages.send(actor, 5),
            lambda actor=actor: messages.drop(actor),
        ):
            with pytest.raises(refusal):
                await act()
    with pytest.raises(EventNotFound):
        await messages.recipients(OLGA, EventId(99), Group.GOING)
    assert await written(database) == []


async def test_another_organiser_cannot_send_somebody_elses_draft(
    messages: Messages, database: Database, event: EventId
) -> None:
    await messages.draft(OLGA, event, Group.GOING, "Текст", 5)
    await database.write(
        lambda tx: tx.members.update(
            GOER, PersonDetails("Участник 2", roles=frozenset({Role.ORGANISER}))
        )
    )
    with pytest.raises(ButtonTooOld):
        await messages.send(GOER, 5)
    assert await written(database) == []


async def test_a_message_is_noted_in_the_audit_log_without_its_words(
    messages: Messages, database: Database, event: EventId
) -> None:
    await messages.draft(OLGA, event, Group.GOING, "Тайна", 5)
    await messages.send(OLGA, 5)

    sql = "SELECT subject, details FROM audit WHERE act = 'event.message'"
    ((subject, details),) = await query(database, sql)
    assert subject == f"event:{event}"
    assert "going" in details
    assert "Тайна" not in details
