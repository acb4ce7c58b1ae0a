"""Answers, guests, waitlists and offers on a real database, at any hour."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from random import Random

import pytest

from bot.domain.audiences import EVERYBODY, Audience, Circle
from bot.domain.events import Event, EventId
from bot.domain.members import Consent, MemberId, Role, TelegramId
from bot.domain.notices import MessageRef
from bot.domain.people import OrganisationDetails, PersonDetails
from bot.domain.plans import EventPlan
from bot.domain.quiet_hours import QuietHours
from bot.domain.recurrence import Recurrence, Rhythm
from bot.domain.refusals import (
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    GuestNameMissing,
    NoRoomForGuests,
    NotGoing,
    PartyTooLarge,
    Refusal,
    RsvpClosed,
    TooManyGuests,
)
from bot.domain.rsvps import Answer, Rsvp, Standing
from bot.domain.seats import Moment, Party, Roster, Seat, WaitlistPolicy, settle
from bot.services.events import Events, Publication
from bot.services.members import Members
from bot.services.rsvps import Rsvps, SeriesAnswered
from bot.services.waitlists import Waitlists
from storage.database import Database
from storage.stores import Stores
from tests.alliance import some_rules

START = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)  # 18:00 in Yekaterinburg
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
EARLY, MIDDLE, LATE = START - 72 * HOUR, START - 30 * HOUR, START - 6 * HOUR
NIGHT = QuietHours(time(22), time(9))
ANNA = MemberId(1)  # the organiser
GOING, MAYBE, DECLINED = Answer.GOING, Answer.MAYBE, Answer.DECLINED
S, A, W = Seat.SEATED, Seat.OFFERED, Seat.WAITING


@dataclass
class Clock:
    time: datetime = EARLY

    def now(self) -> datetime:
        return self.time


class Hall:
    """An event of the alliance, and those who want in: members from 2 on."""

    def __init__(self, database: Database) -> None:
        self.database, self.clock = database, Clock()
        rules = some_rules(quiet_hours=NIGHT)
        self.rules = rules
        self.events = Events(database, self.clock, rules)
        self.rsvps = Rsvps(database, self.clock, rules)
        self.waitlists = Waitlists(database, self.clock, rules)
        self.members = Members(
            database, self.clock, rules=rules, administrators=frozenset(), language="ru"
        )
        self.event = EventId(0)

    async def fills(self, people: int) -> None:
        """Write down people: of three organisations in turn, and every fourth of none."""

        def write(tx: Stores) -> None:
            funds = [
                tx.organisations.add(
                    OrganisationDetails(f"Фонд {n}", "", f"667100000{n}", None, "")
                )
                for n in range(3)
            ]
            for number in range(1, people + 1):
                roles = frozenset({Role.ORGANISER} if number == ANNA else ())
                fund = None if number % 4 == 0 else funds[number % 4 - 1]
                member = tx.members.add(PersonDetails(f"Участник {number}", roles=roles), fund)
                tx.members.bind(member, TelegramId(number), EARLY)
                tx.members.save_consent(member, Consent(1, EARLY))

        await self.database.write(write)

    async def opens(self, **plan: object) -> EventId:
        self.event = await self.events.publish(ANNA, a_plan(**plan))
        return self.event

    async def answers(self, member: int, answer: Answer = GOING, order: int = 0) -> Standing:
        self.clock.time += timedelta(seconds=1)
        return await self.rsvps.answer(MemberId(member), self.event, answer, order=order)

    async def changes(self, **changes: object) -> None:
        plan = await self.events.plan(ANNA, self.event)
        changed = replace(plan, **changes)  # type: ignore[arg-type]  # each test gives what it means
        await self.events.change(ANNA, self.event, changed)

    async def stands(self, member: int) -> Rsvp | None:
        return await self.database.read(lambda tx: tx.rsvps.get(self.event, MemberId(member)))

    async def seats(self) -> dict[int, Seat]:
        roster = await self.roster()
        return {party.member: party.seat for party in roster.parties}

    async def found(self) -> Event:
        event = await self.database.read(lambda tx: tx.events.get(self.event))
        assert event is not None
        return event

    async def roster(self) -> Roster:
        event = await self.found()
        return await self.database.read(lambda tx: tx.rsvps.roster(event))

    async def told(self) -> Counter[tuple[str, int]]:
        """Return the news of seats in the outbox, as kind and recipient."""
        sql = "SELECT kind, member_id FROM notices WHERE key LIKE 'seat:%'"
        return Counter(await self.database.read(lambda tx: tx.outbox._db.execute(sql).fetchall()))


def a_plan(**changes: object) -> EventPlan:
    plan: dict[str, object] = {
        "title": "Встреча",
        "description": "",
        "starts_at": START,
        "duration": 2 * HOUR,
        "place": "Дом",
        "audience": EVERYBODY,
        "capacity": 2,
        "guests": 3,
    }
    return EventPlan(**plan | changes)  # type: ignore[arg-type]  # each test gives what it means


@pytest.fixture
async def hall(database: Database) -> Hall:
    made = Hall(database)
    await made.fills(12)
    return made


@contextmanager
def refused(refusal: type[Refusal]) -> Iterator[None]:
    with pytest.raises(refusal):
        yield


# --- the truth told to whoever answers -----------------------------------------------------------


async def test_each_who_answers_is_told_the_seat_or_the_number_in_line(hall: Hall) -> None:
    """Complaint 4: one's place in the line is known."""
    await hall.opens(capacity=2)
    told = [await hall.answers(member) for member in (2, 3, 4, 5)]
    assert told == [
        Standing(GOING, S),
        Standing(GOING, S),
        Standing(GOING, W, 1),
        Standing(GOING, W, 2),
    ]
    assert await hall.answers(5) == Standing(GOING, W, 2)  # saying it again changes nothing
    assert await hall.answers(4, MAYBE) == Standing(MAYBE)
    assert await hall.answers(5) == Standing(GOING, W, 1)
    assert await hall.answers(4) == Standing(GOING, W, 2)


