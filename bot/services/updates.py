"""What a start has to know of the updates that were handled before it."""

from bot.ports import Transaction
from bot.services.transactions import Service, reading


class HandledUpdates(Service):
    """The updates that `transaction` has noted."""

    @reading
    def recent(self, tx: Transaction) -> frozenset[int]:
        """Return the ids of the last of them."""
        return tx.handled_updates.all()
