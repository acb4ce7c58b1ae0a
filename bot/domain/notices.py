"""Notices: what the bot says to people of its own accord, kept in the outbox until said."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NewType, dataclass_transform

from bot.domain.mailings import MailingId
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority

NoticeId = NewType("NoticeId", int)

SUBJECTS: dict[str, type["Subject"]] = {}
"""The subjects that have been defined, by kind; all of them once `bot.features` is imported."""


@dataclass_transform(frozen_default=True)
class Subject:
    """What a notice is about: each subclass is a frozen dataclass.

    The kind is stored, so it is permanent: a class may be renamed, its kind may not. A subclass
    without a kind is a base of others.
    """

    kind: ClassVar[str]

    def __init_subclass__(cls, *, kind: str | None = None) -> None:
        super().__init_subclass__()
        dataclass(frozen=True)(cls)
        if kind is None:
            return
        former = SUBJECTS.setdefault(kind, cls)
        if former is not cls:
            raise TypeError(f"{cls.__qualname__} and {former.__qualname__} are both {kind!r}")
        cls.kind = kind


class MailingProgressed(Subject, kind="mailing.progressed"):
    """The organiser who told many sees how far it has come."""

    mailing: MailingId


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
