"""Buttons under announcements, and under the messages that show how they go."""

from aiogram.filters.callback_data import CallbackData

from bot.domain.announcements.announcements import Kind
from handlers.ui.ids import Id, OfAnnouncement


class UnsubscribeButton(CallbackData, prefix="unsub"):
    """«Отписаться»: no more announcements of this kind, or (`again`) all of them once more."""

    kind: Kind
    again: bool = False


class HaltButton(CallbackData, prefix="halt"):
    """A mailing under way: `pause`, `resume`, `stop` (asks once more), `stopped`."""

    mailing_id: Id
    act: str


class SecondYesButton(CallbackData, OfAnnouncement, prefix="yes"):
    """The answer (`yes`, `no`, or `look` first) to the version of this `mark` for everybody."""

    answer: str
    mark: Id


class AnnouncementReportButton(CallbackData, OfAnnouncement, prefix="report"):
    """Who has an announcement and who has not."""
