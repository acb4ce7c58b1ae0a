"""Applications as the applicant, the chair, the secretary and the council see them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.applications.applications import Application, Remark
from bot.domain.applications.notices import ApplicationSubject
from bot.domain.letters import LetterContent
from bot.domain.people.members import Member


@dataclass(frozen=True, slots=True)
class ApplicationCard:
    """An application with questions and answers; `closes_at` (UTC) is when its poll closes.

    `reachable` tells whether the bot can write to the applicant, `chosen` whether the viewer has
    selected it for the next poll. Those who decide also see how many other applications of this
    organisation are under consideration (`rivals`), and whether it is a member already.
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
    """The applications that wait for the chair and the secretary, and those selected among them."""

    cards: tuple[ApplicationCard, ...]

    @property
    def chosen(self) -> tuple[Application, ...]:
        """The selected applications that still wait."""
        return tuple(c.application for c in self.cards if c.chosen and c.application.is_queued)


class ApplicationLetter(LetterContent):
    """News of an application; `remark` is the question or answer, `member` the recipient."""

    subject: ApplicationSubject
    card: ApplicationCard
    remark: Remark | None = None
    member: Member | None = None


class QueueLetter(LetterContent):
    """What happened to the queue since a moment, and how many applications are in it now."""

    sent: int
    withdrawn: int
    open: int
