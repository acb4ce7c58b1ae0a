"""Events and their plans, which break no rule unless a test changes something."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.plans import EventPlan
from bot.domain.people.members import MemberId


def an_event_plan(starts_at: datetime, **changes: Any) -> EventPlan:
    plan: dict[str, Any] = {
        "title": "Встреча",
        "description": "",
        "starts_at": starts_at,
        "duration": timedelta(hours=2),
        "place": "Дом",
        "audience": EVERYBODY,
    }
    return EventPlan(**plan | changes)


def an_event(starts_at: datetime, *, cancelled: bool = False, **changes: Any) -> Event:
    event: dict[str, Any] = {
        "id": EventId(1),
        "title": "Встреча",
        "description": "",
        "starts_at": starts_at,
        "duration": timedelta(hours=1),
        "place": "Дом",
        "audience": EVERYBODY,
        "state": EventState.CANCELLED if cancelled else EventState.PUBLISHED,
        "created_by": MemberId(9),
    }
    return Event(**event | changes)
