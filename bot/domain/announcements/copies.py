"""Copies: the messages that one person or chat has of an announcement."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.people.members import MemberId

DELETABLE = timedelta(hours=48)
"""How long a bot can delete its own message (Bot API, deleteMessage)."""

MARGIN = timedelta(minutes=5)
"""A message that is deleted in time is still on its way for a moment."""


class Fate(StrEnum):
    """`awaited` is on its way or never arrived; `gone` was deleted in the chat.

    A recalled one leaves nothing, or a note in its place.
    """

    AWAITED = "awaited"
    STANDING = "standing"
    GONE = "gone"
    DELETED = "deleted"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Copy:
    """The messages of a copy in their order: one for each piece, then the one with the buttons.

    `member` is None in a group or channel; `chat` is Telegram's id. It was sent at `sent_at` (UTC)
    and shows `version` of the announcement in `language`. A person has one that was sent to them
    and, if they opened the announcement again, one `reread`: the newest, the older ones are gone.
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
        """Return whose it is: a person's id, or a chat's (negative)."""
        return self.chat if self.member is None else self.member

    def is_deletable(self, now: datetime) -> bool:
        """Tell whether Telegram still deletes it."""
        return now - self.sent_at < DELETABLE - MARGIN
