"""A mailing: one act that tells many; its progress and its report."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

MailingId = NewType("MailingId", int)


class Occasion(StrEnum):
    """What a mailing tells people."""

    PUBLISHED = "published"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MESSAGE = "message"
    BALLOTS = "ballots"
    OUTCOME = "outcome"
    ANNOUNCEMENT = "announcement"
    CORRECTION = "correction"
    RECALL = "recall"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Report:
    """How far a mailing has come; `title` is that of what it is about.

    `doubtful` were sent, perhaps twice: a crash or a lost answer.
    """

    mailing: MailingId
    occasion: Occasion
    title: str
    total: int
    sent: int
    unreachable: int
    failed: int
    dropped: int
    doubtful: int
    not_joined: int

    @property
    def settled(self) -> int:
        """How many notices need no further attempt."""
        return self.sent + self.unreachable + self.failed + self.dropped

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to send."""
        return self.settled >= self.total
