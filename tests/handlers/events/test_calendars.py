"""Complaint 10 of users-ask.md: a calendar file that follows what becomes of the event."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.rsvps import Answer
from bot.domain.people.members import MemberId, Role
from bot.services.events.events import Publication
from sandbox.people import Person
from tests.alliance import Alliance, a_plan
from tests.databases import query


@pytest.fixture
async def boris(alliance: Alliance) -> Person:
    """Let a member be in an alliance whose organiser is number 1."""
    await alliance.has(1, "Ольга", Role.ORGANISER)
    return await alliance.has(2, "Борис")


async def publishes(alliance: Alliance, dates: int | None = None, **plan: Any) -> EventId:
    recurrence = Recurrence(Rhythm.WEEKLY, None, dates) if dates else None
    planned = replace(a_plan(alliance.clock), **plan)
    publication = Publication(recurrence=recurrence)
    return await alliance.services.events.publish(MemberId(1), planned, None, publication)


async def files(alliance: Alliance, person: Person, count: int) -> list[Calendar]:
    """Wait for so many files, and return the newest of them, read."""
    sent = await person.watches(
        lambda chat: [m["document"] for m in chat if "document" in m][count - 1 :]
    )
    assert sent[-1]["file_name"].endswith(".ics")
    file = alliance.sandbox.world.files.get(sent[-1]["file_id"])
    assert file is not None
    return [Calendar.from_ical(file.upload.data)]


async def events_in(alliance: Alliance, person: Person, count: int) -> tuple[Calendar, list[Event]]:
    [calendar] = await files(alliance, person, count)
    return calendar, calendar.events


def sequence_of(event: Event) -> int:
    return int(event.decoded("SEQUENCE"))


async def opens_more(person: Person) -> None:
    await person.taps("Ещё…")
    await person.sees(lambda message: "В календарь" in str(message.get("reply_markup")))


async def test_complaint_10_the_file_keeps_its_uid_and_raises_its_sequence(
    alliance: Alliance, boris: Person
) -> None:
    event = await publishes(alliance)
    await boris.sees("Приглашаем вас")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    await opens_more(boris)
    await boris.taps("В календарь")
    calendar, [first] = await events_in(alliance, boris, 1)
    planned = a_plan(alliance.clock)
    assert calendar["METHOD"] == "PUBLISH"
    assert (first["SUMMARY"], first["LOCATION"]) == ("Встреча", "Дом НКО")
    assert first.decoded("DTEND") - first.decoded("DTSTART") == planned.duration

    later = first.decoded("DTSTART") + timedelta(days=1)
    await alliance.services.events.move(MemberId(1), event, later)
    await boris.sees("Событие перенесли")
    await boris.taps("Обновить календарь")
    _, [moved] = await events_in(alliance, boris, 2)
    assert moved["UID"] == first["UID"]
    assert sequence_of(moved) > sequence_of(first)
    assert moved.decoded("DTSTART") == later

    await alliance.services.events.cancel(MemberId(1), event, "Болезнь")
    cancelled = await boris.sees("Отменяется")
    await boris.taps("Обновить календарь", message=cancelled)
    calendar, [gone] = await events_in(alliance, boris, 3)
    assert (calendar["METHOD"], gone["STATUS"]) == ("CANCEL", "CANCELLED")
    assert gone["UID"] == first["UID"]
    assert sequence_of(gone) > sequence_of(moved)
    await boris.sees("исчезнет из календаря")


async def test_all_dates_of_a_series_come_in_one_file(alliance: Alliance, boris: Person) -> None:
    await publishes(alliance, dates=3)
    await boris.sees("впереди 3 даты")
    await opens_more(boris)
    await boris.taps("Все даты в календарь")

    _, events = await events_in(alliance, boris, 1)

    assert len({event["UID"] for event in events}) == 3
    starts = [event.decoded("DTSTART") for event in events]
    assert [later - starts[0] for later in starts] == [timedelta(weeks=n) for n in range(3)]


async def test_dates_called_off_together_are_told_once_and_leave_the_calendar_together(
    alliance: Alliance, boris: Person
) -> None:
    vera = await alliance.has(3, "Вера")
    first = await publishes(alliance, dates=5)
    starts = [a_plan(alliance.clock).starts_at + timedelta(weeks=week) for week in range(5)]
    answer, second = alliance.services.rsvps.answer, EventId(first + 1)
    for week in range(4):
        await answer(MemberId(2), EventId(first + week), Answer.GOING)
    await answer(MemberId(3), EventId(first + 2), Answer.DECLINED)

    await alliance.services.events.cancel(MemberId(1), second, "Ремонт", following=True)

    t = alliance.app.texts.for_language("ru")
    told = await boris.sees("Отменяется")
    assert f"В эти дни не состоится: {t.days(starts[1:4])}" in told["text"]
    assert "Причина: Ремонт" in told["text"]
    theirs = await vera.sees("Отменяется")
    assert f"Было назначено: {t.moment(starts[2])}" in theirs["text"]
    sql = """SELECT mailing_id, member_id FROM notices WHERE mailing_id IN (
                 SELECT id FROM mailings WHERE occasion = 'cancelled') ORDER BY member_id"""
    people = await query(alliance.database, sql)
    assert people == [(2, 2), (2, 3)], "one mailing, in which each is told once"
    await boris.taps("Обновить календарь", message=told)
    calendar, gone = await events_in(alliance, boris, 1)
    assert calendar["METHOD"] == "CANCEL"
    assert [one.decoded("DTSTART") for one in gone] == starts[1:]


async def test_the_link_is_in_the_files_of_those_who_go(alliance: Alliance, boris: Person) -> None:
    link = "https://example.org/room"
    await publishes(alliance, link=link)
    await boris.sees("Приглашаем вас")
    await opens_more(boris)
    await boris.taps("В календарь")
    _, [before] = await events_in(alliance, boris, 1)
    assert "URL" not in before

    await boris.taps("Назад")
    await boris.sees(lambda message: "Возможно" in str(message.get("reply_markup")))
    await boris.taps("Иду")
    await boris.sees("Ссылка для участия")
    await opens_more(boris)
    await boris.taps("В календарь")
    _, [after] = await events_in(alliance, boris, 2)
    assert after["URL"] == link
