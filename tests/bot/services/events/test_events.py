from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from bot.domain.events.audiences import COUNCIL, EVERYBODY, Reach
from bot.domain.events.cards import EventBoard
from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import EventMoved
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.refusals import (
    AlreadyPublished,
    AudienceEmpty,
    DeadlineOutOfRange,
    EventNotFound,
    PublicationTooLate,
    TitleMissing,
)
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people.members import Consent, MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.refusals import ConsentMissing, MomentPast, NotMember, OnlyForOrganisers
from bot.services.events.events import AT_ONCE, Events, Publication
from bot.services.events.rsvps import Rsvps
from sandbox.clock import SandboxClock
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import a_plan, some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.events import an_event_plan

ANNA, BORIS, GUEST = MemberId(1), MemberId(2), MemberId(3)
CARD = MessageRef(2, 1)
RULES = some_rules(timedelta(days=1))


@pytest.fixture
async def events(database: Database, clock: SandboxClock) -> Events:
    """An organiser, a member, and somebody who has not consented."""

    def write(tx: Stores) -> None:
        for number in (1, 2, 3):
            roles = frozenset({Role.ORGANISER} if number != 2 else ())
            member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
            tx.members.bind(member, TelegramId(number), clock.now())
            if member != GUEST:
                tx.members.save_consent(member, Consent(1, clock.now()))

    await database.write(write)
    return Events(database, clock, RULES)


@pytest.fixture
def rsvps(database: Database, clock: SandboxClock) -> Rsvps:
    return Rsvps(database, clock, RULES)


async def told(database: Database) -> list[tuple[str, int]]:
    sql = "SELECT kind, member_id FROM notices WHERE mailing_id IS NOT NULL ORDER BY id"
    return await query(database, sql)


async def counts(database: Database) -> dict[str, int]:
    tables = ("events", "notices", "mailings", "audit", "due_times", "rsvps", "shown_messages")
    sql = "SELECT count(*) FROM "
    return {name: (await query(database, sql + name))[0][0] for name in tables}


async def test_publishing_tells_those_who_have_joined_and_is_audited(
    events: Events, database: Database, clock: SandboxClock
) -> None:
    await events.publish(ANNA, a_plan(clock))

    assert await told(database) == [("event.announced", 1), ("event.announced", 2)]
    assert (await counts(database))["audit"] == 1
    assert await events.reach(ANNA, EVERYBODY) == Reach(2, 0, 0, not_joined=1)


@pytest.mark.parametrize(
    ("said", "news"),
    [
        (Answer.GOING, ["event.moved", "event.cancelled"]),
        (Answer.MAYBE, ["event.moved", "event.cancelled"]),
        (Answer.DECLINED, ["event.cancelled"]),
    ],
)
async def test_moving_tells_those_who_may_come_and_cancelling_all_who_answered(
    events: Events,
    rsvps: Rsvps,
    database: Database,
    clock: SandboxClock,
    said: Answer,
    news: list[str],
) -> None:
    plan = a_plan(clock)
    event = await events.publish(ANNA, plan)
    await rsvps.answer(BORIS, event, said, CARD)

    await events.move(ANNA, event, plan.starts_at + timedelta(days=1))
    await events.cancel(ANNA, event, "Болезнь")

    assert (await told(database))[2:] == [(kind, 2) for kind in news]
    assert (await counts(database))["due_times"] == 0


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(BORIS, OnlyForOrganisers), (GUEST, ConsentMissing), (MemberId(99), NotMember)],
)
async def test_nobody_but_an_organiser_changes_anything(
    events: Events,
    database: Database,
    clock: SandboxClock,
    actor: MemberId,
    refusal: type[Exception],
) -> None:
    plan = a_plan(clock)
    event = await events.publish(ANNA, plan)
    before = await counts(database)

    for act in (
        lambda: events.publish(actor, plan),
        lambda: events.move(actor, event, plan.starts_at + timedelta(days=1)),
        lambda: events.cancel(actor, event, ""),
        lambda: events.all_ahead(actor, CARD),
        lambda: events.open_board(actor, event, CARD),
        lambda: events.reach(actor, EVERYBODY),
    ):
        with pytest.raises(refusal):
            await act()

    assert await counts(database) == before


async def test_what_is_refused_leaves_nothing(
    events: Events, rsvps: Rsvps, database: Database, clock: SandboxClock
) -> None:
    before = await counts(database)

    with pytest.raises(TitleMissing):
        await events.publish(ANNA, replace(a_plan(clock), title=" "))
    with pytest.raises(AudienceEmpty):
        await events.publish(ANNA, replace(a_plan(clock), audience=COUNCIL))
    for event in (EventId(1), EventId(0), EventId(-1)):
        with pytest.raises(EventNotFound):
            await rsvps.answer(BORIS, event, Answer.GOING, CARD)

    assert await counts(database) == before


