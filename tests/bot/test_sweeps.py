"""One row that cannot be read holds up nothing else: each sweep of the bot, one after the other."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import StopPoll
from structlog.testing import capture_logs

from bot.app import App
from bot.delivery.limiter import Limiter
from bot.delivery.rates import Rates
from bot.domain.announcements.announcements import AnnouncementState
from bot.domain.announcements.submissions import NewAnnouncement
from bot.domain.due_times import DueTime
from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.domain.events.plans import EventPlan
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.views import EventView
from bot.domain.exchange.posts import ExchangeDue, PostId, PostPlan
from bot.domain.failures import DELAYS
from bot.domain.mailings import Occasion
from bot.domain.meetings.acts import Arrived, Convened, RegistrationOpened
from bot.domain.meetings.plans import MeetingMode
from bot.domain.meetings.records import recorded
from bot.domain.meetings.terms import Ground
from bot.domain.minutes.dues import MinutesDue
from bot.domain.minutes.files import IssuedFiles
from bot.domain.minutes.minutes import Body, MinutesNumber
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import MessageRef
from bot.domain.people.members import OrganisationId, Role
from bot.domain.polls import records
from bot.domain.polls.dues import PollDue
from bot.domain.polls.polls import PollId
from bot.domain.polls.straw_polls import StrawPlan, StrawPollMessage
from bot.domain.polls.voters import VoterId
from bot.domain.rooms.bookings import BookingState, Wish
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import ResourceKind, ResourcePlan, new_door_code
from bot.domain.shown import Shown
from bot.services.rooms.settling import put
from handlers.pipeline.telegram import bot_for
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_config
from tests.announcing import a_plan as an_announcement
from tests.councils import CHAIR, CLOSES, DAY, FOR, HOUR, NOON, SECRET, SECRETARY, Assembly
from tests.databases import run
from tests.exchange import CHAIRS as POST
from tests.sittings import a_meeting_plan, a_voter

GROUP = -1001
FIRST, SECOND = 1, 2
WITHOUT_ITEMS = {"traces", "outbox"}
IN_SQL = "in SQL"
"""Where an act reads nothing that could be unreadable, a trigger breaks it."""
"""Sweeps that look after no rows of their own."""


@dataclass
class House:
    """An assembly, and the bot's own sweeps on its database; nothing is listened to."""

    assembly: Assembly
    app: App

    async def writes(self, work: Callable[[Stores], Any]) -> None:
        await self.assembly.database.write(work)

    async def sweeps(self, name: str) -> None:
        (sweep,) = (one for one in self.app.scheduler.sweeps if one.name == name)
        await sweep.run()

    async def sets(self, where: str, value: object) -> object:
        """Set a column of the first row, `table.column`; return what it was."""
        if where == IN_SQL:  # a trigger that refuses, then one that is never asked
            sql = str(value)

            def refuse(tx: Stores) -> object:
                run(tx, "DROP TRIGGER IF EXISTS broken")
                run(tx, f"CREATE TRIGGER broken {sql} BEGIN SELECT raise(ABORT, 'broken'); END")
                return "BEFORE DELETE ON migrations"

            return await self.assembly.database.write(refuse)
        table, column = where.split(".")
        key = "subject_id" if table == "shown_messages" else "id"

        def write(tx: Stores) -> object:
            run(tx, "DROP TRIGGER IF EXISTS polls_are_frozen_once_open")
            sql = f"SELECT {column} FROM {table} WHERE {key} = 1"  # noqa: S608  the test's own names
            was: object = run(tx, sql).fetchone()[0]
            run(tx, f"UPDATE {table} SET {column} = ? WHERE {key} = 1", value)  # noqa: S608
            return was

        return await self.assembly.database.write(write)

    async def ids(self, sql: str) -> list[int]:
        return sorted(row[0] for row in await self.assembly.rows(sql))


@pytest.fixture
async def house(database: Database, tmp_path: Path) -> AsyncIterator[House]:
    assembly = Assembly(database)
    await assembly.gathers()
    config = a_config(tmp_path, "http://127.0.0.1:1", ALLIANCE__GROUP=str(GROUP))
    async with bot_for(config) as bot:
        yield House(assembly, App(config, database, bot, Limiter(Rates(30, 1, 20)), assembly.clock))


# --- two of each, both due ----------------------------------------------------------------------


async def publications(house: House) -> None:
    await _events(house, publish_at=NOON + HOUR)
    house.assembly.clock.time = NOON + HOUR


