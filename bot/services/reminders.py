"""The sweep that turns due reminders into notices."""

from zoneinfo import ZoneInfo

import structlog

from bot.domain.events import Event
from bot.domain.members import MemberId
from bot.domain.notices import EventReminder, Notice
from bot.domain.priorities import Priority
from bot.domain.quiet_hours import QuietHours
from bot.domain.reminders import Reminder, delivery_time, latest_of_each_event
from bot.ports import Clock, Storage, Transaction
from bot.services.transactions import Service, transaction

log = structlog.get_logger(__name__)


class Reminders(Service):
    """Reminds of events those who are expected, at a decent hour, once."""

    def __init__(
        self, storage: Storage, clock: Clock, *, quiet_hours: QuietHours | None, zone: ZoneInfo
    ) -> None:
        super().__init__(storage, clock)
        self._quiet_hours = quiet_hours
        self._zone = zone

    @transaction
    def sweep(self, tx: Transaction) -> int:
        """Enqueue what has fallen due and return how many notices that made.

        After downtime only the nearest lead of an event is sent; the others are logged and dropped.
        """
        due = tx.reminders.take_due(self._clock.now())
        kept = latest_of_each_event(due)
        for reminder in due:
            if reminder not in kept:
                log.info("reminder overtaken", event_id=reminder.event, lead=str(reminder.lead))
        notices = [notice for reminder in kept for notice in self._notices(tx, reminder)]
        if notices:
            tx.outbox.add(notices, self._clock.now())
        return len(notices)

    def _notices(self, tx: Transaction, reminder: Reminder) -> list[Notice]:
        event = tx.events.get(reminder.event)
        now = self._clock.now()
        if event is None or event.is_cancelled or now >= event.starts_at:
            log.info("reminder too late", event_id=reminder.event, lead=str(reminder.lead))
            return []
        # An answer given after the lead had passed was given with the event in plain sight.
        expected = tx.events.expected(event.id, reminder.due_at)
        subject = EventReminder(event.id, event.starts_at, reminder.lead)
        notices = (self._notice(event, subject, member, zone) for member, zone in expected)
        return [notice for notice in notices if notice is not None]

    def _notice(
        self, event: Event, subject: EventReminder, member: MemberId, time_zone: str | None
    ) -> Notice | None:
        zone = ZoneInfo(time_zone) if time_zone else self._zone
        now = self._clock.now()
        moment = delivery_time(event, now, self._quiet_hours, zone)
        if moment is None:
            log.info("reminder useless after quiet hours", event_id=event.id, member_id=member)
            return None
        lead = f"{subject.lead.total_seconds():.0f}"
        # Leads that quiet hours put off to one moment are one reminder.
        due = lead if moment == now else f"at:{moment.timestamp():.0f}"
        return Notice(
            key=f"reminder:{event.id}:{event.starts_at.timestamp():.0f}:{due}:{member}",
            recipient=member,
            subject=subject,
            priority=Priority.REMINDER,
            not_before=moment,
        )
