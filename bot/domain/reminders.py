"""When a reminder is due, and when it has become useless."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.events import Event, EventId
from bot.domain.quiet_hours import QuietHours


@dataclass(frozen=True, slots=True)
class Reminder:
    """One lead time of one event: due at `due_at` (UTC) for all who are expected by then."""

    event: EventId
    lead: timedelta
    due_at: datetime


def reminders_for(event: Event, leads: Iterable[timedelta], now: datetime) -> list[Reminder]:
    """Return the reminders that an event still has ahead; a lead already past has none."""
    plan = (Reminder(event.id, lead, event.starts_at - lead) for lead in leads)
    return [reminder for reminder in plan if reminder.due_at > now]


def latest_of_each_event(due: Iterable[Reminder]) -> list[Reminder]:
    """Return one reminder an event: after downtime the nearest lead says all there is to say."""
    latest: dict[EventId, Reminder] = {}
    for reminder in due:
        known = latest.get(reminder.event)
        if known is None or reminder.lead < known.lead:
            latest[reminder.event] = reminder
    return list(latest.values())


def delivery_time(
    event: Event, now: datetime, quiet_hours: QuietHours | None, zone: ZoneInfo
) -> datetime | None:
    """Return when the recipient may hear of it, after their quiet hours; None if useless by then.

    Useless is what would come when the event has already begun.
    """
    moment = quiet_hours.end_after(now, zone) if quiet_hours else now
    return moment if moment < event.starts_at else None
