"""The sweep that ends expired offers and offers the seats to the next people."""

from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.ports import Transaction
from bot.services.access import require_event
from bot.services.events.seating import reseat
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService


class Waitlists(RuledService):
    """Processes expired offers."""

    def _offers_ended(self, tx: Transaction) -> list[EventId]:
        return tx.rsvps.offers_ended(self._clock.now())

    @each_due(EventDue.WAITLIST, _offers_ended)
    def sweep(self, tx: Transaction, event: EventId) -> int:
        """End the expired offers; return in how many events."""
        found = require_event(tx, event)
        if found.is_cancelled:
            return 0
        roster = tx.rsvps.roster(found)
        reseat(tx, found, roster, roster, self._rules, self._clock.now())
        return 1
