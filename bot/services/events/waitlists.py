"""The sweep that ends offers nobody took, and finds the seats their next takers."""

from bot.domain.events.events import EventId
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_event
from bot.services.events.seating import reseat
from bot.services.rules import Rules
from bot.services.transactions import Service, transaction


class Waitlists(Service):
    """Keeps waitlists moving without anybody's tap."""

    def __init__(self, storage: Storage, clock: Clock, rules: Rules) -> None:
        super().__init__(storage, clock)
        self._rules = rules

    @transaction
    def sweep(self, tx: Transaction) -> int:
        """End the offers whose time is over; return in how many events there were such."""
        ended = tx.rsvps.offers_ended(self._clock.now())
        for event in ended:
            self._settle(tx, event)
        return len(ended)

    def _settle(self, tx: Transaction, event: EventId) -> None:
        found = require_event(tx, event)
        roster = tx.rsvps.roster(found)
        reseat(tx, found, roster, roster, self._rules, self._clock.now())
