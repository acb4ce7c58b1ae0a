"""What the bot will send on its own, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.due_times import DueTime
from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.domain.events.reminders import LEADS
from bot.domain.notices import Subject
from bot.ports import Transaction
from bot.services.transactions import RuledService, reading


@dataclass(frozen=True, slots=True)
class PlannedReminder:
    """A reminder of an event that falls due at `at` (UTC)."""

    at: datetime
    title: str
    lead: timedelta


@dataclass(frozen=True, slots=True)
class WaitingNotices:
    """Notices of one kind that wait in the outbox until `at` (UTC)."""

    at: datetime
    subject: Subject
    count: int


class Schedules(RuledService):
    """A preview of what will be sent."""

    @reading
    def ahead(
        self, tx: Transaction, limit: int
    ) -> tuple[list[PlannedReminder], list[WaitingNotices]]:
        """Return the next reminders and the waiting notices, `limit` of each."""
        upcoming = tx.dues.upcoming(EventDue.REMINDERS, limit * len(LEADS))
        planned = (self._planned(tx, one) for one in upcoming)
        reminders = list(islice(filter(None, planned), limit))
        waiting = [WaitingNotices(*row) for row in tx.outbox.waiting(limit)]
        return reminders, waiting

    def _planned(self, tx: Transaction, reminder: DueTime) -> PlannedReminder | None:
        """Return a reminder that somebody would get; None for most lead times: nobody has them."""
        event = tx.events.get(EventId(reminder.subject))
        if event is None:
            return None
        leads = self._rules.leads
        wanted = {*leads.of_event(event)}
        for person in tx.rsvps.expected(event.id, reminder.due_at):
            wanted |= leads.of(event, person)
        if reminder.lead not in wanted:
            return None
        return PlannedReminder(reminder.due_at, event.title, reminder.lead)
