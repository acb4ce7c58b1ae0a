"""What of the directory is public, for the alliance's site."""

from collections.abc import Sequence

from bot.domain.directory.cards import Card, CardFilter, public
from bot.ports import Transaction
from bot.services.transactions import Service, reading


class PublishedDirectory(Service):
    """For everybody: nothing here depends on who asks."""

    @reading
    def cards(self, tx: Transaction) -> Sequence[Card]:
        """Return what is public of all cards."""
        return [public(card) for card in all_cards(tx)]


def all_cards(tx: Transaction) -> Sequence[Card]:
    """Return the cards of all member organisations, by name."""
    return tx.directory.page(CardFilter(), 0, -1)
