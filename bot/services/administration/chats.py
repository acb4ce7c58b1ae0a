"""Follow a group that becomes a supergroup."""

from bot.ports import Transaction


def follow_chat(tx: Transaction, former: int, current: int) -> None:
    """Remember a group's new id; what is still to be said in the group goes there."""
    if former != current:
        tx.settings.save_moved(former, current)
        tx.outbox.move_chat(former, current)
