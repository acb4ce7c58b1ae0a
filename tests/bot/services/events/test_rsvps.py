"""Answers, guests and series on a real database, and the truth told to anyone who answers."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.refusals import (
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    GuestNameMissing,
    NoRoomForGuests,
    NotGoing,
    PartyTooLarge,
    RsvpClosed,
    TooManyGuests,
)
from bot.domain.events.rsvps import Standing
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, TelegramId
from bot.domain.shown import Shown
from bot.services.events.events import Publication
from bot.services.events.rsvps import SeriesAnswered
from storage.engine.database import Database
from storage.stores import Stores
from tests.databases import execute, query, read_whole, statements_of
from tests.halls import (
    ANNA,
    DECLINED,
    EARLY,
    GOING,
    HOUR,
    MAYBE,
    MIDDLE,
    MINUTE,
    START,
    A,
    Hall,
    S,
    W,
    a_plan,
    refused,
)
from tests.outboxes import send
from tests.questions import Question

# --- the truth told to anyone who answers ---------------------------------------------------------


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


async def test_an_answer_takes_few_statements_and_reads_no_table_whole(hall: Hall) -> None:
    event = await hall.opens()
    message = MessageRef(2, 1)
    answer = hall.rsvps.answer_as(TelegramId(2), event, GOING, message, 1)

    statements = await statements_of(hall.database, answer)

    assert len(statements) == 10
    assert await read_whole(hall.database, statements) == set()


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
    hall.clock.time += timedelta(hours=8)  # Telegram began the ids again
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


# --- refusals -------------------------------------------------------------------------------------


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
    await hall.changes(audience=Audience(AudienceCircle.CHOSEN, (), frozenset({MemberId(3)})))
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


# --- guests ---------------------------------------------------------------------------------------


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
    assert await hall.told() == Counter({("event.seat_promoted", 5): 1})


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


async def test_naming_guests_answers_the_question_who_they_are(hall: Hall) -> None:
    await hall.opens(capacity=None)
    await hall.answers(2)
    question = Question(hall.database, hall.clock, MemberId(2))
    await question.asks()
    with refused(GuestNameMissing):
        await hall.rsvps.bring_named(MemberId(2), hall.event, [" "])
    assert await question.is_open()

    await hall.rsvps.bring_named(MemberId(2), hall.event, ["Ёж"])

    assert not await question.is_open()


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


# --- a series -------------------------------------------------------------------------------------


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


# --- what people see ------------------------------------------------------------------------------


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
    card = await hall.database.read(lambda tx: tx.shown.get(message))
    assert card
    assert (card.subject, card.member) == (hall.event, 2)


async def test_everybodys_card_is_renewed_once_the_hall_is_full_and_not_at_each_answer(
    hall: Hall,
) -> None:
    await hall.opens(capacity=2)
    await execute(hall.database, "UPDATE notices SET state = 'sent', settled_at = not_before")
    cards = [Shown(hall.event, MemberId(n), MessageRef(n, n)) for n in (2, 3, 4, 5)]

    def show(tx: Stores) -> None:
        for card in cards:
            tx.shown.save(card)

    await hall.database.write(show)
    pending = "SELECT member_id FROM notices WHERE state = 'pending' ORDER BY member_id"

    await hall.answers(2)
    assert await query(hall.database, pending) == [(2,)]
    await hall.answers(3)
    assert await query(hall.database, pending) == [(2,), (3,), (4,), (5,)]
    await execute(hall.database, "UPDATE notices SET state = 'sent', settled_at = not_before")
    await hall.answers(4)
    assert await query(hall.database, pending) == [(4,)]
    await hall.answers(4, DECLINED)
    await hall.answers(3, DECLINED)
    rows = await query(hall.database, pending)
    assert rows == [(2,), (3,), (4,), (5,)], "a seat is free again"


async def test_an_answer_given_while_the_invitation_is_on_its_way_renews_its_card(
    hall: Hall,
) -> None:
    await hall.opens()
    boris, vera = 2, 3
    sent = {one.letter.chat: one for one in await hall.deliveries.claim(100)}
    await hall.rsvps.answer(MemberId(boris), hall.event, GOING)  # by the post in the group

    for member in (boris, vera):
        await send(hall.deliveries, sent[member])
    edits = "SELECT member_id FROM notices WHERE edits_message IS NOT NULL AND state = 'pending'"
    assert await query(hall.database, edits) == [(boris,)]


@pytest.mark.parametrize("change", ["another title", "the last seat"])
async def test_what_happens_to_an_event_while_invitations_are_on_their_way_renews_their_cards(
    hall: Hall, change: str
) -> None:
    await hall.opens(capacity=2)
    sent = {one.letter.chat: one for one in await hall.deliveries.claim(100)}
    await send(hall.deliveries, sent[2])
    await hall.answers(3)
    await send(hall.deliveries, sent[4])
    assert await _edited(hall) == [], "a seat less makes no difference"
    if change == "another title":
        await hall.changes(title="Другое название")
    else:
        await hall.answers(4)

    await send(hall.deliveries, sent[5])

    assert 5 in await _edited(hall)


async def _edited(hall: Hall) -> list[int]:
    sql = "SELECT member_id FROM notices WHERE edits_message IS NOT NULL ORDER BY member_id"
    return [member for (member,) in await query(hall.database, sql)]


async def test_the_day_before_the_cards_of_those_with_a_seat_are_renewed(hall: Hall) -> None:
    await hall.opens(capacity=1)
    await hall.answers(2)
    await hall.answers(3)
    for member in (2, 3, 4):
        await hall.rsvps.open_card(MemberId(member), hall.event, MessageRef(member, member))
    await execute(hall.database, "DELETE FROM notices")
    hall.clock.time = START - timedelta(days=1)
    await hall.reminders.sweep()
    edits = "SELECT member_id FROM notices WHERE edits_message IS NOT NULL"
    assert await query(hall.database, edits) == [(2,)]


async def test_those_who_wait_see_their_new_number_and_nobody_else_is_disturbed(hall: Hall) -> None:
    await hall.opens(capacity=1)
    for member in (2, 3, 4, 5):
        await hall.rsvps.answer(MemberId(member), hall.event, GOING, MessageRef(member, member))
    sql = "UPDATE notices SET state = 'sent', settled_at = not_before, version = 1"
    await execute(hall.database, sql)
    hall.clock.time += MINUTE
    await hall.rsvps.withdraw(MemberId(4), hall.event)
    pending = "SELECT member_id FROM notices WHERE state = 'pending' ORDER BY member_id"
    rows = await query(hall.database, pending)
    assert rows == [(4,), (5,)]
