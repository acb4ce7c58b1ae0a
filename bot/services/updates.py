"""The updates that were handled before a start."""

from bot.ports import Transaction
from bot.services.transactions import Service, reading


class HandledUpdates(Service):
    """The updates that `transaction` has recorded."""

    @reading
    def recent(self, tx: Transaction) -> frozenset[int]:
        """Return the ids of the last recorded updates."""
        return tx.handled_updates.all()
