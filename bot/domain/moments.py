"""What organisers type for days, times and durations: a few exact forms, and no guessing."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.people.members import folded
from bot.domain.refusals import (
    DayAhead,
    DurationUnreadable,
    MomentUnreadable,
    NoSuchDay,
    NoSuchTime,
)

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "января янв january jan",
            "февраля фев february feb",
            "марта мар march mar",
            "апреля апр april apr",
            "мая май may",
            "июня июн june jun",
            "июля июл july jul",
            "августа авг august aug",
            "сентября сен september sep",
            "октября окт october oct",
            "ноября ноя november nov",
            "декабря дек december dec",
        ),
        start=1,
    )
    for name in names.split()
}
RELATIVE_DAYS = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2}

_YEAR = r"(?P<year>2[0-9]{3})"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS = (
    rf"(?P<day>[0-9]{{1,2}}) (?P<word>{_MONTH})\.?(?:,? {_YEAR})?",
    rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})(?:\.{_YEAR})?",
    rf"(?P<relative>{'|'.join(RELATIVE_DAYS)})",
)
_TIME = r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})"
_STARTS = tuple(re.compile(rf"{day}(?:,? (?:(?:в|at) )?{_TIME})?") for day in _DAYS)
_TIME_ALONE = re.compile(_TIME)

_COUNT = r"[0-9]{1,4}(?:[.,]5)?"
_CLOCK = re.compile(r"(?P<hours>[0-9]{1,3}):(?P<minutes>[0-5][0-9])")
_DURATION = re.compile(
    rf"(?:(?P<days>{_COUNT}) ?(?:дн\.?|д\.?|день|дня|дней|days?|d))?"
    rf" ?(?:(?P<hours>{_COUNT}) ?(?:часов|часа|час|ч\.?|hours?|hrs?|h))?"
    r" ?(?:(?P<minutes>[0-9]{1,4}) ?(?:минута|минуты|минут|мин\.?|м\.?|minutes?|min|m))?"
)

LEAP_CYCLE = 8  # years: the longest wait for a 29 February (1896–1904, 2096–2104)


def read_start(text: str, today: date) -> tuple[date, time | None]:
    """Read a day with or without a time, e.g. «5 декабря 18:30», «05.12», «завтра в 9:00».

    A day without a year is the next such day, `today` included. Refuses what it cannot read,
    days that no calendar has, and times that no clock shows.
    """
    words = folded(text)
    for form in _STARTS:
        if found := form.fullmatch(words):
            day = _day(found.groupdict(), today)
            return day, (None if found["hour"] is None else _time(found))
    raise MomentUnreadable


def read_past(text: str, today: date) -> tuple[date, time | None]:
    """Read a day that has been, `today` included, in the forms of `read_start`.

    A day without a year is the latest such day. Refuses a day that lies ahead too.
    """
    words = folded(text)
    for form in _STARTS:
        if found := form.fullmatch(words):
            day = _past_day(found.groupdict(), today)
            return day, (None if found["hour"] is None else _time(found))
    raise MomentUnreadable


def read_time(text: str) -> time:
    """Read a time of day: «18:30», «18.30», «9:00»."""
    found = _TIME_ALONE.fullmatch(folded(text))
    if found is None:
        raise MomentUnreadable
    return _time(found)


def read_duration(text: str) -> timedelta:
    """Read a duration: «2 часа», «1,5 ч», «1:30», «1 ч 30 мин», «1 день», "90 minutes"."""
    words = folded(text)
    found = _CLOCK.fullmatch(words) or _DURATION.fullmatch(words)
    parts = {unit: count for unit, count in (found.groupdict() if found else {}).items() if count}
    if not parts:
        raise DurationUnreadable
    return timedelta(**{unit: float(count.replace(",", ".")) for unit, count in parts.items()})


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return when a day is over in a zone, in UTC: what holds through it holds before that."""
    return moment_at(day + timedelta(days=1), time.min, zone)


def moment_at(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) when the clocks of `zone` show `at` on `day`.

    Refuses a time that the clocks skip; a time shown twice means the first.
    """
    wall = datetime.combine(day, at)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != wall:
        raise NoSuchTime
    return moment


def _day(found: dict[str, str | None], today: date) -> date:
    if relative := found.get("relative"):
        return today + timedelta(days=RELATIVE_DAYS[relative])
    month = MONTHS[word] if (word := found.get("word")) else int(found["month"] or 0)
    day, year = int(found["day"] or 0), found.get("year")
    if year:
        return _dates(day, month, int(year), 1, not_before=date.min)
    return _dates(day, month, today.year, LEAP_CYCLE + 1, not_before=today)


def _past_day(found: dict[str, str | None], today: date) -> date:
    if found.get("relative") or found.get("year"):
        day = _day(found, today)
        if day > today:
            raise DayAhead
        return day
    for year in range(today.year, today.year - LEAP_CYCLE - 1, -1):
        with suppress(NoSuchDay):
            day = _day({**found, "year": f"{year}"}, today)
            if day <= today:
                return day
    raise NoSuchDay


def _dates(day: int, month: int, year: int, years: int, *, not_before: date) -> date:
    """Return the first such day in `years` years from `year` on; refuse when there is none."""
    for candidate in range(year, year + years):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if found >= not_before:
            return found
    raise NoSuchDay


def _time(found: re.Match[str]) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"]))
    except ValueError:
        raise NoSuchTime from None
