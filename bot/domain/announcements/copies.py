"""Copies: the messages by which one person or chat got an announcement."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.people.members import MemberId

DELETABLE = timedelta(hours=48)
"""How long a bot can delete its own message (Bot API, deleteMessage)."""

MARGIN = timedelta(minutes=5)
"""Time left for a deletion to reach Telegram before the limit above."""


class Fate(StrEnum):
    """State of a copy: `awaited` is not sent yet or never arrived; `gone` was deleted in the chat.

    A recalled one was deleted, or replaced by a note.
    """

    AWAITED = "awaited"
    STANDING = "standing"
    GONE = "gone"
    DELETED = "deleted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Copy:
    """The messages of one copy in order: one for each piece, then the one with the buttons.

    `member` is None in a group or channel; `chat` is Telegram's id. It was sent at `sent_at` (UTC)
    and shows `version` of the announcement in `language`. A person has the copy that was sent to
    them and, if they opened the announcement again, the newest `reread` one; older ones are
    deleted.
    """

    announcement: AnnouncementId
    member: MemberId | None
    chat: int
    messages: tuple[int, ...]
    language: str
    version: int
    sent_at: datetime
    fate: Fate = Fate.STANDING
    reread: bool = False

    @property
    def addressee(self) -> int:
        """Return who has the copy: a person's id, or a chat's id (negative)."""
        return self.chat if self.member is None else self.member

    def is_deletable(self, now: datetime) -> bool:
        """Tell whether Telegram still allows to delete it."""
        return now - self.sent_at < DELETABLE - MARGIN
