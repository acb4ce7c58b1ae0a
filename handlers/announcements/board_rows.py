"""Buttons to the board of an announcement and back."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.announcements.announcements import AnnouncementId, AnnouncementState
from handlers.announcements.callbacks.announcement_boards import (
    AnnouncementActButton,
    AnnouncementButton,
)
from handlers.announcements.callbacks.announcements import AnnouncementReportButton
from handlers.ui.buttons import Row, button, keyboard
from handlers.ui.texts import Texts

NAME_LIMIT = 60
WAITING = frozenset({AnnouncementState.UNCONFIRMED, AnnouncementState.SCHEDULED})


def act_button(
    announcement: AnnouncementId, name: str, t: Texts, style: str | None = None
) -> InlineKeyboardButton:
    """Return the button of something that can be done about an announcement."""
    data = AnnouncementActButton(announcement_id=announcement, act=name)
    return t.button("button-announcement-act", data, style, act=name)


def id_of(
    data: AnnouncementButton | AnnouncementActButton | AnnouncementReportButton,
) -> AnnouncementId:
    """Return the announcement of a button."""
    return data.announcement_id


def board_data(announcement: AnnouncementId) -> str:
    """Return the data of a button that opens the board."""
    return AnnouncementButton(announcement_id=announcement).pack()


def back(announcement: AnnouncementId, t: Texts) -> InlineKeyboardMarkup:
    """Return a keyboard with only the way back to the board."""
    return keyboard([back_row(announcement, t)])


def back_row(announcement: AnnouncementId, t: Texts) -> Row:
    """Return the row that leads back to the board."""
    return [button(t.plain("button-back"), board_data(announcement))]
