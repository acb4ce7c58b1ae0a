"""One line makes an event: what it says stands in the preview, what it lacks is asked."""

from datetime import timedelta
from functools import partial

import pytest

from bot.domain.people.members import Role, TelegramId
from bot.services.prompts import Prompt
from sandbox.chats import Message
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import published, wizards
from tests.keyboards import labels

PREVIEW = "Так событие увидят участники"


async def test_a_line_opens_the_preview_and_one_tap_publishes(
    alliance: Alliance, olga: Person
) -> None:
    await olga.says("/event Субботник завтра 10:00, сквер <Тенистый>, 20 мест")
    preview = await olga.sees(PREVIEW)
    assert "Субботник" in preview["text"]
    assert "сквер <Тенистый>" in preview["text"]
    assert "Длительность: 2 часа, зовём всех" in preview["text"]
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    starts = event.starts_at.astimezone(alliance.config.alliance.time_zone)
    today = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    assert (starts.date(), f"{starts:%H:%M}") == (today + timedelta(days=1), "10:00")
    assert (event.place, event.capacity) == ("сквер <Тенистый>", 20)
    assert event.duration == timedelta(hours=2)


async def test_every_field_is_changed_from_the_preview_of_a_line(
    alliance: Alliance, olga: Person
) -> None:
    await olga.says("/event Clean-up tomorrow at 10am for 3 hours, Shady Square")
    preview = await olga.sees(PREVIEW)
    for field in ("Название", "Описание", "День и время", "Длительность", "Место", "Кого зовём"):
        assert any(field in label for label in labels(preview)), field
    await olga.taps("Название")
    await olga.says("Субботник")
    await olga.sees(
        lambda message: PREVIEW in message.get("text", "") and "Субботник" in message["text"]
    )
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    (event,) = await published(alliance)
    assert (event.title, event.duration) == ("Субботник", timedelta(hours=3))


async def test_a_place_that_the_line_lacks_is_asked(olga: Person) -> None:
    await olga.says("/event Субботник завтра 10:00")
    await olga.sees("Где?")
    await olga.says("сквер Тенистый")
    assert "Субботник" in (await olga.sees(PREVIEW))["text"]


async def test_a_time_that_is_unclear_is_asked_and_the_day_is_kept(olga: Person) -> None:
    await olga.says("/event Субботник завтра в 7, сквер Тенистый")
    asked = await olga.sees("Во сколько?")
    assert "7:00 или 19:00?" in asked["text"]
    await olga.says("в 7 вечера")
    preview = await olga.sees(PREVIEW)
    assert "19:00" in preview["text"]


async def test_a_day_that_has_passed_is_asked_again(olga: Person) -> None:
    await olga.says("/event Субботник вчера 10:00, сквер Тенистый")
    asked = await olga.sees("В какой день?")
    assert "уже прошло" in asked["text"]


async def test_without_a_line_the_command_begins_at_the_first_step(olga: Person) -> None:
    await olga.says("/event")
    await olga.sees("Как оно называется?")


async def test_the_line_takes_the_place_of_an_open_question(
    alliance: Alliance, olga: Person
) -> None:
    await alliance.services.prompts.ask(TelegramId(olga.id), Prompt("write", 1))
    await olga.says("/event Субботник завтра 10:00")
    await olga.sees("Где?")
    await olga.says("сквер Тенистый")
    await olga.sees(PREVIEW)


@pytest.mark.parametrize("roles", [(), (Role.CHAIR,)], ids=["a member", "the chair"])
async def test_who_is_no_organiser_is_refused(alliance: Alliance, roles: tuple[Role, ...]) -> None:
    ivan = await alliance.has(2, "Иван", *roles, delegate=True)
    for line in ("/event Субботник завтра 10:00, сквер Тенистый", "/event"):
        said = await ivan.says(line)
        await ivan.sees(partial(_refuses, said["message_id"]))
    assert wizards(ivan.chat()) == []
    assert await published(alliance) == []


def _refuses(said: int, message: Message) -> bool:
    return message["message_id"] > said and "организаторы" in message.get("text", "")


async def test_what_breaks_a_rule_is_refused_and_nothing_is_opened(olga: Person) -> None:
    await olga.says(f"/event {'С' * 121} завтра 10:00")
    await olga.sees("Сократите")
    assert wizards(olga.chat()) == []


async def test_the_help_and_the_menu_name_the_command(olga: Person) -> None:
    await olga.says("/help")
    assert "/event Субботник завтра 10:00" in (await olga.sees("одной строкой"))["text"]