async def test_two_hundred_at_once_for_twenty_seats_are_told_the_truth(database: Database) -> None:
    hall = Hall(database)
    await hall.fills(201)
    await hall.opens(capacity=20)
    people = [MemberId(number) for number in range(2, 202)]

    told = await asyncio.gather(*(hall.rsvps.answer(who, hall.event, GOING) for who in people))

    assert [one.seat for one in told] == [S] * 20 + [W] * 180
    assert [one.number for one in told] == [None] * 20 + list(range(1, 181))
    roster = await hall.roster()
    assert [(party.member, party.seat) for party in roster.parties] == [
        (who, one.seat) for who, one in zip(people, told, strict=True)
    ]
    assert await hall.told() == Counter()  # each was told in the answer


async def test_an_event_without_a_limit_seats_everybody_in_order(hall: Hall) -> None:
    await hall.opens(capacity=None)
    assert {(await hall.answers(member)).seat for member in (5, 3, 4)} == {S}
    assert [party.member for party in (await hall.roster()).parties] == [5, 3, 4]
    assert await hall.answers(3, DECLINED) == Standing(DECLINED)
    assert list(await hall.seats()) == [5, 4]


async def test_updates_that_come_in_the_wrong_order_are_told_by_their_ids(hall: Hall) -> None:
    await hall.opens(capacity=1)
    assert await hall.answers(2, DECLINED, order=1001) == Standing(DECLINED)
    assert await hall.answers(2, GOING, order=1000) == Standing(DECLINED)
    assert await hall.answers(2, MAYBE, order=1002) == Standing(MAYBE)
    hall.clock.time += timedelta(hours=8)  # Telegram began the ids anew
    assert await hall.answers(2, GOING, order=7) == Standing(GOING, S)
    assert (await hall.rsvps.answer(MemberId(3), hall.event, GOING)).number == 1


