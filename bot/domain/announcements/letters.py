"""Letters of announcements: what their notices have become by the time they are sent."""

from bot.domain.announcements.addressees import Coverage
from bot.domain.announcements.announcements import Announcement
from bot.domain.announcements.contents import Content
from bot.domain.announcements.copies import Copy
from bot.domain.letters import LetterContent


class CopyLetter(LetterContent):
    """An announcement for one person or chat, its fields filled, in `language`."""

    announcement: Announcement
    content: Content
    language: str


class ButtonsLetter(LetterContent):
    """The buttons of an album that has been sent, in a message below it."""

    announcement: Announcement
    copy: Copy
    content: Content


class CorrectionLetter(LetterContent):
    """What a copy shows, and what it is to show: the newest version of the announcement."""

    announcement: Announcement
    copy: Copy
    shown: Content
    content: Content


class WithdrawalLetter(LetterContent):
    """A copy to be deleted, or where that is too late (not `deletable`) replaced by a note."""

    announcement: Announcement
    copy: Copy
    content: Content
    deletable: bool


class RereadLetter(LetterContent):
    """An announcement that somebody opens again; the copy that they opened `before` goes."""

    announcement: Announcement
    content: Content
    language: str
    before: WithdrawalLetter | None


class PinLetter(LetterContent):
    """A post to be pinned, `quietly` or with a sound."""

    quietly: bool


class SecondYesLetter(LetterContent):
    """The question for a second yes: by whom, what (the `mark` of its version), to whom."""

    announcement: Announcement
    author: str
    coverage: Coverage
    mark: int
