"""An organiser moves an event, and calls one off."""

from datetime import timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer, Rsvp
from bot.domain.people.members import MemberId, TelegramId
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import member_of, stored


@pytest.fixture
async def event(alliance: Alliance, olga: Person) -> EventId:
    """Announce an event that Ivan goes to, and open its board."""
    event = await alliance.announces(olga.id, "Съезд <НКО>")
    ivan = alliance.sandbox.person(2)
    await ivan.sees("Съезд <НКО>")
    await ivan.taps("Иду")
    await ivan.sees("Вы идёте")
    await olga.says("/manage")
    await olga.sees("Впереди 1 событие")
    await olga.taps("Съезд")
    await olga.sees("Идут: 1")
    return event


async def test_an_event_is_moved_and_who_answered_is_told(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    before = await stored(alliance, event)
    await olga.taps("Перенести")
    await olga.sees("Переносим: Съезд <НКО>")
    await olga.says("31 февраля")
    await olga.sees("Такого дня в календаре нет")
    await olga.says("послезавтра")
    await olga.sees("Во сколько?")
    await olga.taps("19")
    await olga.taps("19:15")
    preview = await olga.sees("Перенести событие Съезд <НКО>?")
    assert "Было:" in preview["text"]
    assert "19:15" in preview["text"]
    assert "1 участнику" in preview["text"]
    assert (await stored(alliance, event)).starts_at == before.starts_at
    await olga.taps("Да, перенести", message=preview)
    await olga.sees("Событие перенесено: Съезд <НКО>")
    await alliance.sandbox.person(2).sees("Событие перенесли")
    after = await stored(alliance, event)
    assert f"{after.starts_at.astimezone(alliance.config.alliance.time_zone):%H:%M}" == "19:15"
    await olga.taps("К событию")
    await olga.sees("Идут: 1")


async def test_a_move_to_the_same_time_is_refused(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    local = (await stored(alliance, event)).starts_at.astimezone(alliance.config.alliance.time_zone)
    await olga.taps("Перенести")
    await olga.sees("Переносим")
    await olga.says(f"{local:%d.%m.%Y %H:%M}")
    seen = await olga.sees("Событие и так назначено на это время")
    assert "Переносим" in seen["text"]


async def test_a_move_is_given_up(alliance: Alliance, olga: Person, event: EventId) -> None:
    before = await stored(alliance, event)
    await olga.taps("Перенести")
    await olga.sees("Переносим")
    await olga.says("завтра 10:00")
    await olga.sees("Перенести событие")
    await olga.taps("Другой день")
    await olga.sees("Переносим")
    await olga.taps("Ничего не менять")
    await olga.sees("ничего не меняем")
    assert await stored(alliance, event) == before


async def test_an_event_is_cancelled_with_a_reason(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await olga.taps("Отменить событие")
    await olga.sees("Отменяем: Съезд <НКО>")
    await olga.sends_photo()
    await olga.sees("Ждём причину")
    await olga.says("я" * 4000)
    await olga.sees("слишком длинная")
    await olga.says("Заболел <докладчик>")
    question = await olga.sees("Отменить событие Съезд <НКО>?")
    assert "Причина: Заболел <докладчик>" in question["text"]
    assert "1 человек" in question["text"]
    assert not (await stored(alliance, event)).is_cancelled
    await olga.taps("Да, отменить событие")
    await olga.sees("Событие отменено: Съезд <НКО>")
    told = await alliance.sandbox.person(2).sees("Отменяется")
    assert "Заболел <докладчик>" in told["text"]
    assert (await stored(alliance, event)).reason == "Заболел <докладчик>"


async def test_an_event_is_cancelled_without_a_reason(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await olga.taps("Отменить событие")
    await olga.sees("Отменяем")
    await olga.taps("Без причины")
    question = await olga.sees("Отменить событие")
    assert "Причина" not in question["text"]
    await olga.taps("Назад")
    await olga.sees("Отменяем")
    await olga.taps("Без причины")
    await olga.taps("Да, отменить событие")
    await olga.sees("Событие отменено")
    assert (await stored(alliance, event)).is_cancelled


@pytest.mark.parametrize("button", ["move", "cancel"])
async def test_what_cannot_be_changed_opens_no_wizard(
    alliance: Alliance, olga: Person, event: EventId, button: str
) -> None:
    board = await olga.sees("Идут: 1")
    answer = await olga.forges(f"{button}:404", board["message_id"])
    assert "Такого события нет" in (answer.text or "")
    member = await alliance.services.members.recognise(TelegramId(olga.id))
    assert member is not None
    await alliance.services.events.cancel(member.id, event, "")
    answer = await olga.forges(f"{button}:{event}", board["message_id"])
    assert "отменено" in (answer.text or "")


@pytest.mark.parametrize("data", ["move:1", "cancel:1", "create"])
@pytest.mark.usefixtures("event")
async def test_a_member_opens_no_wizard(alliance: Alliance, data: str) -> None:
    ivan = alliance.sandbox.person(2)
    card = await ivan.sees("Съезд")
    answer = await ivan.forges(data, card["message_id"])
    assert "организаторы" in (answer.text or "")


async def test_an_event_cancelled_meanwhile_is_not_moved(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await olga.taps("Перенести")
    await olga.sees("Переносим")
    await olga.says("завтра 10:00")
    preview = await olga.sees("Перенести событие")
    member = await alliance.services.members.recognise(TelegramId(olga.id))
    assert member is not None
    await alliance.services.events.cancel(member.id, event, "")
    answer = await olga.taps("Да, перенести", message=preview)
    assert answer.show_alert
    assert "отменено" in (answer.text or "")


@pytest.mark.usefixtures("event")
async def test_an_answer_meanwhile_does_not_touch_the_wizard(
    alliance: Alliance, olga: Person
) -> None:
    await olga.taps("Перенести")
    wizard = await olga.sees("Переносим")
    await alliance.sandbox.person(2).taps("Не иду")
    await alliance.goes_on(timedelta(seconds=2))
    await olga.sees("Не идут: 1")
    assert (
        "Переносим" in (await olga.sees(lambda m: m["message_id"] == wizard["message_id"]))["text"]
    )


@pytest.mark.usefixtures("event")
async def test_a_move_sets_a_draft_aside_and_does_not_lose_it(olga: Person) -> None:
    board = await olga.sees("Идут: 1")
    await olga.forges("create", board["message_id"])
    await olga.sees("Как оно называется?")
    await olga.says("Новая встреча")
    await olga.sees("О чём событие?")
    await olga.taps("Перенести", message=board)
    await olga.sees("Переносим")
    await olga.taps("Ничего не менять")
    await olga.sees("ничего не меняем")
    await olga.says("спасибо")
    await olga.sees("Разослать это?")
    await olga.forges("create", board["message_id"])
    await olga.sees("У вас остался черновик: Новая встреча")


@pytest.mark.usefixtures("event")
async def test_a_move_survives_a_restart(alliance: Alliance, olga: Person) -> None:
    await olga.taps("Перенести")
    await olga.sees("Переносим")
    await olga.says("завтра 10:00")
    preview = await olga.sees("Перенести событие")
    await alliance.restarts()
    await olga.taps("Да, перенести", message=preview)
    await olga.sees("Событие перенесено")


async def test_in_english_the_wizards_say_the_same(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    member = await alliance.services.members.recognise(TelegramId(olga.id))
    assert member is not None
    await alliance.services.members.choose_language(MemberId(member.id), "en")
    board = await olga.sees("Идут: 1")
    await olga.forges(f"move:{event}", board["message_id"])
    await olga.sees("Moving: Съезд <НКО>")
    await olga.says("31 February")
    await olga.sees("There is no such day")
    await olga.says("tomorrow at 10:00")
    await olga.sees("1 person")
    await olga.taps("Change nothing")
    await olga.sees("nothing changes")
    await olga.forges("create", board["message_id"])
    for question, typed in (
        ("What is it called?", "Congress"),
        ("What is it about?", "All"),
        ("On which day?", "tomorrow"),
        ("At what time?", "10:00"),
        ("How long", "2 hours"),
        ("Where?", "Hall"),
    ):
        await olga.sees(question)
        await olga.says(typed)
    await olga.sees("Who is invited?")
    await olga.taps("Everybody · 2")
    await olga.sees("2 people")
    await olga.taps("✕ Do not create")
    await olga.sees("Delete the draft Congress?")


async def test_answers_are_counted_in_the_question(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await alliance.has(3, "Пётр")
    declined = Rsvp(Answer.DECLINED, alliance.clock.now())
    member = await member_of(alliance, 3)
    await alliance.database.write(lambda tx: tx.rsvps.save(event, member, declined))
    await olga.taps("Перенести")
    await olga.says("послезавтра 10:00")
    await olga.sees("Сообщим 1 участнику")
    await olga.taps("Ничего не менять")
    await olga.taps("К событию")
    await olga.taps("Отменить событие")
    await olga.sees("Отменяем")
    await olga.taps("Без причины")
    await olga.sees("узнают 2 человека")