async def test_saying_it_again_keeps_the_place_and_notes_that_it_holds(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    first = await hall.stands(2)
    await hall.answers(3)
    hall.clock.time += HOUR
    await hall.answers(2)
    again = await hall.stands(2)
    assert first
    assert again == replace(first, confirmed_at=hall.clock.time)


# --- refusals ------------------------------------------------------------------------------------


async def test_after_the_deadline_one_can_only_withdraw(hall: Hall) -> None:
    await hall.opens(capacity=1, rsvp_until=MIDDLE)
    for member in (2, 3, 4):
        await hall.answers(member, MAYBE if member == 4 else GOING)
    hall.clock.time = MIDDLE
    for answer in (GOING, MAYBE):
        with refused(RsvpClosed):
            await hall.answers(5, answer)
    with refused(RsvpClosed):
        await hall.answers(4, GOING)
    assert (await hall.answers(5, DECLINED)).answer is DECLINED
    assert (await hall.answers(2)).seat is S  # it still holds
    assert (await hall.answers(2, MAYBE)).answer is MAYBE
    assert (await hall.seats())[3] is A  # the line moves on
    assert (await hall.answers(3)).seat is S


async def test_nobody_answers_to_what_is_not_for_them_cancelled_over_or_unknown(hall: Hall) -> None:
    await hall.opens()
    with refused(EventNotFound):
        await hall.rsvps.answer(MemberId(2), EventId(99), GOING)
    await hall.changes(audience=Audience(Circle.CHOSEN, (), frozenset({MemberId(3)})))
    with refused(EventNotFound):
        await hall.answers(2)
    hall.clock.time = START + 2 * HOUR
    with refused(EventIsOver):
        await hall.answers(3)
    hall.clock.time = EARLY
    await hall.events.cancel(ANNA, hall.event, "")
    with refused(EventIsCancelled):
        await hall.answers(3)


async def test_a_scheduled_event_takes_no_answers(hall: Hall) -> None:
    hall.event = await hall.events.publish(ANNA, a_plan(), None, Publication(at=MIDDLE))
    for act in (hall.rsvps.answer(ANNA, hall.event, GOING), hall.answers(2)):
        with refused(EventNotFound):
            await act


# --- guests --------------------------------------------------------------------------------------


async def test_a_party_sits_together_or_waits_together(hall: Hall) -> None:
    await hall.opens(capacity=4)
    await hall.answers(2)
    assert await hall.rsvps.bring(MemberId(2), hall.event, 1) == Standing(GOING, S)
    await hall.answers(3)
    await hall.answers(4)
    await hall.answers(5)
    assert await hall.rsvps.bring(MemberId(5), hall.event, 1) == Standing(GOING, W, 1)
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    assert await hall.seats() == {2: S, 4: S, 5: W}  # one seat is free, and they are two
    assert await hall.rsvps.bring(MemberId(2), hall.event, 0) == Standing(GOING, S)
    assert await hall.seats() == {2: S, 4: S, 5: S}
    assert await hall.told() == Counter({("SeatPromoted", 5): 1})


async def test_guests_are_counted_or_named_and_taken_back(hall: Hall) -> None:
    await hall.opens(capacity=None)
    await hall.answers(2)
    await hall.rsvps.bring_named(MemberId(2), hall.event, [" Ёж  Ежович", "Уж"])
    named = await hall.stands(2)
    assert named
    assert (named.guests, named.guest_names) == (2, ("Ёж Ежович", "Уж"))
    with refused(GuestNameMissing):
        await hall.rsvps.bring_named(MemberId(2), hall.event, ["Ёж", " "])
    await hall.rsvps.bring(MemberId(2), hall.event, 0)
    assert (await hall.roster()).taken == 1


async def test_guests_have_their_limits(hall: Hall) -> None:
    await hall.opens(capacity=3, guests=3)
    await hall.answers(4)  # of no organisation
    await hall.answers(2)
    for guests in (4, -1):
        with refused(TooManyGuests):
            await hall.rsvps.bring(MemberId(2), hall.event, guests)
    with pytest.raises(NoRoomForGuests) as full:
        await hall.rsvps.bring(MemberId(2), hall.event, 2)
    assert full.value.free == 1
    await hall.answers(3)
    await hall.answers(5)
    with pytest.raises(PartyTooLarge) as large:
        await hall.rsvps.bring(MemberId(5), hall.event, 3)
    assert large.value.most == 3
    with refused(NotGoing):
        await hall.rsvps.bring(MemberId(6), hall.event, 1)
    await hall.answers(6, MAYBE)
    with refused(NotGoing):
        await hall.rsvps.bring(MemberId(6), hall.event, 1)
    assert (await hall.seats()) == {4: S, 2: S, 3: S, 5: W}


async def test_a_party_too_large_is_told_the_limit_that_is_its_own(hall: Hall) -> None:
    await hall.opens(capacity=3, quota=1)
    for member in (2, 3, 4, 8, 6):
        await hall.answers(member)
    assert await hall.seats() == {2: S, 3: S, 4: S, 8: W, 6: W}
    for member, most in ((6, 1), (8, 3)):  # 8 is of no organisation: no quota is theirs
        with pytest.raises(PartyTooLarge) as large:
            await hall.rsvps.bring(MemberId(member), hall.event, 3)
        assert large.value.most == most


# --- seats that become free ----------------------------------------------------------------------


async def test_a_withdrawal_early_gives_the_seat_to_the_next_who_is_told_once(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.stands(2) is None
    assert await hall.seats() == {3: S, 4: W}
    assert await hall.told() == Counter({("SeatPromoted", 3): 1})


async def test_an_offer_is_taken_or_declined_and_the_line_moves(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.answers(2, DECLINED)
    assert await hall.seats() == {3: A, 4: W}
    assert (await hall.answers(3, DECLINED)).answer is DECLINED
    assert await hall.answers(4) == Standing(GOING, S)
    assert await hall.told() == Counter({("SeatOffered", 3): 1, ("SeatOffered", 4): 1})


async def test_an_offer_ends_by_the_sweep_once_and_the_next_is_asked(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    offered = await hall.stands(3)
    assert offered
    assert offered.offered_until == MIDDLE + 4 * HOUR
    hall.clock.time = MIDDLE + 4 * HOUR - timedelta(microseconds=1)
    assert await hall.waitlists.sweep() == 0
    hall.clock.time = MIDDLE + 4 * HOUR
    assert await hall.waitlists.sweep() == 1
    assert await hall.waitlists.sweep() == 0
    assert await hall.stands(3) is None
    assert await hall.seats() == {4: A}
    assert await hall.told() == Counter(
        {("SeatOffered", 3): 1, ("OfferLapsed", 3): 1, ("SeatOffered", 4): 1}
    )


async def test_a_tap_after_the_end_of_an_offer_takes_nothing_though_no_sweep_ran(
    hall: Hall,
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time = MIDDLE + 4 * HOUR
    with refused(NotGoing):
        await hall.rsvps.bring(MemberId(3), hall.event, 0)
    assert await hall.answers(3) == Standing(GOING, W, 1)  # behind 4, who is asked now
    assert await hall.seats() == {4: A, 3: W}
    assert [party.member for party in (await hall.roster()).parties] == [4, 3]


async def test_late_all_who_wait_are_called_and_the_first_who_taps_has_the_seat(
    hall: Hall,
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4, 5):
        await hall.answers(member)
    hall.clock.time = LATE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    assert await hall.seats() == {3: W, 4: W, 5: W}
    assert await hall.told() == Counter({("SeatCalled", member): 1 for member in (3, 4, 5)})
    assert await hall.answers(4) == Standing(GOING, S)
    assert await hall.answers(3) == Standing(GOING, W, 1)


async def test_news_of_a_seat_wait_for_the_morning_of_whom_they_concern(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    await hall.members.choose_time_zone(MemberId(3), "Asia/Kamchatka")
    await hall.answers(4)
    hall.clock.time = datetime(2026, 12, 7, 20, 0, tzinfo=UTC)  # 1:00, and 8:00 in Kamchatka
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    await hall.rsvps.withdraw(MemberId(3), hall.event)
    sql = "SELECT member_id, not_before FROM notices WHERE kind = 'SeatPromoted' ORDER BY id"
    rows = await hall.database.read(lambda tx: tx.outbox._db.execute(sql).fetchall())
    assert [(member, datetime.fromisoformat(at).hour) for member, at in rows] == [(3, 21), (4, 4)]


async def test_who_is_erased_frees_the_seat(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    await hall.members.erase(MemberId(2))
    assert await hall.seats() == {3: S}
    assert await hall.told() == Counter({("SeatPromoted", 3): 1})


# --- capacity and quota --------------------------------------------------------------------------


async def test_fewer_seats_send_the_last_back_and_more_bring_them_in_again(hall: Hall) -> None:
    await hall.opens(capacity=3)
    for member in (2, 3, 4):
        await hall.answers(member)
    await hall.changes(capacity=1)
    assert await hall.seats() == {2: S, 3: W, 4: W}
    assert await hall.told() == Counter({("SeatLost", 3): 1, ("SeatLost", 4): 1})
    hall.clock.time += MINUTE
    await hall.changes(capacity=2)
    assert await hall.seats() == {2: S, 3: S, 4: W}
    assert (await hall.told())["SeatPromoted", 3] == 1


async def test_more_seats_late_are_called_out(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4):
        await hall.answers(member)
    hall.clock.time = LATE
    await hall.changes(capacity=2)
    assert await hall.told() == Counter({("SeatCalled", 3): 1, ("SeatCalled", 4): 1})


@pytest.mark.parametrize("now", [EARLY, MIDDLE, LATE])
async def test_who_waits_has_a_seat_for_a_tap_once_there_is_no_limit_any_more(
    hall: Hall, now: datetime
) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    hall.clock.time = now + MINUTE
    await hall.changes(capacity=None)
    assert await hall.answers(3) == Standing(GOING, S)
    assert await hall.seats() == {2: S, 3: S}


async def test_an_offer_does_not_outlast_the_start_of_a_moved_event(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    hall.clock.time = MIDDLE
    await hall.rsvps.withdraw(MemberId(2), hall.event)
    hall.clock.time += MINUTE
    await hall.events.move(ANNA, hall.event, MIDDLE + 2 * HOUR)
    offered = await hall.stands(3)
    assert offered
    assert offered.offered_until == MIDDLE + 2 * HOUR
    assert (await hall.told())["SeatOffered", 3] == 2  # the second names the time that holds


async def test_a_quota_is_an_organisations_and_not_of_those_without_one(hall: Hall) -> None:
    await hall.opens(capacity=9, quota=1)
    told = [(await hall.answers(member)).seat for member in (2, 6, 3, 4, 8)]
    assert told == [S, W, S, S, S]
    await hall.answers(2, DECLINED)
    assert (await hall.seats())[6] is S


# --- a series ------------------------------------------------------------------------------------


async def test_one_answer_goes_to_every_date_of_a_series_that_takes_it(hall: Hall) -> None:
    weekly = Publication(recurrence=Recurrence(Rhythm.WEEKLY, None, 4))
    hall.event = await hall.events.publish(ANNA, a_plan(capacity=1), None, weekly)
    second, third = EventId(hall.event + 1), EventId(hall.event + 2)
    await hall.rsvps.answer(MemberId(3), second, GOING)
    await hall.events.cancel(ANNA, third, "")

    assert await hall.rsvps.answer_series(MemberId(2), hall.event, GOING) == SeriesAnswered(3, 1)

    answers = await hall.database.read(lambda tx: tx.rsvps.of_member(MemberId(2)))
    assert {event: rsvp.seat for event, rsvp in answers.items()} == {
        hall.event: S,
        second: W,
        EventId(hall.event + 3): S,
    }
    with refused(EventNotFound):
        await hall.opens()
        await hall.rsvps.answer_series(MemberId(2), hall.event, GOING)


# --- what people see -----------------------------------------------------------------------------


async def test_own_answers_are_in_one_list(hall: Hall) -> None:
    """Complaint 6: what one said is found again."""
    first = await hall.opens()
    await hall.answers(2, DECLINED)
    other = await hall.opens(title="Форум", starts_at=START + HOUR)
    both = await hall.rsvps.upcoming(MemberId(2), None)
    mine = await hall.rsvps.upcoming(MemberId(2), None, mine=True)
    assert [(card.event.id, card.answer) for card in both] == [(first, DECLINED), (other, None)]
    assert [card.event.id for card in mine] == [first]


async def test_the_tapped_message_is_a_card_from_then_on(hall: Hall) -> None:
    await hall.opens()
    message = MessageRef(2, 77)
    await hall.rsvps.answer(MemberId(2), hall.event, GOING, message)
    card = await hall.database.read(lambda tx: tx.cards.get(message))
    assert card
    assert (card.event, card.member) == (hall.event, 2)


async def test_those_who_wait_see_their_new_number_and_nobody_else_is_disturbed(
    hall: Hall,
) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4, 5):
        await hall.rsvps.answer(MemberId(member), hall.event, GOING, MessageRef(member, member))
    sql = "UPDATE notices SET state = 'sent', settled_at = not_before, version = 1"
    await hall.database.write(lambda tx: tx.outbox._db.execute(sql))
    hall.clock.time += MINUTE
    await hall.rsvps.withdraw(MemberId(4), hall.event)
    pending = "SELECT member_id FROM notices WHERE state = 'pending' ORDER BY member_id"
    rows = await hall.database.read(lambda tx: tx.outbox._db.execute(pending).fetchall())
    assert rows == [(4,), (5,)]


# --- random acts: the rows against what the rules make of a roster in memory --------------------


class Model:
    """The roster as it should be, kept by the rules of the domain alone, and who must be told."""

    def __init__(self, hall: Hall, roster: Roster) -> None:
        self.hall, self.roster, self.places = hall, roster, 0
        self.told: Counter[tuple[str, int]] = Counter()

    def settles(self, after: Roster, acting: int | None = None) -> None:
        now = self.hall.clock.time

        def daytime(_: MemberId, moment: datetime) -> datetime:
            return NIGHT.end_after(moment, self.hall.rules.zone)

        moment = Moment(now, START, WaitlistPolicy(), daytime)
        who = None if acting is None else MemberId(acting)
        result = settle(self.roster, after, moment, who)
        self.roster = result.roster
        if daytime(ANNA, now) >= START:
            return
        for kind, parties in (
            ("SeatPromoted", result.promoted),
            ("SeatOffered", result.offered),
            ("SeatCalled", result.called),
            ("OfferLapsed", result.lapsed),
            ("SeatLost", result.unseated),
        ):
            self.told.update((kind, party.member) for party in parties)

    def party(self, member: int) -> Party | None:
        """Return somebody's party, unless their offer has ended."""
        party = self.roster.party(MemberId(member))
        lapsed = party and party.offered_until and party.offered_until <= self.hall.clock.time
        return None if lapsed else party

    def answers(self, member: int, organisation: object) -> None:
        party = self.party(member)
        if party is None:
            place = max((p.place for p in self.roster.parties), default=0) + 1
            party = Party(MemberId(member), organisation, 1, place, W)  # type: ignore[arg-type]
        elif party.seat is A:
            party = party.seated()
        self.settles(self.roster.with_party(party), member)

    def leaves(self, member: int) -> None:
        if self.roster.party(MemberId(member)):
            self.settles(self.roster.without(MemberId(member)), member)


@pytest.mark.parametrize("seed", range(8))
async def test_random_acts_leave_the_rows_that_the_rules_leave_in_memory(
    hall: Hall, seed: int
) -> None:
    random = Random(seed)  # noqa: S311  no secret: the same acts at every run
    hall.clock.time = START - 80 * HOUR
    await hall.opens(capacity=3, quota=random.choice([None, 2, 3]))
    everybody = {m.id: m for m in await hall.database.read(lambda tx: tx.members.all())}
    model = Model(hall, await hall.roster())
    for _ in range(60):
        member = random.randint(2, 9)
        act = random.choice(["going"] * 4 + ["maybe", "undo", "bring", "bring", "seats", "time"])
        hall.clock.time += timedelta(seconds=random.randint(1, 60))
        if act == "time":
            hall.clock.time = min(hall.clock.time + random.randint(1, 12) * HOUR, START + HOUR)
            if await hall.waitlists.sweep():
                model.settles(model.roster)
        elif act == "seats":
            capacity = random.choice([None, 1, 2, 3, 4, 6])
            if capacity is None or capacity >= (model.roster.quota or 1):
                await hall.changes(capacity=capacity)
                model.settles(replace(model.roster, capacity=capacity))
        elif act == "undo":
            await hall.rsvps.withdraw(MemberId(member), hall.event)
            model.leaves(member)
        elif act == "maybe":
            await hall.rsvps.answer(MemberId(member), hall.event, MAYBE)
            model.leaves(member)
        elif act == "going":
            try:
                told = await hall.rsvps.answer(MemberId(member), hall.event, GOING)
            except PartyTooLarge:
                party = model.party(member)
                assert party
                assert party.size > (model.roster.largest(party.organisation) or party.size)
                continue
            model.answers(member, everybody[MemberId(member)].organisation)
            stands = model.roster.party(MemberId(member))
            assert stands
            number = model.roster.number_in_line(MemberId(member))
            assert told == Standing(GOING, stands.seat, number)
        else:
            await _brings(hall, model, member, random.randint(0, 3))
        assert await hall.roster() == model.roster
        assert not model.roster.is_overfull
    assert await hall.told() == model.told


async def _brings(hall: Hall, model: Model, member: int, guests: int) -> None:
    party = model.party(member)
    act = hall.rsvps.bring(MemberId(member), hall.event, guests)
    if party is None:
        with refused(NotGoing):
            await act
        return
    size, room = guests + 1, model.roster.room_for(party)
    limited = model.roster.capacity is not None or model.roster.quota is not None
    if limited and party.seat is not W and size > party.size + room:
        with pytest.raises(NoRoomForGuests) as full:
            await act
        assert full.value.free == room
    elif size > (model.roster.largest(party.organisation) or size):
        with refused(PartyTooLarge):
            await act
    else:
        await act
        model.settles(model.roster.with_party(replace(party, size=size)), member)
