"""The forms engine, by a form of eight fields that nothing else uses."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.events.plans import Kind, Point
from bot.domain.people.members import Role
from handlers.features import FORMS, ROUTES
from handlers.forms.fields import Text
from handlers.forms.form import Form
from handlers.pipeline import dispatching
from handlers.pipeline.routing import RouteTable
from handlers.pipeline.steps import Pipeline
from sandbox.chats import Message
from sandbox.people import Person
from sandbox.pictures import PIXEL
from tests.alliance import Alliance
from tests.crashes import BROKEN, dies_after
from tests.databases import execute, query
from tests.handlers.events.forms.steps import follows, wizards
from tests.handlers.forms import bookings
from tests.handlers.forms.bookings import BOOKING, Booking, Bookings
from tests.keyboards import callback, callbacks, labels

STALE = "Эта кнопка из старого сообщения"
FOR_ORGANISERS = "Это могут делать организаторы"
STEPS = 8


@pytest.fixture
def forms() -> dict[str, Form[Any]]:
    """The forms that the bot knows."""
    return {**FORMS, "booking": BOOKING}


@pytest.fixture(autouse=True)
def service(monkeypatch: pytest.MonkeyPatch, forms: dict[str, Form[Any]]) -> Bookings:
    """Let the bot have the form, and the service that it calls."""
    made, table = Bookings(), RouteTable([*ROUTES, bookings.ROUTES])
    monkeypatch.setattr(dispatching, "table", lambda: table)
    monkeypatch.setattr(dispatching, "FORMS", forms)
    monkeypatch.setattr(
        dispatching,
        "Pipeline",
        lambda steps, last, given: Pipeline(steps, last, given | {"bookings": made}),
    )
    return made


@pytest.fixture
async def anna(service: Bookings, alliance: Alliance) -> Person:  # noqa: ARG001  it comes first
    """Let somebody who may draft open the form."""
    anna = await alliance.has(1, "Анна", Role.ORGANISER)
    await anna.says("/help")
    await anna.sees("Вот что умеет бот")
    await opens(anna)
    return anna


async def opens(anna: Person) -> None:
    """Tap the button that opens the form."""
    newest = anna.chat()[-1]["message_id"]
    await anna.forges("zbook", anna.chat()[1]["message_id"])
    await anna.sees(lambda m: m["message_id"] > newest)


async def comes_to(anna: Person, step: int) -> Message:
    """Fill the form in up to a step, by its number from 1."""
    acts: list[Callable[[], Awaitable[object]]] = [
        lambda: anna.says("Зал"),
        lambda: anna.taps("Без описания"),
        lambda: anna.says("послезавтра 18:30"),
        lambda: anna.taps("2\u00a0ч"),
        lambda: anna.sends_location(56.5, 60.5),
        lambda: anna.taps("форум"),
        lambda: anna.taps("20"),
        anna.sends_photo,
    ]
    for number, act in enumerate(acts[: step - 1], start=1):
        await anna.sees(f"Шаг {number} из {STEPS}")
        await act()
        if number == 5:
            await anna.sees("Точку на карте запомнили")
            await anna.says("Дом НКО")
    return await anna.sees("Booking: Зал" if step > STEPS else f"Шаг {step} из {STEPS}")


def test_a_form_of_eight_fields_takes_at_most_120_lines() -> None:
    lines = Path(bookings.__file__).read_text("utf-8").splitlines()

    assert len(BOOKING.fields) == STEPS
    assert len(lines) <= 120


async def test_eight_fields_are_typed_tapped_and_sent(anna: Person, service: Bookings) -> None:
    await comes_to(anna, STEPS + 1)
    await anna.taps("Опубликовать")
    await anna.sees("Booked.")
    (booking,) = service.kept.values()
    assert (booking.title, booking.description, booking.place) == ("Зал", "", "Дом НКО")
    assert (booking.duration, booking.kind) == (timedelta(hours=2), Kind.FORUM)
    assert (booking.capacity, booking.point) == (20, Point(56.5, 60.5))
    assert booking.starts_at is not None
    assert booking.cover


@pytest.fixture
async def boris(service: Bookings, alliance: Alliance) -> Person:  # noqa: ARG001  it comes first
    """A member without a desk."""
    boris = await alliance.has(2, "Борис")
    await boris.says("/help")
    await boris.sees("Вот что умеет бот")
    return boris


async def test_a_form_for_those_with_a_desk_is_refused_to_others(boris: Person) -> None:
    await opens(boris)
    await boris.sees(FOR_ORGANISERS)
    assert not wizards(boris.chat())


async def test_who_has_no_desk_any_more_fills_in_no_form_for_those_who_have(
    forms: dict[str, Form[Any]], alliance: Alliance, anna: Person
) -> None:
    forms["other"] = replace(BOOKING, name="other", desk=False)
    await comes_to(anna, 2)
    await execute(alliance.database, "DELETE FROM roles")
    (skip, *_) = callbacks(wizards(anna.chat())[-1])
    assert FOR_ORGANISERS in ((await anna.forges(skip, anna.chat()[-1]["message_id"])).text or "")
    said = (await anna.says("Под крышей"))["message_id"]
    answer = await anna.sees(lambda m: m["message_id"] > said)
    assert FOR_ORGANISERS not in answer["text"]
    assert "Под крышей" not in str(await query(alliance.database, "SELECT data FROM drafts"))


async def test_a_form_that_is_declared_for_all_members_takes_no_desk(
    forms: dict[str, Form[Any]], boris: Person, service: Bookings
) -> None:
    forms["booking"] = replace(BOOKING, desk=False)
    await opens(boris)
    await comes_to(boris, STEPS + 1)
    await boris.taps("Опубликовать")
    await boris.sees("Booked.")
    assert len(service.kept) == 1


async def test_a_button_of_a_form_that_is_no_more_is_refused(anna: Person) -> None:
    await comes_to(anna, 1)
    (leave,) = callbacks(wizards(anna.chat())[-1])
    await anna.taps("✕ Не создавать")
    await anna.sees("Черновик удалён")
    assert STALE in ((await anna.forges(leave, anna.chat()[-1]["message_id"])).text or "")
    await opens(anna)
    assert STALE in ((await anna.forges(leave, anna.chat()[-1]["message_id"])).text or "")


async def test_the_other_pictures_of_an_album_are_no_answer_to_the_next_step(anna: Person) -> None:
    await comes_to(anna, STEPS)
    await anna.sends_album([("photo", PIXEL)] * 3)
    await anna.sees("Booking: Зал")
    said = (await anna.says("/help"))["message_id"]
    await anna.sees(lambda m: m["message_id"] > said and "Вот что умеет бот" in m.get("text", ""))

    assert not [one for one in wizards(anna.chat()) if "⚠️" in one["text"]]


async def test_a_button_of_an_older_step_takes_nothing(anna: Person, service: Bookings) -> None:
    seen = await comes_to(anna, 4)
    two_hours = callback(seen, "2\u00a0ч")
    await anna.taps("2\u00a0ч")
    place = await anna.sees("Где?")
    await anna.forges(two_hours, place["message_id"])
    assert "Где?" in wizards(anna.chat())[-1]["text"]
    assert service.kept == {}


async def test_who_still_sees_an_older_step_can_leave(anna: Person) -> None:
    leave = callback(await comes_to(anna, 2), "✕ Не создавать")
    await anna.taps("Без описания")
    seen = await anna.sees(f"Шаг 3 из {STEPS}")
    await anna.forges(leave, seen["message_id"])
    await anna.sees("Удалить черновик Зал?")


@pytest.mark.parametrize(
    ("step", "forged"),
    [
        (
            2,
            (
                "submit:",
                "act:look",
                "discard:",
                "go:preview",
                "go:kind",
                "go:leaving",
                "over:",
                "resume:",
                "switch:kind",
            ),
        ),
        (3, ("day:2026-99-99", "day:9999-01-01", "month:x", "time:18.30", "hour:99", "another:")),
        (6, ("page:999", "page:-1", "none:", "x:y", "-:")),
    ],
)
async def test_what_no_button_says_changes_nothing(
    anna: Person, service: Bookings, alliance: Alliance, step: int, forged: tuple[str, ...]
) -> None:
    seen = await comes_to(anna, step)
    own = callback(seen, "✕ Не создавать").removesuffix("leave:")
    await settles(anna)
    before = await drafts(alliance)
    for data in forged:
        await anna.forges(own + data, seen["message_id"])
        assert f"Шаг {step} из {STEPS}" in wizards(anna.chat())[-1]["text"], data
    assert [one.split('"shown"')[0] for one in await drafts(alliance)] == [
        one.split('"shown"')[0] for one in before
    ]
    assert service.kept == {}


@pytest.mark.parametrize("value", ["secret", "", "10", "⅓"])
async def test_a_value_that_is_not_on_offer_is_refused(
    anna: Person, alliance: Alliance, value: str
) -> None:
    seen = await comes_to(anna, 6)
    await settles(anna)
    before = await drafts(alliance)
    own = callback(seen, "форум").removesuffix("forum")
    answer = await anna.forges(own + value, seen["message_id"])
    assert "Этого в списке уже нет" in (answer.text or "")
    assert await drafts(alliance) == before


async def settles(anna: Person) -> None:
    """Tap on nothing, which waits until the step before is kept."""
    shown = wizards(anna.chat())[-1]
    data = callback(shown, "✕ Не создавать").replace(":leave:", ":-:")
    await anna.forges(data, shown["message_id"])


async def drafts(alliance: Alliance) -> list[str]:
    """Return what is kept of the forms."""
    return [row[0] for row in await query(alliance.database, "SELECT data FROM drafts")]


async def test_taps_at_once_submit_once(anna: Person, service: Bookings) -> None:
    preview = await comes_to(anna, STEPS + 1)
    submit = callback(preview, "Опубликовать")
    taps = [anna.forges(submit, preview["message_id"]) for _ in range(4)]
    answers = await asyncio.gather(*taps)
    assert sum(STALE in (answer.text or "") for answer in answers) == 3
    assert len(service.kept) == 1


async def test_a_restart_in_the_middle_loses_nothing(anna: Person, alliance: Alliance) -> None:
    await comes_to(anna, 5)
    await alliance.restarts()
    await anna.says("Дом НКО")
    await anna.sees(f"Шаг 6 из {STEPS}")


async def test_after_a_crash_before_the_screen_the_old_one_leads_to_it(
    anna: Person, alliance: Alliance
) -> None:
    seen = await comes_to(anna, 4)
    await settles(anna)
    dies_after(alliance.services.drafts, "save_data")
    assert BROKEN in ((await anna.taps("2\u00a0ч")).text or "")
    assert "Сколько продлится?" in wizards(anna.chat())[-1]["text"]
    await anna.forges(callback(seen, "1\u00a0ч"), seen["message_id"])
    await anna.sees(f"Шаг 5 из {STEPS}")
    (kept,) = await drafts(alliance)
    assert '"duration": "PT2H"' in kept, "what was taken is not taken again"


async def test_back_keep_and_a_change_from_the_preview(anna: Person) -> None:
    await comes_to(anna, 4)
    await anna.taps("‹ Назад")
    assert "Сейчас:" in (await anna.sees(f"Шаг 3 из {STEPS}"))["text"]
    await anna.taps("Оставить как есть")
    await anna.taps("2\u00a0ч")
    await anna.says("Сад")
    await anna.sees("В каком формате пройдёт событие?")
    await anna.taps("встреча")
    await anna.taps("10")
    await anna.sends_photo()
    await anna.sees("Booking: Зал")
    await anna.taps("✏️ Название")
    seen = await anna.sees("Как оно называется?")
    assert "Шаг" not in seen["text"], "one field alone is changed"
    assert "‹ Назад" not in labels(seen)
    await anna.says("Сцена")
    await anna.sees("Booking: Сцена")


async def test_leaving_asks_first_and_a_draft_is_offered_again(
    anna: Person, alliance: Alliance
) -> None:
    await comes_to(anna, 3)
    await anna.taps("✕ Не создавать")
    await anna.sees("Удалить черновик Зал?")
    await opens(anna)
    await anna.sees("У вас остался черновик: Зал")
    await anna.taps("Продолжить")
    await anna.sees(f"Шаг 3 из {STEPS}")
    await opens(anna)
    await anna.taps("Начать заново")
    assert "Сейчас" not in (await anna.sees(f"Шаг 1 из {STEPS}"))["text"]
    await anna.taps("✕ Не создавать")
    await anna.sees("Черновик удалён")
    assert await drafts(alliance) == []


@pytest.mark.parametrize(
    ("kept", "other"),
    [
        ('"form": "booking"', '"form": "hall"'),
        ('"step": "starts_at"', '"step": "gone"'),
        ('"title": "', '"title": 7, "x": "'),
        ('{"forms"', '{"forms": 7, "x"'),
    ],
)
async def test_a_draft_of_another_release_is_said_to_be_lost(
    anna: Person, alliance: Alliance, kept: str, other: str
) -> None:
    seen = await comes_to(anna, 3)
    await settles(anna)
    sql = "UPDATE drafts SET data = replace(data, ?, ?)"
    await execute(alliance.database, sql, kept, other)
    answer = await anna.forges(callbacks(seen)[-1], seen["message_id"])
    assert "черновик не сохранился" in (answer.text or "")
    assert await drafts(alliance) == []


@pytest.mark.parametrize("typed", [True, False])
async def test_what_aiogram_dialog_kept_is_forgotten_and_said_so_once(
    anna: Person, alliance: Alliance, typed: bool
) -> None:
    await anna.taps("✕ Не создавать")
    await anna.sees("Черновик удалён")
    sql = "INSERT INTO drafts (key, state, data, saved_at) VALUES (?, NULL, ?, '2026-12-01')"
    await execute(alliance.database, sql, "draft:1:1:aiogd:stack:", '{"intents": ["a"]}')
    await execute(alliance.database, sql, "draft:1:1:aiogd:context:a", '{"state": "Creating:day"}')
    said = await anna.says("Дом") if typed else None
    if said is None:
        await opens(anna)
    await anna.sees("Ваш черновик не сохранился")
    await anna.sees("Разослать это?" if typed else f"Шаг 1 из {STEPS}")
    assert not any("aiogd" in row[0] for row in await query(alliance.database, KEYS))
    if said is not None:
        assert follows(said, await anna.sees("Разослать это?"))


KEYS = "SELECT key FROM drafts"


def test_steps_that_no_button_can_name_are_refused_when_declared() -> None:
    for name in ("preview", "x" * 17):
        with pytest.raises(ValueError, match="steps"):
            Form(
                name="wrong",
                draft=Booking,
                fields=(Text(name),),
                preview=BOOKING.preview,
                submit=BOOKING.submit,
                discard=BOOKING.discard,
            )
