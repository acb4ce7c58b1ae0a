"""The sweep that turns due reminders into notices, and the planning of reminders."""

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.domain.due_times import DueTime
from bot.domain.events.cards import NEAR
from bot.domain.events.dues import EventDue
from bot.domain.events.events import Event, EventId
from bot.domain.events.notices import EventReminder
from bot.domain.events.reminders import Expected, delivery_time, nearest
from bot.domain.notices import Notice
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_event
from bot.services.events.news import refresh_eve
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService

log = structlog.get_logger(__name__)


class Reminders(RuledService):
    """Sends reminders to people who are expected, outside quiet hours, once each."""

    def _ahead(self, tx: Transaction) -> list[EventId]:
        return tx.events.ids_ending_after(self._clock.now())

    @each_due(EventDue.REMINDER_PLAN, _ahead)
    def plan(self, tx: Transaction, event: EventId) -> int:
        """Plan all reminders by the present lead times, at each start; return how many."""
        now = self._clock.now()
        found = require_event(tx, event)
        if found.is_cancelled or found.is_scheduled:
            return 0
        reminders = self._rules.leads.reminders_for(found, now)
        overdue = tx.dues.overdue(EventDue.REMINDERS, event, now)
        tx.dues.replace(EventDue.REMINDERS, event, [*overdue, *reminders])
        return len(reminders)

    def _events_due(self, tx: Transaction) -> list[EventId]:
        return list(map(EventId, tx.dues.due(EventDue.REMINDERS, self._clock.now())))

    @each_due(EventDue.REMINDERS, _events_due)
    def sweep(self, tx: Transaction, event: EventId) -> int:
        """Enqueue due reminders; of several missed ones only the nearest. Return how many."""
        now = self._clock.now()
        due = tx.dues.take_due(EventDue.REMINDERS, event, now)
        notices = self._notices(tx, event, due) if due else []
        tx.outbox.add(notices, now)
        if any(reminder.lead == NEAR for reminder in due):
            refresh_eve(tx, event, now)
        return len(notices)

    def _notices(self, tx: Transaction, of: EventId, due: list[DueTime]) -> list[Notice]:
        """Return the notices of one event's reminders that are due."""
        event = tx.events.get(of)
        now = self._clock.now()
        if event is None or event.is_cancelled or now >= event.starts_at:
            log.info("reminder too late", event_id=of, leads=len(due))
            return []
        if len(due) > 1:
            log.info("reminders overtaken", event_id=event.id, leads=len(due))
        expected = tx.rsvps.expected(event.id, max(reminder.due_at for reminder in due))
        kinds: dict[tuple[object, ...], _Due | None] = {}
        notices = []
        for person in expected:
            kind = (person.leads, person.going, person.time_zone, person.quiet_hours)
            if kind not in kinds:  # a thousand people share a few combinations
                kinds[kind] = self._due(event, due, person, now)
            # Somebody who answered after the lead time had passed needs no reminder for it.
            told = kinds[kind]
            if told is not None and person.answered_at <= told.reminder.due_at:
                notices.append(told.notice(person))
        return notices

    def _due(
        self, event: Event, due: list[DueTime], person: Expected, now: datetime
    ) -> "_Due | None":
        """Return the reminder for people with these settings, and its time; None without one."""
        reminder = nearest(due, self._rules.leads.of(event, person))
        if reminder is None:
            return None
        zone = self._rules.zone_of(person.time_zone)
        quiet_hours = self._rules.quiet_hours_of(person.quiet_hours)
        moment = delivery_time(event, now, quiet_hours, zone)
        if moment is None:
            log.info("reminder useless after quiet hours", event_id=event.id)
            return None
        lead = f"{reminder.lead.total_seconds():.0f}"
        # Reminders that quiet hours delay to the same moment are sent as one.
        when = lead if moment == now else f"at:{moment.timestamp():.0f}"
        key = f"reminder:{event.id}:{event.starts_at.timestamp():.0f}:{when}"
        asks = person.going and reminder.lead == self._rules.leads.question
        subject = EventReminder(event.id, event.starts_at, reminder.lead, asks)
        return _Due(reminder, subject, moment, key)


@dataclass(frozen=True, slots=True)
class _Due:
    """A reminder for people with the same lead times, zone and quiet hours."""

    reminder: DueTime
    subject: EventReminder
    moment: datetime
    key: str

    def notice(self, person: Expected) -> Notice:
        """Return the reminder for one of these people."""
        key = f"{self.key}:{person.member}"
        return Notice(key, person.member, self.subject, Priority.REMINDER, self.moment)
