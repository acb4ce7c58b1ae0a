"""Which button opens which wizard, for whom, and what becomes of what was open before."""

from datetime import timedelta

import pytest

from bot.domain.events.events import EventId
from bot.domain.people.members import TelegramId
from bot.services.prompts import Prompt, Prompts
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import changes, comes_to, forges, member_of, stored, wizards
from tests.keyboards import callbacks


async def test_an_event_that_is_over_meanwhile_is_not_changed(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    preview = await changes(olga, event)
    await olga.taps("Название")
    await olga.says("Слёт")
    preview = await olga.sees("Слёт")
    alliance.clock.advance(timedelta(days=9))
    answer = await olga.taps("Сохранить", message=preview)
    assert "уже прошло" in (answer.text or "")
    board = (await olga.sees("Впереди"))["message_id"]
    for button in ("change", "move", "cancel", "ends"):
        answer = await olga.forges(f"{button}:{event}", board)
        assert "уже прошло" in (answer.text or "")
        answer = await olga.forges(f"{button}:404", board)
        assert "Такого события нет" in (answer.text or "")
    answer = await olga.forges("copy:404", board)
    assert "Такого события нет" in (answer.text or "")


@pytest.mark.parametrize("button", ["change", "copy", "ends"])
async def test_a_member_opens_no_wizard(alliance: Alliance, event: EventId, button: str) -> None:
    ivan = alliance.sandbox.person(2)
    card = await ivan.sees("Съезд")
    answer = await ivan.forges(f"{button}:{event}", card["message_id"])
    assert "организаторы" in (answer.text or "")
    assert wizards(ivan.chat()) == []


async def test_a_cancelled_event_is_copied_with_another_day(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await alliance.services.events.cancel(await member_of(alliance, olga), event, "")
    await forges(olga, f"copy:{event}", "В какой день?")
    await olga.says("послезавтра 10:00")
    preview = await olga.sees("Так событие увидят")
    assert "Съезд <НКО>" in preview["text"]
    assert "Приглашение получат: 2 человека" in preview["text"]
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    copy = await stored(alliance, EventId(event + 1))
    original = await stored(alliance, event)
    assert (copy.title, copy.place, copy.duration) == (
        original.title,
        original.place,
        original.duration,
    )
    assert not copy.is_cancelled
    assert original.is_cancelled


async def test_a_copy_does_not_lose_the_draft_of_another_event(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    await comes_to(olga, alliance, "Где?")
    for _ in range(3):
        await forges(olga, f"copy:{event}", "В какой день?")
    await olga.taps("✕ Не создавать")
    await olga.sees("Удалить черновик Съезд <НКО>?")
    await olga.taps("Да, удалить")
    await olga.sees("Черновик удалён")
    await forges(olga, "create", "У вас остался черновик: Встреча <НКО> & друзья")


async def test_a_change_opens_again_where_another_was_open(olga: Person, event: EventId) -> None:
    await changes(olga, event)
    await olga.taps("Название")
    await olga.sees("Как оно называется?")
    await changes(olga, event)
    assert len(wizards(olga.chat())) == 1
    fresh = await forges(olga, "create", "Как оно называется?")
    assert "Сейчас" not in fresh["text"]


async def test_a_change_is_not_started_over_by_a_forged_button(
    alliance: Alliance, olga: Person, event: EventId
) -> None:
    preview = await changes(olga, event)
    own = next(data for data in callbacks(preview) if ":submit:" in data).removesuffix("submit:")
    for forged in ("over:", "resume:", "discard:", "go:rhythm", "go:leaving", "switch:title"):
        await olga.forges(own + forged, preview["message_id"])
        assert "Так событие увидят" in wizards(olga.chat())[-1]["text"], forged
    assert (await stored(alliance, event)).title == "Съезд <НКО>"


async def test_a_wizard_forgets_what_else_was_asked(alliance: Alliance, olga: Person) -> None:
    prompts = Prompts(alliance.database, alliance.clock)
    await prompts.ask(TelegramId(olga.id), Prompt("write", 1, "going"))
    await olga.taps("Создать событие")
    await olga.sees("Как оно называется?")
    assert await prompts.asked(TelegramId(olga.id)) is None
    await olga.says("Слёт")
    await olga.sees("О чём событие?")


async def test_a_button_of_a_wizard_that_is_no_more_is_told_to_be_old(olga: Person) -> None:
    opened = await forges(olga, "create", "Как оно называется?")
    (data,) = callbacks(opened)
    await olga.taps("✕ Не создавать")
    await olga.sees("Черновик удалён")
    answer = await olga.forges(data, olga.chat()[1]["message_id"])

    assert "Эта кнопка из старого сообщения" in (answer.text or "")
