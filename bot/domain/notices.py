"""Notices: what the bot says to people of its own accord, kept in the outbox until said."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, TypeAlias

from bot.domain.events import EXPECTED, Answer, Event, EventBoard, EventCard, EventId
from bot.domain.mailings import MailingId, Report
from bot.domain.members import Member, MemberId
from bot.domain.priorities import Priority

NoticeId = NewType("NoticeId", int)


@dataclass(frozen=True, slots=True)
class EventAnnounced:
    """An event has been published."""

    event: EventId


@dataclass(frozen=True, slots=True)
class EventMoved:
    """An event moved from `old_start` to `new_start` (UTC)."""

    event: EventId
    old_start: datetime
    new_start: datetime


@dataclass(frozen=True, slots=True)
class EventCancelled:
    """An event will not take place."""

    event: EventId


@dataclass(frozen=True, slots=True)
class EventReminder:
    """An event is near. For the start it had when the reminder fell due (UTC)."""

    event: EventId
    starts_at: datetime
    lead: timedelta


@dataclass(frozen=True, slots=True)
class EventCardChanged:
    """A card in somebody's chat is out of date: it is edited in place."""

    event: EventId


@dataclass(frozen=True, slots=True)
class EventBoardChanged:
    """An organiser's view of an event is out of date: it is edited in place."""

    event: EventId


@dataclass(frozen=True, slots=True)
class MailingProgressed:
    """The organiser who told many sees how far it has come."""

    mailing: MailingId


Subject: TypeAlias = (
    EventAnnounced
    | EventMoved
    | EventCancelled
    | EventReminder
    | EventCardChanged
    | EventBoardChanged
    | MailingProgressed
)


class NoticeState(StrEnum):
    """Where a notice stands. The last four are final."""

    PENDING = "pending"
    SENDING = "sending"
    RETRY = "retry"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message of the bot in a chat."""

    chat: int
    message: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say to one person. `key` makes it once: the same key is never enqueued twice.

    With `edits` it changes a message that is already there; then the same key asks again, and
    whatever is newest when it is sent wins.
    """

    key: str
    recipient: MemberId
    subject: Subject
    priority: Priority
    not_before: datetime
    mailing: MailingId | None = None
    edits: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice taken for sending; `version` tells whether it was asked for again meanwhile."""

    id: NoticeId
    notice: Notice
    version: int
    attempts: int
    doubtful: bool


@dataclass(frozen=True, slots=True)
class EventLetter:
    """News of an event, or its card, with all that the words need; `now` is when it is sent."""

    subject: EventAnnounced | EventMoved | EventCancelled | EventReminder | EventCardChanged
    card: EventCard
    now: datetime


@dataclass(frozen=True, slots=True)
class BoardLetter:
    """An event's counts for an organiser."""

    board: EventBoard


@dataclass(frozen=True, slots=True)
class ReportLetter:
    """A mailing's progress, or its report when it is done."""

    report: Report


Content: TypeAlias = EventLetter | BoardLetter | ReportLetter


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice ready to be put into words for its recipient."""

    chat: int
    language: str
    priority: Priority
    content: Content
    edits: MessageRef | None = None


def concerns(
    subject: Subject, event: Event, member: Member, answer: Answer | None, now: datetime
) -> bool:
    """Tell whether a notice still has something to say at the moment it would be sent.

    A reminder concerns those who are expected, for the time it was meant; news of an event concern
    nobody once it is over, or once newer news has overtaken it.
    """
    match subject:
        case EventReminder(starts_at=starts_at):
            ahead = now < event.starts_at == starts_at
            return answer in EXPECTED and ahead and not event.is_cancelled
        case EventAnnounced():
            open_ = not (event.is_cancelled or event.is_over(now))
            return open_ and event.audience.includes(member)
        case EventMoved(new_start=new_start):
            return event.starts_at == new_start and not (event.is_cancelled or event.is_over(now))
        case EventCancelled():
            return now < event.ends_at
        case _:
            return True
