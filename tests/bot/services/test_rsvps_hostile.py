"""Seats under attack: what nobody does on purpose, and what happens all the same."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.audiences import EVERYBODY, Audience, Circle
from bot.domain.events import EventId
from bot.domain.members import Consent, MemberId, Role, TelegramId
from bot.domain.notices import MessageRef
from bot.domain.people import PersonDetails
from bot.domain.plans import EventPlan
from bot.domain.quiet_hours import QuietHours
from bot.domain.refusals import EventNotFound, RsvpClosed
from bot.domain.rsvps import Answer, Rsvp, Standing
from bot.domain.seats import Seat
from bot.ports import ChatUnreachable
from bot.services.deliveries import Deliveries
from bot.services.events import Events
from bot.services.guests import Guests
from bot.services.members import Members
from bot.services.reminders import Reminders
from bot.services.rsvps import Rsvps
from bot.services.waitlists import Waitlists
from storage.database import Database
from storage.stores import Stores
from tests.alliance import some_rules

START = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)  # 18:00 in Yekaterinburg
HOUR = timedelta(hours=1)
EARLY, MIDDLE, LATE = START - 72 * HOUR, START - 30 * HOUR, START - 6 * HOUR
ANNA = MemberId(1)  # the organiser
GOING, MAYBE, DECLINED = Answer.GOING, Answer.MAYBE, Answer.DECLINED
S, A, W = Seat.SEATED, Seat.OFFERED, Seat.WAITING


@dataclass
class Clock:
    time: datetime = EARLY

    def now(self) -> datetime:
        return self.time


class Hall:
    """An event for people who have no organisation, from 2 on."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        rules = some_rules(24 * HOUR, quiet_hours=QuietHours(time(22), time(9)))
        self.events = Events(database, self.clock, rules)
        self.rsvps = Rsvps(database, self.clock, rules)
        self.guests = Guests(database, self.clock, rules)
        self.waitlists = Waitlists(database, self.clock, rules)
        self.reminders = Reminders(database, self.clock, rules)
        self.deliveries = Deliveries(database, self.clock, rules, max_attempts=3, language="ru")
        self.members = Members(
            database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )
        self.event = EventId(0)

    async def fills(self, people: int) -> None:
        def write(tx: Stores) -> None:
            for number in range(1, people + 1):
                roles = frozenset({Role.ORGANISER} if number == ANNA else ())
                member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), None)
                tx.members.bind(member, TelegramId(number), EARLY)
                tx.members.save_consent(member, Consent(1, EARLY))

        await self.database.write(write)

    async def opens(self, capacity: int | None, rsvp_until: datetime | None = None) -> None:
        plan = EventPlan(
            title="Встреча",
            description="",
            starts_at=START,
            duration=2 * HOUR,
            place="Дом",
            audience=EVERYBODY,
            capacity=capacity,
            guests=3,
            rsvp_until=rsvp_until,
        )
        self.event = await self.events.publish(ANNA, plan)

    async def answers(self, member: int, answer: Answer = GOING) -> Standing:
        self.clock.time += timedelta(seconds=1)
        return await self.rsvps.answer(MemberId(member), self.event, answer)

    async def changes(self, **changes: object) -> None:
        plan = await self.events.plan(ANNA, self.event)
        changed = replace(plan, **changes)  # type: ignore[arg-type]  # each test gives what it means
        await self.events.change(ANNA, self.event, changed)

    async def stands(self, member: int) -> Rsvp | None:
        return await self.database.read(lambda tx: tx.rsvps.get(self.event, MemberId(member)))

    async def seats(self) -> dict[int, Seat]:
        def read(tx: Stores) -> dict[int, Seat]:
            event = tx.events.get(self.event)
            assert event is not None
            return {party.member: party.seat for party in tx.rsvps.roster(event).parties}

        return await self.database.read(read)

    async def told(self) -> Counter[tuple[str, int]]:
        sql = "SELECT kind, member_id FROM notices WHERE key LIKE 'seat:%'"
        return Counter(await self.database.read(lambda tx: tx.outbox._db.execute(sql).fetchall()))


@pytest.fixture
async def hall(database: Database) -> Hall:
    made = Hall(database)
    await made.fills(8)
    return made


async def test_the_sweep_offers_nothing_of_an_event_that_was_cancelled(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.events.cancel(ANNA, hall.event, "")
    before, told = await hall.seats(), await hall.told()
    hall.clock.time = MIDDLE + 5 * HOUR
    assert await hall.waitlists.sweep() == 0
    assert (await hall.seats(), await hall.told()) == (before, told)


@pytest.mark.parametrize("way", ["start", "unblocked", "guest link"])
async def test_a_seat_is_offered_to_who_waits_and_can_be_reached_again(
    hall: Hall, way: str
) -> None:
    """Complaint 1: no seat stays empty while somebody waits for it."""
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    code = (await hall.guests.link(ANNA, hall.event)).guest_code
    await hall.members.note_reachable(TelegramId(3), reachable=False)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: W}
    if way == "start":
        await hall.members.start(TelegramId(3), "")
    elif way == "unblocked":
        await hall.members.note_reachable(TelegramId(3), reachable=True)
    else:
        await hall.guests.enter(TelegramId(3), "", f"g_{code}", "ru")
    assert await hall.seats() == {3: A}
    assert await hall.told() == Counter({("SeatOffered", 3): 1})
    await hall.members.note_reachable(TelegramId(3), reachable=True)  # once
    assert await hall.told() == Counter({("SeatOffered", 3): 1})


