"""The time limit for challenging a decision in court (ГК 181.4 п. 5)."""

from calendar import monthrange
from datetime import date, datetime, timedelta

MONTHS = 6


def last_day_to_challenge(known: date) -> date:
    """Return the last day to challenge a decision known that day or month (ГК 192 п. 3)."""
    months = known.month - 1 + MONTHS
    year, month = known.year + months // 12, months % 12 + 1
    return date(year, month, min(known.day, monthrange(year, month)[1]))


def challenge_ends(known_at: datetime) -> datetime:
    """Return when the time limit for a decision that was known then is certainly over.

    The term ends with the last second of its day (ГК 194): a day later it is over in every time
    zone of the alliance.
    """
    last = last_day_to_challenge(known_at.date())
    return datetime.combine(last, known_at.timetz()) + timedelta(days=1)
