"""Store the data of forms between two updates, and across restarts."""

from collections.abc import Mapping
from typing import Any

from bot.domain.people.members import Member, TelegramId
from bot.domain.refusals import NotMember
from bot.ports import Transaction
from bot.services.transactions import Service, reading, transaction

PREFIX = "draft"


def draft_prefix(chat: int) -> str:
    """Return the prefix of the keys of all drafts in a private chat."""
    return f"{PREFIX}:{chat}:"


def account_of(member: Member) -> TelegramId:
    """Return the account whose drafts are a person's; refuse a person without one."""
    if member.telegram_id is None:
        raise NotMember
    return member.telegram_id


class Drafts(Service):
    """Drafts by the keys that forms choose."""

    @reading
    def data(self, tx: Transaction, key: str) -> dict[str, Any]:
        """Return the stored data; an empty object if there are none."""
        return tx.drafts.data(key)

    @transaction
    def save_data(self, tx: Transaction, key: str, data: Mapping[str, Any]) -> None:
        """Store a JSON object; an empty one is deleted."""
        tx.drafts.save_data(key, data, self._clock.now())

    @transaction
    def forget(self, tx: Transaction, prefix: str) -> None:
        """Delete every draft whose key has this prefix."""
        tx.drafts.forget(prefix)
