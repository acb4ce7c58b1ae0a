"""A mailing: one act that tells many; its progress and its report."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.due_times import DueKind

MailingId = NewType("MailingId", int)

LATELY = timedelta(seconds=10)
"""The pace is measured over the last of these."""

SOON = timedelta(minutes=15)
"""What waits longer than this waits for the morning of the person who gets it."""


class MailingDue(DueKind):
    """What falls due of a mailing. The value is stored."""

    PROGRESS = "mailing_progress"


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


OF_VOTES = frozenset({Occasion.BALLOTS, Occasion.OUTCOME})
"""What nobody may hold up: who has no ballot in time could not vote, and that voids a vote."""


class Halt(StrEnum):
    """A mailing that somebody has held up, for a while or for good."""

    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Report:
    """How far a mailing has come; `title` is that of what it is about.

    `doubtful` were sent, perhaps twice: a crash or a lost answer. `lately` were settled in the
    last `LATELY`; `put_off` wait for the end of their quiet hours. It has been `lasting` so long.
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
    lately: int = 0
    put_off: int = 0
    announcement: AnnouncementId | None = None
    halt: Halt | None = None
    lasting: timedelta = timedelta()

    @property
    def settled(self) -> int:
        """How many notices need no further attempt."""
        return self.sent + self.unreachable + self.failed + self.dropped

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to send."""
        return self.settled >= self.total

    @property
    def can_be_halted(self) -> bool:
        """Tell whether it may be paused or stopped now."""
        running = not self.done and self.halt is not Halt.STOPPED
        return running and self.occasion not in OF_VOTES

    @property
    def pace(self) -> float:
        """Messages a second of late."""
        lasted = min(self.lasting, LATELY).total_seconds()
        return self.lately / max(1.0, lasted)

    @property
    def left(self) -> timedelta | None:
        """How long it will take at this pace, without those who sleep; None if that is unknown."""
        if self.halt is not None or not self.lately:
            return None
        return timedelta(seconds=round((self.total - self.settled - self.put_off) / self.pace))
