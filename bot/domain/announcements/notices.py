"""Notices of announcements: what is sent, changed or taken back for one person or chat."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.announcements.announcements import AnnouncementId


@dataclass(frozen=True, slots=True)
class CopyDue:
    """Somebody gets an announcement."""

    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class CopyAsked:
    """Somebody opens an announcement again that went to them."""

    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class ButtonsDue:
    """The buttons of an album, which Telegram lets stand only in a message below it."""

    announcement: AnnouncementId
    reread: bool = False


@dataclass(frozen=True, slots=True)
class CopyPinned:
    """What was posted in a group or channel is pinned there."""

    announcement: AnnouncementId


@dataclass(frozen=True, slots=True)
class CopyCorrected:
    """A copy is to show the newest version: the one that was sent, or the one `reread`."""

    announcement: AnnouncementId
    reread: bool = False


@dataclass(frozen=True, slots=True)
class CopyWithdrawn:
    """A copy of a recalled announcement is deleted, or replaced by a note."""

    announcement: AnnouncementId
    reread: bool = False


@dataclass(frozen=True, slots=True)
class SecondYesAsked:
    """Another organiser is asked whether an announcement may go to everybody."""

    announcement: AnnouncementId


AnnouncementSubject: TypeAlias = (
    CopyDue | CopyAsked | ButtonsDue | CopyPinned | CopyCorrected | CopyWithdrawn | SecondYesAsked
)
