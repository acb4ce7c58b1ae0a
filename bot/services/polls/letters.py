"""What a notice of a poll says by the time it is sent, composed from what is stored."""

from datetime import datetime

from bot.domain.notices import MessageRef, Notice
from bot.domain.people.members import Member, MemberId
from bot.domain.polls.cards import PollCard
from bot.domain.polls.letters import (
    BallotLetter,
    BallotSubject,
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
    ProxyWithdrawn,
    poll_concerns,
)
from bot.domain.polls.polls import Poll
from bot.ports import PollView, Transaction
from bot.services.polls.electing import called
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
    return _letter(tx, subject, card, member) if poll_concerns(subject, card) else None


def _letter(
    tx: Transaction, subject: PollSubject, card: PollCard, member: Member | None
) -> PollContent | None:
    match subject:
        case PollSealed():
            return SealLetter(card)
        case MinutesReady():
            return MinutesReadyLetter(card.poll)
        case PollPosted():
            return PollPostLetter(card)
        case _:
            return None if member is None else _to_person(tx, card.poll, subject, card, member.id)


def _to_person(
    tx: Transaction, poll: Poll, subject: BallotSubject, card: PollCard, member: MemberId
) -> BallotLetter | None:
    """Return news for one person; a proxy's former holder no longer has a card that says whose."""
    if not isinstance(subject, ProxyWithdrawn):
        return BallotLetter(subject, card)
    voter = next((one for one in tx.electorates.voters(poll.id) if one.id == subject.voter), None)
    if voter is None:  # never: voters are not deleted
        return None
    name = called(tx, poll.body, voter.id, voter.name)
    proxy = tx.electorates.of_voter(poll.id, voter.id).proxy_of(voter.id)
    used = proxy is not None and proxy.holder == member and proxy.used
    return BallotLetter(subject, card, name, used)


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
