"""Applications as people see them: the applicant, the chair and the secretary, the council."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.applications.applications import Application, Remark
from bot.domain.applications.notices import ApplicationSubject
from bot.domain.letters import LetterContent
from bot.domain.people.members import Member


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """An application with what was asked and answered; `closes_at` (UTC) is that of its poll.

    `reachable` tells whether the applicant can be told anything, `chosen` whether the viewer
    at it has chosen it for the next poll. Those who decide also see how many other applications of
    this organisation are under consideration (`rivals`), and whether it is a member by now.
    """

    application: Application
    remarks: tuple[Remark, ...] = ()
    closes_at: datetime | None = None
    reachable: bool = True
    chosen: bool = False
    rivals: int = 0
    member: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """What the chair and the secretary have on their desk, and what they have chosen of it."""

    cards: tuple[ApplicationCard, ...]

    @property
    def chosen(self) -> tuple[Application, ...]:
        """What goes to the council next, of what still waits."""
        return tuple(c.application for c in self.cards if c.chosen and c.application.is_queued)


class ApplicationLetter(LetterContent):
    """News of an application; `remark` is what was asked or answered, `member` who is told."""

    subject: ApplicationSubject
    card: ApplicationCard
    remark: Remark | None = None
    member: Member | None = None


class QueueLetter(LetterContent):
    """What happened to the queue since a moment, and how many applications are in it now."""

    sent: int
    withdrawn: int
    open: int
