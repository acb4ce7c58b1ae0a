"""A draft of an event: a JSON object with a value for each field that has been given."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.events import (
    Audience,
    Event,
    EventCard,
    EventId,
    EventPlan,
    EventState,
    checked_start,
)
from bot.domain.members import MemberId
from bot.domain.moments import moment_at

Draft = Mapping[str, Any]

FIELDS = ("title", "description", "day", "time", "duration", "place", "audience")
LAST_MINUTE = time(23, 59)


def first_missing(draft: Draft) -> str | None:
    """Return the first field that has not been given; None when the plan is whole."""
    return next((field for field in FIELDS if field not in draft), None)


def field_before(field: str) -> str | None:
    """Return the field that is asked for before this one."""
    index = FIELDS.index(field)
    return FIELDS[index - 1] if index else None


def start_of(draft: Draft, zone: ZoneInfo) -> datetime:
    """Return the start (UTC) of a draft that has a day and a time."""
    day, at = date.fromisoformat(draft["day"]), time.fromisoformat(draft["time"])
    return moment_at(day, at, zone)


def with_start(day: date, at: time | None, zone: ZoneInfo, now: datetime) -> dict[str, str]:
    """Return a day and a time as fields of a draft; refuse what lies behind or too far ahead.

    A day alone is good while any of it lies ahead.
    """
    checked_start(moment_at(day, at or LAST_MINUTE, zone), now)
    return {"day": day.isoformat()} | ({} if at is None else {"time": f"{at:%H:%M}"})


def plan_of(draft: Draft, zone: ZoneInfo) -> EventPlan:
    """Return the plan of a whole draft."""
    return EventPlan(
        title=draft["title"],
        description=draft["description"],
        starts_at=start_of(draft, zone),
        duration=timedelta(minutes=draft["duration"]),
        place=draft["place"],
        audience=Audience(draft["audience"]),
    )


def card_of(plan: EventPlan, organiser: MemberId) -> EventCard:
    """Return the card that members will get once the plan is published."""
    event = Event(
        id=EventId(0),
        title=plan.title,
        description=plan.description,
        starts_at=plan.starts_at,
        duration=plan.duration,
        place=plan.place,
        audience=plan.audience,
        state=EventState.PUBLISHED,
        reason="",
        created_by=organiser,
    )
    return EventCard(event, answer=None, over=False)
