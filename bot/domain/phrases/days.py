"""Days: dates, days of the week, and days counted from today."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from bot.domain.phrases.forms import Form, Found, Reading, found_in
from bot.domain.refusals import NoSuchDay, WeekdayIsToday, WeekdayWrong

LEAP_CYCLE = 8  # years: the longest wait for 29 February (1896–1904, 2096–2104)
MONTHS_TO_ANY_DAY = 3
"""From the 31st of January, the next 30th is in March."""
WEEK = 7
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RELATIVE = {"BEFORE_YESTERDAY": -2, "YESTERDAY": -1, "TODAY": 0, "TOMORROW": 1, "AFTER_TOMORROW": 2}
VAGUE = {"WEEKEND", "SOON", "WEEK", "WEEKS", *(f"M{month}" for month in range(1, 13))}
"""Words that tell roughly when, but not which day."""


class Side(NamedTuple):
    """Whether a day is looked for from today on, or in the `past`, today included."""

    today: date
    past: bool


def _on_date(found: Found, side: Side) -> date:
    """Return a date; refuse one whose day of the week is not the one that was typed."""
    groups = found.groupdict()
    year = groups.get("year") or (f"20{short}" if (short := groups.get("short")) else None)
    day, month = int(groups["day"]), groups.get("month")
    found_day = _of_a_month(day, side) if month is None else _date(day, int(month), year, side)
    weekday = groups.get("weekday")
    if weekday is not None and found_day.weekday() != int(weekday):
        raise WeekdayWrong(WEEKDAYS[found_day.weekday()])
    return found_day


def _date(day: int, month: int, year: str | None, side: Side) -> date:
    """Return a date; without a year it is the next one, or the latest in the `past`."""
    if year is not None:
        return _first_of(day, month, [int(year)], lambda _: True)
    today, years = side.today, range(LEAP_CYCLE + 1)
    if side.past:
        return _first_of(day, month, [today.year - n for n in years], lambda one: one <= today)
    return _first_of(day, month, [today.year + n for n in years], lambda one: one >= today)


def _of_a_month(day: int, side: Side) -> date:
    """Return the next such day of a month that has it, or the latest one in the `past`."""
    today, step = side.today, -1 if side.past else 1
    first = today.year * 12 + today.month - 1
    for months in range(first, first + step * MONTHS_TO_ANY_DAY, step):
        with suppress(ValueError):
            found = date(months // 12, months % 12 + 1, day)
            if (found - today).days * step >= 0:
                return found
    raise NoSuchDay


def _first_of(day: int, month: int, years: list[int], suits: Callable[[date], bool]) -> date:
    """Return the day in the first of these years that has it and fits; refuse if none does."""
    for year in years:
        with suppress(ValueError):
            found = date(year, month, day)
            if suits(found):
                return found
    raise NoSuchDay


def _relative(found: Found, side: Side) -> date:
    return _after(side.today, RELATIVE[found["relative"]])


def _counted(found: Found, side: Side) -> date:
    """Return a day some days, weeks, months or years away."""
    today = side.today
    count = int(found["count"]) * (-1 if found.groupdict().get("ago") else 1)
    match found["unit"][0]:
        case "W":
            return _after(today, WEEK * count)
        case "M":
            months = today.year * 12 + today.month - 1 + count
            return _first_of(today.day, months % 12 + 1, [months // 12], lambda _: True)
        case "Y":
            return _first_of(today.day, today.month, [today.year + count], lambda _: True)
        case _:
            return _after(today, count)


def _on_weekday(found: Found, side: Side) -> date:
    """Return the nearest such day of the week; refuse today's, which may mean in a week."""
    today, weekday = side.today, int(found["weekday"])
    if weekday == today.weekday():
        raise WeekdayIsToday(WEEKDAYS[weekday])
    ahead = (weekday - today.weekday()) % WEEK
    return _after(today, ahead - WEEK if side.past else ahead)


def _of_week(found: Found, side: Side) -> date:
    """Return a weekday of this week, the next or the last one, or of one some weeks away."""
    today, groups = side.today, found.groupdict()
    weeks = int(groups.get("weeks") or {"NEXT": 1, "LAST": -1}.get(groups.get("which") or "", 0))
    return _after(today, int(found["weekday"]) - today.weekday() + WEEK * weeks)


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise NoSuchDay from None


_DAY, _WEEKDAY = r"(?P<day>[0-9]{1,2})", r"W(?P<weekday>[0-6])"
_YEAR = r"(?P<year>2[0-9]{3})(?: YEARS?)?"
_COUNT, _UNITS = r"(?P<count>[0-9]{1,3})", r"(?P<unit>DAYS?|OF_DAY|WEEKS?|MONTHS?|YEARS?)"
_COMMA = r"(?: COMMA)?"
_DATES = (
    rf"{_DAY}(?:-?TH)? M(?P<month>[0-9]+)(?:{_COMMA} {_YEAR})?",
    rf"M(?P<month>[0-9]+) {_DAY}(?:-TH)?(?:{_COMMA} {_YEAR})?",
    rf"{_DAY}(?:-TH(?: NUMBER)?| NUMBER)",
    rf"{_DAY}\.(?P<month>[0-9]{{1,2}})(?:\.{_YEAR}|\.(?P<short>[0-9]{{2}}))?",
    r"(?P<year>2[0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
)
_WEEKS = (r"(?P<which>NEXT|THIS|LAST)(?: 1 WEEK)?", r"AFTER (?P<weeks>[0-9]{1,3}) WEEKS?")
_DAYS: tuple[tuple[str, Callable[[Found, Side], date]], ...] = (
    *(
        (form, _on_date)
        for one in _DATES
        for form in (one, f"{_WEEKDAY}{_COMMA} {one}", f"{one}{_COMMA} {_WEEKDAY}")
    ),
    (rf"(?P<relative>{'|'.join(RELATIVE)})", _relative),
    (rf"AFTER {_COUNT} {_UNITS}", _counted),
    (rf"{_COUNT} {_UNITS} (?P<ago>AGO)", _counted),
    (rf"(?:NEAREST )?{_WEEKDAY}", _on_weekday),
    *(
        (form, _of_week)
        for week in _WEEKS
        for form in (f"{week}{_COMMA} {_WEEKDAY}", f"{_WEEKDAY}{_COMMA} {week}")
    ),
)


FORMS: tuple[Form[date], ...] = tuple((re.compile(form), read) for form, read in _DAYS)


def find_day(words: list[str], today: date, *, past: bool = False) -> Reading[date] | None:
    """Return the reading of a day, the next such one or the latest; None if it is not a day."""
    return found_in(FORMS, words, Side(today, past))
