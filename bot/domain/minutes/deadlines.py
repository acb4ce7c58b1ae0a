"""Deadlines of minutes: how long decisions can be challenged, when a change is to be registered."""

import calendar
from datetime import date, timedelta

CHALLENGE_MONTHS = 6
"""A decision can be challenged so long (ГК 181.4 п. 5); counted here from the close, when people
heard of it."""
REGISTRATION_DAYS = 7
"""Working days in which a changed head or charter is registered."""
WORKING = 5
"""Days of a week, from Monday on."""


def challenge_ends(decided: date) -> date:
    """Return the last day on which a decision can be challenged."""
    months = decided.month - 1 + CHALLENGE_MONTHS
    year, month = decided.year + months // 12, months % 12 + 1
    return date(year, month, min(decided.day, calendar.monthrange(year, month)[1]))


def registration_ends(decided: date) -> date:
    """Return the last day for registering a change: weekends do not count, holidays do.

    The days off of a year are not known here, so the day can be too early and never too late.
    """
    day, left = decided, REGISTRATION_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < WORKING
    return day
