"""Events: what an organiser plans, and what becomes of it."""

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
    """A scheduled event is known to organisers only; a draft is the form's affair."""

    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventPlan):
    """A plan that people are told of, at once or from `publish_at` on. Times are UTC.

    `reason` is set when it was cancelled with one. `uid` names it in calendars for ever, and
    `sequence` grows with each change that a calendar must follow, made at `changed_at` (RFC 5545,
    3.8.7.4). `rescheduled_at` is when its day last changed: older answers are asked for again.
    `guest_code` opens it to guests from outside while it is set.
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
        """A cancelled event stays to be read, and takes no answers."""
        return self.state is EventState.CANCELLED

    @property
    def is_scheduled(self) -> bool:
        """A scheduled event is published later; until then organisers alone see it."""
        return self.state is EventState.SCHEDULED

    @property
    def plan(self) -> EventPlan:
        """What was planned, without what became of it: to copy it, or to change it."""
        return EventPlan(**{field.name: getattr(self, field.name) for field in fields(EventPlan)})

    def is_over(self, now: datetime) -> bool:
        """Tell whether the event has ended."""
        return now >= self.ends_at

    def takes_rsvps(self, now: datetime) -> bool:
        """Tell whether people can still say that they come or may."""
        return self.rsvp_until is None or now < self.rsvp_until

    def asks_anew(self, said_at: datetime) -> bool:
        """Tell whether the day changed after that."""
        return self.rescheduled_at is not None and said_at < self.rescheduled_at

    def require_open(self, now: datetime) -> None:
        """Refuse answers and changes once the event is cancelled or over."""
        if self.is_cancelled:
            raise refusals.EventIsCancelled(self.title)
        if self.is_over(now):
            raise refusals.EventIsOver(self.title)

    def require_newcomers(self, now: datetime) -> None:
        """Refuse anybody who wants to come after the RSVP deadline."""
        if self.rsvp_until is not None and not self.takes_rsvps(now):
            raise refusals.RsvpClosed(self.rsvp_until)

    def require_invited(self, member: Member) -> None:
        """Refuse an answer of people whom the event is not for, as if there were no such event."""
        if self.is_scheduled or not self.audience.includes(member):
            raise refusals.EventNotFound

    def require_visible(self, member: Member) -> None:
        """Refuse all but its audience and its organisers, as if there were no such event."""
        invited = self.audience.includes(member) and not self.is_scheduled
        if not (invited or member.is_organiser):
            raise refusals.EventNotFound

    def published(self) -> "Event":
        """Return a scheduled event as it stands once its time has come."""
        return replace(self, state=EventState.PUBLISHED, publish_at=None)

    def moved(self, starts_at: datetime, now: datetime, zone: ZoneInfo) -> "Event":
        """Return the event at another time; refuse a past one, and the one it has.

        The RSVP deadline keeps its distance to the start, unless that would be in the past: then it
        stays, or gives way to the start.
        """
        if starts_at == self.starts_at:
            raise refusals.MomentUnchanged
        until = self.rsvp_until and self.rsvp_until + (starts_at - self.starts_at)
        if until is not None and self.rsvp_until is not None and until <= now:
            until = min(self.rsvp_until, starts_at)
        return self.changed(replace(self.plan, starts_at=starts_at, rsvp_until=until), now, zone)

    def changed(self, plan: EventPlan, now: datetime, zone: ZoneInfo) -> "Event":
        """Return the event by another plan; refuse a plan that breaks a rule.

        What has passed may stay: the start of an event that is under way, an RSVP deadline.
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
        """Tell whether a calendar entry of the one is out of date for the other."""
        return any(getattr(self, name) != getattr(other, name) for name in CALENDARED)

    def cancelled(self, reason: str, now: datetime) -> "Event":
        """Return the event called off."""
        self.require_open(now)
        words = checked_reason(reason)
        called_off = replace(self, state=EventState.CANCELLED, reason=words, publish_at=None)
        return _followed(called_off, now)

    def with_chosen(self, people: Iterable[MemberId]) -> "Event":
        """Return the event with these people added to those whom it is for."""
        chosen = self.audience.chosen | frozenset(people)
        return replace(self, audience=replace(self.audience, chosen=chosen))


CALENDARED = ("title", "description", "starts_at", "duration", "place", "room", "point")
"""The fields that an entry in a calendar shows."""


def _day(event: Event, zone: ZoneInfo) -> date:
    return event.starts_at.astimezone(zone).date()


def _followed(event: Event, now: datetime) -> Event:
    return replace(event, sequence=event.sequence + 1, changed_at=now)
