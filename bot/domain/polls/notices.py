"""Notices of polls: what is said of them, and whether it still has something to say."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.domain.polls.cards import PollCard
from bot.domain.polls.electorates import VoterId
from bot.domain.polls.polls import PollId, PollState


@dataclass(frozen=True, slots=True)
class BallotOpened:
    """A poll has opened: here is the ballot."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class BallotReminder:
    """A ballot is awaited; `last` is the last call. For the close (UTC) as it was then."""

    poll: PollId
    closes_at: datetime
    lead: timedelta
    last: bool = False


@dataclass(frozen=True, slots=True)
class ProxyEntrusted:
    """Somebody may cast another voter's ballot from now on."""

    poll: PollId
    voter: VoterId


@dataclass(frozen=True, slots=True)
class ProxyWithdrawn:
    """Somebody may cast another voter's ballot no longer: the proxy was revoked."""

    poll: PollId
    voter: VoterId


@dataclass(frozen=True, slots=True)
class PollCancelled:
    """A poll was called off, or could not be opened when it was due."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class OutcomeDeclared:
    """A poll has closed; here is what came of it."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class TieSettledByLot:
    """A tie was settled by a recorded lot."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class PollPosted:
    """A poll's card goes to a group."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class PollSealed:
    """The seal of a closed poll and the head of the chain, where others keep them."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class MinutesReady:
    """The minutes of a closed poll wait for nobody any more: they can be issued."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class PollCardChanged:
    """A message that shows a poll is out of date: it is edited in place."""

    poll: PollId


PollSubject: TypeAlias = (
    BallotOpened
    | BallotReminder
    | ProxyEntrusted
    | ProxyWithdrawn
    | PollCancelled
    | OutcomeDeclared
    | TieSettledByLot
    | PollPosted
    | PollSealed
    | MinutesReady
    | PollCardChanged
)


def poll_concerns(subject: PollSubject, card: PollCard) -> bool:
    """Tell whether a notice still has something to say to a person at the moment it would be sent.

    A ballot concerns whoever has one while the poll is open, a reminder only whoever has not cast
    it, for the close that was meant: never after a vote.
    """
    poll = card.poll
    match subject:
        case BallotReminder(closes_at=closes_at):
            concerned = card.waits and poll.closes_at == closes_at
        case BallotOpened():
            concerned = card.takes_ballots and bool(card.ballots)
        case ProxyEntrusted(voter=voter):
            held = {ballot.voter for ballot in card.ballots if ballot.by_proxy}
            concerned = card.takes_ballots and voter in held
        case ProxyWithdrawn(voter=voter):
            held = {ballot.voter for ballot in card.ballots if ballot.by_proxy}
            concerned = card.takes_ballots and voter not in held
        case PollPosted():
            concerned = card.takes_ballots
        case PollCancelled():
            concerned = poll.state is PollState.CANCELLED
        case PollCardChanged():
            concerned = True
        case MinutesReady():
            concerned = card.presides and not card.minutes
        case _:
            concerned = poll.state is PollState.CLOSED
    return concerned
