"""Notices: what the bot says to people of its own accord, kept in the outbox until said."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, TypeAlias

from bot.domain.announcements.notices import AnnouncementSubject
from bot.domain.applications.notices import ApplicationSubject, QueueChanged
from bot.domain.events.notices import EventSubject
from bot.domain.failures import ItemPutAside
from bot.domain.mailings import MailingId
from bot.domain.people.members import MemberId
from bot.domain.people.reachability import ReachabilityChanged
from bot.domain.people.rebindings import AccountConfirmed, AccountRebound
from bot.domain.polls.notices import PollSubject
from bot.domain.polls.straw_polls import StrawPollClosed, StrawPollInterrupted
from bot.domain.priorities import Priority

NoticeId = NewType("NoticeId", int)


@dataclass(frozen=True, slots=True)
class MailingProgressed:
    """The organiser who told many sees how far it has come."""

    mailing: MailingId


Subject: TypeAlias = (
    EventSubject
    | PollSubject
    | ApplicationSubject
    | QueueChanged
    | AnnouncementSubject
    | MailingProgressed
    | ReachabilityChanged
    | AccountRebound
    | AccountConfirmed
    | StrawPollClosed
    | StrawPollInterrupted
    | ItemPutAside
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
    """A message of the bot in a chat; with `caption` a picture carries its words.

    `more` are those that came with it: the rest of an album, the buttons below one.
    """

    chat: int
    message: int
    caption: bool = field(default=False, compare=False)
    more: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to say to one person, or to the group or channel of this (negative) chat id.

    `key` makes it once: what is for a person is never enqueued twice, what is for a group not
    while it waits. With `edits` it changes a message
    that is already there; then the same key asks again, and whatever is newest when it is sent
    wins.
    """

    key: str
    recipient: MemberId | None
    subject: Subject
    priority: Priority
    not_before: datetime
    mailing: MailingId | None = None
    edits: MessageRef | None = None
    chat: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice taken for sending; `version` tells whether it was asked for again meanwhile."""

    id: NoticeId
    notice: Notice
    version: int
    attempts: int
    doubtful: bool
