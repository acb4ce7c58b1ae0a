"""/announcements: past announcements, to read again and to search."""

from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.domain.announcements.announcements import Announcement
from bot.domain.people.members import Member
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.callbacks.announcement_boards import (
    AnnouncementsButton,
    BoardsButton,
    FindAnnouncementButton,
    ReadButton,
)
from handlers.ui.buttons import button, keyboard, lines, listed, short
from handlers.ui.edits import acknowledge, show
from handlers.ui.pages import PAGE, page_of
from handlers.ui.routes import Routes, on
from handlers.ui.texts import Texts

ASKED = "news-find"


async def list_own(
    message: Message, member: Member, subscriptions: Subscriptions, t: Texts
) -> None:
    """List the announcements sent to the person, the newest first."""
    found = await subscriptions.published(member.id)
    await message.answer(_words(found, t), reply_markup=_keyboard(found, 0, member, t))


async def turn_page(
    query: CallbackQuery,
    callback_data: AnnouncementsButton,
    member: Member,
    subscriptions: Subscriptions,
    t: Texts,
) -> None:
    """Show another page."""
    found = await subscriptions.published(member.id)
    await show(query, _words(found, t), _keyboard(found, callback_data.page, member, t))


def _words(found: list[Announcement], t: Texts) -> str:
    return t("announcements", count=len(found))


def _keyboard(
    found: list[Announcement], number: int, member: Member, t: Texts
) -> InlineKeyboardMarkup:
    page = page_of(found, number)
    find_ = t.button("button-news-find", FindAnnouncementButton(boards=False))
    boards = t.button("button-boards", BoardsButton())
    below = [find_] if found else []
    return keyboard(
        [
            *listed(page, _line, AnnouncementsButton(), t),
            [*below, *([boards] if member.is_organiser else [])],
        ]
    )


def _line(one: Announcement, t: Texts) -> InlineKeyboardButton:
    words = f"{t.day(one.sent_at or one.sends_at)} · {one.title}"
    return button(short(words), ReadButton(announcement_id=one.id))


async def ask(query: CallbackQuery, member: Member, prompts: Prompts, t: Texts) -> None:
    """Ask for words to search for."""
    if member.telegram_id is not None:
        await prompts.ask(member.telegram_id, Prompt(ASKED, 0))
    back = t.button("button-back", AnnouncementsButton())
    await show(query, t("news-ask"), keyboard([[back]]))


async def find(message: Message, member: Member, subscriptions: Subscriptions, t: Texts) -> None:
    """Show announcements with the typed words; further searches can be typed."""
    found = await subscriptions.published(member.id, message.text or "")
    back = t.button("button-back", AnnouncementsButton())
    words = t("news-found", count=len(found), more=max(0, len(found) - PAGE))
    await message.answer(words, reply_markup=keyboard([*lines(found[:PAGE], _line, t), [back]]))


async def read(
    query: CallbackQuery, callback_data: ReadButton, member: Member, subscriptions: Subscriptions
) -> None:
    """Send an announcement again, in its newest version; the list stays."""
    await subscriptions.read(member.id, callback_data.announcement_id)
    await acknowledge(query)


ROUTES = Routes(
    buttons={
        AnnouncementsButton: turn_page,
        on(FindAnnouncementButton, boards=False): ask,
        ReadButton: read,
    },
    commands={"announcements": list_own},
    questions={ASKED: find},
)
