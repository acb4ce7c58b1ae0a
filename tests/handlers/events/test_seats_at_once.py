"""Complaint 1 of users-ask.md under load: hundreds tap at once, and each is told the truth."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import PersonDetails
from bot.domain.shown import Shown
from bot.services.access import require_event, require_organiser
from bot.services.events.views import event_attendees, event_board, event_card, event_door
from sandbox.people import Person
from sandbox.queries import CallbackAnswer
from storage.stores import Stores
from tests.alliance import Alliance, a_plan, some_rules
from tests.databases import query, trace

ORGANISER = 1
SEATS = 20
FIRST = 1000
"""The Telegram id of the first of many; the others' follow."""
MANY = 500
CARD = 7
"""The message in which each of many has the event's card."""


async def publishes(alliance: Alliance, capacity: int) -> EventId:
    plan = replace(a_plan(alliance.clock), capacity=capacity)
    return await alliance.services.events.publish(MemberId(ORGANISER), plan)


async def crowd(alliance: Alliance, size: int) -> list[Person]:
    """Give the alliance an organiser and so many who have joined, each of another name."""
    await alliance.has(ORGANISER, "Ольга", Role.ORGANISER)
    numbers = range(FIRST, FIRST + size)
    return await asyncio.gather(*(alliance.has(n, f"Участник {n}") for n in numbers))


async def all_see(people: Iterable[Person], text: str) -> None:
    await asyncio.gather(*(person.sees(text) for person in people))


async def all_tap(people: Iterable[Person], button: str) -> list[CallbackAnswer]:
    """Have everybody tap before anybody is answered."""
    return await asyncio.gather(*(person.taps(button) for person in people))


async def standing(alliance: Alliance, event: EventId) -> dict[Seat | None, list[str]]:
    """Return the names of those who sit, wait or neither, in the order of the database."""
    answered = await alliance.database.read(lambda tx: tx.rsvps.answered(event))
    return {
        seat: [member.name for member, rsvp in answered if rsvp.seat is seat]
        for seat in {rsvp.seat for _, rsvp in answered}
    }


def name(person: Person) -> str:
    return person.account.first_name


def number_told(answer: CallbackAnswer) -> int | None:
    """Return the number in line that an answer names; None says that one goes."""
    text = answer.text or ""
    if text == "Записали: вы идёте. До встречи!":
        return None
    named = re.fullmatch(r"Мест пока нет\. Вы в листе ожидания, номер (\d+)\. .*", text)
    assert named, text
    return int(named[1])


async def test_complaint_1_of_two_hundred_at_once_twenty_sit_and_the_others_know_their_number(
    alliance: Alliance,
) -> None:
    people = await crowd(alliance, 200)
    event = await publishes(alliance, SEATS)
    await all_see(people, "Приглашаем вас")

    answers = await all_tap(people, "Иду")

    told = {name(person): number_told(one) for person, one in zip(people, answers, strict=True)}
    line = {number: who for who, number in told.items() if number is not None}
    assert sorted(line) == list(range(1, len(people) - SEATS + 1)), "no number twice, none skipped"
    stored = await standing(alliance, event)
    assert set(stored) == {Seat.SEATED, Seat.WAITING}
    assert set(stored[Seat.SEATED]) == {who for who, number in told.items() if number is None}
    assert stored[Seat.WAITING] == [line[number] for number in sorted(line)]
    for person in people:
        number = told[name(person)]
        await person.sees("Вы идёте." if number is None else f"Ваш номер — {number}.")


async def test_complaint_1_seats_given_up_at_once_go_to_the_first_in_line(
    alliance: Alliance,
) -> None:
    people = {name(person): person for person in await crowd(alliance, 3 * SEATS)}
    event = await publishes(alliance, SEATS)
    await all_see(people.values(), "Приглашаем вас")
    await all_tap(people.values(), "Иду")
    before = await standing(alliance, event)
    line = before[Seat.WAITING]
    leaving = [people[who] for who in before[Seat.SEATED]]
    await all_see(leaving, "Вы идёте.")

    await all_tap(leaving, "Не иду")

    await all_see([people[who] for who in line[:SEATS]], "Место нашлось")
    await alliance.goes_on(timedelta(seconds=11))
    for number, who in enumerate(line[SEATS:], 1):
        await people[who].sees(f"Ваш номер — {number}.")
    after = await standing(alliance, event)
    assert (after[Seat.SEATED], after[Seat.WAITING]) == (line[:SEATS], line[SEATS:])


async def fills(alliance: Alliance, event: EventId, first: int, size: int) -> None:
    """Seat so many people with Telegram ids from `first`, each with the event's card in view."""
    now = alliance.clock.now()

    def write(tx: Stores) -> None:
        for place, chat in enumerate(range(first, first + size), 1):
            member = tx.members.add(PersonDetails(f"Участник {chat}"), None)
            tx.members.bind(member, TelegramId(chat), now)
            tx.rsvps.save(event, member, Rsvp(Answer.GOING, now, seat=Seat.SEATED, place=place))
            tx.shown.save(Shown(event, member, MessageRef(chat, CARD)))

    await alliance.database.write(write)


async def traced(alliance: Alliance, work: Callable[[Stores], Any]) -> list[str]:
    """Return the SQL that some reading comes to, a statement each."""
    said: list[str] = []

    def read(tx: Stores) -> None:
        trace(tx, said.append)
        work(tx)
        trace(tx, None)

    await alliance.database.read(read)
    return said


async def test_what_shows_an_event_asks_the_database_no_more_for_500_than_for_5(
    alliance: Alliance,
) -> None:
    await alliance.has(ORGANISER, "Ольга", Role.ORGANISER)
    now = alliance.clock.now()

    def shows(event: EventId) -> Callable[[Stores], None]:
        def work(tx: Stores) -> None:
            found = require_event(tx, event)
            organiser = require_organiser(tx, MemberId(ORGANISER), some_rules())
            event_card(tx, found, organiser, now)
            event_board(tx, found, now)
            event_door(tx, found, organiser, now)
            event_attendees(tx, found)

        return work

    asked = []
    for first, size in ((FIRST, 5), (2 * FIRST, MANY)):
        event = await publishes(alliance, 2 * MANY)
        await fills(alliance, event, first, size)
        asked.append(await traced(alliance, shows(event)))
    assert len(asked[0]) == len(asked[1]) > 0


async def test_a_tap_renews_two_messages_though_500_have_the_card(alliance: Alliance) -> None:
    olga = await alliance.has(ORGANISER, "Ольга", Role.ORGANISER)
    boris = await alliance.has(2, "Борис")
    event = await publishes(alliance, 2 * MANY)
    card = await boris.sees("Приглашаем вас")
    await fills(alliance, event, FIRST, MANY)
    await olga.says("/manage")
    await olga.sees("Впереди")
    await olga.taps(f"идут {MANY}")
    board = await olga.sees(f"Идут: {MANY}\n")

    await boris.taps("Иду", message=card)

    await boris.sees("Вы идёте.")
    await olga.sees(f"Идут: {MANY + 1}\n")
    edits = await query(
        alliance.database,
        "SELECT edits_chat, edits_message FROM notices WHERE kind = 'event.card_changed'",
    )
    assert sorted(edits) == [(olga.id, board["message_id"]), (boris.id, card["message_id"])]
    assert not alliance.sandbox.journal.read(chat=str(FIRST)), "nobody else is disturbed"
