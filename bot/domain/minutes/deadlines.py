"""Deadlines after minutes are issued."""

from datetime import date, timedelta

REGISTRATION_DAYS = 7
"""Working days for registering a changed head or charter."""
WORKING = 5
"""How many days of a week, from Monday, are working days."""


def registration_ends(decided: date) -> date:
    """Return the last day for registering a change, with weekends off but not holidays.

    The bot does not know the year's holidays, so the day may be too early, never too late.
    """
    day, left = decided, REGISTRATION_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < WORKING
    return day
