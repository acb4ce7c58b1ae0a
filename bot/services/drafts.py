"""What the forms remember between two taps, and across a restart."""

from collections.abc import Mapping
from typing import Any

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import NotMember
from bot.ports import Transaction
from bot.services.transactions import Service, reading, transaction

PREFIX = "draft"


def draft_prefix(chat: int) -> str:
    """Return how the keys of everything drafted in a private chat begin."""
    return f"{PREFIX}:{chat}:"


def account_of(member: Member) -> TelegramId:
    """Return the account with which a person drafts; refuse who has none."""
    if member.telegram_id is None:
        raise NotMember
    return member.telegram_id


class Drafts(Service):
    """Drafts by the forms' own keys."""

    @reading
    def data(self, tx: Transaction, key: str) -> dict[str, Any]:
        """Return what was kept; nothing is an empty object."""
        return tx.drafts.data(key)

    @transaction
    def save_data(self, tx: Transaction, key: str, data: Mapping[str, Any]) -> None:
        """Keep a JSON object; an empty one is deleted."""
        tx.drafts.save_data(key, data, self._clock.now())

    @transaction
    def forget(self, tx: Transaction, prefix: str) -> None:
        """Delete every key that begins so."""
        tx.drafts.forget(prefix)
