"""An organiser calls off a series, or removes what nobody has heard of."""

from datetime import timedelta

import pytest

from bot.domain.events.events import Event
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.services.events.events import Publication
from sandbox.people import Person
from tests.alliance import Alliance, a_plan
from tests.handlers.events.forms.steps import forges, member_of, published
from tests.keyboards import labels

WEEKLY = Recurrence(Rhythm.WEEKLY, None, 5)


async def drafted(alliance: Alliance, olga: Person, *, later: bool) -> list[Event]:
    """Publish a series of five dates, at once or later."""
    at = alliance.clock.now() + timedelta(days=1) if later else None
    member = await member_of(alliance, olga)
    plan = a_plan(alliance.clock, "Кружок")
    await alliance.services.events.publish(member, plan, None, Publication(at, WEEKLY))
    return await published(alliance)


async def test_the_later_dates_of_a_series_are_called_off_with_it(
    alliance: Alliance, olga: Person
) -> None:
    events = await drafted(alliance, olga, later=False)
    await forges(olga, f"ends:{events[2].id}", "Отменятся 3 даты")
    await olga.says("Зал <закрыт>")
    question = await olga.sees("Отменить все даты события Кружок, начиная с этой?")
    assert "Отменятся 3 даты" in question["text"]
    assert "Причина: Зал <закрыт>" in question["text"]
    await alliance.restarts()
    await olga.taps("Да, отменить все даты")
    await olga.sees("Все даты отменены: Кружок")
    after = await published(alliance)
    assert [event.is_cancelled for event in after] == [False, False, True, True, True]
    assert after[2].reason == "Зал <закрыт>"


async def test_one_date_of_a_series_is_called_off_alone(alliance: Alliance, olga: Person) -> None:
    events = await drafted(alliance, olga, later=False)
    await forges(olga, f"cancel:{events[1].id}", "Отменяем: Кружок")
    await olga.taps("Без причины")
    await olga.taps("Да, отменить событие")
    await olga.sees("Событие отменено: Кружок")
    after = await published(alliance)
    assert [event.is_cancelled for event in after] == [False, True, False, False, False]


@pytest.mark.parametrize(("button", "removed"), [("cancel", 1), ("ends", 5)])
async def test_what_nobody_has_heard_of_is_removed_quietly(
    alliance: Alliance, olga: Person, button: str, removed: int
) -> None:
    events = await drafted(alliance, olga, later=True)
    question = await forges(olga, f"{button}:{events[0].id}", "Убрать событие Кружок?")
    assert "участники его не видели" in question["text"]
    assert ("Уберём 5 дат" in question["text"]) == (removed == 5)
    assert "‹ Назад" not in labels(question)
    await olga.taps("Да, убрать")
    await olga.sees("Убрали: Кружок")
    after = await published(alliance)
    assert sum(event.is_cancelled for event in after) == removed
    await alliance.goes_on(timedelta(seconds=5))
    assert not any("Кружок" in str(message) for message in alliance.sandbox.person(2).chat())
