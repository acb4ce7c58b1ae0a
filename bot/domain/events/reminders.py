"""Reminders of events: when each is due, who gets it, and when it is no longer useful."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.due_times import DueTime
from bot.domain.events.events import Event
from bot.domain.people.members import MemberId
from bot.domain.quiet_hours import QuietHours

LEADS = (
    timedelta(days=7),
    timedelta(days=3),
    timedelta(days=1),
    timedelta(hours=12),
    timedelta(hours=3),
    timedelta(hours=2),
    timedelta(hours=1),
    timedelta(minutes=30),
)
"""The lead times that a person or an event may have, longest first."""

OFFERED_LEADS = tuple(
    lead for lead in LEADS if lead not in {timedelta(hours=12), timedelta(hours=3)}
)
"""Those that are offered: with the usual ones and none, a keyboard of eight buttons."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who gets reminders of an event: they have a seat, or may come.

    `leads` are the person's own; None means those of the event. `time_zone` is an IANA name; None
    means the alliance's, as it does for `quiet_hours`, which are empty for none at all.
    """

    member: MemberId
    time_zone: str | None
    leads: tuple[timedelta, ...] | None
    going: bool
    answered_at: datetime
    quiet_hours: tuple[QuietHours, ...] | None = None


@dataclass(frozen=True, slots=True)
class Leads:
    """The alliance's lead times, and the one at which people are asked whether they still come."""

    usual: tuple[timedelta, ...]
    question: timedelta | None = None

    def of(self, event: Event, person: Expected) -> frozenset[timedelta]:
        """Return a person's lead times: their own, else the event's, else the alliance's.

        Whatever their lead times, those who are going are asked whether they still come.
        """
        chosen = self.of_event(event) if person.leads is None else person.leads
        asked = [self.question] if self.question is not None and person.going else []
        return frozenset([*chosen, *asked])

    def of_event(self, event: Event) -> tuple[timedelta, ...]:
        """Return the lead times for people who chose none: the event's own, else the alliance's."""
        return self.usual if event.leads is None else event.leads

    def all_of(self, event: Event) -> list[timedelta]:
        """Return every lead time that anybody may have for the event, longest first."""
        question = [] if self.question is None else [self.question]
        every = {*LEADS, *self.usual, *(event.leads or ()), *question}
        return sorted(every, reverse=True)

    def reminders_for(self, event: Event, now: datetime) -> list[DueTime]:
        """Return an event's future reminders; a lead time that has already passed gives none."""
        plan = (DueTime(event.id, x, event.starts_at - x) for x in self.all_of(event))
        return [reminder for reminder in plan if reminder.due_at > now]


def nearest(due: Iterable[DueTime], wanted: frozenset[timedelta]) -> DueTime | None:
    """Return the one to send of an event's due reminders, so that downtime causes only one."""
    candidates = (reminder for reminder in due if reminder.lead in wanted)
    return min(candidates, key=lambda reminder: reminder.lead, default=None)


def delivery_time(
    event: Event, now: datetime, quiet_hours: QuietHours | None, zone: ZoneInfo
) -> datetime | None:
    """Return when to remind the recipient, after quiet hours; None once the event has begun."""
    moment = quiet_hours.end_after(now, zone) if quiet_hours else now
    return moment if moment < event.starts_at else None
