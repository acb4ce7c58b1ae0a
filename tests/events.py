"""Events and their plans, which break no rule unless a test changes something."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.plans import EventPlan
from bot.domain.mailings import MailingId, Occasion
from bot.domain.people.members import MemberId
from storage.engine.times import stamp
from storage.stores import Stores


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


def former_message(
    tx: Stores, event: EventId, author: MemberId, html: str, now: datetime
) -> MailingId:
    """What an organiser wrote before 0.1.0, as it was kept."""
    sql = (
        "INSERT INTO mailings (occasion, event_id, created_by, not_joined, created_at, text)"
        " VALUES (?, ?, ?, 0, ?, ?) RETURNING id"
    )
    row = tx.mailings._db.execute(sql, (Occasion.MESSAGE, event, author, stamp(now), html))
    return MailingId(row.fetchone()[0])
