"""What organisers announced and have yet to, in lists, and found by a word."""

from functools import partial

from aiogram.types import CallbackQuery, Message

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
from handlers.ui.buttons import Row, button, keyboard, neighbours, titled, turning
from handlers.ui.callbacks import AnnounceButton
from handlers.ui.edits import show
from handlers.ui.pages import PAGE, Page, page_of
from handlers.ui.texts import Texts

ASKED = "boards-find"


async def list_boards(
    query: CallbackQuery,
    callback_data: BoardsButton,
    desk: Desk,
    announcement_reports: AnnouncementReports,
) -> None:
    """List what was announced, the newest first; or what is yet to be, the next first."""
    waiting, t = callback_data.waiting, desk.t
    listed = await announcement_reports.listed(desk.member.id)
    ahead = sorted(
        (one for one in listed if one.announcement.state in WAITING),
        key=lambda one: one.announcement.sends_at,
    )
    shown = ahead if waiting else [one for one in listed if one not in ahead]
    page = page_of(shown, callback_data.page)
    turns = [(n, BoardsButton(page=n, waiting=waiting).pack()) for n in neighbours(page)]
    other = BoardsButton(waiting=not waiting)
    rows: list[Row] = [
        [t.button("button-announce-new", AnnounceButton(), "primary")],
        *_listed(page, t),
        turning(turns, page.number, t),
        [
            t.button("button-boards-other", other, waiting=waiting, count=len(ahead)),
            t.button("button-templates", TemplatesButton()),
        ],
        [t.button("button-news-find", FindAnnouncementButton(boards=True))],
    ]
    words = t("boards", waiting=waiting, count=len(shown))
    await show(query, words, keyboard(rows))


def _listed(page: Page[AnnouncementSummary], t: Texts) -> list[Row]:
    return [[button(_label(one, t), board_data(one.announcement.id))] for one in page.items]


def _label(summary: AnnouncementSummary, t: Texts) -> str:
    one = summary.announcement
    words = partial(
        t.plain,
        "button-announcement-listed",
        state=one.state,
        day=t.day_short(one.sent_at or one.sends_at),
        sent=summary.sent,
        total=summary.total,
    )
    return titled(one.title, words)


async def ask(query: CallbackQuery, desk: Desk, prompts: Prompts) -> None:
    """Ask what to look for."""
    if desk.member.telegram_id is not None:
        await prompts.ask(desk.member.telegram_id, Prompt(ASKED, 0))
    back = desk.t.button("button-back", BoardsButton())
    await show(query, desk.t("news-ask"), keyboard([[back]]))


async def find(message: Message, desk: Desk, announcement_reports: AnnouncementReports) -> None:
    """Show what has the words that were typed; others can be typed."""
    found = await announcement_reports.listed(desk.member.id, message.text or "")
    page = page_of(found, 0)
    back = desk.t.button("button-back", BoardsButton())
    words = desk.t("news-found", count=len(found), more=max(0, len(found) - PAGE))
    await message.answer(words, reply_markup=keyboard([*_listed(page, desk.t), [back]]))