async def roles(house: House) -> None:
    today = house.assembly.clock.time.date()

    def write(tx: Stores) -> None:
        for member in (CHAIR, SECRETARY):
            tx.planned_roles.replace(member, Role.ORGANISER, today, None)

    await house.writes(write)


async def reminders(house: House) -> None:
    await _events(house)

    def write(tx: Stores) -> None:
        for event in map(EventId, (FIRST, SECOND)):
            due = DueTime(event, HOUR, NOON)
            tx.dues.replace(EventDue.REMINDERS, event, [due])

    await house.writes(write)


async def waitlists(house: House) -> None:
    await _events(house)
    offered = Rsvp(Answer.GOING, NOON, seat=Seat.OFFERED, place=1, offered_until=NOON + HOUR)

    def write(tx: Stores) -> None:
        for event in map(EventId, (FIRST, SECOND)):
            tx.rsvps.save(event, SECRETARY, offered)

    await house.writes(write)
    house.assembly.clock.time = NOON + HOUR


async def posts(house: House) -> None:
    await _events(house)

    def write(tx: Stores) -> None:
        for event in map(EventId, (FIRST, SECOND)):
            tx.shown.save(Shown(event, None, MessageRef(GROUP, event), EventView.POST))

    await house.writes(write)
    house.assembly.clock.time = NOON + 30 * DAY


async def screens(house: House) -> None:
    await _events(house)

    def write(tx: Stores) -> None:
        for event in map(EventId, (FIRST, SECOND)):
            message = MessageRef(1, event)
            tx.shown.save(Shown(event, CHAIR, message, EventView.SCREEN, until=NOON + DAY))

    await house.writes(write)


async def mailings(house: House) -> None:
    await _events(house)

    def write(tx: Stores) -> None:
        for number in (FIRST, SECOND):
            mailing = tx.mailings.add(Occasion.PUBLISHED, EventId(number), CHAIR, 0, NOON)
            tx.mailings.save_message(mailing, MessageRef(1, number))

    await house.writes(write)


async def announcements(house: House) -> None:
    new = NewAnnouncement(an_announcement(), AnnouncementState.SCHEDULED, CHAIR, NOON)

    def write(tx: Stores) -> None:
        for _ in (FIRST, SECOND):
            tx.announcements.add(new, NOON)

    await house.writes(write)


async def openings(house: House) -> None:
    for _ in (FIRST, SECOND):
        await house.assembly.opens(opens_at=NOON + HOUR)
    house.assembly.clock.time = NOON + HOUR


async def closings(house: House) -> None:
    for _ in (FIRST, SECOND):
        await house.assembly.opens()
    house.assembly.clock.time = CLOSES


async def ballots(house: House) -> None:
    for _ in (FIRST, SECOND):
        await house.assembly.opens()
    house.assembly.clock.time = CLOSES - HOUR / 2


async def numbers(house: House) -> None:
    for poll in (FIRST, SECOND):
        await house.assembly.opens(**SECRET)
        await house.assembly.casts(3, PollId(poll), FOR)
    house.assembly.clock.time = CLOSES
    await house.assembly.polls.close_due()
    house.assembly.clock.time = CLOSES + 200 * DAY


async def statements(house: House) -> None:
    await closings(house)
    await house.assembly.polls.close_due()

    def write(tx: Stores) -> None:
        for poll in map(PollId, (FIRST, SECOND)):
            due = DueTime(poll, timedelta(0), CLOSES)
            tx.dues.replace(PollDue.STATEMENTS, poll, [due])

    await house.writes(write)


async def drawing_up(house: House) -> None:
    await closings(house)
    await house.assembly.polls.close_due()
    house.assembly.clock.time = CLOSES + 3 * DAY


async def challenges(house: House) -> None:
    await _minutes(house, MinutesDue.CHALLENGE)


async def registrations(house: House) -> None:
    await _minutes(house, MinutesDue.REGISTRATION)


async def _minutes(house: House, kind: MinutesDue) -> None:
    """Issue minutes of two polls, with something due of each."""
    await closings(house)
    await house.assembly.polls.close_due()

    def write(tx: Stores) -> None:
        for number in (FIRST, SECOND):
            poll, numbered = PollId(number), MinutesNumber(number, 2026)
            issued = IssuedMinutes(
                *(MinutesId(0), Body.COUNCIL, numbered, (poll,), ("План",), CHAIR, CLOSES),
                *("d" * 64, "e" * 64),
            )
            head = tx.entries.add(records.issued(issued))
            kept = tx.minutes.add(issued, IssuedFiles(b"PK", b"%PDF"), head.number, None)
            tx.dues.replace(kind, kept, [DueTime(kept, timedelta(0), CLOSES)])

    await house.writes(write)


