"""How long a decision of an assembly can be challenged in court (ГК 181.4 п. 5)."""

from calendar import monthrange
from datetime import datetime, timedelta

MONTHS = 6


def challenge_ends(known_at: datetime) -> datetime:
    """Return when the time to challenge a decision that was known then is surely over.

    The term ends with the last second of its day, which is the last of a month that has no such day
    (ГК 192 п. 3, 194): a day later it is over in every time zone of the alliance.
    """
    months = known_at.month - 1 + MONTHS
    year, month = known_at.year + months // 12, months % 12 + 1
    day = min(known_at.day, monthrange(year, month)[1])
    return known_at.replace(year=year, month=month, day=day) + timedelta(days=1)
