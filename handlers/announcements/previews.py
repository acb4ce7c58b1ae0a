"""Preview an announcement, submit it, and undo that for half a minute."""

from contextlib import suppress
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.domain.announcements.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementPlan,
    AnnouncementState,
    fields_of,
)
from bot.domain.announcements.drafts import AnnouncementDraft
from bot.domain.people.members import Member
from bot.domain.refusals import Refusal
from handlers.announcements.callbacks.announcement_boards import AnnouncementButton
from handlers.announcements.callbacks.announcement_drafts import DraftButton, GiveButton, UndoButton
from handlers.announcements.contents import send_content
from handlers.announcements.copies import copy_keyboard, send_buttons
from handlers.announcements.desks import Desk, at_desk
from handlers.announcements.panels import back_to_panel, when_words
from handlers.ui.buttons import button, keyboard
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes, on
from handlers.ui.texts import AllTexts, Texts


async def look(
    query: CallbackQuery, callback_data: DraftButton, desk: Desk, texts: AllTexts
) -> None:
    """Show the messages as people will see them, in every language, and ask for confirmation."""
    draft = await desk.drafts.get(desk.member.id, callback_data.number)
    words, people = await _question(draft, desk)
    await acknowledge(query)
    await _ask(query.from_user.id, draft, words, people, desk, texts)
    if isinstance(query.message, Message):
        with suppress(TelegramBadRequest):  # older than two days: it stays
            await query.message.delete()


async def ask_at_once(chat: int, draft: AnnouncementDraft, desk: Desk, texts: AllTexts) -> bool:
    """Show a draft and ask for confirmation, unless it breaks a rule; tell whether it was asked."""
    try:
        words, people = await _question(draft, desk)
    except Refusal:
        return False
    await _ask(chat, draft, words, people, desk, texts)
    return True


async def _ask(
    chat: int, draft: AnnouncementDraft, words: str, people: int, desk: Desk, texts: AllTexts
) -> None:
    await send_preview(desk.bot, desk.member, draft.plan, texts, desk.t)
    act = "correct" if draft.corrects else "send"
    yes = desk.t.plain(f"button-announce-{act}", people=people)
    rows = [
        [button(yes, GiveButton(number=draft.number), "primary")],
        back_to_panel(draft.number, desk.t),
    ]
    await desk.bot.send_message(chat, words, reply_markup=keyboard(rows))


async def _question(draft: AnnouncementDraft, desk: Desk) -> tuple[str, int]:
    """Return the question, and how many people it concerns; refuse a draft that breaks a rule."""
    t = desk.t
    if draft.corrects is not None:
        found = desk.member.id, draft.corrects, draft.contents, draft.seen
        copies = (await desk.corrections.preview(*found)).standing
        return t("announce-question-correction", copies=copies), copies
    coverage = await desk.announcements.preview(desk.member.id, draft.plan)
    words = t(
        "announce-question",
        below=await desk.below(draft),
        when=when_words(draft, t),
        later=bool(draft.at),
    )
    return words, coverage.reach.people


async def send_preview(
    bot: Bot, member: Member, plan: AnnouncementPlan, texts: AllTexts, t: Texts
) -> None:
    """Send an announcement to one organiser, exactly as it goes to everybody, buttons included."""
    if member.telegram_id is None:
        return
    username = (await bot.me()).username or ""
    for language, content in plan.contents.items():
        if len(plan.contents) > 1:
            heading = t("announce-preview-language", language=t.plain(f"language-{language}"))
            await bot.send_message(member.telegram_id, heading)
        theirs = texts.for_language(language)
        below = copy_keyboard(plan, content, member.telegram_id, theirs, username)
        filled = content.filled(fields_of(member))
        await send_content(bot, member.telegram_id, filled, below, quietly=True)
        if content.is_album:
            await send_buttons(bot, member.telegram_id, below, theirs)


async def give(query: CallbackQuery, callback_data: GiveButton, desk: Desk) -> None:
    """Submit the draft, once, however often the button is tapped."""
    number, author = callback_data.number, desk.member.id
    draft = await desk.drafts.given_or_open(author, number)
    if draft.corrects is not None:
        await _correct(query, draft, draft.corrects, desk)
        return
    if draft.changes is not None:
        announcement = await desk.announcements.change(
            author, draft.changes, draft.plan, number, draft.seen
        )
    else:
        announcement = await desk.announcements.send(author, draft.plan, number)
    await show(query, _given(announcement, desk), _below(announcement, desk.t))


async def _correct(
    query: CallbackQuery, draft: AnnouncementDraft, corrects: AnnouncementId, desk: Desk
) -> None:
    await desk.corrections.correct(
        desk.member.id, corrects, draft.contents, draft.number, draft.seen
    )
    data = AnnouncementButton(announcement_id=corrects)
    below = keyboard([[desk.t.button("button-announcement", data)]])
    await show(query, desk.t("announce-correcting"), below)


def _given(announcement: Announcement, desk: Desk) -> str:
    if announcement.state is AnnouncementState.UNCONFIRMED:
        return desk.t("announce-unconfirmed", title=announcement.title)
    if announcement.at is not None:
        return desk.t("announce-scheduled", title=announcement.title, at=announcement.sends_at)
    seconds = round(desk.announcements.undo / timedelta(seconds=1))
    return desk.t("announce-given", title=announcement.title, seconds=seconds)


def _below(announcement: Announcement, t: Texts) -> InlineKeyboardMarkup:
    undo_ = UndoButton(announcement_id=announcement.id)
    board = AnnouncementButton(announcement_id=announcement.id)
    return keyboard(
        [
            [t.button("button-announce-undo", undo_, "danger")],
            [t.button("button-announcement", board)],
        ]
    )


async def undo(query: CallbackQuery, callback_data: UndoButton, desk: Desk) -> None:
    """Cancel a submission that was not sent yet; the draft can be edited again."""
    announcement = callback_data.announcement_id
    await desk.announcements.cancel(desk.member.id, announcement)
    draft = await desk.drafts.take_up(desk.member.id, announcement)
    await show(query, desk.t("announce-undone"), None)
    if draft is not None:
        await desk.present(query.from_user.id, draft)


ROUTES = Routes(
    prepare=at_desk,
    buttons={on(DraftButton, screen="look"): look, GiveButton: give, UndoButton: undo},
)