async def tags(house: House) -> None:
    """Two people in the alliance's group without the tag of their organisation."""

    def write(tx: Stores) -> None:
        run(tx, "UPDATE members SET telegram_id = NULL, joined_at = NULL WHERE id > 2")
        run(tx, "UPDATE members SET organisation_id = 1 WHERE id IN (1, 2)")

    await house.writes(write)


async def letters(house: House) -> None:
    """Two old letters to an organisation."""

    def write(tx: Stores) -> None:
        sql = """INSERT INTO directory_letters (organisation_id, member_id, text, sent_at)
                 VALUES (1, ?, 'Дадите зал?', '2020-01-01T00:00:00.000000+00:00')"""
        for member in (FIRST, SECOND):
            run(tx, sql, member)

    await house.writes(write)


async def cards(house: House) -> None:
    """Two cards of the directory that were confirmed long ago."""

    def write(tx: Stores) -> None:
        sql = """INSERT INTO directory_cards (organisation_id, confirmed_at)
                 VALUES (?, '2020-01-01T00:00:00.000000+00:00')"""
        for organisation in (FIRST, SECOND):
            run(tx, sql, organisation)

    await house.writes(write)


async def expiries(house: House) -> None:
    """Two posts of the exchange whose terms end."""

    def write(tx: Stores) -> None:
        for number in (FIRST, SECOND):
            post = _post(tx, number, POST)
            tx.dues.replace(ExchangeDue.EXPIRY, post, [DueTime(post, DAY, NOON)])

    await house.writes(write)


async def digests(house: House) -> None:
    """Two people who want to read of a post."""

    def write(tx: Stores) -> None:
        _post(tx, FIRST, POST)
        for member in (CHAIR, SECRETARY):
            tx.exchange_readers.save_digest(member, NOON - 30 * DAY)

    await house.writes(write)
    house.assembly.clock.time = NOON + 7 * DAY


async def matches(house: House) -> None:
    """Two organisations with a card, and a post that suits them."""
    await cards(house)

    def write(tx: Stores) -> None:
        for organisation in (FIRST, SECOND):
            run(tx, "INSERT INTO directory_fields VALUES (?, 'Спорт')", organisation)
        _post(tx, 3, replace(POST, fields=("Спорт",)))

    await house.writes(write)
    house.assembly.clock.time = NOON + HOUR


def _post(tx: Stores, organisation: int, plan: PostPlan) -> PostId:
    house, draft = OrganisationId(organisation), f"draft:{organisation}"
    return tx.exchange_posts.add(house, CHAIR, plan, NOON + DAY, NOON, draft)


async def straw_polls(house: House) -> None:
    plan = StrawPlan("Чай или кофе?", ("чай", "кофе"), duration=HOUR)

    def write(tx: Stores) -> None:
        for number in (FIRST, SECOND):
            poll = tx.straw_polls.add(plan, GROUP, CHAIR, NOON)
            tx.straw_polls.save_posted(poll, StrawPollMessage(GROUP, number, str(number)))

    await house.writes(write)
    house.assembly.clock.time = NOON + HOUR


async def due_bookings(house: House) -> None:
    """Two requests on which nobody decided begin now."""
    await _bookings(house, BookingState.ASKED)
    house.assembly.clock.time = NOON + HOUR


async def awaited_rooms(house: House) -> None:
    """Two rooms are free, and somebody waits for each."""
    await _bookings(house, BookingState.WAITING)


async def _bookings(house: House, state: BookingState) -> None:
    def write(tx: Stores) -> None:
        for name in ("Зал", "Студия"):
            plan = ResourcePlan(ResourceKind.ROOM, name)
            room = tx.resources.get(tx.resources.add(plan, new_door_code(), NOON))
            assert room is not None
            span = Span(NOON + HOUR, NOON + 2 * HOUR)
            by = (SECRETARY, None)
            booking = tx.bookings.get(tx.bookings.add(room, Wish(span, "Сбор"), [span], by, NOON))
            assert booking is not None
            put(tx, replace(booking, state=state), room, NOON)

    await house.writes(write)


