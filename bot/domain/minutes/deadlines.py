"""The deadline of minutes for a change that is to be registered."""

from datetime import date, timedelta

REGISTRATION_DAYS = 7
"""Working days in which a changed head or charter is registered."""
WORKING = 5
"""Days of a week, from Monday on."""


def registration_ends(decided: date) -> date:
    """Return the last day for registering a change: weekends do not count, holidays do.

    The days off of a year are not known here, so the day can be too early and never too late.
    """
    day, left = decided, REGISTRATION_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < WORKING
    return day
