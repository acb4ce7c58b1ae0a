"""Letters of announcements: the data of their notices at the time of sending."""

from bot.domain.announcements.addressees import Coverage
from bot.domain.announcements.announcements import Announcement
from bot.domain.announcements.contents import Content
from bot.domain.announcements.copies import Copy
from bot.domain.letters import LetterContent


class CopyLetter(LetterContent):
    """An announcement for one person or chat, with the fields filled in, in `language`."""

    announcement: Announcement
    content: Content
    language: str


class ButtonsLetter(LetterContent):
    """The buttons of an album that was sent, in a message below it."""

    announcement: Announcement
    copy: Copy
    content: Content


class CorrectionLetter(LetterContent):
    """A copy as it is now, and the newest version of the announcement that it should show."""

    announcement: Announcement
    copy: Copy
    shown: Content
    content: Content


class WithdrawalLetter(LetterContent):
    """A copy to delete, or to replace by a note if it is too old to delete (not `deletable`)."""

    announcement: Announcement
    copy: Copy
    content: Content
    deletable: bool


class RereadLetter(LetterContent):
    """An announcement that somebody opens again; the copy that they opened `before` is deleted."""

    announcement: Announcement
    content: Content
    language: str
    before: WithdrawalLetter | None


class PinLetter(LetterContent):
    """A post to pin, `quietly` or with a sound."""

    quietly: bool


class SecondYesLetter(LetterContent):
    """The request to approve an announcement: its author, addressees, and version (`mark`)."""

    announcement: Announcement
    author: str
    coverage: Coverage
    mark: int


class DecisionLetter(LetterContent):
    """An announcement that another organiser approved, whose name it gives, or cancelled (None)."""

    announcement: Announcement
    agreed_by: str | None
