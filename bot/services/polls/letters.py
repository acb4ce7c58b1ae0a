"""What a notice of a poll says by the time it is sent, composed from what is stored."""

from datetime import datetime

from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member
from bot.domain.polls.cards import PollCard
from bot.domain.polls.letters import (
    BallotLetter,
    MinutesReadyLetter,
    PollBoardLetter,
    PollContent,
    PollPostLetter,
    SealLetter,
)
from bot.domain.polls.notices import (
    MinutesReady,
    PollCardChanged,
    PollPosted,
    PollSealed,
    PollSubject,
    poll_concerns,
)
from bot.domain.polls.polls import Poll
from bot.ports import PollView, Transaction
from bot.services.polls.views import may_see, poll_board, poll_card


def poll_content(
    tx: Transaction, notice: Notice, subject: PollSubject, member: Member | None, now: datetime
) -> PollContent | None:
    """Return what the notice says of its poll; None when nothing is left to say."""
    poll = tx.polls.get(subject.poll)
    if poll is None:
        return None
    if isinstance(subject, PollCardChanged):
        return _shown(tx, poll, notice.edits, member, now)
    card = poll_card(tx, poll, member, now)
    return _letter(subject, card, member) if poll_concerns(subject, card) else None


def _letter(subject: PollSubject, card: PollCard, member: Member | None) -> PollContent | None:
    match subject:
        case PollSealed():
            return SealLetter(card)
        case MinutesReady():
            return MinutesReadyLetter(card.poll)
        case PollPosted():
            return PollPostLetter(card)
        case _:
            return None if member is None else BallotLetter(subject, card)


def _shown(
    tx: Transaction, poll: Poll, message: MessageRef | None, member: Member | None, now: datetime
) -> PollContent | None:
    """Return what a message that shows the poll is to show; None if it shows something else."""
    shown = None if message is None else tx.poll_messages.get(message)
    if shown is None or shown.poll != poll.id or shown.member != (member.id if member else None):
        return None
    if member is None:
        return PollPostLetter(poll_card(tx, poll, None, now))
    if shown.view is PollView.BOARD:
        return PollBoardLetter(poll_board(tx, poll, now)) if member.presides else None
    if not may_see(tx, poll, member):
        return None
    return BallotLetter(PollCardChanged(poll.id), poll_card(tx, poll, member, now))
