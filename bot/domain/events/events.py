"""Events: planned, published, moved, changed and cancelled."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain.events import refusals
from bot.domain.events.plans import (
    SHORTEST,
    EventPlan,
    checked_deadline,
    checked_publication,
    checked_reason,
    checked_start,
)
from bot.domain.people.members import Member, MemberId

EventId = NewType("EventId", int)
SeriesId = NewType("SeriesId", int)


class EventState(StrEnum):
    """Only organisers see a scheduled event; drafts exist in the form only."""

    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventPlan):
    """An event, told to people at once or from `publish_at` on. Times are UTC.

    `reason` is set when it was cancelled with one. `uid` identifies it in calendars for ever, and
    `sequence` grows with each change that a calendar must follow, made at `changed_at` (RFC 5545,
    3.8.7.4). `rescheduled_at` is when its day last changed: older answers are asked for again.
    While `guest_code` is set, guests from outside can open the event with it.
    """

    id: EventId
    state: EventState
    created_by: MemberId
    reason: str = ""
    uid: str = ""
    sequence: int = 0
    changed_at: datetime | None = None
    publish_at: datetime | None = None
    rescheduled_at: datetime | None = None
    series: SeriesId | None = None
    guest_code: str | None = None

    @property
    def is_cancelled(self) -> bool:
        """Tell whether it is cancelled: it can be read, and takes no answers."""
        return self.state is EventState.CANCELLED

    @property
    def is_scheduled(self) -> bool:
        """Tell whether it is published later; until then only organisers see it."""
        return self.state is EventState.SCHEDULED

    @property
    def plan(self) -> EventPlan:
        """Return the plan, to copy or to change it."""
        return EventPlan(**{field.name: getattr(self, field.name) for field in fields(EventPlan)})

    def is_over(self, now: datetime) -> bool:
        """Tell whether the event has ended."""
        return now >= self.ends_at

    def takes_rsvps(self, now: datetime) -> bool:
        """Tell whether people can still say that they come or may."""
        return self.rsvp_until is None or now < self.rsvp_until

    def asks_again(self, said_at: datetime) -> bool:
        """Tell whether the day changed after `answered_at`: then the answer is asked for again."""
        return self.rescheduled_at is not None and said_at < self.rescheduled_at

    def require_open(self, now: datetime) -> None:
        """Refuse an event that is cancelled or over."""
        if self.is_cancelled:
            raise refusals.EventIsCancelled(self.title)
        if self.is_over(now):
            raise refusals.EventIsOver(self.title)

    def require_newcomers(self, now: datetime) -> None:
        """Refuse people who want to come after the RSVP deadline."""
        if self.rsvp_until is not None and not self.takes_rsvps(now):
            raise refusals.RsvpClosed(self.rsvp_until)

    def require_invited(self, member: Member) -> None:
        """Refuse the answer of a person whom the event is not for, as if it did not exist."""
        if self.is_scheduled or not self.audience.includes(member):
            raise refusals.EventNotFound

    def require_visible(self, member: Member) -> None:
        """Refuse everybody but its audience and organisers, as if it did not exist."""
        invited = self.audience.includes(member) and not self.is_scheduled
        if not (invited or member.is_organiser):
            raise refusals.EventNotFound

    def published(self) -> "Event":
        """Return a scheduled event as published."""
        return replace(self, state=EventState.PUBLISHED, publish_at=None)

    def moved(self, starts_at: datetime, now: datetime, zone: ZoneInfo) -> "Event":
        """Return the event at another time; refuse a past or an unchanged one.

        The RSVP deadline moves along with the start. If that would be in the past, it keeps its
        time, but never lies after the start.
        """
        if starts_at == self.starts_at:
            raise refusals.MomentUnchanged
        until = self.rsvp_until and self.rsvp_until + (starts_at - self.starts_at)
        if until is not None and self.rsvp_until is not None and until <= now:
            until = min(self.rsvp_until, starts_at)
        return self.changed(replace(self.plan, starts_at=starts_at, rsvp_until=until), now, zone)

    def changed(self, plan: EventPlan, now: datetime, zone: ZoneInfo) -> "Event":
        """Return the event with another plan; refuse a plan that breaks a rule.

        Unchanged times may be past: the start of an event that is under way, an RSVP deadline.
        """
        self.require_open(now)
        if plan.starts_at != self.starts_at:
            checked_start(plan.starts_at, now)
        if plan.rsvp_until != self.rsvp_until:
            checked_deadline(plan.rsvp_until, plan.starts_at, now)
        past = replace(plan, starts_at=now + SHORTEST, rsvp_until=None).checked(now)
        checked = replace(past, starts_at=plan.starts_at, rsvp_until=plan.rsvp_until)
        if self.publish_at is not None:
            checked_publication(self.publish_at, checked.starts_at)
        values = {field.name: getattr(checked, field.name) for field in fields(EventPlan)}
        event = replace(self, **values)
        if not self.is_scheduled and _day(self, zone) != _day(event, zone):
            event = replace(event, rescheduled_at=now)
        return _followed(event, now) if event.differs(self) else event

    def differs(self, other: "Event") -> bool:
        """Tell whether the two differ in what a calendar entry shows."""
        return any(getattr(self, name) != getattr(other, name) for name in CALENDARED)

    def cancelled(self, reason: str, now: datetime) -> "Event":
        """Return the event as cancelled."""
        self.require_open(now)
        words = checked_reason(reason)
        called_off = replace(self, state=EventState.CANCELLED, reason=words, publish_at=None)
        return _followed(called_off, now)

    def with_chosen(self, people: Iterable[MemberId]) -> "Event":
        """Return the event with these people added to its audience."""
        chosen = self.audience.chosen | frozenset(people)
        return replace(self, audience=replace(self.audience, chosen=chosen))


CALENDARED = ("title", "description", "starts_at", "duration", "place", "room", "point")
"""The fields that a calendar entry shows."""


def _day(event: Event, zone: ZoneInfo) -> date:
    return event.starts_at.astimezone(zone).date()


def _followed(event: Event, now: datetime) -> Event:
    return replace(event, sequence=event.sequence + 1, changed_at=now)