async def _events(house: House, **more: Any) -> None:
    plan = EventPlan(
        title="Встреча",
        description="",
        starts_at=NOON + 3 * DAY,
        duration=HOUR,
        place="Дом НКО",
        audience=EVERYBODY,
    )

    def write(tx: Stores) -> None:
        for _ in (FIRST, SECOND):
            tx.events.add(plan, CHAIR, NOON, **more)

    await house.writes(write)


async def meetings(house: House) -> None:
    """Two meetings with somebody afar who was not heard of for long."""

    def write(tx: Stores) -> None:
        for _ in (FIRST, SECOND):
            plan = a_meeting_plan(mode=MeetingMode.REMOTE, remote="Устав", starts_at=NOON)
            meeting = tx.meetings.add(plan, CHAIR, NOON, None)
            act: dict[str, Any] = {"meeting": meeting, "by": CHAIR, "at": NOON}
            arrived = {"voter": VoterId(1), "person": CHAIR, "name": "Глава"}
            for made in (
                Convened(plan=plan, **act),
                RegistrationOpened(voters=(a_voter(1),), **act),
                Arrived(ground=Ground.LEADER, remote=True, **{**arrived, **act}),
            ):
                tx.entries.add(recorded(made))
            tx.meeting_attendance.save_ping(meeting, VoterId(1), CHAIR, NOON)

    await house.writes(write)
    house.assembly.clock.time = NOON + HOUR


EDITED = """
SELECT c.subject_id FROM shown_messages c
 WHERE EXISTS (SELECT 1 FROM notices WHERE key = 'card:' || c.chat_id || ':' || c.message_id)
"""
SETTLED = "SELECT id FROM events WHERE id NOT IN (SELECT event_id FROM rsvps)"
REMINDED = "SELECT id FROM events EXCEPT SELECT event_id FROM due_times"
ASKED = "SELECT id FROM polls EXCEPT SELECT poll_id FROM due_times"
DRAWN_UP = "SELECT id FROM polls EXCEPT SELECT undrawn_poll_id FROM due_times"
TOLD = "SELECT id FROM minutes EXCEPT SELECT minutes_id FROM due_times WHERE kind = '{}'"


class Case(NamedTuple):
    """Two due items: what makes them, what makes the first unreadable, which of them are done.

    `again` is when the sweep looks at it once more.
    """

    prepare: Callable[[House], Awaitable[None]]
    column: str
    broken: str
    done: str
    again: timedelta = DELAYS[0]


