"""Lists of who answered, who came and who has not answered, for organisers."""

from bot.domain.events.attendance import Attendees
from bot.domain.events.events import EventId
from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.events.views import event_attendees
from bot.services.shown import leave_message
from bot.services.transactions import RuledService, repeatable, transaction


class Attendance(RuledService):
    """An event's people by name, for organisers only."""

    @repeatable
    def answers(
        self, tx: Transaction, actor: MemberId, event: EventId, message: MessageRef
    ) -> Attendees:
        """Return everybody of an event by group; `message` now shows the list, not a board."""
        require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        leave_message(tx, actor, message)
        return event_attendees(tx, found)

    @transaction
    def sheet(self, tx: Transaction, actor: MemberId, event: EventId) -> Attendees:
        """Return everybody of an event for a file; the audit log records this."""
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        attendees = event_attendees(tx, found)
        people = len(attendees.people)
        now = self._clock.now()
        tx.audit.add(organiser.id, "event.export", f"event:{found.id}", now, people=people)
        return attendees
