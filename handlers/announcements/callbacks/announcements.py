"""Buttons under announcements, and under progress messages."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements.announcements import Kind
from bot.domain.mailings import MailingId
from handlers.ui.ids import Id, OfAnnouncement


class UnsubscribeButton(CallbackData, prefix="unsub"):
    """«Отписаться»: turn this kind off, or (`again`) on."""

    kind: Kind
    again: bool = False


class HaltButton(CallbackData, prefix="halt"):
    """A mailing in progress: `pause`, `resume`, `stop` (asks for confirmation), `stopped`."""

    mailing_id: Id[MailingId]
    act: str


class SecondYesButton(CallbackData, OfAnnouncement, prefix="yes"):
    """The answer (`yes`, `no`, or `look` first) about the version with this `mark`."""

    answer: str
    mark: Id[int]


class AnnouncementReportButton(CallbackData, OfAnnouncement, prefix="report"):
    """Who got an announcement and who did not."""
