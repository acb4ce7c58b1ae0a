"""An event is repeated: which dates that makes, and what is no end of a series."""

from datetime import date, timedelta
from functools import partial
from itertools import pairwise

import pytest

from bot.domain.events.events import Event
from bot.domain.events.recurrence import Rhythm
from handlers.events.forms.values import rule_words
from sandbox.people import Person
from tests.alliance import Alliance
from tests.handlers.events.forms.steps import (
    comes_to,
    follows,
    only_one_wizard,
    opens,
    published,
    publishes,
)
from tests.wording import texts

TUESDAY, FRIDAY = date(2026, 12, 8), date(2026, 12, 25)


@pytest.mark.parametrize(
    ("rhythm", "first", "words"),
    [
        (Rhythm.WEEKLY, TUESDAY, "каждую неделю по вторникам"),
        (Rhythm.BIWEEKLY, TUESDAY, "раз в две недели по вторникам"),
        (Rhythm.MONTHLY_BY_DATE, TUESDAY, "каждый месяц 8-го числа"),
        (Rhythm.MONTHLY_BY_WEEKDAY, TUESDAY, "каждый второй вторник месяца"),
        (Rhythm.MONTHLY_BY_WEEKDAY, FRIDAY, "каждую последнюю пятницу месяца"),
        (Rhythm.MONTHLY_BY_WEEKDAY, date(2026, 12, 20), "каждое третье воскресенье месяца"),
        (Rhythm.MONTHLY_BY_WEEKDAY, date(2026, 12, 22), "каждый четвёртый вторник месяца"),
    ],
)
def test_the_rule_is_said_as_it_was_understood(rhythm: Rhythm, first: date, words: str) -> None:
    assert rule_words(rhythm, first, texts()) == words


def gaps(events: list[Event]) -> list[timedelta]:
    """Return the time between one date and the next."""
    starts = [event.starts_at for event in events]
    return [later - earlier for earlier, later in pairwise(starts)]


async def test_an_event_repeats_every_week_so_many_times(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Повтор")
    await olga.taps("Каждую неделю")
    await olga.sees("Повторяем каждую неделю")
    await olga.says("6 раз")
    await olga.sees("6 раз")
    await olga.taps("‹ К событию")
    preview = await olga.sees("Всего 6 дат")
    assert preview["text"].split("первые:")[1].count(",") >= 4
    await olga.taps("Опубликовать")
    await olga.sees("Событие опубликовано")
    events = await published(alliance)
    assert len({event.series for event in events}) == 1
    assert gaps(events) == [timedelta(weeks=1)] * 5
    ivan = alliance.sandbox.person(2)
    await ivan.sees("Встреча <НКО> & друзья")


async def test_an_event_repeats_every_two_weeks_until_a_day(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Повтор")
    await olga.taps("Раз в две недели")
    last = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    await olga.says(f"{last + timedelta(days=3 + 30):%d.%m.%Y}")
    await olga.sees("Повтор: раз в две недели")
    await publishes(olga, alliance)
    assert gaps(await published(alliance)) == [timedelta(weeks=2)] * 2


async def test_an_event_repeats_every_month_and_no_more(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Повтор")
    await olga.taps("Каждый месяц")
    await olga.taps("‹ Как повторять")
    await olga.taps("месяца")
    await olga.taps("4 раза")
    await olga.sees("месяца, 4 раза")
    await opens(olga, "Повтор")
    await olga.taps("Не повторять")
    await olga.sees("Повтор: нет")
    event = await publishes(olga, alliance)
    assert event.series is None


async def test_what_is_no_end_gets_one_kind_sentence(alliance: Alliance, olga: Person) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Повтор")
    await olga.taps("Каждую неделю")
    for typed, refusal in (
        ("1", "хотя бы два раза"),
        ("0", "хотя бы два раза"),
        ("-3", "хотя бы два раза"),
        ("завтра", "хотя бы два раза"),
        ("1000", "Дат слишком много"),
        ("1 января 2031", "Дат слишком много"),
        ("31 февраля", "Такого дня"),
        ("сто", "цифрами"),
        ("3 месяца", "цифрами"),
        ("всегда 🎉", "цифрами"),
        ("я" * 4000, "цифрами"),
    ):
        said = await olga.says(typed)
        seen = await olga.sees(partial(follows, said))
        assert refusal in seen["text"].splitlines()[0]
        assert "Повторяем" in seen["text"]
        await only_one_wizard(olga)
    await olga.sends_sticker()
    await olga.sees("Ждём число раз или последний день")
    await olga.taps("‹ Назад")
    assert "Повтор: нет" in (await olga.sees("Ещё настройки"))["text"]


async def test_a_series_that_a_new_day_makes_too_short_says_so(
    alliance: Alliance, olga: Person
) -> None:
    await comes_to(olga, alliance, "preview")
    await opens(olga, "Повтор")
    await olga.taps("Каждую неделю")
    day = alliance.clock.now().astimezone(alliance.config.alliance.time_zone).date()
    await olga.says(f"{day + timedelta(days=12):%d.%m.%Y}")
    await olga.sees("Повтор: каждую неделю")
    await olga.taps("‹ К событию")
    await olga.taps("День и время")
    await olga.says(f"{day + timedelta(days=11):%d.%m.%Y} 10:00")
    assert "хотя бы два раза" in (await olga.sees("Так событие увидят"))["text"]
    answer = await olga.taps("Опубликовать")
    assert "хотя бы два раза" in (answer.text or "")
    assert await published(alliance) == []