CASES = {
    "bookings": Case(
        due_bookings, "bookings.busy_until", "?", "SELECT id FROM bookings WHERE state = 'lapsed'"
    ),
    "room offers": Case(
        awaited_rooms,
        "resources.hours",
        "[1, 2, 3, 4, 5, 6, 7]",
        "SELECT id FROM bookings WHERE state = 'offered'",
    ),
    "publications": Case(
        publications, "events.changed_at", "?", "SELECT id FROM events WHERE state = 'published'"
    ),
    "reminders": Case(reminders, "events.changed_at", "?", REMINDED),
    "waitlists": Case(waitlists, "events.changed_at", "?", SETTLED),
    "posts": Case(posts, "events.changed_at", "?", EDITED),
    "screens": Case(screens, "shown_messages.until", "?", EDITED),
    "mailings": Case(
        mailings,
        "mailings.created_at",
        "?",
        "SELECT id FROM mailings WHERE finished_at IS NOT NULL",
    ),
    "announcements": Case(
        announcements,
        "announcements.addressees",
        "{}",
        "SELECT id FROM announcements WHERE state = 'sent'",
    ),
    "openings": Case(openings, "polls.rules", "{}", "SELECT id FROM polls WHERE state = 'open'"),
    "closings": Case(closings, "polls.rules", "{}", "SELECT id FROM polls WHERE state = 'closed'"),
    "ballots": Case(ballots, "polls.rules", "{}", ASKED),
    "ballot numbers": Case(
        numbers, "polls.rules", "{}", "SELECT DISTINCT poll_id FROM ballot_numbers"
    ),
    "statements": Case(statements, "polls.rules", "{}", ASKED),
    "minutes_drawing_up": Case(drawing_up, "polls.rules", "{}", DRAWN_UP),
    "minutes_challenge": Case(challenges, "polls.rules", "{}", TOLD.format("minutes_challenge")),
    "minutes_registration": Case(
        registrations, "polls.rules", "{}", TOLD.format("minutes_registration")
    ),
    "roles": Case(
        roles,
        "planned_roles.day",
        "",
        "SELECT column1 FROM (VALUES (1), (2)) WHERE column1 NOT IN (SELECT id FROM planned_roles)",
    ),
    "group tags": Case(
        tags,
        IN_SQL,
        "BEFORE INSERT ON notices WHEN NEW.key LIKE '%:1'",
        "SELECT CAST(substr(key, -1) AS INTEGER) FROM notices",
    ),
    "retention": Case(
        letters,
        IN_SQL,
        "BEFORE DELETE ON directory_letters WHEN OLD.id = 1",
        "SELECT column1 FROM (VALUES (1), (2)) WHERE column1 NOT IN"
        " (SELECT id FROM directory_letters)",
        DAY,
    ),
    "directory": Case(
        cards,
        IN_SQL,
        "BEFORE UPDATE ON directory_cards WHEN OLD.organisation_id = 1",
        "SELECT organisation_id FROM directory_cards WHERE asked_at IS NOT NULL",
    ),
    "exchange expiry": Case(
        expiries,
        "exchange_posts.published_at",
        "?",
        "SELECT id FROM exchange_posts EXCEPT SELECT exchange_post_id FROM due_times",
    ),
    "exchange digests": Case(
        digests,
        IN_SQL,
        "BEFORE UPDATE ON exchange_readers WHEN OLD.member_id = 1",
        "SELECT member_id FROM exchange_readers WHERE digest_from > '2026-12'",
    ),
    "exchange matches": Case(
        matches,
        IN_SQL,
        "BEFORE INSERT ON exchange_matches WHEN NEW.organisation_id = 1",
        "SELECT organisation_id FROM exchange_matches",
    ),
    "meetings": Case(
        meetings,
        "meetings.plan",
        "{}",
        "SELECT id FROM meetings WHERE id NOT IN (SELECT meeting_id FROM meeting_pings)",
    ),
    "straw polls": Case(
        straw_polls,
        "straw_polls.created_at",
        "",
        "SELECT id FROM straw_polls WHERE closed_at IS NOT NULL",
    ),
}
"""By the sweep's name."""


def test_each_sweep_of_the_bot_is_tried_here(house: House) -> None:
    names = {sweep.name for sweep in house.app.scheduler.sweeps}

    assert names == CASES.keys() | WITHOUT_ITEMS | {"reachability"}


@pytest.mark.parametrize("sweep", CASES)
async def test_an_unreadable_row_holds_up_no_other_and_is_done_once_it_is_corrected(
    house: House, sweep: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object) -> None:
        raise TelegramBadRequest(StopPoll(chat_id=GROUP, message_id=1), "poll is gone")

    monkeypatch.setattr(Bot, "stop_poll", gone)
    case = CASES[sweep]
    await case.prepare(house)
    was = await house.sets(case.column, case.broken)

    with capture_logs() as logged:
        await house.sweeps(sweep)

    assert await house.ids(case.done) == [SECOND]
    failed = await house.assembly.rows("SELECT id, subject, attempts FROM failed_items")
    assert failed == [(1, FIRST, 1)]
    assert [one["failure_id"] for one in logged if one["event"] == "a due item failed"] == [1]

    await house.sets(case.column, was)
    await house.sweeps(sweep)
    assert await house.ids(case.done) == [SECOND], "it is not tried again at once"
    house.assembly.clock.time += case.again
    await house.sweeps(sweep)
    assert await house.ids(case.done) == [FIRST, SECOND]
    house.assembly.clock.time += case.again
    await house.sweeps(sweep)
    assert await house.assembly.rows("SELECT 1 FROM failed_items") == []


async def test_a_digest_that_cannot_be_written_is_not_tried_at_each_tick(house: House) -> None:
    await house.sweeps("reachability")
    house.assembly.clock.time += 7 * DAY
    await house.writes(lambda tx: run(tx, "UPDATE reachability_digests SET silent = '[[]]'"))

    for _ in range(3):
        await house.sweeps("reachability")
        house.assembly.clock.time += timedelta(seconds=1)

    assert await house.ids("SELECT attempts FROM failed_items") == [1]


async def test_an_event_that_cannot_be_read_keeps_the_bot_from_starting_no_longer(
    house: House,
) -> None:
    await _events(house)
    await house.sets("events.changed_at", "?")

    await house.app.catch_up()

    planned = await house.ids("SELECT DISTINCT event_id FROM due_times")
    assert planned == [SECOND]
