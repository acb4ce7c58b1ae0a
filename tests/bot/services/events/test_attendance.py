"""Organisers see who goes, waits, is silent, came; nobody else does."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.events.attendance import AttendanceShare, Attendees
from bot.domain.events.audiences import DELEGATES
from bot.domain.events.doors import Way
from bot.domain.events.events import EventId
from bot.domain.events.refusals import EventNotFound
from bot.domain.events.reminders import Leads
from bot.domain.events.rsvps import Answer, Group
from bot.domain.events.views import EventView
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.refusals import NotMember, OnlyForOrganisers
from bot.services.events.attendance import Attendance
from bot.services.events.events import Events, Publication
from bot.services.events.rsvps import Rsvps
from bot.services.people.members import Members
from bot.services.rules import AllianceRules
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan
from tests.databases import query
from tests.people import consented

RULES = AllianceRules("Альянс", 1, ZoneInfo("Asia/Yekaterinburg"), Leads((timedelta(days=1),)))
OLGA, ANNA, NAMESAKE, BORIS, VERA, LATER = map(MemberId, range(1, 7))
BOARD = MessageRef(1, 10)


@pytest.fixture
async def people(database: Database, clock: SandboxClock) -> Database:
    """Olga organises; two Annas of two organisations, Boris and Vera; one who has not joined."""

    def write(tx: Stores) -> None:
        northern = tx.organisations.add(OrganisationDetails("Ёлка", "", "1" * 10, None, "Ижевск"))
        southern = tx.organisations.add(OrganisationDetails("Дубок", "", "2" * 10, None, "Глазов"))
        for name, organisation, roles in (
            ("Ольга", None, {Role.ORGANISER}),
            ("Анна", northern, {Role.COUNCIL}),
            ("Анна", southern, set()),
            ("Борис", northern, set()),
            ("Вера", southern, set()),
            ("Павел", southern, set()),
        ):
            member = tx.members.add(PersonDetails(name, roles=frozenset(roles)), organisation)
            if member != LATER:
                consented(tx, member, clock.now())

    await database.write(write)
    return database


@pytest.fixture
def events(people: Database, clock: SandboxClock) -> Events:
    return Events(people, clock, RULES)


@pytest.fixture
def rsvps(database: Database, clock: SandboxClock) -> Rsvps:
    return Rsvps(database, clock, RULES)


@pytest.fixture
def attendance(database: Database, clock: SandboxClock) -> Attendance:
    return Attendance(database, clock, RULES)


@pytest.fixture
async def event(events: Events, clock: SandboxClock) -> EventId:
    """Publish an event of two seats; guests are welcome."""
    plan = replace(a_plan(clock, after=timedelta(days=10)), capacity=2, guests=1)
    return await events.publish(OLGA, plan)


def names(attendees: Attendees) -> dict[Group, list[MemberId]]:
    return {
        group: [person.member.id for person in people]
        for group, people in attendees.groups.items()
        if people
    }


async def test_everybody_who_was_told_stands_in_one_group_and_in_order(
    attendance: Attendance, rsvps: Rsvps, event: EventId
) -> None:
    await rsvps.answer(BORIS, event, Answer.GOING)
    await rsvps.bring(BORIS, event, 1)
    await rsvps.answer(NAMESAKE, event, Answer.GOING)
    await rsvps.answer(ANNA, event, Answer.GOING)

    attendees = await attendance.answers(OLGA, event, BOARD)

    assert names(attendees) == {
        Group.GOING: [BORIS],
        Group.WAITING: [NAMESAKE, ANNA],
        Group.SILENT: [OLGA, VERA],
    }
    assert [person.number for person in attendees.groups[Group.WAITING]] == [1, 2]
    assert attendees.people[-1].member.id == LATER
    assert attendees.people[-1].group is None


async def test_who_came_stands_there_in_order_of_arrival_beside_the_answer(
    attendance: Attendance, rsvps: Rsvps, event: EventId, database: Database, clock: SandboxClock
) -> None:
    await rsvps.answer(ANNA, event, Answer.GOING)
    await rsvps.answer(VERA, event, Answer.DECLINED)
    now = clock.now()

    def arrive(tx: Stores) -> None:
        for member, after in ((LATER, 3), (ANNA, 2), (VERA, 1)):
            at = now + timedelta(minutes=after)
            tx.doors.add_arrival(event, member, at, Way.NAME, OLGA)

    await database.write(arrive)

    attendees = await attendance.answers(OLGA, event, BOARD)

    assert names(attendees)[Group.CAME] == [VERA, ANNA, LATER]
    assert names(attendees)[Group.GOING] == [ANNA]
    assert attendees.by_organisation() == [
        AttendanceShare("", 0, 0),
        AttendanceShare("Дубок", 0, 2),
        AttendanceShare("Ёлка", 1, 1),
    ]


async def test_shares_of_organisations_count_people_with_their_guests(
    attendance: Attendance, rsvps: Rsvps, event: EventId
) -> None:
    await rsvps.answer(BORIS, event, Answer.GOING)
    await rsvps.bring(BORIS, event, 1)
    await rsvps.answer(VERA, event, Answer.GOING)

    shares = (await attendance.sheet(OLGA, event)).by_organisation()

    assert AttendanceShare("Ёлка", 2, 0) in shares
    assert AttendanceShare("Дубок", 0, 0) in shares, "who waits is not going"


async def test_only_those_whom_the_event_is_for_are_silent(
    attendance: Attendance, events: Events, clock: SandboxClock
) -> None:
    plan = replace(a_plan(clock), audience=replace(DELEGATES, chosen=frozenset({BORIS})))
    event = await events.publish(OLGA, plan)

    assert names(await attendance.answers(OLGA, event, BOARD)) == {Group.SILENT: [BORIS]}


async def test_nobody_is_silent_about_what_is_not_published_yet(
    attendance: Attendance, events: Events, clock: SandboxClock
) -> None:
    later = Publication(at=clock.now() + timedelta(days=1))
    event = await events.publish(OLGA, a_plan(clock), publication=later)

    assert names(await attendance.answers(OLGA, event, BOARD)) == {}


async def test_who_erased_themselves_is_on_no_list(
    attendance: Attendance, rsvps: Rsvps, event: EventId, database: Database, clock: SandboxClock
) -> None:
    await rsvps.answer(ANNA, event, Answer.GOING)
    members = Members(database, clock, rules=RULES, administrators=frozenset(), language="ru")
    for gone in (ANNA, VERA):
        await members.erase(gone)

    attendees = await attendance.sheet(OLGA, event)

    assert {person.member.id for person in attendees.people}.isdisjoint({ANNA, VERA})


async def test_a_list_takes_the_place_of_the_board_which_is_edited_no_more(
    attendance: Attendance, events: Events, event: EventId, database: Database
) -> None:
    for leave in (
        lambda: attendance.answers(OLGA, event, BOARD),
        lambda: events.leave_board(OLGA, event, BOARD),
    ):
        await events.open_board(OLGA, event, BOARD)
        assert await database.read(lambda tx: tx.shown.of(EventView, event, EventView.BOARD)) != []
        await leave()
        assert await database.read(lambda tx: tx.shown.of(EventView, event, EventView.BOARD)) == []


async def test_an_export_is_noted_in_the_audit_log(
    attendance: Attendance, event: EventId, database: Database
) -> None:
    await attendance.answers(OLGA, event, BOARD)
    await attendance.sheet(OLGA, event)

    sql = "SELECT actor_id, subject FROM audit WHERE act = 'event.export'"
    rows = await query(database, sql)
    assert rows == [(OLGA, f"event:{event}")]


async def test_no_name_is_shown_to_anybody_but_organisers(
    attendance: Attendance, event: EventId
) -> None:
    acts: list[Callable[[MemberId, EventId], Coroutine[Any, Any, Attendees]]] = [
        lambda actor, of: attendance.answers(actor, of, BOARD),
        attendance.sheet,
    ]
    for act in acts:
        with pytest.raises(OnlyForOrganisers):
            await act(ANNA, event)
        with pytest.raises(NotMember):
            await act(MemberId(99), event)
        with pytest.raises(EventNotFound):
            await act(OLGA, EventId(99))
