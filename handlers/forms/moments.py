"""The days and times of a draft: a JSON object with a value for each field that has been given."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.events.plans import checked_start
from bot.domain.moments import moment_at

Draft = Mapping[str, Any]

LAST_MINUTE = time(23, 59)


def moment_of(draft: Draft, zone: ZoneInfo, day: str = "day", at: str = "time") -> datetime:
    """Return the moment (UTC) of a draft that has a day and a time under these names."""
    return moment_at(date.fromisoformat(draft[day]), time.fromisoformat(draft[at]), zone)


def with_moment(day: date, at: time | None, zone: ZoneInfo, now: datetime) -> dict[str, str]:
    """Return a day and a time as fields of a draft; refuse what lies behind or too far ahead.

    A day alone is good while any of it lies ahead.
    """
    checked_start(moment_at(day, at or LAST_MINUTE, zone), now)
    return {"day": day.isoformat()} | ({} if at is None else {"time": f"{at:%H:%M}"})


def earliest_of(fields: Draft, zone: ZoneInfo) -> datetime:
    """Return the moment, or the first one of a day whose time has not been said."""
    return moment_of({"time": f"{time.min}", **fields}, zone)


def wall_of(moment: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Return a moment as a day and a time of a draft, to the microsecond."""
    local = moment.astimezone(zone)
    return local.date().isoformat(), local.time().isoformat()
