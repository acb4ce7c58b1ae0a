"""What a tapped message shows from now on, though what was sent with it has yet to be marked."""

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
    tx.cards.forget(message)
    tx.poll_messages.forget(message)
    tx.outbox.overtake(member, message)
