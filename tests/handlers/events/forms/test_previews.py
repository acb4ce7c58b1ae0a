"""An organiser looks at what a draft or a change comes to, and then saves it."""

from datetime import timedelta

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.events.seats import Seat
from bot.services.events.events import Publication
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance, a_plan
from tests.handlers.events.forms.steps import (
    back_to_preview,
    changes,
    comes_to,
    in_three_days,
    member_of,
    opens,
    published,
    stored,
)
from tests.keyboards import callbacks, labels


async def sits(alliance: Alliance, event: EventId, telegram_id: int, place: int) -> None:
    """Give somebody a seat."""
    member = await member_of(alliance, telegram_id)
    rsvp = Rsvp(Answer.GOING, alliance.clock.now(), seat=Seat.SEATED, place=place)
    await alliance.database.write(lambda tx: tx.rsvps.save(event, member, rsvp))


def mentioned(message: Message) -> set[str]:
    """Return which of the two places a message names."""
    return {place for place in ("Дом НКО", "Библиотека") if place in message.get("text", "")}


def is_told_once(chat: list[Message]) -> bool:
    """Tell whether one message names the old place beside the new, and none the old alone."""
    named = [mentioned(message) for message in chat]
    return named.count({"Дом НКО", "Библиотека"}) == 1 and {"Дом НКО"} not in named


