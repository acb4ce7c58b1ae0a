"""The archive of minutes."""

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.people.members import Member
from bot.services.minutes.filing import MinutesFiling
from bot.services.minutes.minutes import PollMinutes
from handlers.minutes.callbacks import MinutesButton
from handlers.minutes.files import send_filed, send_files
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.callbacks import MinutesListButton, NewMinutesButton, PollsButton
from handlers.ui.edits import acknowledge, show, tapped
from handlers.ui.pages import Page, page_of
from handlers.ui.routes import Routes
from handlers.ui.texts import AllTexts, Texts


async def list_minutes(
    query: CallbackQuery,
    callback_data: MinutesListButton,
    member: Member,
    minutes: PollMinutes,
    t: Texts,
) -> None:
    """Show a page of the archive instead of the tapped screen."""
    listed = await minutes.listed(member.id)
    page = page_of(listed, callback_data.page)
    words = t("minutes-list", count=len(listed)) if listed else t("minutes-none")
    await show(query, words, _keyboard(page, t))


async def hand_out(
    query: CallbackQuery,
    callback_data: MinutesButton,
    bot: Bot,
    member: Member,
    minutes: PollMinutes,
    filing: MinutesFiling,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Send minutes again, unchanged, below the list."""
    found = await minutes.look(member.id, callback_data.minutes_id)
    files = await minutes.files(member.id, found.id)
    await acknowledge(query)
    chat = tapped(query).chat
    await send_files(bot, chat, found, files, t, texts.for_language(None))
    await send_filed(bot, chat, await filing.filed(member.id, found.id), t)


def _keyboard(page: Page[IssuedMinutes], t: Texts) -> InlineKeyboardMarkup:
    new = t.button("minutes-new", NewMinutesButton(), "primary")
    back = t.button("button-back", PollsButton())
    return keyboard([[new], *listed(page, _line, MinutesListButton(), t), [back]])


def _line(one: IssuedMinutes, t: Texts) -> InlineKeyboardButton:
    words = t.plain(
        "minutes-button",
        number=str(one.number),
        body=one.body,
        question=" ".join(one.questions[0].split()),
        more=len(one.questions) - 1,
    )
    return button(short(words), MinutesButton(minutes_id=one.id))


ROUTES = Routes(buttons={MinutesListButton: list_minutes, MinutesButton: hand_out})
