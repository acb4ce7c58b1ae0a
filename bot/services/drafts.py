"""What the organisers' wizards remember between two taps, and across a restart."""

from collections.abc import Mapping
from typing import Any

from bot.ports import Transaction
from bot.services.transactions import Service, reading, transaction

PREFIX = "draft"


def draft_prefix(chat: int) -> str:
    """Return how the keys of everything drafted in a private chat begin."""
    return f"{PREFIX}:{chat}:"


class Drafts(Service):
    """Drafts by the wizards' own keys."""

    @reading
    def data(self, tx: Transaction, key: str) -> dict[str, Any]:
        """Return what was kept; nothing is an empty object."""
        return tx.drafts.data(key)

    @transaction
    def save_data(self, tx: Transaction, key: str, data: Mapping[str, Any]) -> None:
        """Keep a JSON object."""
        tx.drafts.save_data(key, data, self._clock.now())

    @reading
    def state(self, tx: Transaction, key: str) -> str | None:
        """Return the state that was kept."""
        return tx.drafts.state(key)

    @transaction
    def save_state(self, tx: Transaction, key: str, state: str | None) -> None:
        """Keep a state."""
        tx.drafts.save_state(key, state, self._clock.now())
