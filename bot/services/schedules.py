"""What the bot is going to say of its own accord, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.notices import Subject
from bot.ports import Transaction
from bot.services.transactions import Service, reading


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """A reminder of an event that falls due at `at` (UTC)."""

    at: datetime
    title: str
    lead: timedelta


@dataclass(frozen=True, slots=True)
class WaitingNotices:
    """Notices of one kind that wait in the outbox for `at` (UTC)."""

    at: datetime
    subject: Subject
    count: int


class Schedules(Service):
    """A look ahead."""

    @reading
    def ahead(
        self, tx: Transaction, limit: int
    ) -> tuple[list[PlannedReminder], list[WaitingNotices]]:
        """Return the next reminders and what waits in the outbox, `limit` of each."""
        reminders = []
        for reminder in tx.reminders.upcoming(limit):
            event = tx.events.get(reminder.event)
            if event is not None:
                reminders.append(PlannedReminder(reminder.due_at, event.title, reminder.lead))
        waiting = [WaitingNotices(*row) for row in tx.outbox.waiting(limit)]
        return reminders, waiting
