"""Lists of announcements for organisers, and their search."""

from functools import partial

from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.announcements.reports import AnnouncementSummary
from bot.services.announcements.reports import AnnouncementReports
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.board_rows import WAITING, board_data
from handlers.announcements.callbacks.announcement_boards import (
    BoardsButton,
    FindAnnouncementButton,
    TemplatesButton,
)
from handlers.announcements.desks import Desk
from handlers.ui.buttons import Row, button, keyboard, lines, listed, titled
from handlers.ui.callbacks import AnnounceButton
from handlers.ui.edits import show
from handlers.ui.pages import PAGE, page_of
from handlers.ui.texts import Texts

ASKED = "boards-find"


async def list_boards(
    query: CallbackQuery,
    callback_data: BoardsButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """List sent announcements, the newest first, or waiting ones, the next first."""
    waiting, t = callback_data.waiting, desk.t
    known = await announcement_reports.listed(desk.member.id)
    ahead = sorted(
        (one for one in known if one.announcement.state in WAITING),
        key=lambda one: one.announcement.sends_at,
    )
    shown = ahead if waiting else [one for one in known if one not in ahead]
    page = page_of(shown, callback_data.page)
    other = BoardsButton(waiting=not waiting)
    rows: list[Row] = [
        [t.button("button-announce-new", AnnounceButton(), "primary")],
        *listed(page, _line, BoardsButton(waiting=waiting), t),
        [
            t.button("button-boards-other", other, waiting=waiting, count=len(ahead)),
            t.button("button-templates", TemplatesButton()),
        ],
        [t.button("button-news-find", FindAnnouncementButton(boards=True))],
    ]
    words = t("boards", waiting=waiting, count=len(shown))
    await show(query, words, keyboard(rows))


def _line(summary: AnnouncementSummary, t: Texts) -> InlineKeyboardButton:
    one = summary.announcement
    words = partial(
        t.plain,
        "button-announcement-listed",
        state=one.state,
        day=t.day_short(one.sent_at or one.sends_at),
        sent=summary.sent,
        total=summary.total,
    )
    return button(titled(one.title, words), board_data(one.id))


async def ask(query: CallbackQuery, desk: Desk, prompts: Prompts) -> None:
    """Ask for words to search for."""
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(ASKED, 0))
    back = desk.t.button("button-back", BoardsButton())
    await show(query, desk.t("news-ask"), keyboard([[back]]))


async def find(message: Message, desk: Desk, announcement_reports: AnnouncementReports) -> None:
    """Show announcements with the typed words; further searches can be typed."""
    found = await announcement_reports.listed(desk.member.id, message.text or "")
    back = desk.t.button("button-back", BoardsButton())
    words = desk.t("news-found", count=len(found), more=max(0, len(found) - PAGE))
    await message.answer(
        words, reply_markup=keyboard([*lines(found[:PAGE], _line, desk.t), [back]])
    )
