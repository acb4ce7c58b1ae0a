"""Times as stored text: UTC, ISO-8601, of fixed width, so that they compare as text."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from bot.domain.quiet_hours import QuietHours


@lru_cache(maxsize=256)  # one transaction stores the same time in several places
def stamp(moment: datetime) -> str:
    """Return an aware time as stored text; refuse a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a stored moment must be aware")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """Return a stored text as an aware time in UTC."""
    return datetime.fromisoformat(text)


def optional_stamp(moment: datetime | None) -> str | None:
    """Return a time as stored text, None as None."""
    return None if moment is None else stamp(moment)


def optional_moment(text: str | None) -> datetime | None:
    """Return a stored text as a time, None as None."""
    return None if text is None else moment(text)


def optional_seconds(durations: Sequence[timedelta] | None) -> str | None:
    """Return durations as stored text: a JSON array of seconds."""
    if durations is None:
        return None
    return json.dumps([int(duration.total_seconds()) for duration in durations])


def durations(text: str | None) -> tuple[timedelta, ...] | None:
    """Return a stored text as durations, None as None."""
    return None if text is None else tuple(timedelta(seconds=s) for s in json.loads(text))


def hours_text(hours: Sequence[QuietHours] | None) -> str | None:
    """Return a person's own quiet hours as stored text: `22:00-09:00`, empty for none."""
    if hours is None:
        return None
    return "".join(f"{one.start:%H:%M}-{one.end:%H:%M}" for one in hours[:1])


@lru_cache(maxsize=256)  # there are few values, and all members are often read at once
def optional_hours(text: str | None) -> tuple[QuietHours, ...] | None:
    """Return a stored text as a person's own quiet hours, None as None."""
    if not text:
        return None if text is None else ()
    start, _, end = text.partition("-")
    return (QuietHours(time.fromisoformat(start), time.fromisoformat(end)),)
