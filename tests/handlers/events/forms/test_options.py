"""What need not be said of an event: each option set, changed, removed, and got wrong."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.events.plans import Kind, Point
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import (
    comes_to,
    follows,
    only_one_wizard,
    opens,
    published,
    publishes,
    wizards,
)
from tests.keyboards import callbacks, labels

Send = Callable[[Person], Awaitable[Message]]


async def test_what_is_typed_for_an_option_is_stored(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    for option, typed, shown in (
        ("Зал или кабинет", "Зал <Б>", "Зал или кабинет: Зал <Б>"),
        ("Ссылка", "https://example.org/x?a=1&b=2", "https://example.org/x?a=1&b=2"),
        ("Число мест", "20 человек", "Число мест: 20"),
        ("Мест на организацию", "2", "Мест на организацию: 2"),
        ("Гости", "7", "Гости: до 7"),
    ):
        await opens(olga, option)
        await olga.says(typed)
        await olga.sees(shown)
    await olga.taps("‹ К событию")
    preview = await olga.sees("Так событие увидят")
    assert "Кто идёт, увидит ссылку: https://example.org/x?a=1&b=2" in preview["text"]
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert (event.room, event.link) == ("Зал <Б>", "https://example.org/x?a=1&b=2")
    assert (event.capacity, event.quota, event.guests) == (20, 2, 7)


async def test_what_is_tapped_or_sent_for_an_option_is_stored(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Формат")
    await olga.taps("форум")
    await opens(olga, "Обложка")
    await olga.sends_photo()
    await olga.sees("Обложка: есть")
    await opens(olga, "Точка на карте")
    await olga.sends_location(56.5, 60.5)
    await olga.sees("Точка на карте: есть")
    await opens(olga, "Гости")
    await olga.taps("3")
    await olga.taps("С именами")
    await olga.taps("Готово")
    await opens(olga, "Напоминания")
    for lead in ("3 дня", "30 минут", "3 дня", "2 часа"):
        await olga.taps(lead)
    await olga.taps("Готово")
    settings = await olga.sees("Гости: до 3, с именами")
    assert "Напоминания: за 2 часа и 30 минут" in settings["text"]
    await olga.taps("‹ К событию")
    preview = await olga.sees("С точкой на карте")
    assert "Так событие увидят участники: карточка выше." in preview["text"]
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert (event.kind, event.point) == (Kind.FORUM, Point(56.5, 60.5))
    assert event.cover
    assert (event.guests, event.guests_named) == (3, True)
    assert event.leads == (timedelta(hours=2), timedelta(minutes=30))


async def test_options_are_removed_again(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    for option, send, remove in (
        ("Обложка", olga.sends_photo, "Убрать обложку"),
        ("Точка на карте", olga.sends_location, "Убрать точку"),
        ("Зал или кабинет", partial(olga.says, "Зал"), "Не указывать"),
        ("Ссылка", partial(olga.says, "https://example.org"), "Убрать ссылку"),
        ("Число мест", partial(olga.says, "20"), "Без ограничений"),
        ("Мест на организацию", partial(olga.says, "2"), "Без ограничений"),
    ):
        await opens(olga, option)
        said = await send()
        await olga.sees(partial(follows, said))
        await olga.taps(option)
        await olga.taps(remove)
    await opens(olga, "Напоминания")
    await olga.taps("7 дней")
    await olga.taps("7 дней")
    await olga.taps("Готово")
    assert "без напоминаний" in (await olga.sees("Ещё настройки"))["text"]
    await opens(olga, "Напоминания")
    await olga.taps("Как обычно")
    await olga.taps("Готово")
    event = await publishes(olga, alliance)
    assert (event.cover, event.point, event.room, event.link) == (None, None, "", "")
    assert (event.capacity, event.quota, event.leads) == (None, None, None)


async def test_fewer_seats_than_an_organisation_may_take_lower_its_share(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Мест на организацию")
    await olga.taps("5")
    await opens(olga, "Число мест")
    await olga.says("3")
    assert "Мест на организацию: 3" in (await olga.sees("Число мест: 3"))["text"]


def says(text: str) -> Send:
    return lambda person: person.says(text)


PHOTO: Send = lambda person: person.sends_photo()  # noqa: E731  a value like `says("…")`
STICKER: Send = lambda person: person.sends_sticker()  # noqa: E731
PLACE: Send = lambda person: person.sends_location()  # noqa: E731
FILE: Send = lambda person: person.sends_document("a.png", b"x")  # noqa: E731

WRONG: dict[str, list[tuple[Send, str]]] = {
    "Формат": [(says("форум"), "выбрать кнопкой"), (PHOTO, "выбрать кнопкой")],
    "Обложка": [
        (says("котик"), "Ждём картинку"),
        (STICKER, "Ждём картинку"),
        (FILE, "не файлом"),
        (PLACE, "Ждём картинку"),
    ],
    "Точка на карте": [(says("ул. Ленина"), "Ждём геопозицию"), (PHOTO, "Ждём геопозицию")],
    "Зал или кабинет": [(says("я" * 4000), "слишком длинное"), (STICKER, "Ждём название зала")],
    "Ссылка": [
        (says("example.org/x"), "Это не похоже на ссылку"),
        (says("javascript:alert(1)"), "Это не похоже на ссылку"),
        (says("https://[::1"), "Это не похоже на ссылку"),
        (says("https://example.org/" + "я" * 4000), "Это не похоже на ссылку"),
        (says("🎉"), "Это не похоже на ссылку"),
        (PHOTO, "Ждём ссылку"),
    ],
    "Число мест": [
        (says("сто"), "цифрами"),
        (says("-5"), "от 1 до"),
        (says("0"), "от 1 до"),
        (says("10001"), "от 1 до"),
        (says("2,5"), "цифрами"),
        (says("9" * 4000), "цифрами"),
        (STICKER, "Ждём число мест"),
    ],
    "Мест на организацию": [
        (says("две"), "цифрами"),
        (says("0"), "от 1 до"),
        (PHOTO, "Ждём число мест"),
    ],
    "Гости": [(says("11"), "от 0 до 10"), (says("-1"), "от 0"), (says("🎉"), "цифрами")],
    "Напоминания": [(says("за день"), "выбрать кнопкой"), (STICKER, "выбрать кнопкой")],
    "Срок записи": [
        (says("завтра 25:00"), "Такого времени не бывает"),
        (says("31 февраля"), "Такого дня"),
        (says("когда-нибудь"), "Не получилось прочесть дату"),
        (says("5 декабря 2020"), "уже прошло"),
        (says("1 января 2029"), "Запись можно закрыть"),
        (PHOTO, "Ждём день"),
    ],
    "Повтор": [(says("каждый день"), "выбрать кнопкой"), (PHOTO, "выбрать кнопкой")],
    "Публикация": [
        (says("1.1.2020"), "уже прошло"),
        (says("1 января 2029"), "до начала"),
        (says("сейчас"), "Не получилось прочесть"),
        (STICKER, "Ждём день"),
    ],
}


@pytest.mark.parametrize("option", WRONG)
async def test_what_is_wrong_gets_one_kind_sentence_and_the_step_stays(
    alliance: Alliance, olga: Person, option: str
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, option)
    (open_step,) = wizards(olga.chat())
    for send, refusal in WRONG[option]:
        said = await send(olga)
        seen = await olga.sees(partial(follows, said))
        assert seen["text"].startswith("⚠️")
        assert refusal in seen["text"].splitlines()[0]
        assert labels(seen) == labels(open_step)
        await only_one_wizard(olga)
    await olga.taps("Готово" if option in {"Гости", "Напоминания"} else "‹ Назад")
    await olga.sees("Ещё настройки")


async def test_no_list_of_options_has_more_than_eight_buttons_beside_the_way_back(
    alliance: Alliance, olga: Person
) -> None:
    preview = await comes_to(olga, alliance, "preview")
    await olga.taps("Ещё настройки")
    settings = await olga.sees("Нажмите, что хотите изменить")
    await olga.taps("О событии подробнее")
    about = await olga.sees(lambda m: "Обложка" in labels(m))
    for screen in (preview, settings, about):
        assert len(labels(screen)) - 1 <= 8
    assert "Число мест" not in about["text"]
    await olga.taps("Обложка")
    await olga.taps("‹ Назад")
    await olga.sees(lambda m: "Точка на карте" in labels(m))


async def test_what_is_typed_into_the_list_of_options_changes_nothing(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await olga.taps("Ещё настройки")
    await olga.says("20 мест")
    await olga.sees("выбрать кнопкой")
    event = await publishes(olga, alliance)
    assert event.capacity is None


async def test_options_survive_a_restart(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Число мест")
    await alliance.restarts()
    await olga.says("20")
    await olga.sees("Число мест: 20")
    event = await publishes(olga, alliance)
    assert event.capacity == 20


async def test_a_choice_that_was_not_on_offer_is_not_taken(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Формат")
    (step,) = wizards(olga.chat())
    intent = callbacks(step)[0].partition("\x1d")[0]
    for data in ("pick:party", "pick:", "page:-1", "page:99999", "page:x", "", "🎉"):
        await olga.forges(f"{intent}\x1dkind:{data}", step["message_id"])
    assert "В каком формате пройдёт событие?" in (await olga.sees("Сейчас: встреча"))["text"]


async def test_a_venue_is_the_place_and_its_point(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Где?")
    venue = {"location": {"latitude": 56.5, "longitude": 60.5}, "title": "Дом <НКО>"}
    olga._puts(
        {"venue": {**venue, "address": "ул. Ленина, 1"}, "location": venue["location"]}, None
    )
    await olga.sees("Кого зовём?")
    await olga.taps("Все ·")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert event.place == "Дом <НКО>, ул. Ленина, 1"
    assert event.point == Point(56.5, 60.5)


async def test_a_location_adds_a_point_and_another_place_removes_it(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "Где?")
    await olga.sends_location(56.5, 60.5)
    assert "Где?" in (await olga.sees("Точку на карте запомнили"))["text"]
    await olga.says("Дом НКО")
    await olga.sees("Кого зовём?")
    await olga.taps("Все ·")
    assert "С точкой на карте" in (await olga.sees("Так событие увидят"))["text"]
    await olga.taps("Место")
    await olga.sends_location(57, 61)
    await olga.sees("С точкой на карте")
    await olga.taps("Место")
    await olga.says("Библиотека")
    preview = await olga.sees("точку на карте убрали")
    assert "Библиотека" in preview["text"]
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert event.point is None
