"""Answers, places and seats as rows."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.events.events import Event, EventId
from bot.domain.events.reminders import Expected
from bot.domain.events.rsvps import Answer, Rsvp, Turnout
from bot.domain.events.seats import Party, Roster, Seat
from bot.domain.people.members import MemberId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from storage.engine.database import Database
from storage.stores import Stores
from tests.events import an_event_plan

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ANNA, BORIS, VERA = MemberId(1), MemberId(2), MemberId(3)
EVENT = EventId(1)


def going(place: int, seat: Seat = Seat.SEATED, at: datetime = NOW, guests: int = 0) -> Rsvp:
    until = NOW + HOUR if seat is Seat.OFFERED else None
    return Rsvp(Answer.GOING, at, seat=seat, place=place, offered_until=until, guests=guests)


@pytest.fixture
async def people(database: Database) -> Database:
    """Two people of an organisation, one of none, and two events."""

    def write(tx: Stores) -> None:
        fund = tx.organisations.add(OrganisationDetails("Фонд", "", "6671000017", None, "Реж"))
        for name, organisation in (("Анна", fund), ("Борис", fund), ("Вера", None)):
            tx.members.add(PersonDetails(name), organisation)
        for day in (1, 2):
            tx.events.add(an_event_plan(NOW + timedelta(days=day)), ANNA, NOW)

    await database.write(write)
    return database


def found(tx: Stores) -> Event:
    event = tx.events.get(EVENT)
    assert event is not None
    return event


async def test_all_of_an_answer_comes_back(people: Database) -> None:
    answers = [
        Rsvp(Answer.MAYBE, NOW, 7),
        Rsvp(Answer.DECLINED, NOW + HOUR, 8, confirmed_at=NOW + 2 * HOUR),
        Rsvp(
            *(Answer.GOING, NOW, 9, Seat.OFFERED, 4),
            offered_until=NOW + HOUR,
            guests=2,
            guest_names=("Ёж", "Уж"),
            confirmed_at=NOW + MINUTE,
        ),
    ]

    def write(tx: Stores) -> None:
        for answer in answers:
            tx.rsvps.save(EVENT, ANNA, answer)
            assert tx.rsvps.get(EVENT, ANNA) == answer
        assert tx.rsvps.of_member(ANNA) == {EVENT: answers[-1]}
        tx.rsvps.remove(EVENT, ANNA)
        assert tx.rsvps.get(EVENT, ANNA) is None

    await people.write(write)


async def test_the_last_answer_counts_and_places_give_the_order(people: Database) -> None:
    def write(tx: Stores) -> None:
        tx.rsvps.save(EVENT, ANNA, Rsvp(Answer.MAYBE, NOW))
        tx.rsvps.save(EVENT, BORIS, going(tx.rsvps.next_place(EVENT), at=NOW + MINUTE))
        tx.rsvps.save(EVENT, ANNA, going(tx.rsvps.next_place(EVENT), at=NOW + 2 * MINUTE))
        tx.rsvps.save(EVENT, VERA, Rsvp(Answer.DECLINED, NOW))
        answered = tx.rsvps.answered(EVENT)
        assert [(member.name, rsvp.answer) for member, rsvp in answered] == [
            ("Борис", Answer.GOING),
            ("Анна", Answer.GOING),
            ("Вера", Answer.DECLINED),
        ]
        assert tx.rsvps.turnout(EVENT) == Turnout(going=2, declined=1)
        assert tx.rsvps.answerers(EVENT) == {ANNA, BORIS, VERA}
        assert tx.rsvps.answerers(EventId(2)) == set()

    await people.write(write)


async def test_places_grow_behind_everybody_in_each_event_by_itself(people: Database) -> None:
    def write(tx: Stores) -> None:
        tx.rsvps.save(EVENT, ANNA, going(1))
        tx.rsvps.save(EVENT, BORIS, going(5))
        tx.rsvps.save(EVENT, VERA, Rsvp(Answer.MAYBE, NOW))
        assert tx.rsvps.next_place(EVENT) == 6
        assert tx.rsvps.next_place(EventId(2)) == 1

    await people.write(write)


async def test_a_roster_knows_sizes_organisations_offers_and_who_is_reachable(
    people: Database,
) -> None:
    def write(tx: Stores) -> None:
        tx.rsvps.save(EVENT, VERA, going(2, Seat.OFFERED, guests=2))
        tx.rsvps.save(EVENT, BORIS, going(1))
        tx.rsvps.save(EVENT, ANNA, Rsvp(Answer.MAYBE, NOW))
        tx.rsvps.save(EventId(2), ANNA, going(1))
        tx.members.save_reachable(BORIS, NOW, reachable=False)
        fund = next(m.organisation for m in tx.members.all() if m.id == BORIS)
        assert tx.rsvps.roster(found(tx)) == Roster(
            None,
            None,
            (
                Party(BORIS, fund, 1, 1, Seat.SEATED, reachable=False),
                Party(VERA, None, 3, 2, Seat.OFFERED, NOW + HOUR),
            ),
        )

    await people.write(write)


async def test_only_what_changed_in_a_roster_is_saved_and_who_left_is_forgotten(
    people: Database,
) -> None:
    def write(tx: Stores) -> None:
        for place, member in enumerate((ANNA, BORIS, VERA), 1):
            tx.rsvps.save(EVENT, member, going(place, Seat.WAITING, guests=place))
        before = tx.rsvps.roster(found(tx))
        first, second, _ = before.parties
        offered = Party(BORIS, second.organisation, 3, 2, Seat.OFFERED, NOW + HOUR)
        after = before.without(VERA).with_party(first.seated()).with_party(offered)
        tx.rsvps.save_seats(EVENT, before, after)
        assert tx.rsvps.roster(found(tx)) == after
        assert tx.rsvps.get(EVENT, VERA) is None
        anna = tx.rsvps.get(EVENT, ANNA)
        assert anna
        assert (anna.answered_at, anna.guests) == (NOW, 1)

    await people.write(write)


async def test_seats_taken_or_held_are_counted_with_guests_and_the_line_by_place(
    people: Database,
) -> None:
    def write(tx: Stores) -> None:
        assert (tx.rsvps.taken(EVENT), tx.rsvps.turnout(EVENT)) == (0, Turnout())
        tx.rsvps.save(EVENT, ANNA, going(1, guests=2))
        tx.rsvps.save(EVENT, BORIS, going(2, Seat.WAITING, guests=1))
        tx.rsvps.save(EVENT, VERA, going(3, Seat.WAITING))
        assert tx.rsvps.taken(EVENT) == 3
        assert [tx.rsvps.number_in_line(EVENT, place) for place in (2, 3)] == [1, 2]
        assert tx.rsvps.turnout(EVENT) == Turnout(going=1, guests=2, waiting=2)
        tx.rsvps.save(EVENT, BORIS, going(2, Seat.OFFERED, guests=1))
        assert tx.rsvps.taken(EVENT) == 5
        assert tx.rsvps.number_in_line(EVENT, 3) == 1
        assert tx.rsvps.turnout(EVENT) == Turnout(going=1, guests=2, waiting=2)

    await people.write(write)


async def test_an_offer_ends_at_its_time(people: Database) -> None:
    def write(tx: Stores) -> None:
        tx.rsvps.save(EVENT, ANNA, going(1, Seat.OFFERED))
        tx.rsvps.save(EVENT, BORIS, going(2, Seat.OFFERED))
        tx.rsvps.save(EventId(2), ANNA, going(1))
        assert tx.rsvps.offers_ended(NOW + HOUR - timedelta(microseconds=1)) == []
        assert tx.rsvps.offers_ended(NOW + HOUR) == [EVENT]

    await people.write(write)


async def test_those_expected_have_seats_or_may_come_and_did_not_mute_it(people: Database) -> None:
    """Complaint 3: nobody who waits, declined or wants no reminders is reminded."""

    def write(tx: Stores) -> list[Expected]:
        tx.members.save_leads(ANNA, [HOUR])
        tx.members.save_time_zone(ANNA, "Europe/Moscow")
        tx.rsvps.save(EVENT, ANNA, going(1))
        tx.rsvps.save(EVENT, BORIS, going(2, Seat.WAITING))
        tx.rsvps.save(EVENT, VERA, Rsvp(Answer.MAYBE, NOW + MINUTE))
        assert [one.member for one in tx.rsvps.expected(EVENT, NOW)] == [ANNA]
        expected = tx.rsvps.expected(EVENT, NOW + MINUTE)
        tx.events.save_muted(EVENT, ANNA, muted=True)
        tx.events.save_muted(EventId(2), VERA, muted=True)
        assert [one.member for one in tx.rsvps.expected(EVENT, NOW + MINUTE)] == [VERA]
        tx.rsvps.save(EVENT, BORIS, going(2, Seat.OFFERED))
        tx.rsvps.save(EVENT, VERA, Rsvp(Answer.DECLINED, NOW))
        assert tx.rsvps.expected(EVENT, NOW + MINUTE) == []
        return expected

    assert await people.write(write) == [
        Expected(ANNA, "Europe/Moscow", (HOUR,), going=True, answered_at=NOW),
        Expected(VERA, None, None, going=False, answered_at=NOW + MINUTE),
    ]
