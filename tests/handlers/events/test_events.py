"""Members and their events, over the wire: the complaints of users-ask.md, answered."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.events.audiences import COUNCIL
from bot.domain.events.events import EventId
from bot.domain.events.plans import Point
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.events.rsvps import Answer
from bot.domain.events.seats import Seat
from bot.domain.people.members import MemberId, Role
from bot.services.events.events import Publication
from handlers.events.callbacks.events import MapButton, MuteButton, RsvpButton
from handlers.ui.callbacks import EventsButton
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance, a_plan
from tests.keyboards import callback, labels

ORGANISER = 1
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def publishes(
    alliance: Alliance, after: timedelta = 3 * DAY, dates: int | None = None, **plan: Any
) -> EventId:
    """Have the organiser publish an event, or a weekly series of so many dates."""
    recurrence = Recurrence(Rhythm.WEEKLY, None, dates) if dates else None
    planned = replace(a_plan(alliance.clock, after=after), **plan)
    return await alliance.services.events.publish(
        MemberId(ORGANISER), planned, None, Publication(recurrence=recurrence)
    )


@pytest.fixture
async def people(alliance: Alliance) -> list[Person]:
    """Three members of an alliance whose organiser is number 1."""
    await alliance.has(ORGANISER, "Ольга", Role.ORGANISER)
    names = ("Борис", "Вера", "Глеб")
    return [await alliance.has(number, name) for number, name in enumerate(names, 2)]


async def all_are_invited(people: list[Person]) -> None:
    for person in people:
        await person.sees("Приглашаем вас")


async def seats_of(alliance: Alliance, event: EventId) -> dict[str, Seat | None]:
    return {name: rsvp.seat for name, rsvp in (await alliance.rsvps(event)).items()}


async def opens_more(person: Person) -> Message:
    await person.taps("Ещё…")
    return await sees_button(person, "Кто идёт")


async def sees_button(person: Person, label: str) -> Message:
    return await person.sees(lambda message: label in labels(message))


# --- seats and the waitlist -----------------------------------------------------------------------


async def test_complaint_1_who_waits_knows_their_number_and_is_told_of_a_seat(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, capacity=1)
    await all_are_invited(people)
    assert (await boris.taps("Иду")).text == "Записали: вы идёте. До встречи!"
    assert "номер 1" in ((await vera.taps("Иду")).text or "")
    assert "номер 2" in ((await gleb.taps("Иду")).text or "")
    waiting = await gleb.sees("Ваш номер — 2")
    assert labels(waiting)[:3] == ["✓ В очереди", "Возможно", "Не иду"]
    assert "Единственное место занято" in waiting["text"]

    await boris.taps("Не иду")

    told = await vera.sees("Место нашлось")
    assert "✓ Иду" in labels(told)
    await alliance.goes_on(timedelta(seconds=11))
    await gleb.sees("Ваш номер — 1")
    assert await seats_of(alliance, event) == {
        "Вера": Seat.SEATED,
        "Глеб": Seat.WAITING,
        "Борис": None,
    }


async def test_a_card_says_so_when_the_hall_becomes_full_and_when_it_becomes_free_again(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    await publishes(alliance, capacity=1)
    await all_are_invited(people)
    await vera.sees("Одно место, пока свободно")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    await alliance.goes_on(timedelta(seconds=25))
    full = await vera.sees("Единственное место занято")
    assert "Нажмите «Иду», и мы запишем вас в лист ожидания" in full["text"]
    await boris.taps("Не иду")
    await boris.sees("Вы не идёте")
    await alliance.goes_on(timedelta(seconds=25))
    free = await vera.sees("Одно место, пока свободно")
    assert free["message_id"] == full["message_id"]


async def test_who_opens_what_else_there_is_sees_at_once_that_the_hall_is_full(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    await publishes(alliance, capacity=1)
    await all_are_invited(people)
    await vera.taps("Возможно")
    await vera.sees("Одно место, пока свободно")
    await boris.taps("Иду")
    opened = await opens_more(vera)
    assert "Единственное место занято" in opened["text"]
    await vera.taps("‹ Назад")
    assert "Единственное место занято" in (await sees_button(vera, "Иду"))["text"]


async def test_complaint_2_a_seat_is_offered_and_held_until_it_is_taken(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, DAY, capacity=1)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")
    await boris.taps("Не иду")

    offer = await vera.sees("Возьмёте?")
    assert labels(offer)[:2] == ["Беру место", "Не смогу"]
    assert await seats_of(alliance, event) == {
        "Вера": Seat.OFFERED,
        "Глеб": Seat.WAITING,
        "Борис": None,
    }
    await vera.says("/events")
    await vera.sees("Впереди")
    assert any("🎟" in label for label in labels(await sees_button(vera, "✓ Все")))
    await vera.taps("Беру место")

    await vera.sees("Вы идёте")
    assert (await seats_of(alliance, event))["Вера"] is Seat.SEATED
    assert not any("Возьмёте" in message.get("text", "") for message in gleb.chat())


@pytest.mark.parametrize("declines", [True, False])
async def test_complaint_2_an_offer_that_is_declined_or_lapses_goes_to_the_next(
    alliance: Alliance, people: list[Person], declines: bool
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, DAY, capacity=1)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")
    await boris.taps("Не иду")
    await vera.sees("Возьмёте?")

    if declines:
        await vera.taps("Не смогу")
        await vera.sees("Вы не идёте")
    else:
        await alliance.goes_on(4 * HOUR + timedelta(minutes=1))
        lapsed = await vera.sees("не дождались ответа")
        assert "Открыть событие" in labels(lapsed)

    await gleb.sees("Возьмёте?")
    seats = await seats_of(alliance, event)
    assert seats["Глеб"] is Seat.OFFERED
    assert seats.get("Вера") is None
    answer = await gleb.taps("Беру место")
    assert "вы идёте" in (answer.text or "")


async def test_complaint_2_shortly_before_the_start_all_who_wait_are_called_first_come(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, 6 * HOUR, capacity=1)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")
    await boris.taps("Не иду")
    for person in (vera, gleb):
        called = await person.sees("зовём всех")
        assert labels(called)[:2] == ["Занять место", "Не смогу"]

    theirs = await vera.sees("зовём всех")
    assert "вы идёте" in ((await gleb.taps("Занять место")).text or "")
    late = await vera.forges(callback(theirs, "Занять место"), theirs["message_id"])

    assert "номер 1" in (late.text or ""), "the truth: somebody was quicker"
    await sees_button(vera, "✓ В очереди")
    seats = await seats_of(alliance, event)
    assert (seats["Вера"], seats["Глеб"]) == (Seat.WAITING, Seat.SEATED)


async def test_who_is_too_late_for_a_seat_sees_it_without_a_tap(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    await publishes(alliance, 6 * HOUR, capacity=1)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")
    await boris.taps("Не иду")
    await vera.sees("зовём всех")
    await gleb.sees("зовём всех")

    await gleb.taps("Занять место")
    await alliance.goes_on(timedelta(seconds=11))

    await vera.watches(lambda chat: not any("Занять место" in labels(message) for message in chat))


async def test_complaint_6_who_confirms_keeps_the_seat_and_who_cannot_gives_it_up(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    event = await publishes(alliance, capacity=2)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")

    await alliance.goes_on(2 * DAY + timedelta(minutes=1))
    for person in (boris, vera):
        asked = await person.sees("Всё ещё придёте?")
        assert labels(asked)[:2] == ["Приду", "Не смогу"]
    assert "вы идёте" in ((await boris.taps("Приду")).text or "")
    await vera.taps("Не смогу")

    await gleb.sees("Возьмёте?")
    assert not any("Всё ещё" in message.get("text", "") for message in gleb.chat())
    answers = await alliance.rsvps(event)
    assert answers["Борис"].confirmed_at is not None
    assert answers["Вера"].answer is Answer.DECLINED


# --- one's own answers ----------------------------------------------------------------------------


async def test_complaint_8_own_answers_stand_in_one_list_and_can_be_undone(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    event = await publishes(alliance, title="Первая", capacity=1)
    await publishes(alliance, 4 * DAY, title="Вторая")
    for person in (boris, vera):
        await person.sees("Первая")
        await person.sees("Вторая")
    await boris.taps("Иду", message=await boris.sees("Первая"))
    await vera.taps("Иду", message=await vera.sees("Первая"))
    await vera.sees("Ваш номер — 1")

    await vera.says("/events")
    await vera.sees("Впереди 2 события")
    await vera.taps("Мои")
    mine = await vera.sees("Вы ответили на 1 событие")
    assert labels(mine)[:2] == ["Все", "✓ Мои"]
    assert ["⏳" in label for label in labels(mine)[2:]] == [True]

    await vera.taps("Первая")
    await vera.sees(
        lambda message: message["message_id"] == mine["message_id"] and "⏳" in message["text"]
    )
    await opens_more(vera)
    assert (
        await vera.taps("Убрать ответ")
    ).text == "Ответ убран. Передумаете — просто ответьте снова."
    await vera.sees(
        lambda message: message["message_id"] == mine["message_id"] and "Иду" in labels(message)
    )
    assert list(await seats_of(alliance, event)) == ["Борис"]
    await vera.taps("Все события")
    await sees_button(vera, "Мои")
    await vera.taps("Мои")
    await vera.sees("пока не ответили")


async def test_what_else_can_be_done_is_shown_and_put_away(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    await publishes(alliance)
    card = await boris.sees("Приглашаем вас")
    before = labels(card)

    more = await opens_more(boris)
    assert more["message_id"] == card["message_id"]
    assert card["text"].endswith(more["text"])
    await boris.taps("Назад")

    back = await sees_button(boris, "Ещё…")
    assert (back["message_id"], labels(back)) == (card["message_id"], before)


async def test_complaint_9_one_tap_answers_a_whole_series_and_one_date_alone(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    first = await publishes(alliance, dates=3, capacity=1)
    card = await boris.sees("Повторяется каждую неделю; впереди 3 даты")
    await vera.sees("Приглашаем вас")
    await boris.taps("Иду", message=card)
    await boris.sees("Вы идёте")

    answer = await vera.taps("Иду на все даты")
    assert answer.text == (
        "Записали: вы идёте на все даты, их 3. На 1 дату мест нет: там вы в листе ожидания."
    )
    await vera.sees("Ваш номер — 1")
    dates = [EventId(first + number) for number in range(3)]
    assert [(await seats_of(alliance, date))["Вера"] for date in dates] == [
        *(Seat.WAITING, Seat.SEATED, Seat.SEATED)
    ]
    assert "Борис" not in await seats_of(alliance, dates[1])

    await vera.taps("Не иду")
    await sees_button(vera, "Не иду ни на одну дату")
    await vera.taps("Не иду ни на одну дату")
    await vera.sees("Вы не идёте")
    for date in dates:
        assert (await alliance.rsvps(date))["Вера"].answer is Answer.DECLINED


# --- reminders ------------------------------------------------------------------------------------


async def test_complaint_3_one_event_can_be_muted_without_losing_the_others(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    event = await publishes(alliance)
    await all_are_invited(people[:2])
    for person in (boris, vera):
        await person.taps("Иду")
    await opens_more(boris)
    assert "не будем" in ((await boris.taps("Без напоминаний")).text or "")
    await boris.sees("Напоминаний об этом событии не будет")

    await alliance.goes_on(2 * DAY + timedelta(minutes=1))
    await vera.sees("🔔")
    assert not any("🔔" in message.get("text", "") for message in boris.chat())
    await alliance.services.events.cancel(MemberId(ORGANISER), event, "")
    await boris.sees("Отменяется")


async def test_complaint_3_own_lead_times_count_and_the_waiting_are_not_reminded(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, gleb = people
    await publishes(alliance, capacity=2)
    await all_are_invited(people)
    for person in people:
        await person.taps("Иду")
    await boris.says("/me")
    await boris.sees("Напоминания: как решат организаторы")
    await boris.taps("Напоминания")
    await sees_button(boris, "За 1 час")
    await boris.taps("За 1 час")
    await sees_button(boris, "✓ За 1 час")

    await alliance.goes_on(2 * DAY + 23 * HOUR + timedelta(minutes=1))
    reminder = await boris.sees("🔔")
    assert "Вы идёте" in reminder["text"]
    await vera.sees("🔔")
    assert not any("🔔" in message.get("text", "") for message in gleb.chat())


# --- changes --------------------------------------------------------------------------------------


async def test_complaint_10_after_another_day_the_answer_is_asked_again(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance)
    await boris.sees("Приглашаем вас")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    starts_at = a_plan(alliance.clock, after=5 * DAY).starts_at
    await alliance.services.events.move(MemberId(ORGANISER), event, starts_at)

    moved = await boris.sees("Событие перенесли")
    assert "другой день" in moved["text"]
    assert "Обновить календарь" in labels(moved)
    await boris.sees("День изменился")
    await boris.taps("Иду", message=moved)

    await boris.watches(
        lambda chat: not any("День изменился" in message.get("text", "") for message in chat)
    )


# --- the RSVP deadline, forged buttons ------------------------------------------------------------


async def test_after_the_deadline_one_can_only_step_back(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    event = await publishes(alliance, rsvp_until=alliance.clock.now() + DAY)
    card = await boris.sees("Ответить можно до")
    await vera.sees("Приглашаем вас")
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    await alliance.goes_on(DAY + timedelta(minutes=1))

    refused = await vera.taps("Иду")
    assert refused.show_alert
    assert "Записаться можно было до" in (refused.text or "")
    assert "Вера" not in await alliance.rsvps(event)
    await vera.says("/events")
    await vera.sees("Впереди")
    await vera.taps("Встреча")
    closed = await vera.sees("Записаться можно было до")
    assert labels(closed) == ["Не иду", "Ещё…", "Все события"]
    await boris.taps("Не иду", message=card)
    await boris.sees("Вы не идёте")


@pytest.mark.parametrize(
    "data",
    [
        *("all:{}:going", "undo:{}", "guests:{}:1", "names:{}", "who:{}:0", "mute:{}:1"),
        *("ics:{}:0", "map:{}", "plus:{}:1", "event:{}", "rsvp:{}:going"),
    ],
)
async def test_an_event_of_others_does_not_exist_whatever_is_forged(
    alliance: Alliance, people: list[Person], data: str
) -> None:
    boris, *_ = people
    await alliance.knows(9, "Сова", Role.COUNCIL)
    secret = await publishes(alliance, audience=COUNCIL, guests=2, point=Point(56.8, 60.6))
    await boris.says("/help")
    help_ = await boris.sees("Вот что умеет бот")

    answer = await boris.forges(data.format(secret), help_["message_id"])

    assert answer.show_alert
    assert "Такого события нет" in (answer.text or "")
    assert await alliance.rsvps(secret) == {}


async def test_what_an_event_does_not_have_cannot_be_forged(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance)
    card = await boris.sees("Приглашаем вас")
    for data in (f"all:{event}:going", MapButton(event_id=event).pack(), f"guests:{event}:1"):
        answer = await boris.forges(data, card["message_id"])
        assert answer.show_alert, data
    assert await alliance.rsvps(event) == {}


async def test_a_tap_of_ones_own_shows_and_changes_nobody_elses(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    event = await publishes(alliance, guests=2)
    await all_are_invited(people[:2])
    await boris.taps("Иду")
    await boris.sees("Вы идёте")
    card = await vera.sees("Приглашаем вас")
    for data in (f"undo:{event}", f"mute:{event}:1", MuteButton(event_id=event, muted=True).pack()):
        await vera.forges(data, card["message_id"])

    assert await seats_of(alliance, event) == {"Борис": Seat.SEATED}
    assert not await alliance.database.read(lambda tx: tx.events.muted(event, MemberId(2)))


# --- the picture ----------------------------------------------------------------------------------


async def test_a_card_with_a_cover_is_a_caption_that_follows_the_answers(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, vera, _ = people
    photo = await boris.sends_photo()
    cover = photo["photo"][-1]["file_id"]
    event = await publishes(alliance, cover=cover, capacity=1, description="о" * 2000)
    card = await vera.sees("Приглашаем вас")
    assert card["photo"]
    assert len(card["caption"]) <= 1024
    await boris.sees("Приглашаем вас")
    await boris.taps("Иду")
    await vera.taps("Иду")

    waiting = await vera.sees("Ваш номер — 1")
    assert waiting["message_id"] == card["message_id"]
    assert len(waiting["caption"]) <= 1024
    more = await opens_more(vera)
    assert more["message_id"] == card["message_id"], "the buttons change under the picture"
    await vera.taps("Кто идёт", message=card)
    await vera.sees("Борис")
    await vera.taps("Назад", message=card)
    await vera.forges(EventsButton().pack(), card["message_id"])
    await vera.sees("Впереди")

    await boris.taps("Не иду")
    await vera.sees("Место нашлось")
    await alliance.goes_on(timedelta(seconds=11))
    await vera.watches(
        lambda chat: any("Вы идёте" in message.get("caption", "") for message in chat)
    )
    assert (await seats_of(alliance, event))["Вера"] is Seat.SEATED


async def test_the_place_is_a_point_on_the_map(alliance: Alliance, people: list[Person]) -> None:
    boris, *_ = people
    await publishes(alliance, point=Point(56.8, 60.6))
    await boris.sees("Приглашаем вас")
    await opens_more(boris)
    await boris.taps("Карта")
    venue = (await boris.sees(lambda message: "venue" in message))["venue"]
    assert (venue["title"], venue["address"]) == ("Встреча", "Дом НКО")
    assert venue["location"]["latitude"] == 56.8


async def test_buttons_of_a_card_of_long_ago_still_work(
    alliance: Alliance, people: list[Person]
) -> None:
    boris, *_ = people
    event = await publishes(alliance, 60 * DAY)
    card = await boris.sees("Приглашаем вас")
    await alliance.goes_on(50 * DAY)
    await alliance.restarts()

    going = RsvpButton(event_id=event, answer=Answer.GOING).pack()
    await boris.forges(going, card["message_id"])

    assert (await seats_of(alliance, event))["Борис"] is Seat.SEATED