async def test_who_can_be_reached_again_late_is_called_to_a_seat_that_is_free(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    await hall.members.note_reachable(TelegramId(3), reachable=False)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = LATE
    await hall.members.note_reachable(TelegramId(3), reachable=True)
    assert await hall.told() == Counter({("SeatCalled", 3): 1})
    assert (await hall.answers(3)).seat is S


async def test_who_is_of_the_audience_no_more_can_still_give_the_seat_up(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    await hall.changes(audience=Audience(Circle.COUNCIL))
    await hall.rsvps.look(MemberId(2), hall.event)
    assert (await hall.answers(2, DECLINED)).answer is DECLINED
    assert await hall.seats() == {3: S}
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    assert await hall.seats() == {}
    with pytest.raises(EventNotFound):
        await hall.answers(4)


async def test_after_the_deadline_nobody_brings_more_guests_but_fewer(hall: Hall) -> None:
    await hall.opens(capacity=None, rsvp_until=MIDDLE)
    await hall.answers(2)
    await hall.rsvps.bring(MemberId(2), hall.event, 2)
    hall.clock.time = MIDDLE
    with pytest.raises(RsvpClosed):
        await hall.rsvps.bring(MemberId(2), hall.event, 3)
    await hall.rsvps.bring(MemberId(2), hall.event, 1)
    stands = await hall.stands(2)
    assert stands
    assert stands.guests == 1


async def test_a_change_of_the_title_loses_no_reminder_that_is_due(hall: Hall) -> None:
    """Complaint 4: reminders do not vanish, whoever is quicker after downtime."""
    await hall.opens(capacity=None)
    await hall.answers(2)
    hall.clock.time = START - 20 * HOUR  # the lead of a day passed while the bot was down
    await hall.changes(title="Другое имя")
    assert await hall.reminders.sweep() == 1


@pytest.mark.parametrize(
    ("before", "seat"),
    [
        (48 * HOUR + timedelta(microseconds=1), S),
        (48 * HOUR, A),
        (12 * HOUR, A),
        (12 * HOUR - timedelta(microseconds=1), W),
    ],
)
async def test_the_boundaries_of_the_ways_to_a_seat_are_exact(
    hall: Hall, before: timedelta, seat: Seat
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3):
        await hall.answers(member)
    hall.clock.time = START - before
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: seat}


async def test_a_clock_put_back_neither_loses_nor_doubles_a_seat(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = EARLY
    await hall.waitlists.sweep()
    assert await hall.seats() == {3: A, 4: W}
    assert (await hall.answers(3)).seat is S
    assert await hall.seats() == {3: S, 4: W}


async def test_offers_of_an_event_put_off_stand_and_all_others_are_seated(hall: Hall) -> None:
    await hall.opens(capacity=2)
    for member in (2, 3, 4, 5):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: S, 4: A, 5: W}
    await hall.events.move(ANNA, hall.event, START + 240 * HOUR)
    assert await hall.seats() == {3: S, 4: A, 5: W}
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    assert await hall.seats() == {4: A, 5: S}
    hall.clock.time = MIDDLE + 5 * HOUR
    await hall.waitlists.sweep()
    assert await hall.seats() == {5: S}


async def test_without_a_limit_all_who_wait_are_asked_or_seated(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.changes(capacity=None)
    assert await hall.seats() == {2: S, 3: A, 4: A}
    assert (await hall.answers(3)).seat is S
    assert (await hall.answers(5)).seat is S
    hall.clock.time = MIDDLE + 5 * HOUR
    await hall.waitlists.sweep()
    assert await hall.seats() == {2: S, 3: S, 5: S}
    assert (await hall.answers(4)).seat is S


@pytest.mark.parametrize("when", ["before", "by the letter"])
async def test_a_seat_offered_to_whom_no_message_reaches_goes_to_the_next(
    hall: Hall, when: str
) -> None:
    """Complaint 1: no seat stays empty while somebody waits for it."""
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: A, 4: W}
    if when == "before":
        await hall.members.note_reachable(TelegramId(3), reachable=False)
    while deliveries := await hall.deliveries.claim(100):
        for delivery in deliveries:
            claimed = delivery.claimed
            if claimed.notice.recipient == 3:
                await hall.deliveries.note_undelivered(claimed, ChatUnreachable("blocked"))
            else:
                await hall.deliveries.note_sent(claimed, MessageRef(9, claimed.id))
    assert await hall.seats() == {3: W, 4: A}
    assert (await hall.answers(4)).seat is S
    assert await hall.seats() == {3: W, 4: S}


@pytest.mark.parametrize(
    ("deadline", "start", "becomes"),
    [
        (START - 48 * HOUR, START + 12 * HOUR, START - 48 * HOUR),  # it has passed, and stays
        (START - 48 * HOUR, START + 96 * HOUR, START + 48 * HOUR),
        (START - 20 * HOUR, START - 12 * HOUR, START - 20 * HOUR),  # it would have passed
        (START - HOUR, START - 29 * HOUR, START - 29 * HOUR),
    ],
)
async def test_an_event_can_be_moved_whatever_its_deadline_becomes(
    hall: Hall, deadline: datetime, start: datetime, becomes: datetime
) -> None:
    await hall.opens(capacity=1, rsvp_until=deadline)
    hall.clock.time = MIDDLE
    board = await hall.events.move(ANNA, hall.event, start)
    assert board.event.rsvp_until == becomes
