from datetime import UTC, datetime, time, timedelta

import pytest
from pydantic import TypeAdapter
from structlog.testing import capture_logs

from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.domain.events.letters import EventLetter
from bot.domain.events.notices import EventReminder
from bot.domain.events.rsvps import Answer
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.people.people import PersonDetails
from bot.domain.quiet_hours import QuietHours
from bot.features import NOTICES
from bot.services.deliveries import Deliveries
from bot.services.events.events import Events, Publication
from bot.services.events.reminders import Reminders
from bot.services.events.rsvps import Rsvps
from storage.engine.database import Database
from storage.stores import Stores
from tests.alliance import some_rules
from tests.clocks import FixedClock
from tests.databases import query
from tests.events import an_event_plan
from tests.outboxes import send_all
from tests.people import anna_and_boris, joined

NOW = datetime(2026, 12, 1, 7, 0, tzinfo=UTC)  # noon in Yekaterinburg
START = datetime(2026, 12, 5, 10, 0, tzinfo=UTC)
DAY, HOURS = timedelta(days=1), timedelta(hours=2)
NIGHT = QuietHours(time(22), time(9))
ANNA, BORIS = MemberId(1), MemberId(2)
CARD = MessageRef(2, 1)


class Diary:
    """An alliance of an organiser and a member, seen from the sweep of the reminders."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FixedClock(NOW)
        self.restarts()

    def restarts(self, *leads: timedelta, question: timedelta | None = None) -> None:
        """Put the services together again, with these lead times."""
        rules = some_rules(*leads or (DAY, HOURS), question=question, quiet_hours=NIGHT)
        self.events = Events(self.database, self.clock, rules)
        self.rsvps = Rsvps(self.database, self.clock, rules)
        self.deliveries = Deliveries(
            self.database, self.clock, rules, notices=NOTICES, max_attempts=3, language="ru"
        )
        self.reminders = Reminders(self.database, self.clock, rules)

    async def publishes(self, start: datetime = START) -> EventId:
        plan = an_event_plan(start, duration=HOURS)
        return await self.events.publish(ANNA, plan)

    async def answers(self, event: EventId, answer: Answer) -> None:
        await self.rsvps.answer(BORIS, event, answer, CARD)

    async def hears(self, at: datetime) -> list[tuple[timedelta, datetime]]:
        """Sweep at this moment; return the reminders then sent: lead and start."""
        self.clock.time = at
        await self.reminders.sweep()
        return await self.is_sent(at)

    async def is_sent(self, at: datetime) -> list[tuple[timedelta, datetime]]:
        self.clock.time = at
        sent = []
        for delivery in await send_all(self.deliveries, kept=False):
            content = delivery.letter.content
            if isinstance(content, EventLetter) and isinstance(content.subject, EventReminder):
                assert delivery.claimed.notice.recipient == BORIS
                sent.append((content.subject.lead, content.subject.starts_at))
        return sent


@pytest.fixture
async def diary(database: Database) -> Diary:
    await database.write(lambda tx: anna_and_boris(tx, NOW))
    return Diary(database)


@pytest.mark.parametrize(
    ("answer", "reminded"),
    [(Answer.GOING, True), (Answer.MAYBE, True), (Answer.DECLINED, False), (None, False)],
)
async def test_only_those_who_are_expected_are_reminded_once_a_lead(
    diary: Diary, answer: Answer | None, reminded: bool
) -> None:
    event = await diary.publishes()
    if answer:
        await diary.answers(event, answer)

    assert await diary.hears(START - DAY - timedelta(seconds=1)) == []
    assert await diary.hears(START - DAY) == ([(DAY, START)] if reminded else [])
    assert await diary.hears(START - HOURS) == ([(HOURS, START)] if reminded else [])
    assert await diary.hears(START) == []


async def test_two_sweeps_or_a_restart_remind_once(diary: Diary) -> None:
    await diary.answers(await diary.publishes(), Answer.GOING)

    first = await diary.hears(START - DAY)
    diary.restarts()

    assert first == [(DAY, START)]
    assert await diary.hears(START - DAY) == []
    assert await diary.hears(START - DAY + timedelta(hours=1)) == []


async def test_a_lead_that_was_past_when_the_answer_came_sends_nothing(diary: Diary) -> None:
    event = await diary.publishes()
    diary.clock.time = START - DAY + timedelta(minutes=1)  # the sweep is late
    await diary.answers(event, Answer.GOING)

    assert await diary.hears(START - DAY + timedelta(minutes=2)) == []
    assert await diary.hears(START - HOURS) == [(HOURS, START)]


async def test_an_event_published_after_a_lead_has_only_the_others(diary: Diary) -> None:
    diary.clock.time = START - timedelta(hours=20)
    await diary.answers(await diary.publishes(), Answer.GOING)

    assert await diary.hears(START - timedelta(hours=19)) == []
    assert await diary.hears(START - HOURS) == [(HOURS, START)]


async def test_a_moved_event_takes_its_reminders_along(diary: Diary) -> None:
    event = await diary.publishes()
    await diary.answers(event, Answer.GOING)
    assert await diary.hears(START - DAY) == [(DAY, START)]
    later = START + timedelta(days=3)
    await diary.events.move(ANNA, event, later)

    assert await diary.hears(START - HOURS) == []
    assert await diary.hears(later - DAY) == [(DAY, later)]
    assert await diary.hears(later - HOURS) == [(HOURS, later)]


async def test_a_cancelled_event_reminds_nobody(diary: Diary) -> None:
    event = await diary.publishes()
    await diary.answers(event, Answer.GOING)
    await diary.events.cancel(ANNA, event, "")

    assert await diary.hears(START - DAY) == []


async def test_who_declines_after_the_reminder_was_put_off_is_not_reminded(diary: Diary) -> None:
    early = datetime(2026, 12, 5, 0, 30, tzinfo=UTC) + DAY  # the lead falls on 05:30 by the clock
    event = await diary.publishes(early)
    await diary.answers(event, Answer.GOING)
    assert await diary.hears(early - DAY) == []
    await diary.answers(event, Answer.DECLINED)

    assert await diary.is_sent(early - DAY + timedelta(hours=10)) == []


@pytest.mark.parametrize("change", ["cancel", "move"])
async def test_what_happens_to_the_event_meanwhile_drops_a_reminder_put_off(
    diary: Diary, change: str
) -> None:
    early = datetime(2026, 12, 6, 0, 30, tzinfo=UTC)
    event = await diary.publishes(early)
    await diary.answers(event, Answer.GOING)
    assert await diary.hears(early - DAY) == []
    if change == "cancel":
        await diary.events.cancel(ANNA, event, "")
    else:
        await diary.events.move(ANNA, event, early + timedelta(days=5))

    assert await diary.is_sent(early - DAY + timedelta(hours=10)) == []


@pytest.mark.parametrize(
    ("zone", "morning"),
    [
        (None, datetime(2026, 12, 5, 4, 0, tzinfo=UTC)),  # 9:00 in Yekaterinburg
        ("Europe/Kaliningrad", datetime(2026, 12, 5, 7, 0, tzinfo=UTC)),
        ("Asia/Kamchatka", None),  # 13:00 there: nobody sleeps
    ],
)
async def test_nobody_is_disturbed_at_night_in_their_own_zone(
    diary: Diary, zone: str | None, morning: datetime | None
) -> None:
    due = datetime(2026, 12, 5, 1, 0, tzinfo=UTC)
    await diary.database.write(lambda tx: tx.members.save_time_zone(BORIS, zone))
    await diary.answers(await diary.publishes(due + DAY), Answer.GOING)

    heard = await diary.hears(due)
    if morning is None:
        assert heard == [(DAY, due + DAY)]
        return
    assert heard == []
    assert await diary.is_sent(morning - timedelta(seconds=1)) == []
    assert await diary.is_sent(morning) == [(DAY, due + DAY)]


async def test_a_reminder_that_an_outage_held_up_into_the_night_waits_for_the_morning(
    diary: Diary,
) -> None:
    due = datetime(2026, 12, 4, 16, 50, tzinfo=UTC)  # 21:50 by the clock
    await diary.answers(await diary.publishes(due + DAY), Answer.GOING)
    await diary.is_sent(due)
    await diary.reminders.sweep()

    assert await diary.is_sent(due + timedelta(hours=1)) == []
    assert await diary.is_sent(due + timedelta(hours=11, minutes=10)) == [(DAY, due + DAY)]


async def test_a_reminder_that_would_come_after_the_start_is_dropped(diary: Diary) -> None:
    dawn = datetime(2026, 12, 5, 2, 0, tzinfo=UTC)  # 7:00 by the clock, within the quiet hours
    await diary.answers(await diary.publishes(dawn), Answer.GOING)
    assert await diary.hears(dawn - DAY) == []  # 7:00 the day before, put off until 9:00
    assert await diary.is_sent(dawn - DAY + HOURS) == [(DAY, dawn)]

    assert await diary.hears(dawn - HOURS) == []
    assert await diary.is_sent(dawn + timedelta(hours=3)) == []


async def test_leads_that_one_night_puts_off_come_as_one_reminder(diary: Diary) -> None:
    morning = datetime(2026, 12, 5, 4, 0, tzinfo=UTC)  # 9:00 by the clock
    start = morning + timedelta(minutes=30)
    await diary.answers(await diary.publishes(start), Answer.GOING)
    diary.restarts(timedelta(hours=3), HOURS)
    await diary.events.move(ANNA, EventId(1), start + timedelta(minutes=1))

    assert await diary.hears(morning - timedelta(hours=2, minutes=29)) == []
    assert await diary.hears(morning - timedelta(hours=1, minutes=29)) == []
    assert len(await diary.is_sent(morning)) == 1


async def test_after_downtime_only_the_nearest_lead_is_sent(diary: Diary) -> None:
    await diary.answers(await diary.publishes(), Answer.GOING)

    assert await diary.hears(START - timedelta(hours=1)) == [(HOURS, START)]
    assert await diary.hears(START - timedelta(minutes=30)) == []


async def test_after_downtime_nobody_is_reminded_of_what_has_begun(diary: Diary) -> None:
    await diary.answers(await diary.publishes(), Answer.GOING)

    assert await diary.hears(START) == []
    assert await diary.hears(START + DAY) == []


async def test_what_downtime_overtook_is_logged(diary: Diary) -> None:
    await diary.answers(await diary.publishes(), Answer.GOING)
    with capture_logs() as late:
        await diary.hears(START - timedelta(hours=1))
    with capture_logs() as too_late:
        await diary.answers(await diary.publishes(START + DAY), Answer.GOING)
        await diary.hears(START + DAY)
    assert [line["event"] for line in late] == ["reminders overtaken"]
    assert [line["event"] for line in too_late] == ["reminder too late"] * 2  # of both events


async def test_an_event_moved_away_and_back_is_still_reminded_of(diary: Diary) -> None:
    event = await diary.publishes()
    await diary.answers(event, Answer.GOING)
    await diary.events.move(ANNA, event, START + DAY)
    await diary.events.move(ANNA, event, START)

    assert await diary.hears(START - DAY) == [(DAY, START)]


QUESTION = timedelta(days=1)
CYRIL, DARIA = MemberId(3), MemberId(4)


@pytest.fixture
async def crowded(diary: Diary) -> Diary:
    """Four people, an event with two seats, and the question a day before."""

    def write(tx: Stores) -> None:
        for number in (CYRIL, DARIA):
            joined(tx, PersonDetails(f"Участник {number}"), NOW)

    await diary.database.write(write)
    diary.restarts(DAY, HOURS, question=QUESTION)
    return diary


async def opened(diary: Diary, **changes: object) -> EventId:
    plan = an_event_plan(START, **{"duration": HOURS} | changes)
    return await diary.events.publish(ANNA, plan)


async def swept(diary: Diary, at: datetime) -> list[tuple[int, timedelta, bool]]:
    """Sweep at this moment; return what that enqueued: recipient, lead, whether it asks."""
    diary.clock.time = at
    sql = "SELECT coalesce(max(id), 0) FROM notices"
    ((last,),) = await query(diary.database, sql)
    await diary.reminders.sweep()
    rows = await query(
        diary.database,
        "SELECT member_id, subject FROM notices WHERE id > ? ORDER BY member_id",
        last,
    )
    parse = TypeAdapter(EventReminder).validate_json
    return [(who, parse(text).lead, parse(text).asks) for who, text in rows]


async def test_those_who_wait_are_never_reminded_and_those_seated_are_asked(crowded: Diary) -> None:
    """Complaint 3: a reminder comes to anyone who can come, and to nobody else."""
    event = await opened(crowded, capacity=2)
    for member in (ANNA, BORIS, CYRIL):
        await crowded.rsvps.answer(member, event, Answer.GOING)
    await crowded.rsvps.answer(DARIA, event, Answer.MAYBE)

    assert await swept(crowded, START - DAY) == [
        (ANNA, DAY, True),
        (BORIS, DAY, True),
        (DARIA, DAY, False),
    ]
    assert await swept(crowded, START - HOURS) == [
        (member, HOURS, False) for member in (ANNA, BORIS, DARIA)
    ]


async def test_an_offered_seat_is_no_reason_to_remind(crowded: Diary) -> None:
    event = await opened(crowded, capacity=1)
    for member in (BORIS, CYRIL):
        await crowded.rsvps.answer(member, event, Answer.GOING)
    crowded.clock.time = START - timedelta(hours=26)
    await crowded.rsvps.withdraw(BORIS, event)

    assert await swept(crowded, START - DAY) == []


async def test_a_persons_own_leads_win_over_the_events_and_those_over_the_alliances(
    crowded: Diary,
) -> None:
    three, half = timedelta(hours=3), timedelta(minutes=30)
    crowded.restarts(DAY, HOURS)
    usual, special = await opened(crowded), await opened(crowded, leads=(three,))
    await crowded.database.write(lambda tx: tx.members.save_leads(CYRIL, [half]))
    await crowded.database.write(lambda tx: tx.members.save_leads(DARIA, []))
    for member in (BORIS, CYRIL, DARIA):
        await crowded.rsvps.answer(member, usual, Answer.GOING)
        await crowded.rsvps.answer(member, special, Answer.GOING)

    assert await swept(crowded, START - DAY) == [(BORIS, DAY, False)]
    assert await swept(crowded, START - three) == [(BORIS, three, False)]
    assert await swept(crowded, START - HOURS) == [(BORIS, HOURS, False)]
    assert await swept(crowded, START - half) == [(CYRIL, half, False)] * 2


async def test_one_event_can_be_muted_and_is_not_asked_about_either(crowded: Diary) -> None:
    muted, other = await opened(crowded), await opened(crowded)
    for event in (muted, other):
        await crowded.rsvps.answer(BORIS, event, Answer.GOING)
    await crowded.rsvps.mute(BORIS, muted, muted=True)

    assert await swept(crowded, START - DAY) == [(BORIS, DAY, True)]
    await crowded.rsvps.mute(BORIS, muted, muted=False)
    assert await swept(crowded, START - HOURS) == [(BORIS, HOURS, False)] * 2


async def test_after_downtime_each_hears_one_reminder_by_their_own_leads(crowded: Diary) -> None:
    event = await opened(crowded)
    await crowded.database.write(lambda tx: tx.members.save_leads(CYRIL, [7 * DAY, 3 * DAY]))
    for member in (BORIS, CYRIL):
        await crowded.rsvps.answer(member, event, Answer.GOING)

    assert await swept(crowded, START - timedelta(hours=1)) == [
        (BORIS, HOURS, False),
        (CYRIL, DAY, True),
    ]
    assert await swept(crowded, START - timedelta(minutes=30)) == []


async def test_a_start_plans_by_the_configuration_now_in_force(crowded: Diary) -> None:
    event = await opened(crowded)
    await crowded.rsvps.answer(BORIS, event, Answer.GOING)
    five = timedelta(hours=5)
    crowded.restarts(five)

    assert await swept(crowded, START - DAY) == []  # the question is switched off
    await crowded.reminders.plan()
    assert await swept(crowded, START - five) == [(BORIS, five, False)]


async def test_a_start_drops_nothing_that_fell_due_while_the_bot_was_down(crowded: Diary) -> None:
    event = await opened(crowded)
    await crowded.rsvps.answer(BORIS, event, Answer.GOING)
    crowded.clock.time = START - timedelta(hours=1)
    crowded.restarts(DAY, HOURS)

    for _ in range(2):
        await crowded.reminders.plan()
    assert await swept(crowded, START - timedelta(hours=1)) == [(BORIS, HOURS, False)]
    await crowded.reminders.plan()
    assert await swept(crowded, START - timedelta(minutes=59)) == []


async def test_a_start_plans_nothing_for_what_is_cancelled_or_not_yet_published(
    crowded: Diary,
) -> None:
    cancelled = await opened(crowded)
    await crowded.events.cancel(ANNA, cancelled, "")
    plan = await crowded.events.plan(ANNA, cancelled)
    await crowded.events.publish(ANNA, plan, None, Publication(at=START - DAY))

    assert await crowded.reminders.plan() == 0
    assert await crowded.database.read(lambda tx: tx.dues.upcoming(EventDue.REMINDERS, 5)) == []
