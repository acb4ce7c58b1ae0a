"""Add, publish and cancel the dates of events."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event
from bot.domain.events.notices import EventCancelled
from bot.domain.events.plans import EventPlan
from bot.domain.events.recurrence import Recurrence, occurrences
from bot.domain.mailings import Occasion
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.access import require_event
from bot.services.events.announcing import announce
from bot.services.events.news import refresh_all, tell_many
from bot.services.meetings.states import require_no_meeting
from bot.services.rooms.for_events import give_up_of_event
from bot.services.rules import AllianceRules


def add_dates(
    tx: Transaction,
    organiser: Member,
    plan: EventPlan,
    recurrence: Recurrence | None,
    zone: ZoneInfo,
    now: datetime,
    *,
    draft: str | None,
    at: datetime | None,
) -> list[Event]:
    """Add an event, or all dates of a series, published now or `at` then (UTC); return the first.

    Only the first one is linked with its draft.
    """
    if recurrence is None:
        event = tx.events.add(plan, organiser.id, now, draft=draft, publish_at=at)
        return [require_event(tx, event)]
    series = tx.events.add_series(recurrence.rhythm, organiser.id, now)
    events = [
        tx.events.add(
            _on(plan, start),
            organiser.id,
            now,
            draft=draft if start == plan.starts_at else None,
            publish_at=at,
            series=series,
        )
        for start in occurrences(recurrence, plan.starts_at, zone)
    ]
    return [require_event(tx, event) for event in events]


def _on(plan: EventPlan, start: datetime) -> EventPlan:
    """Return the plan for another date of its series; the RSVP deadline moves along."""
    until = plan.rsvp_until and plan.rsvp_until + (start - plan.starts_at)
    return replace(plan, starts_at=start, rsvp_until=until)


def publish_dates(
    tx: Transaction, event: Event, organiser: Member, rules: AllianceRules, now: datetime
) -> int:
    """Publish a scheduled event and the future dates of its series; return how many dates."""
    dates = [one.published() for one in rest_of(tx, event, now) if one.is_scheduled]
    for one in dates or [event.published()]:
        tx.events.save(one)
        plan_reminders(tx, one, rules, now)
    if dates:
        announce(tx, dates[0], organiser, now)
    refresh_all(tx, event, now)
    return max(1, len(dates))


def rest_of(tx: Transaction, event: Event, now: datetime) -> list[Event]:
    """Return an event and the later dates of its series that are not over."""
    if event.series is None:
        return [event]
    dates = tx.events.of_series(event.series, now)
    return [one for one in dates if one.starts_at >= event.starts_at]


def plan_reminders(tx: Transaction, event: Event, rules: AllianceRules, now: datetime) -> None:
    """Plan the reminders; one that has just fallen due is kept, unless the event moved."""
    overdue = [
        reminder
        for reminder in tx.dues.overdue(EventDue.REMINDERS, event.id, now)
        if reminder.due_at + reminder.lead == event.starts_at
    ]
    reminders = [*overdue, *rules.leads.reminders_for(event, now)]
    tx.dues.replace(EventDue.REMINDERS, event.id, reminders)


def undoable_until(plan: EventPlan, undo: timedelta, now: datetime) -> datetime | None:
    """Return until when a publication can be undone; None if it cannot."""
    until = now + undo
    return until if now < until < plan.starts_at else None


def call_off(tx: Transaction, organiser: Member, event: Event, reason: str, now: datetime) -> None:
    """Cancel one date; the caller enqueues the notices. Refused while it is a meeting."""
    require_no_meeting(tx, event)
    cancelled = event.cancelled(reason, now)
    tx.events.save(cancelled)
    tx.dues.clear(EventDue.REMINDERS, cancelled.id)
    give_up_of_event(tx, cancelled, now)
    refresh_all(tx, cancelled, now)
    details = {"reason": cancelled.reason}
    tx.audit.add(organiser.id, "event.cancel", f"event:{event.id}", now, **details)


def tell_cancelled(tx: Transaction, organiser: Member, dates: list[Event], now: datetime) -> None:
    """Tell everybody who answered any of these dates, each person once."""
    if not dates:
        return
    first, *others = dates
    answered = {member.id: member for one in dates for member, _ in tx.rsvps.answered(one.id)}
    news = EventCancelled(first.id, tuple(one.id for one in others))
    tell_many(tx, Occasion.CANCELLED, first, organiser, news, answered.values(), now)
