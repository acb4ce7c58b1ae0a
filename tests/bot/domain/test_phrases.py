"""Days, times and durations as people write them: each is read right, or asked back kindly."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import read_duration, read_past, read_start, read_time
from bot.domain.people.members import folded
from bot.domain.phrases.words import VOCABULARY
from bot.domain.refusals import (
    ClockTime,
    DayVague,
    DurationUnreadable,
    HourUnclear,
    MidnightUnclear,
    MomentUnreadable,
    NoSuchDay,
    NoSuchTime,
    OneMomentAsked,
    Refusal,
    TimeVague,
    WeekdayIsToday,
    WeekdayWrong,
)

TODAY = date(2026, 12, 15)  # a Tuesday
SATURDAY = date(2026, 12, 19)
TOMORROW, AFTER_TOMORROW = date(2026, 12, 16), date(2026, 12, 17)

RUSSIAN_STARTS: list[tuple[str, date, time | None]] = [
    ("в субботу в 10", SATURDAY, time(10)),
    ("суббота 10:00", SATURDAY, time(10)),
    ("СУББОТА, 10:00.", SATURDAY, time(10)),
    ("суббота — 10:00", SATURDAY, time(10)),
    ("в 10 в субботу", SATURDAY, time(10)),
    ("10:00, сб", SATURDAY, time(10)),
    ("суббота, 19 декабря, 18:30", SATURDAY, time(18, 30)),
    ("сб, 19 дек.", SATURDAY, None),
    ("19 декабря, суббота, в 18-30", SATURDAY, time(18, 30)),
    ("к субботе", SATURDAY, None),
    ("в эту субботу в полдень", SATURDAY, time(12)),
    ("в ближайшую субботу, в 12 часов дня", SATURDAY, time(12)),
    ("в следующий вторник", date(2026, 12, 22), None),
    ("в следующую субботу", date(2026, 12, 26), None),
    ("в среду на следующей неделе", date(2026, 12, 23), None),
    ("на следующей неделе, в среду в 9:30", date(2026, 12, 23), time(9, 30)),
    ("завтра в семь вечера", TOMORROW, time(19)),
    ("завтра вечером в семь", TOMORROW, time(19)),
    ("завтра утром в 7", TOMORROW, time(7)),
    ("Завтра\u00a0в\u00a07\u202fутра 🙂", TOMORROW, time(7)),
    ("завтра в час дня", TOMORROW, time(13)),
    ("завтра в 2 часа ночи", TOMORROW, time(2)),
    ("завтра с 10", TOMORROW, time(10)),
    ("послезавтра в полдень", AFTER_TOMORROW, time(12)),
    ("сегодня в 18 часов", TODAY, time(18)),
    ("сегодня, 18 ч 45 мин", TODAY, time(18, 45)),
    ("сегодня в половине восьмого вечера", TODAY, time(19, 30)),
    ("19.12 10", SATURDAY, time(10)),
    ("девятнадцатого декабря в 10", SATURDAY, time(10)),
    ("двадцать пятого декабря в 19", date(2026, 12, 25), time(19)),
    ("тридцать первого декабря", date(2026, 12, 31), None),
    ("19.12. в 10.00", SATURDAY, time(10)),
    ("19.12.26 10–00", SATURDAY, time(10)),
    ("19.12.2026 г., 10:00", SATURDAY, time(10)),
    ("19 декабря", SATURDAY, None),
    ("19-го декабря в 18.30", SATURDAY, time(18, 30)),
    ("19 декабря 2026 года в 9", SATURDAY, time(9)),
    ("19 декабря 18 30", SATURDAY, time(18, 30)),
    ("четвёртого декабря", date(2027, 12, 4), None),
    ("четвертого декабря", date(2027, 12, 4), None),
    ("2026-12-19 10:00", SATURDAY, time(10)),
    ("через день", TOMORROW, None),
    ("через три дня в 9 утра", date(2026, 12, 18), time(9)),
    ("через неделю", date(2026, 12, 22), None),
    ("через 2 недели в среду", date(2026, 12, 30), None),
    ("в среду через две недели, 19:00", date(2026, 12, 30), time(19)),
    ("через месяц", date(2027, 1, 15), None),
    ("через год", date(2027, 12, 15), None),
    ("вчера", date(2026, 12, 14), None),
]
ENGLISH_STARTS: list[tuple[str, date, time | None]] = [
    ("Saturday at 10", SATURDAY, time(10)),
    ("on Saturday, 10:00", SATURDAY, time(10)),
    ("at 10 on Saturday", SATURDAY, time(10)),
    ("SAT 10am", SATURDAY, time(10)),
    ("this Saturday at noon", SATURDAY, time(12)),
    ("next Tuesday", date(2026, 12, 22), None),
    ("Wednesday next week at 9:30", date(2026, 12, 23), time(9, 30)),
    ("tomorrow at seven in the evening", TOMORROW, time(19)),
    ("tomorrow at 7 p.m.", TOMORROW, time(19)),
    ("tomorrow morning at 7", TOMORROW, time(7)),
    ("tomorrow at 12pm", TOMORROW, time(12)),
    ("the day after tomorrow at 3 in the afternoon", AFTER_TOMORROW, time(15)),
    ("today at half past seven pm", TODAY, time(19, 30)),
    ("today, 18:00.", TODAY, time(18)),
    ("19 December", SATURDAY, None),
    ("December 19, 2026, 6:30 pm", SATURDAY, time(18, 30)),
    ("Dec 19 at 10", SATURDAY, time(10)),
    ("the 19th of December at 18:30", SATURDAY, time(18, 30)),
    ("Saturday, 19 December, 18:30", SATURDAY, time(18, 30)),
    ("in a week", date(2026, 12, 22), None),
    ("in 2 weeks on Wednesday", date(2026, 12, 30), None),
    ("in three days at 10:00", date(2026, 12, 18), time(10)),
    ("in a month", date(2027, 1, 15), None),
    ("yesterday", date(2026, 12, 14), None),
]

RUSSIAN_TIMES = [
    ("10", time(10)),
    ("в 10", time(10)),
    ("08", time(8)),
    ("18.30", time(18, 30)),
    ("18—30", time(18, 30)),
    ("в 7 утра", time(7)),
    ("в семь вечера", time(19)),
    ("7 часов вечера", time(19)),
    ("12 часов дня", time(12)),
    ("2 часа ночи", time(2)),
    ("11 ночи", time(23)),
    ("в полдень", time(12)),
    ("половина восьмого вечера", time(19, 30)),
    ("полвосьмого утра", time(7, 30)),
    ("четверть восьмого вечера", time(19, 15)),
    ("без четверти семь вечера", time(18, 45)),
    ("без пяти двенадцать дня", time(11, 55)),
    ("без четверти час дня", time(12, 45)),
    ("в половине десятого", time(9, 30)),
    ("19 часов вечера", time(19)),
]
ENGLISH_TIMES = [
    ("at 10", time(10)),
    ("6 pm", time(18)),
    ("6:30 p.m.", time(18, 30)),
    ("7 in the morning", time(7)),
    ("10 o’clock", time(10)),
    ("noon", time(12)),
    ("half past seven in the evening", time(19, 30)),
    ("quarter to seven pm", time(18, 45)),
    ("a quarter past nine", time(9, 15)),
    ("11 at night", time(23)),
]

RUSSIAN_DURATIONS = [
    ("полтора часа", timedelta(minutes=90)),
    ("Полтора часа.", timedelta(minutes=90)),
    ("полчаса", timedelta(minutes=30)),
    ("пол часа", timedelta(minutes=30)),
    ("час", timedelta(hours=1)),
    ("на час", timedelta(hours=1)),
    ("на два часа", timedelta(hours=2)),
    ("два с половиной часа", timedelta(minutes=150)),
    ("1 ч 30", timedelta(minutes=90)),
    ("1\u00a0час и 20\u00a0минут", timedelta(minutes=80)),
    ("три дня", timedelta(days=3)),
    ("сутки", timedelta(days=1)),
    ("полторы недели", timedelta(days=10, hours=12)),
    ("неделя", timedelta(days=7)),
]
ENGLISH_DURATIONS = [
    ("an hour", timedelta(hours=1)),
    ("half an hour", timedelta(minutes=30)),
    ("an hour and a half", timedelta(minutes=90)),
    ("two and a half hours", timedelta(minutes=150)),
    ("for 2 hours", timedelta(hours=2)),
    ("1 hour and 20 minutes", timedelta(minutes=80)),
    ("2h30m", timedelta(minutes=150)),
    ("a week", timedelta(days=7)),
]


def unclear(early: str, late: str) -> HourUnclear:
    return HourUnclear(ClockTime(early), ClockTime(late))


REFUSED_STARTS = [
    ("завтра до обеда", TimeVague()),
    ("после обеда", TimeVague()),
    ("завтра утром", TimeVague()),
    ("19 декабря вечером", TimeVague()),
    ("на выходных", DayVague()),
    ("на следующей неделе", DayVague()),
    ("в декабре", DayVague()),
    ("скоро", DayVague()),
    ("30 февраля", NoSuchDay()),
    ("31.02 в 10", NoSuchDay()),
    ("завтра в 25:00", NoSuchTime()),
    ("завтра в 15 утра", NoSuchTime()),
    ("завтра в 7", unclear("7:00", "19:00")),
    ("завтра в половине восьмого", unclear("7:30", "19:30")),
    ("завтра в полночь", MidnightUnclear()),
    ("завтра в 12 ночи", MidnightUnclear()),
    ("завтра с 10 до 12", OneMomentAsked()),
    ("завтра 10:00–12:00", OneMomentAsked()),
    ("во вторник в 10", WeekdayIsToday("tue")),
    ("воскресенье, 19 декабря", WeekdayWrong("sat")),
    ("когда-нибудь", MomentUnreadable()),
    ("05/12", MomentUnreadable()),
    ("tomorrow before lunch", TimeVague()),
    ("tomorrow morning", TimeVague()),
    ("tonight", TimeVague()),
    ("at the weekend", DayVague()),
    ("next week", DayVague()),
    ("30 February", NoSuchDay()),
    ("tomorrow at 7", unclear("7:00", "19:00")),
    ("tomorrow at midnight", MidnightUnclear()),
    ("tomorrow from 10 to 12", OneMomentAsked()),
    ("on Tuesday", WeekdayIsToday("tue")),
    ("Sunday, 19 December", WeekdayWrong("sat")),
]
REFUSED_TIMES = [
    ("до обеда", TimeVague()),
    ("вечером", TimeVague()),
    ("в полночь", MidnightUnclear()),
    ("половина восьмого", unclear("7:30", "19:30")),
    ("без четверти семь", unclear("6:45", "18:45")),
    ("в семь", unclear("7:00", "19:00")),
    ("в 25:00", NoSuchTime()),
    ("с 10 до 12", OneMomentAsked()),
    ("10–12", OneMomentAsked()),
    ("quarter to seven", unclear("6:45", "18:45")),
    ("12 am", MidnightUnclear()),
    ("in the morning", TimeVague()),
]
REFUSED_DURATIONS = [
    "час-полтора",
    "часа два",
    "недолго",
    "весь день",
    "до обеда",
    "с 10 до 12",
    "90",
    "all day",
    "a couple of hours",
]


@pytest.mark.parametrize(("text", "day", "at"), [*RUSSIAN_STARTS, *ENGLISH_STARTS])
def test_a_day_and_a_time_are_read_as_people_write_them(
    text: str, day: date, at: time | None
) -> None:
    assert read_start(text, TODAY) == (day, at)


@pytest.mark.parametrize(("text", "at"), [*RUSSIAN_TIMES, *ENGLISH_TIMES])
def test_a_time_is_read_as_people_write_it(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize(("text", "duration"), [*RUSSIAN_DURATIONS, *ENGLISH_DURATIONS])
def test_a_duration_is_read_as_people_write_it(text: str, duration: timedelta) -> None:
    assert read_duration(text) == duration


@pytest.mark.parametrize(("text", "refusal"), REFUSED_STARTS)
def test_a_day_or_a_time_that_is_not_clear_is_asked_back(text: str, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        read_start(text, TODAY)
    assert vars(refused.value) == vars(refusal)


@pytest.mark.parametrize(("text", "refusal"), REFUSED_TIMES)
def test_a_time_that_is_not_clear_is_asked_back(text: str, refusal: Refusal) -> None:
    with pytest.raises(type(refusal)) as refused:
        read_time(text)
    assert vars(refused.value) == vars(refusal)


@pytest.mark.parametrize("text", REFUSED_DURATIONS)
def test_a_duration_that_is_not_clear_is_asked_back(text: str) -> None:
    with pytest.raises(DurationUnreadable):
        read_duration(text)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("вчера в 18:30", date(2026, 12, 14), time(18, 30)),
        ("вчера в семь вечера", date(2026, 12, 14), time(19)),
        ("позавчера", date(2026, 12, 13), None),
        ("в субботу", date(2026, 12, 12), None),
        ("в прошлую субботу в 10", date(2026, 12, 12), time(10)),
        ("неделю назад", date(2026, 12, 8), None),
        ("2 days ago", date(2026, 12, 13), None),
        ("last Saturday", date(2026, 12, 12), None),
        ("the day before yesterday", date(2026, 12, 13), None),
    ],
)
def test_a_day_that_has_been_is_read_as_people_write_it(
    text: str, day: date, at: time | None
) -> None:
    assert read_past(text, TODAY) == (day, at)


@given(st.integers(0, 6), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_a_day_of_the_week_is_within_six_days_and_never_todays(weekday: int, today: date) -> None:
    name = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")[weekday]
    if weekday == today.weekday():
        with pytest.raises(WeekdayIsToday):
            read_start(name, today)
        return
    for read, sign in ((read_start, 1), (read_past, -1)):
        day, _ = read(name, today)
        assert day.weekday() == weekday
        assert 0 < sign * (day - today).days < 7


def test_the_tables_have_what_was_promised() -> None:
    russian = len(RUSSIAN_STARTS) + len(RUSSIAN_TIMES) + len(RUSSIAN_DURATIONS)
    english = len(ENGLISH_STARTS) + len(ENGLISH_TIMES) + len(ENGLISH_DURATIONS)
    assert (russian >= 60, english >= 40) == (True, True)
    assert TODAY.strftime("%A") == "Tuesday"


def test_no_word_of_the_vocabulary_means_two_things() -> None:
    words = [word for several in VOCABULARY.values() for word in several.split()]
    assert [word for word in words if words.count(word) > 1] == []
    assert all(folded(word) == word for word in words)