# --- publishing later, and more than once --------------------------------------------------------


DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NOON = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)  # in Yekaterinburg
START = NOON + 6 * DAY
WEEKLY = Publication(recurrence=Recurrence(Rhythm.WEEKLY, None, 4))


class Planner:
    """The services of an alliance at an hour that the test gives."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, FixedClock(NOON)
        self.events = Events(database, self.clock, RULES)
        self.rsvps = Rsvps(database, self.clock, RULES)

    async def publishes(self, publication: Publication = AT_ONCE, **changes: object) -> EventId:
        plan = replace(PLAN, **changes)  # type: ignore[arg-type]  # each test gives what it means
        return await self.events.publish(ANNA, plan, None, publication)

    async def changes(self, event: EventId, **changes: object) -> EventBoard:
        plan = await self.events.plan(ANNA, event)
        changed = replace(plan, **changes)  # type: ignore[arg-type]  # as above
        return await self.events.change(ANNA, event, changed)

    async def found(self, event: int) -> Event:
        found = await self.database.read(lambda tx: tx.events.get(EventId(event)))
        assert found is not None
        return found

    async def told(self) -> list[tuple[str, int]]:
        return await told(self.database)

    async def moves_told(self) -> list[EventMoved]:
        sql = "SELECT subject FROM notices WHERE kind = 'event.moved' ORDER BY id"
        rows = await query(self.database, sql)
        return [TypeAdapter(EventMoved).validate_json(text) for (text,) in rows]

    async def reminded(self, event: int) -> int:
        planned = await self.database.read(lambda tx: tx.dues.upcoming(EventDue.REMINDERS, 1000))
        return sum(reminder.subject == event for reminder in planned)

    async def seen_by(self, member: MemberId) -> list[int]:
        return [card.event.id for card in await self.rsvps.upcoming(member, None)]


PLAN = an_event_plan(START)


@pytest.fixture
def planner(events: Events, database: Database) -> Planner:
    del events  # its people are ours
    return Planner(database)


async def test_a_scheduled_event_is_seen_by_organisers_alone_until_its_time(
    planner: Planner,
) -> None:
    event = await planner.publishes(Publication(at=NOON + DAY))

    assert await planner.seen_by(BORIS) == await planner.seen_by(ANNA) == []
    assert [board.event.id for board in await planner.events.all_ahead(ANNA, None)] == [event]
    with pytest.raises(EventNotFound):
        await planner.rsvps.open_card(BORIS, event, CARD)
    with pytest.raises(EventNotFound):
        await planner.rsvps.answer(BORIS, event, Answer.GOING)
    assert (await planner.told(), await planner.reminded(event)) == ([], 0)

    planner.clock.time = NOON + DAY - timedelta(microseconds=1)
    assert await planner.events.publish_due() == 0
    planner.clock.time = NOON + DAY
    assert await planner.events.publish_due() == 1
    assert await planner.events.publish_due() == 0

    assert await planner.seen_by(BORIS) == [event]
    assert await planner.told() == [("event.announced", 1), ("event.announced", 2)]
    assert await planner.reminded(event) > 0


async def test_what_is_scheduled_can_be_published_by_hand_once(planner: Planner) -> None:
    event = await planner.publishes(Publication(at=NOON + DAY))
    board = await planner.events.publish_scheduled(ANNA, event)

    assert (board.event.is_scheduled, board.event.publish_at) == (False, None)
    with pytest.raises(AlreadyPublished):
        await planner.events.publish_scheduled(ANNA, event)
    planner.clock.time = NOON + DAY
    assert await planner.events.publish_due() == 0
    assert await planner.told() == [("event.announced", 1), ("event.announced", 2)]


async def test_what_is_scheduled_is_changed_and_called_off_in_silence(planner: Planner) -> None:
    event = await planner.publishes(Publication(at=NOON + DAY))
    await planner.changes(event, starts_at=START + DAY, place="Сад")
    assert (await planner.found(event)).rescheduled_at is None
    await planner.events.cancel(ANNA, event, "")
    planner.clock.time = NOON + DAY

    assert await planner.events.publish_due() == 0
    assert await planner.told() == []


async def test_an_event_that_began_before_the_bot_came_back_is_published_and_not_again(
    planner: Planner,
) -> None:
    event = await planner.publishes(Publication(at=NOON + DAY))
    series = await planner.publishes(Publication(NOON + DAY, Recurrence(Rhythm.WEEKLY, None, 2)))
    planner.clock.time = START + 3 * HOUR
    assert await planner.events.publish_due() == 2, "the date that is over, of the series alone"
    assert await planner.events.publish_due() == 1, "the rest of the series"

    assert await planner.events.publish_due() == 0
    for one in (event, series, series + 1):
        assert not (await planner.found(one)).is_scheduled
    assert await planner.seen_by(BORIS) == [series + 1]


async def test_nothing_is_scheduled_for_the_past(planner: Planner) -> None:
    with pytest.raises(MomentPast):
        await planner.publishes(Publication(at=NOON))


async def test_people_hear_of_an_event_before_it_begins_however_it_is_moved(
    planner: Planner,
) -> None:
    with pytest.raises(PublicationTooLate):
        await planner.publishes(Publication(at=START))
    event = await planner.publishes(Publication(at=NOON + DAY))

    with pytest.raises(PublicationTooLate):
        await planner.events.move(ANNA, event, NOON + DAY)
    assert (await planner.found(event)).starts_at == START


async def test_a_series_is_told_once_and_reminded_of_at_every_date(planner: Planner) -> None:
    """Complaint 8: a weekly meeting is not four announcements."""
    first = await planner.publishes(WEEKLY, rsvp_until=START - HOUR)

    events = [await planner.found(first + week) for week in range(4)]
    assert [event.starts_at for event in events] == [START + week * 7 * DAY for week in range(4)]
    assert [event.rsvp_until for event in events] == [e.starts_at - HOUR for e in events]
    assert len({event.uid for event in events}) == 4
    assert len({event.series for event in events}) == 1
    assert await planner.told() == [("event.announced", 1), ("event.announced", 2)]
    assert [bool(await planner.reminded(event.id)) for event in events] == [True] * 4
    assert await planner.seen_by(BORIS) == [event.id for event in events]
    assert (await planner.rsvps.upcoming(BORIS, None))[0].event.id == first


async def test_a_scheduled_series_is_published_as_a_whole_and_told_once(planner: Planner) -> None:
    first = await planner.publishes(replace(WEEKLY, at=NOON + DAY))
    assert await planner.seen_by(BORIS) == []
    planner.clock.time = NOON + DAY

    assert await planner.events.publish_due() == 4
    assert await planner.seen_by(BORIS) == [first + week for week in range(4)]
    assert await planner.told() == [("event.announced", 1), ("event.announced", 2)]


async def test_one_date_of_a_series_is_moved_or_called_off_alone(planner: Planner) -> None:
    first = await planner.publishes(WEEKLY)
    for week in range(4):
        await planner.rsvps.answer(BORIS, EventId(first + week), Answer.GOING)
    await planner.events.move(ANNA, EventId(first + 1), START + 8 * DAY)
    await planner.events.cancel(ANNA, EventId(first + 2), "")

    events = [await planner.found(first + week) for week in range(4)]
    assert [event.starts_at - START for event in events] == [n * DAY for n in (0, 8, 14, 21)]
    assert [event.is_cancelled for event in events] == [False, False, True, False]
    assert (await planner.told())[2:] == [("event.moved", 2), ("event.cancelled", 2)]


async def test_a_date_is_called_off_with_those_that_follow_and_not_those_before(
    planner: Planner,
) -> None:
    first = await planner.publishes(WEEKLY)
    await planner.rsvps.answer_series(BORIS, first, Answer.GOING)
    await planner.events.cancel(ANNA, EventId(first + 2), "")
    await planner.events.cancel(ANNA, EventId(first + 1), "Ремонт", following=True)

    events = [await planner.found(first + week) for week in range(4)]
    assert [event.is_cancelled for event in events] == [False, True, True, True]
    assert [event.reason for event in events] == ["", "Ремонт", "", "Ремонт"]
    assert (await planner.told())[2:] == [("event.cancelled", 2)] * 2, "one notice an act"
    assert [bool(await planner.reminded(event.id)) for event in events] == [True] + [False] * 3


# --- changes -------------------------------------------------------------------------------------


async def test_a_change_of_time_and_place_is_told_once_naming_old_and_new(planner: Planner) -> None:
    """Complaint 5: one message says what changed."""
    event = await planner.publishes(room="Зал 1")
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    await planner.changes(event, starts_at=START + HOUR, place="Сад", room="", title="Форум")

    (moved,) = await planner.moves_told()
    assert moved == EventMoved(event, START, START + HOUR, "Дом, Зал 1", "Сад")


async def test_another_room_alone_is_told_too_and_another_title_is_not(planner: Planner) -> None:
    event = await planner.publishes(room="Зал 1")
    await planner.rsvps.answer(BORIS, event, Answer.MAYBE)
    await planner.changes(event, title="Форум", description="О планах", capacity=9)
    assert await planner.moves_told() == []
    await planner.changes(event, room="Зал 2")
    assert len(await planner.moves_told()) == 1


async def test_those_who_wait_hear_of_a_move_and_the_silent_do_not(planner: Planner) -> None:
    event = await planner.publishes(capacity=1)
    await planner.rsvps.answer(ANNA, event, Answer.GOING)
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    await planner.events.move(ANNA, event, START + HOUR)
    assert (await planner.told())[2:] == [("event.moved", 1), ("event.moved", 2)]
    silent = await planner.publishes()
    await planner.events.move(ANNA, silent, START + HOUR)
    assert len(await planner.moves_told()) == 2


@pytest.mark.parametrize(
    ("step", "again"),
    [(HOUR, False), (11 * HOUR, False), (12 * HOUR, True), (DAY, True), (-DAY, True)],
)
async def test_the_answer_is_asked_again_when_the_day_changes_by_the_alliances_clock(
    planner: Planner, step: timedelta, again: bool
) -> None:
    event = await planner.publishes()
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    planner.clock.time += HOUR
    await planner.events.move(ANNA, event, START + step)

    card = await planner.rsvps.open_card(BORIS, event, CARD)
    assert card.event.rescheduled_at == (planner.clock.time if again else None)
    assert card.is_asked_again is again
    planner.clock.time += HOUR
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    assert not (await planner.rsvps.open_card(BORIS, event, CARD)).is_asked_again


async def test_a_moved_event_keeps_its_deadlines_distance_and_what_has_passed_may_stay(
    planner: Planner,
) -> None:
    event = await planner.publishes(rsvp_until=NOON + HOUR)
    planner.clock.time = NOON + 2 * HOUR
    await planner.changes(event, title="Форум")
    assert (await planner.found(event)).rsvp_until == NOON + HOUR
    with pytest.raises(DeadlineOutOfRange):
        await planner.changes(event, rsvp_until=NOON + HOUR / 2)
    await planner.events.move(ANNA, event, START + DAY)
    assert (await planner.found(event)).rsvp_until == NOON + HOUR + DAY


async def test_calendars_learn_of_each_change_that_they_show_and_of_no_other(
    planner: Planner,
) -> None:
    """RFC 5545, 3.8.7.4: SEQUENCE grows, the UID stays."""
    event = await planner.publishes()
    first = await planner.found(event)
    changes: list[tuple[dict[str, object], int]] = [
        ({"capacity": 5}, 0),
        ({"leads": (HOUR,)}, 0),
        ({"title": "Форум"}, 1),
        ({"title": "Форум"}, 1),
        ({"place": "Сад"}, 2),
        ({"room": "Зал"}, 3),
        ({"starts_at": START + HOUR}, 4),
        ({"duration": HOUR}, 5),
    ]
    for change, sequence in changes:
        planner.clock.time += HOUR
        await planner.changes(event, **change)
        assert (await planner.found(event)).sequence == sequence
    await planner.events.cancel(ANNA, event, "")

    (entry,) = await planner.rsvps.calendar(BORIS, event)
    assert (entry.uid, entry.sequence, entry.cancelled) == (first.uid, 6, True)
    assert entry.changed_at == planner.clock.time


async def test_fewer_seats_send_the_last_back_to_the_line(planner: Planner) -> None:
    event = await planner.publishes(capacity=2)
    await planner.rsvps.answer(ANNA, event, Answer.GOING)
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    board = await planner.changes(event, capacity=1)
    assert (board.turnout.going, board.turnout.waiting) == (1, 1)
    lost = "SELECT member_id FROM notices WHERE kind = 'event.seat_lost'"
    rows = await query(planner.database, lost)
    assert rows == [(BORIS,)]


async def test_the_link_of_an_event_is_in_the_calendar_of_those_only_who_have_a_seat(
    planner: Planner,
) -> None:
    event = await planner.publishes(capacity=1, link="https://example.org/room")
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    await planner.rsvps.answer(ANNA, event, Answer.GOING)
    for member, url in ((BORIS, "https://example.org/room"), (ANNA, None)):
        (entry,) = await planner.rsvps.calendar(member, event)
        assert entry.url == url


async def test_one_draft_becomes_one_event_or_one_series(planner: Planner) -> None:
    made = [await planner.events.publish(ANNA, PLAN, "d", WEEKLY) for _ in range(2)]
    assert made[0] == made[1]
    assert (await counts(planner.database))["events"] == 4


async def test_what_another_organiser_changed_meanwhile_stays(planner: Planner) -> None:
    event = await planner.publishes(capacity=5)
    await planner.rsvps.answer(BORIS, event, Answer.GOING)
    seen = await planner.events.plan(ANNA, event)
    await planner.events.move(ANNA, event, START + DAY)
    wanted = replace(seen, title="Другое имя", capacity=7)
    await planner.events.change(ANNA, event, wanted, None, seen)
    found = await planner.found(event)
    assert (found.title, found.capacity, found.starts_at) == ("Другое имя", 7, START + DAY)
    assert [moved.new_start for moved in await planner.moves_told()] == [START + DAY]
