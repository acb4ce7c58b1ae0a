"""Letters of polls: what their notices have become by the time they are put into words."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.polls.cards import PollBoard, PollCard
from bot.domain.polls.notices import (
    BallotOpened,
    BallotReminder,
    OutcomeDeclared,
    PollCancelled,
    PollCardChanged,
    ProxyEntrusted,
    ProxyWithdrawn,
    TieSettledByLot,
)
from bot.domain.polls.polls import Poll

BallotSubject: TypeAlias = (
    BallotOpened
    | BallotReminder
    | ProxyEntrusted
    | ProxyWithdrawn
    | PollCancelled
    | OutcomeDeclared
    | TieSettledByLot
    | PollCardChanged
)


@dataclass(frozen=True, slots=True)
class BallotLetter:
    """News of a poll, or the ballot itself, for one person.

    Of a proxy that was revoked, `voter` is whose it was, and `voted` that its ballot is cast.
    """

    subject: BallotSubject
    card: PollCard
    voter: str = ""
    voted: bool = False


@dataclass(frozen=True, slots=True)
class PollPostLetter:
    """A poll's card in a group: nobody's ballot, and no counts that are not for everybody."""

    card: PollCard


@dataclass(frozen=True, slots=True)
class PollBoardLetter:
    """A poll as chair and secretary see it."""

    board: PollBoard


@dataclass(frozen=True, slots=True)
class SealLetter:
    """The seal of a closed poll and the head of the chain: `card` has both."""

    card: PollCard


@dataclass(frozen=True, slots=True)
class MinutesReadyLetter:
    """The minutes of a poll can be issued."""

    poll: Poll


PollContent: TypeAlias = (
    BallotLetter | PollPostLetter | PollBoardLetter | SealLetter | MinutesReadyLetter
)
