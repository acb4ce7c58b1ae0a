"""What a message shows after a tap, though it may have yet to be marked as sent."""

from dataclasses import replace

from bot.domain.notices import MessageRef
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import PollId
from bot.ports import PollView, Transaction


def show_poll(
    tx: Transaction, poll: PollId, member: MemberId, message: MessageRef, view: PollView
) -> None:
    """Have a message that a person tapped show a poll, and nothing else."""
    tx.cards.forget(message)
    tx.poll_messages.add(poll, member, message, view)
    tx.outbox.overtake(member, message)


def leave_message(tx: Transaction, member: MemberId, message: MessageRef) -> None:
    """Have a message that a person tapped follow nothing any more: it shows a screen of theirs.

    Whoever taps may be faster than the mark that the message was sent, or edited: that no longer
    makes it a card again.
    """
    forget_message(tx, message)
    tx.outbox.overtake(member, message)


def forget_message(tx: Transaction, message: MessageRef) -> None:
    """Have a message follow nothing any more."""
    tx.cards.forget(message)
    tx.poll_messages.forget(message)


def with_caption(tx: Transaction, message: MessageRef | None) -> MessageRef | None:
    """Return the message to edit with the knowledge whether a picture carries its words."""
    if message is None:
        return None
    shown = tx.cards.get(message) or tx.poll_messages.get(message)
    return message if shown is None else replace(message, caption=shown.message.caption)
