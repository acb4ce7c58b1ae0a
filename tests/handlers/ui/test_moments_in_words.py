"""What the bot says of a moment can be typed back, and what it cannot read it asks for kindly."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import moment_at, read_duration, read_end, read_start
from bot.domain.people.members import LANGUAGES
from bot.domain.refusals import (
    ClockTime,
    DayAhead,
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
from handlers.ui.refusals import ALERT_LIMIT, refusal_words
from tests.wording import NOW, texts

ZONE = ZoneInfo("Asia/Yekaterinburg")
AHEAD = st.integers(1, 3 * 366 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
EXAMPLE = {"ru": "например: ", "en": "for example: "}


def unclear(early: str, late: str) -> HourUnclear:
    return HourUnclear(ClockTime(early), ClockTime(late))


REFUSALS = (
    DayAhead(),
    DayVague(),
    DurationUnreadable(),
    unclear("7:00", "19:00"),
    MidnightUnclear(),
    MomentUnreadable(),
    NoSuchDay(),
    NoSuchTime(),
    OneMomentAsked(),
    TimeVague(),
    *(WeekdayIsToday(day) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
    *(WeekdayWrong(day) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
)


def _today() -> date:
    return NOW.astimezone(ZONE).date()


@given(AHEAD, st.sampled_from(LANGUAGES))
def test_a_moment_that_the_bot_says_is_read_as_the_same_moment(
    ahead: timedelta, language: str
) -> None:
    moment = (NOW + ahead).replace(second=0, microsecond=0)
    day, at = read_start(texts(language).moment(moment), _today())
    assert at is not None
    assert moment_at(day, at, ZONE) == moment


@given(AHEAD, st.sampled_from([("ru", "до"), ("ru", "До"), ("en", "until"), ("en", "by")]))
def test_an_end_that_the_bot_says_is_read_with_the_word_before_it(
    ahead: timedelta, said: tuple[str, str]
) -> None:
    moment = (NOW + ahead).replace(second=0, microsecond=0)
    language, until = said
    day, at = read_end(f"{until} {texts(language).until(moment)}", _today())
    assert at is not None
    assert moment_at(day, at, ZONE) == moment


@given(AHEAD, st.sampled_from(LANGUAGES))
def test_a_day_that_the_bot_says_is_read_as_the_same_day(ahead: timedelta, language: str) -> None:
    moment: datetime = NOW + ahead
    t = texts(language)
    for words in (t.day(moment), t.day_short(moment), t.date(moment)):
        assert read_start(words, _today()) == (moment.astimezone(ZONE).date(), None)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_that_the_bot_shortens_is_read(month: int, language: str) -> None:
    """Chance rarely finds the one whose abbreviation is like no other."""
    moment = NOW.replace(year=NOW.year + 1, month=month, day=15)
    words = texts(language).day_short(moment)
    assert read_start(words, _today()) == (moment.date(), None)


@given(st.integers(1, 14 * 24 * 60), st.sampled_from(LANGUAGES))
def test_a_duration_that_the_bot_says_is_read_as_the_same_one(minutes: int, language: str) -> None:
    duration = timedelta(minutes=minutes)
    assert read_duration(texts(language).duration(duration)) == duration


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
def test_whatever_is_asked_back_comes_with_an_example(refusal: Refusal, language: str) -> None:
    words = refusal_words(refusal, texts(language))
    assert EXAMPLE[language] in words
    assert len(words) <= ALERT_LIMIT


def test_both_times_that_may_be_meant_are_named() -> None:
    assert "7:05 или 19:05?" in refusal_words(unclear("7:05", "19:05"), texts("ru"))
    assert "7:00 or 19:00?" in refusal_words(unclear("7:00", "19:00"), texts("en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refusal", REFUSALS, ids=repr)
def test_the_examples_of_moments_can_be_typed(refusal: Refusal, language: str) -> None:
    if isinstance(refusal, DurationUnreadable | NoSuchTime | HourUnclear):
        return
    told = refusal_words(refusal, texts(language)).split(EXAMPLE[language])[1].rstrip(".")
    for example in told.replace(" or ", " или ").split(" или "):
        day, _ = read_start(example, _today())
        assert isinstance(day, date)
