"""Which messages show a poll: its voters their ballots, chair and secretary its board."""

from bot.domain.notices import MessageRef
from bot.domain.people.members import Member
from bot.domain.polls.polls import Poll
from bot.domain.polls.views import PollView
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.shown import show


def show_ballots(tx: Transaction, poll: Poll, person: Member, message: MessageRef | None) -> None:
    """Have a message, if there is one, show the person's ballots from now on."""
    if message is not None:
        show(tx, ballots_in(message, poll, person))


def ballots_in(message: MessageRef, poll: Poll, person: Member) -> Shown:
    """Return that a message shows the person's ballots."""
    return Shown(poll.id, person.id, message, PollView.BALLOT)


def show_board(tx: Transaction, poll: Poll, chair: Member, message: MessageRef | None) -> None:
    """Have a message, if there is one, show the poll's board from now on."""
    if message is not None:
        show(tx, Shown(poll.id, chair.id, message, PollView.BOARD))
