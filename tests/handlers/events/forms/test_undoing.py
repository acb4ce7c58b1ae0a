"""An organiser thinks again after publishing."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.rooms.bookings import BookingState
from bot.domain.rooms.hours import read_week
from bot.domain.rooms.resources import ResourceKind, ResourcePlan
from bot.services.events.events import Publication
from sandbox.people import Person
from tests.alliance import UNPACED, Alliance, a_plan
from tests.handlers.events.forms.steps import comes_to, member_of, published
from tests.keyboards import callbacks

TITLE = "Встреча <НКО> & друзья"


@pytest.fixture
def settings() -> dict[str, str]:
    """Leave half a minute to undo, as is usual."""
    return UNPACED


async def publishes(olga: Person, alliance: Alliance) -> None:
    await comes_to(olga, alliance, "preview")
    await olga.taps("Опубликовать")
    await olga.sees("Опубликуем и разошлём приглашения через 30 секунд")


def invitations(person: Person) -> int:
    return sum(TITLE in str(message) for message in person.chat())


async def test_an_event_reaches_people_once_it_cannot_be_undone(
    alliance: Alliance, olga: Person
) -> None:
    ivan = alliance.sandbox.person(2)
    await publishes(olga, alliance)
    await alliance.goes_on(timedelta(seconds=27))
    assert not invitations(ivan)
    await alliance.goes_on(timedelta(seconds=4))
    await ivan.sees(TITLE)
    assert invitations(ivan) == 1
    await olga.sees("Приглашения разосланы")


async def test_a_publication_is_undone_and_its_draft_gone_on_with(
    alliance: Alliance, olga: Person
) -> None:
    await publishes(olga, alliance)
    await alliance.restarts()
    await olga.taps("Отменить отправку")
    undone = await olga.sees("приглашений никто не получил")
    assert callbacks(undone) == []
    preview = await olga.sees("Так событие увидят участники")
    assert "Поговорим о <b>планах</b>" in preview["text"]
    await alliance.goes_on(timedelta(minutes=2))
    assert not invitations(alliance.sandbox.person(2))
    await olga.taps("Опубликовать")
    await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees(TITLE)
    first, second = await published(alliance)
    assert (first.is_cancelled, second.is_cancelled) == (True, False)
    assert first.plan == second.plan


async def test_once_people_have_been_told_it_is_too_late_to_undo(
    alliance: Alliance, olga: Person
) -> None:
    await publishes(olga, alliance)
    undo = await olga.sees("Ещё можно передумать")
    await alliance.goes_on(timedelta(seconds=31))
    await alliance.sandbox.person(2).sees(TITLE)
    answer = await olga.taps("Отменить отправку", message=undo)
    assert "Событие уже опубликовано" in (answer.text or "")
    (event,) = await published(alliance)
    assert not event.is_cancelled


async def test_a_series_is_taken_back_with_all_its_dates_and_repeats_as_before(
    alliance: Alliance, olga: Person
) -> None:
    weekly = Publication(None, Recurrence(Rhythm.WEEKLY, None, 5), undoable=True)
    plan, organiser = a_plan(alliance.clock, "Кружок"), await member_of(alliance, olga)
    event = await alliance.services.events.publish(organiser, plan, None, weekly)
    newest = olga.chat()[-1]
    await olga.forges(f"eundo:{event}", newest["message_id"])
    weeks = re.compile(r"каждую неделю по \w+, 5 раз")  # the weekday is that of the third day ahead
    await olga.sees(lambda message: bool(weeks.search(message.get("text", ""))))
    assert all(one.is_cancelled for one in await published(alliance))
    await alliance.goes_on(timedelta(minutes=2))
    assert "Кружок" not in str(alliance.sandbox.person(2).chat())


async def test_an_undone_publication_keeps_its_hall_in_the_draft(
    alliance: Alliance, olga: Person
) -> None:
    organiser = await member_of(alliance, olga)
    room = ResourcePlan(ResourceKind.ROOM, "Большой <зал>", week=read_week("0-24"))
    hall = await alliance.services.room_managing.add(organiser, room)
    noon = alliance.clock.now().replace(hour=7, minute=0) + timedelta(days=3)
    plan = replace(a_plan(alliance.clock, "Кружок"), starts_at=noon, room=room.name)
    booked = Publication(undoable=True, hall=hall)
    event = await alliance.services.events.publish(organiser, plan, None, booked)
    await olga.forges(f"eundo:{event}", olga.chat()[-1]["message_id"])
    await olga.sees("Так событие увидят участники")
    await olga.taps("Опубликовать")
    await olga.sees("Ещё можно передумать")
    first, again = await published(alliance)
    bookings = await alliance.database.read(lambda tx: tx.bookings.of_event(again.id))
    assert [(one.resource, one.state) for one in bookings] == [(hall, BookingState.CONFIRMED)]
    assert await alliance.database.read(lambda tx: tx.bookings.of_event(first.id)) == []


async def test_what_begins_before_it_could_be_undone_goes_out_at_once(
    alliance: Alliance, olga: Person
) -> None:
    soon = a_plan(alliance.clock, "Летучка", timedelta(minutes=2))
    at_once = Publication(undoable=True)
    alliance.clock.advance(soon.starts_at - alliance.clock.now() - timedelta(seconds=20))
    organiser = await member_of(alliance, olga)
    await alliance.services.events.publish(organiser, soon, None, at_once)
    await alliance.sandbox.person(2).sees("Летучка")
