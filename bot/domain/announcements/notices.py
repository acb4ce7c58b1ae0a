"""Notices of announcements: what is sent, edited or deleted for one person or chat."""

from bot.domain.announcements.announcements import AnnouncementId
from bot.domain.notices import Subject


class AnnouncementSubject(Subject):
    """A notice of an announcement."""

    announcement: AnnouncementId


class CopyDue(AnnouncementSubject, kind="announcement.copy_due"):
    """An announcement is sent to somebody."""


class CopyAsked(AnnouncementSubject, kind="announcement.copy_asked"):
    """Somebody opens an announcement again that they got before."""


class ButtonsDue(AnnouncementSubject, kind="announcement.buttons_due"):
    """The buttons of an album, which Telegram only allows in a separate message."""

    reread: bool = False


class CopyPinned(AnnouncementSubject, kind="announcement.copy_pinned"):
    """A post in a group or channel is pinned."""


class CopyCorrected(AnnouncementSubject, kind="announcement.copy_corrected"):
    """A copy is edited to the newest version: the copy that was sent, or the `reread` one."""

    reread: bool = False


class CopyWithdrawn(AnnouncementSubject, kind="announcement.copy_withdrawn"):
    """A copy of a recalled announcement is deleted, or replaced by a note."""

    reread: bool = False


class SecondYesAsked(AnnouncementSubject, kind="announcement.second_yes_asked"):
    """Another organiser is asked to approve an announcement to everybody."""


class AnnouncementDecided(AnnouncementSubject, kind="announcement.decided"):
    """The author is told that another organiser approved or cancelled an announcement."""
