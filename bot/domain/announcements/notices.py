"""Notices of announcements: what is sent, changed or taken back for one person or chat."""

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.notices import Subject


class AnnouncementSubject(Subject):
    """A notice of an announcement."""

    announcement: AnnouncementId


class CopyDue(AnnouncementSubject, kind="announcement.copy_due"):
    """Somebody gets an announcement."""


class CopyAsked(AnnouncementSubject, kind="announcement.copy_asked"):
    """Somebody opens an announcement again that went to them."""


class ButtonsDue(AnnouncementSubject, kind="announcement.buttons_due"):
    """The buttons of an album, which Telegram lets stand only in a message below it."""

    reread: bool = False


class CopyPinned(AnnouncementSubject, kind="announcement.copy_pinned"):
    """What was posted in a group or channel is pinned there."""


class CopyCorrected(AnnouncementSubject, kind="announcement.copy_corrected"):
    """A copy is to show the newest version: the one that was sent, or the one `reread`."""

    reread: bool = False


class CopyWithdrawn(AnnouncementSubject, kind="announcement.copy_withdrawn"):
    """A copy of a recalled announcement is deleted, or replaced by a note."""

    reread: bool = False


class SecondYesAsked(AnnouncementSubject, kind="announcement.second_yes_asked"):
    """Another organiser is asked whether an announcement may go to everybody."""
