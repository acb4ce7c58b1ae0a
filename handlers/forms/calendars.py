"""Days and times to tap, in the person's language and in the alliance's zone."""

from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date, get_day_names

from bot.domain.events.plans import YEARS_AHEAD
from handlers.forms.context import Filling
from handlers.ui.buttons import Row

HOURS = range(6, 24)  # times at night must be typed
MINUTES = (0, 15, 30, 45)
HOURS_A_ROW = 6
BLANK = " "


def day_rows(form: Filling, month: date) -> list[Row]:
    """Return a month's days, a week a row from Monday; past days are blank, today is marked."""
    locale, today = form.t.language, form.today
    month = max(month, today).replace(day=1)
    title = format_date(month, "LLLL y", locale=locale)
    names = get_day_names("short", context="stand-alone", locale=locale)
    return [
        [
            _turn(form, "‹", month - timedelta(days=1)),
            form.button(title[:1].upper() + title[1:]),
            _turn(form, "›", month + timedelta(days=31)),
        ],
        [form.button(names[weekday]) for weekday in range(7)],
        *_weeks(form, month, today),
    ]


def read_day(form: Filling, value: str) -> date | None:
    """Return the day of a button; None for one outside the range of the calendar."""
    try:
        chosen = date.fromisoformat(value)
    except ValueError:
        return None
    return None if chosen.year > _last(form.today).year else chosen


def time_rows(form: Filling, chosen: int | None) -> list[Row]:
    """Return the hours; once one is chosen, also its quarters."""
    rows = [
        [_hour(form, hour, chosen) for hour in HOURS[n : n + HOURS_A_ROW]]
        for n in range(0, len(HOURS), HOURS_A_ROW)
    ]
    if chosen is None:
        return rows
    quarters = [
        form.button(f"{chosen}:{minute:02}", "time", f"{chosen}.{minute:02}") for minute in MINUTES
    ]
    return [*rows, quarters]


def _turn(form: Filling, arrow: str, day: date) -> InlineKeyboardButton:
    month, today = day.replace(day=1), form.today
    if not today.replace(day=1) <= month <= _last(today):
        return form.button(BLANK)
    return form.button(arrow, "month", f"{month}")


def _weeks(form: Filling, month: date, today: date) -> list[Row]:
    first = max(month, today)  # weeks that are entirely past are left out
    monday = first - timedelta(days=first.weekday())
    following = (month + timedelta(days=31)).replace(day=1)
    rows: list[Row] = []
    while monday < following:
        week = (monday + timedelta(days=n) for n in range(7))
        rows.append([_day(form, day, month, today) for day in week])
        monday += timedelta(days=7)
    return rows


def _day(form: Filling, day: date, month: date, today: date) -> InlineKeyboardButton:
    if day.month != month.month or day < today:
        return form.button(BLANK)
    return form.button(f"[{day.day}]" if day == today else f"{day.day}", "day", f"{day}")


def _hour(form: Filling, hour: int, chosen: int | None) -> InlineKeyboardButton:
    return form.button(f"[{hour}]" if hour == chosen else f"{hour}", "hour", f"{hour}")


def _last(today: date) -> date:
    """Return the last month that the calendar shows."""
    return date(today.year + YEARS_AHEAD, today.month, 1)
