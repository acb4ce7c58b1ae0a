"""A mailing: many notices of one act, with progress and a report."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.due_times import DueKind

MailingId = NewType("MailingId", int)

LATELY = timedelta(seconds=10)
"""The sending rate is measured over this time."""

SOON = timedelta(minutes=15)
"""A notice put off for longer than this waits for the end of the recipient's quiet hours."""


class MailingDue(DueKind):
    """Kinds of due times of mailings. The value is stored."""

    PROGRESS = "mailing_progress"


class Occasion(StrEnum):
    """What a mailing is about."""

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
"""Nobody may pause or stop these: a voter who gets no ballot in time could have the vote annulled.
"""


class Halt(StrEnum):
    """How somebody has stopped a mailing: paused, or for good."""

    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a mailing; `title` is that of its event, poll or announcement.

    `doubtful` were sent, perhaps twice: a crash or a lost answer. `lately` were settled in the last
    `LATELY`; `put_off` wait for the end of their quiet hours. `lasting` is how long it has run.
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
        """How many notices were sent or given up."""
        return self.sent + self.unreachable + self.failed + self.dropped

    @property
    def done(self) -> bool:
        """Tell whether nothing is left to send."""
        return self.settled >= self.total

    @property
    def can_be_halted(self) -> bool:
        """Tell whether it may be paused or stopped."""
        running = not self.done and self.halt is not Halt.STOPPED
        return running and self.occasion not in OF_VOTES

    @property
    def pace(self) -> float:
        """Messages per second over the last `LATELY`."""
        lasted = min(self.lasting, LATELY).total_seconds()
        return self.lately / max(1.0, lasted)

    @property
    def left(self) -> timedelta | None:
        """The estimated time left, without those in quiet hours; None if it is unknown."""
        if self.halt is not None or not self.lately:
            return None
        return timedelta(seconds=round((self.total - self.settled - self.put_off) / self.pace))
