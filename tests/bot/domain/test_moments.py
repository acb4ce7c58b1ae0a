"""Days, times and durations as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.moments import moment_at, read_duration, read_past, read_start, read_time
from bot.domain.refusals import (
    DayAhead,
    DurationUnreadable,
    MomentUnreadable,
    NoSuchDay,
    NoSuchTime,
    Refusal,
)

TODAY = date(2026, 11, 23)
YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
BERLIN = ZoneInfo("Europe/Berlin")

FORMS = {
    "ru": ["d MMMM y, HH:mm", "d MMMM y HH:mm", "dd.MM.y HH:mm", "d MMMM y 'в' H.mm"],
    "en": ["d MMMM y, HH:mm", "d MMMM y 'at' H:mm", "d MMM y HH.mm", "d.M.y H:mm"],
}
PATTERNS = [(language, pattern) for language, forms in FORMS.items() for pattern in forms]

moments = st.datetimes(datetime(2000, 1, 1), datetime(2999, 12, 31)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(moments, st.sampled_from(PATTERNS))
def test_every_moment_written_in_an_accepted_form_is_read_back(
    moment: datetime, form: tuple[str, str]
) -> None:
    language, pattern = form
    written = format_datetime(moment, pattern, locale=language)
    assert read_start(written, TODAY) == (moment.date(), moment.time())


@given(st.dates(date(2000, 1, 1), date(2900, 1, 1)), st.integers(0, 365))
def test_a_day_without_a_year_is_the_next_such_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assume(day < today.replace(year=today.year + 1, day=min(today.day, 28)))
    for written in (f"{day.day}.{day.month}", format_datetime(day, "d MMMM", locale="ru")):
        assert read_start(written, today) == (day, None)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("5 декабря 18:30", date(2026, 12, 5), time(18, 30)),
        ("5 ДЕКАБРЯ, 18.30", date(2026, 12, 5), time(18, 30)),
        ("05.12 18:30", date(2026, 12, 5), time(18, 30)),
        ("05.12.2027 9:00", date(2027, 12, 5), time(9)),
        ("5 декабря 2027, 18:30", date(2027, 12, 5), time(18, 30)),
        ("  5\u00a0дек.  2027   18:30 ", date(2027, 12, 5), time(18, 30)),
        ("5 December at 18:30", date(2026, 12, 5), time(18, 30)),
        ("сегодня в 18:30", TODAY, time(18, 30)),
        ("завтра 9:00", date(2026, 11, 24), time(9)),
        ("tomorrow", date(2026, 11, 24), None),
        ("послезавтра", date(2026, 11, 25), None),
        ("23.11", TODAY, None),
        ("22.11", date(2027, 11, 22), None),
        ("29 февраля", date(2028, 2, 29), None),
        ("1 мая", date(2027, 5, 1), None),
    ],
)
def test_a_start_is_read(text: str, day: date, at: time | None) -> None:
    assert read_start(text, TODAY) == (day, at)


@given(
    st.dates(date(2000, 1, 1), date(2900, 1, 1)),
    st.integers(1, 31),
    st.sampled_from(["{}-го", "{}го", "{} го", "{}-е", "{}-ого", "{}-му", "{}-го числа", "{} числа",
                     "the {}th"]),
)  # fmt: skip
def test_a_day_without_a_month_is_the_next_day_of_that_number(
    today: date, number: int, form: str
) -> None:
    """In the first month that has it: in February the 30th is one of March."""
    days = (today + timedelta(days=ahead) for ahead in range(62))
    nearest = next(day for day in days if day.day == number)
    written = form.format(number)
    assert read_start(written, today) == (nearest, None)
    for beside in (f"{written} в 19:00", f"в 19 {written}", f"19:00, {written}"):
        assert read_start(beside, today) == (nearest, time(19))
    days = (today - timedelta(days=back) for back in range(62))
    assert read_past(written, today) == (next(day for day in days if day.day == number), None)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("25-го в 19:00", date(2026, 11, 25), time(19)),
        ("25го в 19:00", date(2026, 11, 25), time(19)),
        ("к 5-му", date(2026, 12, 5), None),
        ("31-го", date(2026, 12, 31), None),
        ("среда, 25-е, 19:00", date(2026, 11, 25), time(19)),
        ("5-го декабря в 19", date(2026, 12, 5), time(19)),
        ("на 5-е декабря в 19:00", date(2026, 12, 5), time(19)),
        ("5-ого декабря 2027-го года", date(2027, 12, 5), None),
        ("в 20 5-го мая", date(2027, 5, 5), time(20)),
        ("в 20 5-го", date(2026, 12, 5), time(20)),
        ("December 5th at 19:00", date(2026, 12, 5), time(19)),
        ("on the 25th at 7 pm", date(2026, 11, 25), time(19)),
    ],
)
def test_a_day_by_its_number_is_read(text: str, day: date, at: time | None) -> None:
    assert read_start(text, TODAY) == (day, at)


@pytest.mark.parametrize("text", ["0-го", "32-го в 19:00", "99-е"])
def test_a_number_that_no_month_has_is_refused(text: str) -> None:
    with pytest.raises(NoSuchDay):
        read_start(text, TODAY)


@pytest.mark.parametrize("text", ["25 в 19:00", "25-й в 19:00", "двадцать пятого", "в 20 пятого"])
def test_a_number_that_may_be_something_else_is_not_taken_for_a_day(text: str) -> None:
    with pytest.raises(Refusal):
        read_start(text, TODAY)


@pytest.mark.parametrize("text", ["31 февраля", "31.02", "29.02.2027", "0.5", "32 мая", "18.30"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(NoSuchDay):
        read_start(text, TODAY)


@pytest.mark.parametrize("text", ["завтра 25:00", "05.12 18:60", "05.12.2027 24:00"])
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    with pytest.raises(NoSuchTime):
        read_start(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["", "5 12 18:30", "05/12", "5 фебруария", "5 декабря?", "05.12 18:30 19:30",
     "05.12.0001 10:00", "٥ декабря", "<b>5 декабря</b>", "18:30", "🎉", "5" * 10_000],
)  # fmt: skip
def test_what_is_not_exactly_a_start_is_refused(text: str) -> None:
    with pytest.raises(MomentUnreadable):
        read_start(text, TODAY)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read, refusals in (
        (lambda: read_start(text, TODAY), Refusal),
        (lambda: read_time(text), Refusal),
        (lambda: read_duration(text), DurationUnreadable),
    ):
        with suppress(refusals):
            read()


@given(st.times())
def test_a_time_alone_is_read_back(at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    for written in (f"{at:%H:%M}", f"{at:%H.%M}", f"{at.hour}:{at:%M}"):
        assert read_time(written) == at


@pytest.mark.parametrize("text", ["", "18:3", "6 pm 30", "18:30:00"])
def test_what_is_not_exactly_a_time_is_refused(text: str) -> None:
    with pytest.raises(MomentUnreadable):
        read_time(text)


def test_25_00_is_no_time() -> None:
    with pytest.raises(NoSuchTime):
        read_time("25:00")


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("2 часа", timedelta(hours=2)),
        ("1:30", timedelta(minutes=90)),
        ("90 минут", timedelta(minutes=90)),
        ("1 ч 30 мин", timedelta(minutes=90)),
        ("1ч 30мин.", timedelta(minutes=90)),
        ("1,5 часа", timedelta(minutes=90)),
        ("1.5 h", timedelta(minutes=90)),
        ("1 день", timedelta(days=1)),
        ("2 дня 3 часа", timedelta(days=2, hours=3)),
        ("1 day 2 hours 30 minutes", timedelta(days=1, hours=2, minutes=30)),
        ("90 min", timedelta(minutes=90)),
        ("0:45", timedelta(minutes=45)),
    ],
)
def test_a_duration_is_read(text: str, duration: timedelta) -> None:
    assert read_duration(text) == duration


@given(st.integers(0, 14), st.integers(0, 23), st.integers(0, 59))
def test_every_duration_written_in_an_accepted_form_is_read_back(
    days: int, hours: int, minutes: int
) -> None:
    duration = timedelta(days=days, hours=hours, minutes=minutes)
    for written in (
        f"{days} дн. {hours} ч {minutes} мин",
        f"{days} дней {hours} часов {minutes} минут",
        f"{days}d {hours}h {minutes}m",
        f"{days * 24 + hours}:{minutes:02}",
    ):
        assert read_duration(written) == duration


@pytest.mark.parametrize(
    "text", ["", "90", "часа", "1:60", "2 часа дня", "-1 час", "1,7 часа", "3 минуты 2 часа"]
)
def test_what_is_not_exactly_a_duration_is_refused(text: str) -> None:
    with pytest.raises(DurationUnreadable):
        read_duration(text)


def test_a_moment_is_told_in_the_clocks_of_the_zone() -> None:
    moment = moment_at(date(2026, 12, 5), time(18, 30), YEKATERINBURG)
    assert moment == datetime(2026, 12, 5, 13, 30, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(NoSuchTime):
        moment_at(date(2027, 3, 28), time(2, 30), BERLIN)


def test_of_a_time_that_the_clocks_show_twice_the_first_is_meant() -> None:
    moment = moment_at(date(2027, 10, 31), time(2, 30), BERLIN)
    assert moment == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 декабря", date(2026, 12, 1)),
        ("2 декабря", date(2025, 12, 2)),
        ("30.11", date(2026, 11, 30)),
        ("30.11.2019", date(2019, 11, 30)),
        ("29 февраля", date(2024, 2, 29)),
        ("сегодня", date(2026, 12, 1)),
    ],
)
def test_a_day_that_has_been_is_the_latest_such_day(text: str, day: date) -> None:
    assert read_past(text, date(2026, 12, 1)) == (day, None)


def test_a_day_that_has_been_may_have_a_time() -> None:
    assert read_past("30 ноября 18:30", date(2026, 12, 1)) == (date(2026, 11, 30), time(18, 30))


@pytest.mark.parametrize("text", ["завтра", "02.12.2026", "1 января 2027"])
def test_a_day_ahead_is_refused_where_one_that_has_been_is_asked_for(text: str) -> None:
    with pytest.raises(DayAhead):
        read_past(text, date(2026, 12, 1))


@pytest.mark.parametrize(("text", "refusal"), [("31.02", NoSuchDay), ("вчера?", MomentUnreadable)])
def test_what_is_no_day_is_refused_of_the_past_too(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read_past(text, date(2026, 12, 1))
