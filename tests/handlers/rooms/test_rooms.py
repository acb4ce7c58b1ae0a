"""/rooms: people ask for a hall, wait for it, win it, come; organisers look after the house."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people.members import MemberId, Role, TelegramId
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.rooms.bookings import BookingId, BookingState
from bot.domain.rooms.doors import door_payload
from bot.domain.rooms.resources import ResourceId, ResourceKind, ResourcePlan
from handlers.rooms.callbacks import BookButton
from handlers.rooms.cards import moment_of
from sandbox.chats import Message
from sandbox.people import Person
from storage.stores import Stores
from tests.alliance import Alliance
from tests.databases import query
from tests.effort import effort
from tests.keyboards import labels
from tests.people import joined
from tests.rooms import HOUR, MINUTE, a_wish

HALL = ResourcePlan(ResourceKind.ROOM, "Большой <зал>", capacity=40, key_holder="Вахта")
CROWD, KEEPERS = effort(60, 200), 20
FIRST = 1000
"""The account of the first of them."""
PATIENT = 60


def at_noon(alliance: Alliance, days: int) -> datetime:
    """Return noon of a day in Yekaterinburg, from now on."""
    local = alliance.clock.now().astimezone(alliance.config.alliance.time_zone)
    return (local + timedelta(days=days)).replace(hour=12, minute=0, second=0, microsecond=0)


@pytest.fixture
async def hall(alliance: Alliance) -> ResourceId:
    """A hall; Gleb organises, Anna and Boris speak for an organisation each, Dina for none."""
    gleb = await alliance.knows(1, "Глеб", Role.ORGANISER)
    for number, name in ((2, "Анна"), (3, "Борис")):
        await alliance.knows(number, name, delegate=True)
        house = OrganisationDetails(f"Фонд <{name}>", "", f"667100000{number}", None, "")
        await alliance.puts(number, house)
    await alliance.knows(4, "Дина")
    for number, name in enumerate(("Глеб", "Анна", "Борис", "Дина"), start=1):
        alliance.sandbox.add_person(number, name, started=True)
    return await alliance.services.room_managing.add(gleb, HALL)


async def asks(person: Person, alliance: Alliance, purpose: str, days: int = 5) -> Message:
    """Fill in the form for noon, so many days ahead."""
    await person.says("/rooms")
    await person.sees("Дом НКО")
    await person.taps("Большой <зал>")
    card = await person.sees("Вмещает 40 человек")
    await person.taps("Выбрать время", message=card)
    await person.sees("Свободно")
    await person.taps("Другой день или время")
    await person.sees("Когда?")
    await person.says(f"{at_noon(alliance, days):%d.%m} 12:00")
    await person.sees("На сколько?")
    await person.taps("2 часа")
    await person.sees("Для чего?")
    await person.says(purpose)
    await person.sees("Сколько будет человек?")
    await person.taps("20")
    return await person.sees(purpose)


async def test_a_request_is_refused_waited_for_and_won_and_somebody_comes(
    alliance: Alliance, hall: ResourceId
) -> None:
    gleb, anna, boris = (alliance.sandbox.person(number) for number in (1, 2, 3))
    for person, purpose in ((anna, "Встреча <родителей>"), (boris, "Репетиция")):
        await asks(person, alliance, purpose)
        await person.taps("Отправить заявку")
        await person.sees("Заявка отправлена")
    request = await gleb.sees("Встреча <родителей>")
    await gleb.taps("Подтвердить", message=request)
    question = await gleb.sees("Этим организациям места не останется")
    assert "Фонд <Борис>" in question["text"]
    await gleb.taps("Подтвердить", message=question)
    told = await anna.sees("Бронь подтверждена: Большой <зал>")
    assert "Если за 30 минут никто не отметится, бронь снимется." in told["text"]
    refused = await boris.sees("Не получилось")
    await boris.taps("Подождать", message=refused)
    await boris.sees("В листе ожидания")

    mine = await _own(anna)
    await anna.taps("Отменить бронь", message=mine)
    await anna.sees("Время сразу предложим тем, кто ждёт")
    await anna.taps("Да, отменить")
    await gleb.sees("От брони отказались")
    offer = await boris.sees("Освободилось")
    await boris.taps("Беру", message=offer)
    await boris.sees("Подтверждено")

    alliance.clock.advance(at_noon(alliance, 5) - alliance.clock.now() - 10 * MINUTE)
    resource = await alliance.database.read(lambda tx: tx.resources.get(hall))
    assert resource is not None
    await anna.says(f"/start {door_payload(resource)}")
    await anna.sees("у вас здесь нет брони")
    await boris.says(f"/start {door_payload(resource)}")
    await boris.sees("Добро пожаловать")
    await alliance.goes_on(HOUR)
    [state] = await query(alliance.database, "SELECT state FROM bookings WHERE id = 2")
    assert state == ("confirmed",)


async def _own(person: Person) -> Message:
    await person.says("/rooms")
    await person.sees("Дом НКО")
    await person.taps("Мои брони")
    shown = await person.sees("Мои брони")
    await person.taps("✅", message=shown)
    return await person.sees("📌 Большой <зал>")


@pytest.mark.usefixtures("hall")
async def test_who_speaks_for_no_organisation_sees_no_button_to_book(alliance: Alliance) -> None:
    dina = alliance.sandbox.person(4)
    await dina.says("/rooms")
    await dina.sees("Дом НКО")
    await dina.taps("Большой <зал>")
    await dina.sees("Бронируют руководители и делегаты")
    await dina.taps("Выбрать время")
    shown = await dina.sees("Свободно")
    assert not any("Другой день" in one for one in labels(shown))


async def test_the_day_before_somebody_says_no_and_the_no_show_is_released(
    alliance: Alliance, hall: ResourceId
) -> None:
    anna, boris = alliance.sandbox.person(2), alliance.sandbox.person(3)
    noon = at_noon(alliance, 3)
    await _confirmed(alliance, hall, 2, noon)
    await _confirmed(alliance, hall, 3, noon + 3 * HOUR)
    await alliance.goes_on(noon - timedelta(days=1) + 4 * HOUR - alliance.clock.now())
    question = await anna.sees("Придёте?")
    await anna.taps("Не придём", message=question)
    await anna.sees("Снята: никто не придёт")
    await boris.sees("Придёте?")
    await alliance.goes_on(noon + 3 * HOUR + 31 * MINUTE - alliance.clock.now())
    await boris.sees("Никто не отметился вовремя")


async def _confirmed(alliance: Alliance, hall: ResourceId, by: int, start: datetime) -> BookingId:
    services = alliance.services
    booking = await services.bookings.ask(MemberId(by), hall, a_wish(start))
    await services.room_keeping.confirm(MemberId(1), booking)
    return booking


@pytest.mark.usefixtures("hall")
async def test_an_organiser_adds_something_to_lend(alliance: Alliance) -> None:
    gleb = alliance.sandbox.person(1)
    await gleb.says("/manage")
    await gleb.sees("событ")
    await gleb.taps("Дом НКО")
    await gleb.sees("Ведение Дома")
    await gleb.taps("Добавить")
    await gleb.sees("Что это?")
    await gleb.taps("Вещь")
    await gleb.sees("Как называется?")
    await gleb.says("Шатёр <большой>")
    await gleb.sees("Сколько их всего?")
    await gleb.taps("2")
    preview = await gleb.sees("Всего: 2")
    await gleb.taps("Часы и правила", message=preview)
    await gleb.sees("Часы работы")
    await gleb.taps("Часы работы")
    await gleb.sees("Когда открыто?")
    await gleb.says("завтра")
    await gleb.sees("Не поняли часы")
    await gleb.says("будни 9-18; сб 10-14")
    await gleb.sees("пн–пт 09:00–18:00; сб 10:00–14:00; вс закрыто")
    await gleb.taps("Назад")
    await gleb.sees("Всего: 2")
    await gleb.taps("Сохранить")
    await gleb.sees("Сохранено: Шатёр <большой>")


async def test_an_organiser_closes_and_removes_a_room_and_people_are_told(
    alliance: Alliance, hall: ResourceId
) -> None:
    gleb, anna = alliance.sandbox.person(1), alliance.sandbox.person(2)
    noon = at_noon(alliance, 3)
    await _confirmed(alliance, hall, 2, noon)
    await gleb.says("/rooms")
    await gleb.sees("Дом НКО")
    await gleb.taps("Большой <зал>")
    await gleb.sees("Вмещает 40 человек")
    await gleb.taps("Закрыть на время")
    await gleb.sees("С какого дня закрыть?")
    await gleb.says(f"{noon:%d.%m}")
    await gleb.sees("По какой день")
    await gleb.says(f"{noon:%d.%m}")
    await gleb.sees("Почему?")
    await gleb.says("Ремонт")
    question = await gleb.sees("Отменятся брони и заявки: 1")
    await gleb.taps("Да, закрыть", message=question)
    await gleb.sees("Закрыли. Отменили броней и заявок: 1")
    await anna.sees("Причина: Ремонт")

    await gleb.says("/rooms")
    await gleb.sees("Дом НКО")
    await gleb.taps("Большой <зал>")
    await gleb.sees("закрыто (Ремонт)")
    await gleb.taps("Убрать из списка")
    await gleb.sees("Почему убираем?")
    await gleb.taps("Без причины")
    await gleb.sees("Убрать Большой <зал> насовсем?")
    await gleb.taps("Да, убрать")
    await gleb.sees("Убрали.")


async def test_a_booking_becomes_an_event_and_an_event_books_a_hall(
    alliance: Alliance, hall: ResourceId
) -> None:
    gleb, noon = alliance.sandbox.person(1), at_noon(alliance, 5)
    booking = await _confirmed(alliance, hall, 2, noon)
    await gleb.says("/rooms")
    shown = await gleb.sees("Дом НКО")
    await gleb.forges(f"bk:{booking}", shown["message_id"])
    kept = await gleb.sees("✅ Подтверждено")
    assert labels(kept)[-1] == "‹ К ведению Дома"
    await gleb.taps("Сделать событием")
    await gleb.sees("О чём событие?")
    await gleb.taps("Без описания")
    await gleb.sees("Где?")
    await gleb.says("Дом НКО")
    await gleb.sees("Кого зовём?")
    await gleb.taps("Все")
    await gleb.sees("Дом НКО, Большой <зал>")
    await gleb.taps("Опубликовать")
    await gleb.sees("Опубликуем и разошлём приглашения")
    sql = "SELECT e.title, e.starts_at, e.room FROM events e JOIN bookings b ON b.event_id = e.id"
    [(title, starts, room)] = await query(alliance.database, sql)
    assert (title, room) == ("Встреча", "Большой <зал>")
    assert datetime.fromisoformat(starts) == noon

    await gleb.says(f"/event Мастерская {noon + timedelta(days=1):%d.%m} 12:00, Дом НКО")
    await gleb.sees("Мастерская")
    await gleb.taps("Ещё настройки")
    await gleb.sees("Зал из Дома")
    await gleb.taps("О событии подробнее")
    await gleb.taps("Зал из Дома")
    await gleb.sees("Какой зал из Дома занять?")
    await gleb.taps("Большой <зал>")
    await gleb.sees("Зал из Дома: Большой <зал>")
    await gleb.taps("Назад")
    await gleb.taps("К событию")
    await gleb.sees("Дом НКО, Большой <зал>")
    await gleb.taps("Опубликовать")
    await gleb.sees("Опубликуем и разошлём приглашения")
    states = await query(alliance.database, "SELECT state, with_event FROM bookings ORDER BY id")
    assert states == [("confirmed", 0), ("confirmed", 1)]


async def test_the_week_comes_as_a_picture_and_the_rest_as_files(
    alliance: Alliance, hall: ResourceId
) -> None:
    gleb = alliance.sandbox.person(1)
    await _confirmed(alliance, hall, 2, at_noon(alliance, 1))
    await gleb.says("/rooms")
    await gleb.sees("Дом НКО")
    await gleb.taps("Большой <зал>")
    card = await gleb.sees("Вмещает 40 человек")
    for button, words in (
        ("Неделя картинкой", "неделя с"),
        ("Календарь", "Брони «Большой <зал>»"),
        ("QR-код для двери", "повесьте у двери"),
    ):
        await gleb.taps(button, message=card)
        await gleb.sees(words, timeout=30)
    await gleb.says("/rooms")
    await gleb.sees("Дом НКО")
    await gleb.taps("Ведение Дома")
    desk = await gleb.sees("Новых заявок нет")
    await gleb.taps("Месяц таблицей", message=desk)
    await gleb.sees("Брони 1" if at_noon(alliance, 0).month > 9 else "Брони 0")
    await gleb.taps("Год по организациям", message=desk)
    await gleb.sees("Дом НКО за")


async def test_of_many_requests_and_confirmations_at_once_one_is_confirmed(
    alliance: Alliance, hall: ResourceId
) -> None:
    """Everybody asks for the same noon; then keepers confirm all requests at once."""
    gleb = await alliance.services.members.recognise(TelegramId(1))
    assert gleb is not None
    keeps = replace(HALL, keeper=gleb.id)  # the others confirm too, but are not told of each
    await alliance.services.room_managing.change(gleb.id, hall, keeps, 1)
    minute = int(at_noon(alliance, 5).timestamp()) // 60
    people, keepers = await _crowd(alliance)
    await asyncio.gather(*(_asks_for(one, f"roomb:{hall}:{minute}") for one in people))
    bookings = [row[0] for row in await query(alliance.database, "SELECT id FROM bookings")]
    assert len(bookings) == CROWD
    shares = [bookings[number::KEEPERS] for number in range(KEEPERS)]
    await asyncio.gather(
        *(_confirms(one, share) for one, share in zip(keepers, shares, strict=True))
    )
    states = Counter(row[0] for row in await query(alliance.database, "SELECT state FROM bookings"))
    assert states == {BookingState.CONFIRMED: 1, BookingState.REFUSED: CROWD - 1}
    news = ("✅ Бронь подтверждена", "❌ Не получилось")
    told = Counter[str]()
    for person in people:
        shown = await person.sees(lambda message: message["text"].startswith(news), timeout=PATIENT)
        told[shown["text"][:1]] += 1
    assert told == {"✅": 1, "❌": CROWD - 1}


async def _crowd(alliance: Alliance) -> tuple[list[Person], list[Person]]:
    """Give the alliance organisations with a delegate each, and twenty organisers."""

    def write(tx: Stores) -> None:
        for number in range(CROWD):
            details = OrganisationDetails(f"НКО {number}", "", f"66720{number:05}", None, "")
            house = tx.organisations.add(details)
            person = PersonDetails(f"Человек {number}", delegate=True)
            joined(tx, person, alliance.clock.now(), house, telegram_id=FIRST + number)
        for number in range(CROWD, CROWD + KEEPERS):
            person = PersonDetails(f"Человек {number}", roles=frozenset({Role.ORGANISER}))
            joined(tx, person, alliance.clock.now(), telegram_id=FIRST + number)

    await alliance.database.write(write)
    people = [
        alliance.sandbox.add_person(FIRST + number, f"Человек {number}", started=True)
        for number in range(CROWD + KEEPERS)
    ]
    return people[:CROWD], people[CROWD:]


async def _asks_for(person: Person, start: str) -> None:
    await person.says("/rooms")
    shown = await person.sees("Дом НКО", PATIENT)
    await person.forges(start, shown["message_id"], timeout=PATIENT)
    await person.sees("На сколько?", PATIENT)
    await person.taps("2 часа", timeout=PATIENT)
    await person.sees("Для чего?", PATIENT)
    await person.says("Сбор")
    await person.sees("Сколько будет человек?", PATIENT)
    await person.taps("20", timeout=PATIENT)
    await person.taps("Отправить заявку", timeout=PATIENT)
    await person.sees("Заявка отправлена", PATIENT)


async def _confirms(person: Person, bookings: list[int]) -> None:
    await person.says("/rooms")
    shown = await person.sees("Дом НКО", PATIENT)
    for booking in bookings:
        await person.forges(f"bkd:{booking}:confirm", shown["message_id"], timeout=PATIENT)


def test_no_button_books_from_a_minute_that_no_calendar_has() -> None:
    latest = 2**26 - 1
    moment = moment_of(BookButton(resource_id=ResourceId(1), at=latest).at)
    assert moment == datetime(2097, 8, 5, 9, 3, tzinfo=UTC)
    for minute in (latest + 1, 2**32 - 1):
        with pytest.raises(ValueError, match="at"):
            BookButton(resource_id=ResourceId(1), at=minute)
