"""Notices: messages that the bot sends on its own initiative, kept in the outbox until sent."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NewType, dataclass_transform

from bot.domain.mailings import MailingId
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority

NoticeId = NewType("NoticeId", int)

SUBJECTS: dict[str, type["Subject"]] = {}
"""All subclasses of `Subject` by kind, complete once `bot.features` is imported."""


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
    """The organiser of a mailing sees its progress."""

    mailing: MailingId


class NoticeState(StrEnum):
    """The state of a notice. The last four are final."""

    PENDING = "pending"
    SENDING = "sending"
    RETRY = "retry"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message of the bot in a chat; with `caption` its text is that of a picture.

    `more` are those that came with it: the rest of an album, the buttons below one.
    """

    chat: int
    message: int
    caption: bool = field(default=False, compare=False)
    more: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one person, or to the group or channel with this (negative) chat id.

    `key` prevents duplicates: a person never gets two notices with one key, a group none while one
    waits. With `edits` it edits an existing message; then the same key enqueues again, and the
    newest version is sent.
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
    """A notice taken for sending; `version` shows whether it was enqueued again meanwhile."""

    id: NoticeId
    notice: Notice
    version: int
    attempts: int
    doubtful: bool