async def test_change_notices_users_ask_10_are_told_once_with_old_and_new(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    preview = await changes(olga, event)
    assert "Сохранить" in labels(preview)
    assert "Приглашение" not in preview["text"]
    await olga.taps("День и время")
    await olga.says(f"{in_three_days(alliance, 'd MMMM y')} 9:15")
    assert "Сообщим 1 участнику" in (await olga.sees("Так событие увидят"))["text"]
    await olga.taps("Место")
    await olga.says("Библиотека")
    await olga.sees("Так событие увидят")
    assert (await stored(alliance, event)).place == "Дом НКО"
    await alliance.restarts()
    await olga.taps("Сохранить")
    await olga.sees("Изменения сохранены: Съезд <НКО>")
    after = await stored(alliance, event)
    assert after.place == "Библиотека"
    assert f"{after.starts_at.astimezone(alliance.config.alliance.time_zone):%H:%M}" == "09:15"
    ivan = alliance.sandbox.person(2)
    news = await ivan.sees(lambda m: mentioned(m) == {"Дом НКО", "Библиотека"})
    assert "09:15" in news["text"]
    await ivan.watches(is_told_once)


async def test_a_change_of_title_edits_the_cards_and_tells_nobody(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    ivan = alliance.sandbox.person(2)
    before = len(ivan.chat())
    await changes(olga, event)
    await olga.taps("Название")
    await olga.says("Слёт")
    assert "Сообщим" not in (await olga.sees("Так событие увидят"))["text"]
    await olga.taps("Сохранить")
    await olga.sees("Изменения сохранены: Слёт")
    await ivan.sees("Слёт")
    assert len(ivan.chat()) == before


async def test_what_another_organiser_changed_meanwhile_is_not_changed_back(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    """Complaint 10: a change is told once, and no old draft takes it back."""
    await changes(olga, event)
    await olga.taps("Название")
    await olga.says("Слёт")
    await olga.sees("Так событие увидят")
    moved = (await stored(alliance, event)).starts_at + timedelta(days=1)
    await alliance.services.events.move(await member_of(alliance, olga.id), event, moved)
    await olga.taps("Сохранить")
    await olga.sees("Изменения сохранены")
    after = await stored(alliance, event)
    assert (after.title, after.starts_at) == ("Слёт", moved)


async def test_fewer_seats_than_are_taken_say_how_many_go_back_to_the_line(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    for telegram_id, name in ((3, "Пётр"), (4, "Анна")):
        await alliance.has(telegram_id, name)
        await sits(alliance, event, telegram_id, telegram_id)
    await changes(olga, event)
    await opens(olga, "Число мест")
    await olga.says("1")
    await olga.sees("Число мест: 1")
    await olga.taps("‹ К событию")
    assert "2 человека вернутся в лист ожидания" in (await olga.sees("Так событие"))["text"]
    await olga.taps("Сохранить")
    await olga.sees("Изменения сохранены")
    turnout = await alliance.database.read(lambda tx: tx.rsvps.turnout(event))
    assert (turnout.going, turnout.waiting) == (1, 2)


async def test_what_cannot_change_is_not_offered(olga: Person, event: EventId) -> None:
    await changes(olga, event)
    await olga.taps("Ещё настройки")
    settings = await olga.sees("Число мест: без ограничений")
    assert not {"Повтор", "Публикация"} & set(labels(settings))
    assert "Повтор" not in settings["text"]


async def test_nothing_changed_is_left_at_once_and_saves_nothing(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    before = await stored(alliance, event)
    await changes(olga, event)
    await olga.taps("Ничего не менять")
    await olga.sees("ничего не меняем")
    await changes(olga, event)
    await olga.taps("Сохранить")
    await olga.sees("ничего не меняем")
    assert await stored(alliance, event) == before
    await olga.taps("К событию")
    await olga.sees("Съезд <НКО>")


async def test_leaving_a_change_asks_before_it_is_lost(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await changes(olga, event)
    await olga.taps("Название")
    await olga.says("Слёт")
    await olga.sees("Слёт")
    await olga.taps("Ничего не менять")
    await olga.sees("Не сохранять изменения?")
    await olga.taps("Продолжить")
    await olga.sees("Так событие увидят")
    await olga.taps("Ничего не менять")
    await olga.taps("Не сохранять")
    await olga.sees("ничего не меняем")
    assert (await stored(alliance, event)).title == "Съезд <НКО>"


async def test_people_who_are_invited_stay_on_the_list(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    ivan = await member_of(alliance, 2)
    chosen = (await stored(alliance, event)).with_chosen([ivan])
    await alliance.database.write(lambda tx: tx.events.save(chosen))
    await changes(olga, event)
    await olga.taps("Кого зовём")
    await olga.taps("Выбрать людей")
    await olga.sees("Выбран 1 человек")
    await olga.says("иван")
    await olga.sees(lambda message: "✓ Иван" in labels(message))
    await olga.taps("✓ Иван")
    await olga.sees("Этих людей уже пригласили")


async def test_two_taps_at_once_save_once(alliance: Alliance, olga: Person, event: EventId) -> None:
    await changes(olga, event)
    await olga.taps("Место")
    await olga.says("Библиотека")
    preview = await olga.sees("Сообщим 1 участнику")
    data = next(data for data in callbacks(preview) if ":submit:" in data)
    await olga.forges(data, preview["message_id"])
    answer = await olga.forges(data, preview["message_id"])
    assert "старого сообщения" in (answer.text or "")
    await alliance.sandbox.person(2).watches(is_told_once)
    assert (await stored(alliance, event)).sequence == 1
    assert len(await published(alliance)) == 1


async def test_a_scheduled_event_is_published_at_another_time(
    alliance: Alliance, olga: Person
) -> None:
    plan, now = a_plan(alliance.clock, "Слёт"), alliance.clock.now()
    later = Publication(now + timedelta(days=1))
    event = await alliance.services.events.publish(
        await member_of(alliance, olga), plan, None, later
    )
    preview = await changes(olga, event)
    assert "Опубликуем:" in preview["text"]
    assert "Запланировать" not in labels(preview)
    await opens(olga, "Публикация")
    await olga.says("послезавтра 9:15")
    await olga.sees("Публикация: ")
    await olga.taps("‹ К событию")
    await olga.taps("День и время")
    await olga.says("послезавтра 9:00")
    assert "Опубликовать нужно до начала" in (await olga.sees("Так событие"))["text"]
    await olga.taps("День и время")
    await olga.says("послезавтра 19:00")
    assert "Сообщим" not in (await olga.sees("19:00"))["text"]
    await olga.taps("Сохранить")
    await olga.sees("Изменения сохранены")
    after = await stored(alliance, event)
    assert after.is_scheduled
    assert after.publish_at is not None
    zone = alliance.config.alliance.time_zone
    assert f"{after.publish_at.astimezone(zone):%H:%M}" == "09:15"
    assert not any("Слёт" in str(message) for message in alliance.sandbox.person(2).chat())


async def test_the_longest_event_fits_into_the_preview(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    for button, typed in (
        ("Название", "<" * 120),
        ("Описание", "ё" * 1999 + "🎉"),
        ("Место", "&" * 200),
    ):
        await olga.taps(button)
        await olga.says(typed)
        await olga.sees("Так событие увидят")
    for option, typed in (
        ("Зал или кабинет", ">" * 100),
        ("Ссылка", "https://example.org/" + "&" * 480),
        ("Число мест", "10000"),
    ):
        await opens(olga, option)
        await olga.says(typed)
        await olga.sees("Ещё настройки")
    await opens(olga, "Повтор")
    await olga.taps("Раз в две недели")
    await olga.says("60")
    await olga.sees("Повтор: раз")
    await back_to_preview(olga)
    await olga.sees("Всего 60 дат")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")


async def test_the_cover_is_previewed_with_the_card_as_people_get_it(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Обложка")
    await olga.sends_photo()
    await olga.sees("Обложка: есть")
    await back_to_preview(olga)
    below = await olga.sees("карточка выше")
    assert "Поговорим о" not in below["text"], "the card is said once"
    (picture,) = [m for m in olga.chat() if m.get("caption")]
    assert picture["message_id"] < below["message_id"]
    assert labels(picture) == []

    await olga.taps("Название")
    await olga.says("Съезд")
    picture = await olga.sees(lambda m: "Съезд" in m.get("caption", ""))
    await olga.sees(
        lambda m: "карточка выше" in m.get("text", "") and m["message_id"] > picture["message_id"]
    )
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    shown = picture["message_id"]
    await olga.watches(lambda chat: not any(m["message_id"] == shown for m in chat))
    ivan = alliance.sandbox.person(2)
    invitation = await ivan.sees(lambda m: "Съезд" in m.get("caption", ""))
    assert invitation["caption"] == picture["caption"]
    assert invitation["photo"][-1]["file_id"] == picture["photo"][-1]["file_id"]


async def test_the_cover_is_taken_down_with_the_preview(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Обложка")
    await olga.sends_photo()
    await olga.sees("Обложка: есть")
    await back_to_preview(olga)
    await olga.sees("карточка выше")
    await olga.taps("Название")
    await olga.sees("Как оно называется?")
    await olga.watches(lambda chat: not any(m.get("caption") for m in chat))
    await alliance.restarts()
    await olga.taps("Оставить как есть")
    await olga.sees("карточка выше")
    await olga.taps("Не создавать")
    await olga.watches(lambda chat: not any(m.get("caption") for m in chat))
