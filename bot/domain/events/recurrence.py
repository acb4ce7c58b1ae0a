"""Recurrence: the dates on which an event is repeated."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import count, islice
from zoneinfo import ZoneInfo

from bot.domain.events.refusals import RepetitionTooLong, RepetitionTooShort
from bot.domain.moments import moment_at
from bot.domain.refusals import NoSuchTime

FEWEST_OCCURRENCES = 2
MOST_OCCURRENCES = 60


class Rhythm(StrEnum):
    """How often an event is repeated."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY_BY_DATE = "monthly_by_date"
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"

    def days(self, first: date) -> Iterator[date]:
        """Yield the days of the rhythm from `first` on, without an end.

        A month without the date (the 31st, 29 February) is left out, as in RFC 5545, 3.3.10. By
        weekday it is the first to fourth of its kind in the month, as `first` is, but the last of
        its kind when `first` lies in the last seven days of its month.
        """
        match self:
            case Rhythm.WEEKLY:
                return (first + timedelta(weeks=weeks) for weeks in count())
            case Rhythm.BIWEEKLY:
                return (first + timedelta(weeks=weeks) for weeks in count(step=2))
            case Rhythm.MONTHLY_BY_DATE:
                return (day for month in _months(first) for day in month if day.day == first.day)
            case Rhythm.MONTHLY_BY_WEEKDAY:
                return _same_weekdays(first)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rhythm that ends after the day `until` or after `count`; both or none is a ValueError."""

    rhythm: Rhythm
    until: date | None
    count: int | None

    def __post_init__(self) -> None:
        if (self.until is None) == (self.count is None):
            raise ValueError("a recurrence ends either on a day or after a count")

    def left(self, count: int) -> "Recurrence | None":
        """Return the recurrence of the last `count` occurrences; None for a single one."""
        if count < FEWEST_OCCURRENCES:
            return None
        return self if self.count is None else replace(self, count=count)


def occurrences(recurrence: Recurrence, first: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return when the event takes place (UTC), `first` (UTC) included, in order.

    The clocks of `zone` show the same time at each; a day on which they skip that time is left
    out and not counted (RFC 5545, 3.3.10); a time shown twice means the first.
    `until` is a day of `zone` and belongs to the series. Refuses fewer than
    `FEWEST_OCCURRENCES`, more than `MOST_OCCURRENCES`, and, with `ValueError`, a `first` without
    an offset.
    """
    if first.tzinfo is None:
        raise ValueError("the first moment must know its offset from UTC")
    one_too_many = MOST_OCCURRENCES + 1
    wanted = one_too_many if recurrence.count is None else min(recurrence.count, one_too_many)
    found = list(islice(_moments(recurrence, first, zone), max(wanted, 0)))
    if len(found) > MOST_OCCURRENCES:
        raise RepetitionTooLong(MOST_OCCURRENCES)
    if len(found) < FEWEST_OCCURRENCES:
        raise RepetitionTooShort
    return found


def _moments(recurrence: Recurrence, first: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    local = first.astimezone(zone)
    at = local.time().replace(fold=0)
    until = recurrence.until or date.max
    for day in recurrence.rhythm.days(local.date()):
        if day > until:
            return
        if day == local.date():
            yield first.astimezone(UTC)
        elif moment := _moment(day, at, zone):
            yield moment


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    try:
        return moment_at(day, at, zone)
    except NoSuchTime:
        return None


def _months(first: date) -> Iterator[list[date]]:
    """Yield each month from that of `first` on, as the list of its days."""
    for months in count(first.month - 1):
        year, month = first.year + months // 12, months % 12 + 1
        length = monthrange(year, month)[1]
        yield [date(year, month, day) for day in range(1, length + 1)]


def place_in_month(day: date) -> int:
    """Return which of its weekday in the month a day is: 1 to 4, or -1 for the last."""
    is_last = (day + timedelta(weeks=1)).month != day.month
    return -1 if is_last else (day.day - 1) // 7 + 1


def _same_weekdays(first: date) -> Iterator[date]:
    place = place_in_month(first)
    index = place if place < 0 else place - 1
    for month in _months(first):
        yield [day for day in month if day.weekday() == first.weekday()][index]
