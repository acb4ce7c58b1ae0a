"""An organiser makes an event: step by step, by mistakes, and out again."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from babel.dates import format_datetime

from bot.domain.events.events import EventId
from sandbox.people import Person
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.databases import execute, query
from tests.handlers.events.forms.steps import (
    comes_to,
    follows,
    in_three_days,
    only_one_wizard,
    published,
    wizards,
)
from tests.keyboards import callbacks, labels


async def renames_the_states(alliance: Alliance) -> None:
    """Leave drafts behind as an older version of the code would."""
    await alliance.restarts()
    rename = "UPDATE drafts SET data = replace(data, '\"event\"', '\"renamed\"')"
    await execute(alliance.database, rename)


async def test_an_event_is_made_by_typing_and_its_audience_is_told(
    alliance: Alliance, olga: Person
) -> None:
    preview = await comes_to(olga, alliance, "preview")
    assert "Встреча <НКО> & друзья" in preview["text"]
    assert "Поговорим о <b>планах</b> 🎉" in preview["text"]
    assert "2 человека" in preview["text"]
    await olga.taps("Опубликовать")
    done = await olga.sees("Событие опубликовано")
    assert any(data.startswith("board:") for data in callbacks(done))
    await alliance.sandbox.person(2).sees("Встреча <НКО> & друзья")
    (event,) = await published(alliance)
    starts = event.starts_at.astimezone(alliance.config.alliance.time_zone)
    assert f"{starts:%H:%M}" == "18:30"
    assert event.duration == timedelta(minutes=90)


async def test_an_event_is_made_by_tapping(alliance: Alliance, olga: Person) -> None:
    await olga.taps("Создать событие")
    await olga.sees("Как оно называется?")
    await olga.says("Встреча")
    await olga.sees("О чём событие?")
    await olga.taps("Без описания")
    calendar = await olga.sees("В какой день?")
    today = alliance.clock.now().astimezone(alliance.config.alliance.time_zone)
    assert labels(calendar)[1] == format_datetime(today, "LLLL y", locale="ru").capitalize()
    assert labels(calendar)[3:10] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert f"[{today.day}]" in labels(calendar)
    await olga.taps("›")
    await olga.taps("15")
    await olga.sees("Во сколько?")
    await olga.taps("18")
    await olga.taps("18:45")
    await olga.sees("Сколько продлится?")
    await olga.taps("2\u00a0ч")
    await olga.sees("Где?")
    await olga.says("Дом НКО")
    await olga.sees("Кого зовём?")
    await olga.taps("Руководители и делегаты · 1")
    await olga.sees("1 человек")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    starts = event.starts_at.astimezone(alliance.config.alliance.time_zone)
    assert (starts.day, starts.hour, starts.minute) == (15, 18, 45)
    assert event.description == ""


async def test_days_that_are_past_are_not_offered_and_not_taken(
    alliance: Alliance, olga: Person
) -> None:
    calendar = await comes_to(olga, alliance, "В какой день?")
    today = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    offered = [data.rpartition(":")[2] for data in callbacks(calendar) if ":day:2" in data]
    assert min(offered) == today.isoformat()
    form = next(data for data in callbacks(calendar) if ":day:2" in data).partition("day:")[0]
    yesterday = today - timedelta(days=1)
    answer = await olga.forges(f"{form}day:{yesterday}", calendar["message_id"])
    assert "прошло" in (answer.text or "")
    for nonsense in ("day:2026-99-99", "day:0001-01-01", "day:9999-12-31", "month:x", "-", ""):
        await olga.forges(form + nonsense, calendar["message_id"])
    await olga.sees("В какой день?")


@pytest.mark.parametrize(
    ("step", "typed", "refusal"),
    [
        ("Как оно", "я" * 4096, "слишком длинное"),
        ("О чём", "я" * 4096, "слишком длинное"),
        ("В какой день?", "31 февраля", "Такого дня в календаре нет"),
        ("В какой день?", "05.12.2020 18:30", "уже прошло"),
        ("В какой день?", "завтра 25:00", "Такого времени не бывает"),
        ("В какой день?", "05.12.2999", "слишком далеко"),
        ("В какой день?", "🎉", "Не получилось прочесть дату"),
        ("Сколько", "<b>вечность</b>", "Не получилось прочесть длительность"),
        ("Сколько", "1 минута", "от 5 минут"),
        ("Где?", "<i>" * 200, "слишком длинное"),
        ("Кого зовём?", "всех", "выбрать кнопкой"),
        ("preview", "публикуй", "выбрать кнопкой"),
    ],
)
async def test_what_is_wrong_gets_one_sentence_and_the_step_stays(
    alliance: Alliance, olga: Person, step: str, typed: str, refusal: str
) -> None:
    await comes_to(olga, alliance, step)
    await olga.says(typed)
    seen = await olga.sees(refusal)
    assert seen["text"].startswith("⚠️")
    assert ("Так событие" if step == "preview" else step) in seen["text"]
    await only_one_wizard(olga)


@pytest.mark.parametrize(
    "step", ["Как оно", "О чём", "В какой день?", "Сколько", "Где?", "Кого зовём?"]
)
async def test_a_photo_a_sticker_or_a_contact_is_no_answer(
    alliance: Alliance, olga: Person, step: str
) -> None:
    await comes_to(olga, alliance, step)
    for send in (olga.sends_photo, olga.sends_sticker, olga.sends_contact):
        said = await send()
        seen = await olga.sees(partial(follows, said))
        assert seen["text"].startswith("⚠️")
        assert step in seen["text"]
        await only_one_wizard(olga)


async def test_each_field_is_changed_from_the_preview(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    changes = [
        ("Название", "Как оно называется?", "Съезд", "Съезд"),
        ("Описание", "О чём событие?", "Обсудим устав", "Обсудим устав"),
        ("День и время", "В какой день?", f"{in_three_days(alliance, 'dd.MM.y')} 9:15", "09:15"),
        ("Длительность", "Сколько продлится?", "45 минут", "10:00"),
        ("Место", "Где?", "Зал Б", "Зал Б"),
    ]
    for button, question, typed, shown in changes:
        await olga.taps(button)
        assert "Сейчас:" in (await olga.sees(question))["text"]
        await olga.says(typed)
        assert shown in (await olga.sees("Так событие увидят"))["text"]
    await olga.taps("Кого зовём")
    await olga.taps("Оставить как есть")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    assert [event.title for event in await published(alliance)] == ["Съезд"]


async def test_a_new_day_asks_for_the_time_again(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await olga.taps("День и время")
    await olga.says("завтра")
    await olga.sees("Во сколько?")
    await olga.says("10.30")
    assert "10:30" in (await olga.sees("Так событие увидят"))["text"]


async def test_back_leads_to_the_step_before_which_can_be_left_as_it_is(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "В какой день?")
    await olga.taps("Назад")
    assert "Поговорим о <b>планах</b>" in (await olga.sees("О чём событие?"))["text"]
    await olga.taps("Оставить как есть")
    await olga.sees("В какой день?")


async def test_two_taps_at_once_publish_one_event(alliance: Alliance, olga: Person) -> None:
    preview = await comes_to(olga, alliance, "preview")
    data = next(data for data in callbacks(preview) if ":submit:" in data)
    forged = [olga.forges(data, preview["message_id"]) for _ in range(5)]
    answers = await asyncio.gather(*forged)
    assert sum("старого сообщения" in (answer.text or "") for answer in answers) == 4
    assert len(await published(alliance)) == 1


async def test_a_button_of_a_finished_wizard_gets_a_kind_word(
    alliance: Alliance, olga: Person
) -> None:
    preview = await comes_to(olga, alliance, "preview")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    answer = await olga.forges(callbacks(preview)[0], preview["message_id"])
    assert "старого сообщения" in (answer.text or "")


async def test_an_event_for_nobody_is_refused_and_the_draft_stays(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "Кого зовём?")
    await olga.taps("Члены совета · 0")
    await olga.sees("Так событие увидят")
    answer = await olga.taps("Опубликовать")
    assert answer.show_alert
    await olga.taps("Кого зовём")
    await olga.taps("Все ·")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")


async def test_leaving_asks_before_anything_is_lost(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Где?")
    await olga.taps("✕ Не создавать")
    await olga.sees("Удалить черновик Встреча <НКО> & друзья?")
    await olga.taps("Продолжить")
    await olga.sees("Где?")
    await olga.taps("✕ Не создавать")
    await olga.taps("Да, удалить")
    await olga.sees("Черновик удалён")
    assert wizards(olga.chat()) == []
    await alliance.restarts()
    assert await query(alliance.database, "SELECT * FROM drafts") == []


async def test_leaving_an_empty_wizard_asks_nothing(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Как оно")
    await olga.taps("✕ Не создавать")
    await olga.sees("Черновик удалён")


@pytest.mark.parametrize("command", ["/start", "/events", "/help", "/manage", "/me"])
async def test_a_command_is_no_input_and_the_draft_goes_on(
    alliance: Alliance, olga: Person, command: str
) -> None:
    await comes_to(olga, alliance, "Где?")
    said = await olga.says(command)
    answer = await olga.sees(partial(follows, said))
    assert "⚠️" not in answer["text"]
    await olga.says("Дом НКО")
    await olga.sees("Кого зовём?")
    await only_one_wizard(olga)


async def test_a_draft_is_offered_again(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "Где?")
    await olga.says("/manage")
    await olga.sees("Впереди")
    await olga.taps("Создать событие")
    await olga.sees("У вас остался черновик: Встреча <НКО> & друзья")
    await only_one_wizard(olga)
    await olga.taps("Продолжить")
    await olga.sees("Где?")
    await olga.taps("Создать событие")
    await olga.sees("У вас остался черновик")
    await olga.taps("Начать заново")
    assert "Сейчас" not in (await olga.sees("Как оно называется?"))["text"]


async def test_a_draft_survives_a_restart(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await alliance.restarts()
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")


async def test_a_draft_that_the_code_no_longer_knows_is_said_to_be_lost(
    alliance: Alliance, olga: Person
) -> None:
    seen = await comes_to(olga, alliance, "Где?")
    await renames_the_states(alliance)
    answer = await olga.forges(callbacks(seen)[-1], seen["message_id"])
    assert "черновик не сохранился" in (answer.text or "")
    await olga.taps("Создать событие")
    await olga.sees("Как оно называется?")
    assert not any("не сохранился" in one.get("text", "") for one in olga.chat()), "it is said once"


async def test_what_is_typed_into_a_lost_draft_reaches_the_rest_of_the_bot(
    alliance: Alliance, olga: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    await comes_to(olga, alliance, "Где?")
    await renames_the_states(alliance)
    await olga.says("Дом НКО")
    await olga.sees("Ваш черновик не сохранился")
    await olga.sees("Разослать это?")
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "not understood" in line]
    assert "member_id" in said
    assert "Дом НКО" not in said
    assert "Встреча" not in said


async def test_a_crash_while_a_draft_is_forgotten_leaves_nothing_in_the_way(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "Где?")
    await renames_the_states(alliance)
    dies_after(alliance.services.drafts, "save_data")
    await olga.says("Дом НКО")
    await olga.sees(BROKEN)
    await olga.taps("Создать событие")
    await olga.sees("Как оно называется?")


async def test_only_organisers_open_a_wizard(alliance: Alliance) -> None:
    ivan = await alliance.has(2, "Иван")
    await ivan.says("/help")
    help_ = await ivan.sees("Вот что умеет бот")
    answer = await ivan.forges("create", help_["message_id"])
    assert "организаторы" in (answer.text or "")
    assert wizards(ivan.chat()) == []


async def test_what_a_member_types_never_touches_the_drafts(alliance: Alliance) -> None:
    ivan = await alliance.has(2, "Иван")
    await ivan.says("Привет")
    await ivan.sees("Этого бот не понимает")


async def test_an_unseen_letter_at_the_end_of_a_title_is_no_tap(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "Как оно")
    await olga.says("Встреча\u200c\u2060\u2064\u200d")
    await olga.sees("О чём событие?")


async def test_event_ids_of_the_board_button_are_those_of_the_event(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    await olga.taps("К событию")
    await olga.sees("Идут:")
    (event,) = await published(alliance)
    assert event.id == EventId(1)
