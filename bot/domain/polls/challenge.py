"""How long a decision of an assembly can be challenged in court (ГК 181.4 п. 5)."""

from calendar import monthrange
from datetime import date, datetime, timedelta

MONTHS = 6


def last_day_to_challenge(known: date) -> date:
    """Return the last day on which a decision can be challenged that was known then.

    It is the last of a month that has no such day (ГК 192 п. 3).
    """
    months = known.month - 1 + MONTHS
    year, month = known.year + months // 12, months % 12 + 1
    return date(year, month, min(known.day, monthrange(year, month)[1]))


def challenge_ends(known_at: datetime) -> datetime:
    """Return when the time to challenge a decision that was known then is surely over.

    The term ends with the last second of its day (ГК 194): a day later it is over in every time
    zone of the alliance.
    """
    last = last_day_to_challenge(known_at.date())
    return datetime.combine(last, known_at.timetz()) + timedelta(days=1)
