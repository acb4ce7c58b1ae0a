"""How much of the rooms an organisation may book in a month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.rooms.hours import Span
from bot.domain.rooms.refusals import MonthUsedUp

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Quota:
    """How long an organisation may book in a calendar month; None without a limit.

    What is above it is refused if it `refuses`, else the person and the keeper are told.
    """

    monthly: timedelta | None = None
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class MonthUse:
    """How much of its hours an organisation would have booked in a month."""

    used: timedelta
    allowed: timedelta

    @property
    def is_over(self) -> bool:
        """Tell whether that is too much."""
        return self.used > self.allowed


def month_of(moment: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """Return the year and the month of a moment."""
    local = moment.astimezone(zone)
    return local.year, local.month


def fullest_month(
    booked: Iterable[Span], wanted: Iterable[Span], quota: Quota, zone: ZoneInfo
) -> MonthUse | None:
    """Return the use of the month with most hours among those of `wanted`; None without a limit."""
    if quota.monthly is None:
        return None
    asked = list(wanted)
    months = {month_of(one.start, zone) for one in asked}
    every = [*booked, *asked]
    used = (
        sum((one.length for one in every if month_of(one.start, zone) == month), timedelta(0))
        for month in months
    )
    return MonthUse(max(used, default=timedelta(0)), quota.monthly)


def require_within(use: MonthUse | None, quota: Quota) -> None:
    """Refuse what is above a quota that refuses."""
    if use is not None and use.is_over and quota.refuses:
        raise MonthUsedUp(-(-use.used // HOUR), use.allowed // HOUR)
