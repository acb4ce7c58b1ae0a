"""The sweep that ends offers nobody took, and finds the seats their next takers."""

from bot.domain.events.dues import EventDue
from bot.domain.events.events import EventId
from bot.ports import Transaction
from bot.services.access import require_event
from bot.services.events.seating import reseat
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService


class Waitlists(RuledService):
    """Keeps waitlists moving without anybody's tap."""

    def _offers_ended(self, tx: Transaction) -> list[EventId]:
        return tx.rsvps.offers_ended(self._clock.now())

    @each_due(EventDue.WAITLIST, _offers_ended)
    def sweep(self, tx: Transaction, event: EventId) -> int:
        """End the offers whose time is over; return in how many events there were such."""
        found = require_event(tx, event)
        if found.is_cancelled:
            return 0
        roster = tx.rsvps.roster(found)
        reseat(tx, found, roster, roster, self._rules, self._clock.now())
        return 1
