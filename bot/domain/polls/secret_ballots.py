"""Secret ballots: their numbers depend on their content, and nothing tells who cast them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import ballot_number


@dataclass(frozen=True, slots=True)
class SecretBallot:
    """A ballot as written, and its number.

    The number is a digest of poll, ballot and `nonce` (256 random bits in hex), so a ballot cannot
    be changed once its number is told. Ballots of releases before that have a random number and no
    nonce.
    """

    number: str
    written: str
    nonce: str = ""

    def is_unchanged(self, poll: PollId) -> bool:
        """Tell whether the number matches this ballot; always true for a random number."""
        return not self.nonce or self.number == ballot_number(poll, self.written, self.nonce)


@dataclass(frozen=True, slots=True)
class SecretBallots:
    """All secret ballots of a poll.

    `unreadable` counts those of an open poll whose key is missing: in a backup, or after the poll
    was cancelled. Once the time to challenge the decision is over they are `parted`: numbers and
    ballots are stored, but not which belongs to which.
    """

    ballots: tuple[SecretBallot, ...] = ()
    unreadable: int = 0
    parted: "Parted | None" = None

    @property
    def count(self) -> int:
        """How many ballots there are."""
        parted = len(self.parted.numbers) if self.parted else 0
        return len(self.ballots) + self.unreadable + parted

    @property
    def by_number(self) -> Mapping[str, str]:
        """The readable ballots by number."""
        return {one.number: one.written for one in self.ballots}

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of all readable ballots, sorted."""
        parted = self.parted.numbers if self.parted else ()
        return tuple(sorted([*parted, *(one.number for one in self.ballots)]))


@dataclass(frozen=True, slots=True)
class Parted:
    """The numbers and the written ballots, each sorted: nothing connects them."""

    numbers: tuple[str, ...]
    written: tuple[str, ...]
