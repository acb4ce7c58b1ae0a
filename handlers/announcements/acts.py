"""Acts on a sent or waiting announcement: correct, recall, send to newcomers, change, copy."""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.domain.announcements.announcements import Announcement
from bot.domain.announcements.drafts import AnnouncementDraft, draft_of
from bot.services.announcements.drafts import PROMPT
from bot.services.prompts import Prompt, Prompts
from handlers.announcements.board_rows import act_button, back, back_row, id_of
from handlers.announcements.callbacks.announcement_boards import AnnouncementActButton
from handlers.announcements.desks import Desk
from handlers.announcements.panels import coverage_words
from handlers.ui.buttons import keyboard
from handlers.ui.edits import acknowledge, show


async def correct(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk, prompts: Prompts
) -> None:
    """Begin a correction: with only one language the message is asked for at once."""
    found = await desk.announcements.get(desk.member.id, id_of(callback_data))
    found.require_standing()
    begun = replace(draft_of(found.plan, 0), corrects=found.id, seen=found.mark)
    draft = await desk.drafts.begin(desk.member.id, begun)
    if len(draft.contents) > 1 or desk.member.telegram_id is None:
        await acknowledge(query)
        await desk.present(query.from_user.id, draft)
        return
    (language,) = draft.contents
    await prompts.ask(desk.member.telegram_id, Prompt(PROMPT, draft.number, language))
    words = desk.t("announce-ask-text", language=language, known="yes", correction="yes")
    await show(query, words, back(found.id, desk.t))


async def ask_to_recall(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Ask for confirmation, and say what a recall can still do."""
    t, id_ = desk.t, id_of(callback_data)
    touched = await desk.corrections.touched(desk.member.id, id_)
    words = t(
        "recall-question",
        standing=touched.standing,
        deletable=touched.deletable,
        older=touched.standing - touched.deletable,
        stays=touched.stays,
    )
    yes = act_button(id_, "recalled", t, "danger")
    await show(query, words, keyboard([[yes], back_row(id_, t)]))


async def recall(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Withdraw every copy."""
    id_ = id_of(callback_data)
    await desk.corrections.recall(desk.member.id, id_)
    await show(query, desk.t("recalling"), back(id_, desk.t))


async def ask_to_copy(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Show who would get it now."""
    t, id_ = desk.t, id_of(callback_data)
    coverage = await desk.corrections.newcomers(desk.member.id, id_)
    if not coverage.reach.people:
        await show(query, t("copy-nobody"), back(id_, t))
        return
    words = t("copy-question") + "\n" + coverage_words(coverage, t)
    yes = act_button(id_, "copied", t, "primary")
    await show(query, words, keyboard([[yes], back_row(id_, t)]))


async def copy(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Send it to people who have no copy."""
    id_ = id_of(callback_data)
    await desk.corrections.copy_to_newcomers(desk.member.id, id_)
    await show(query, desk.t("copying"), back(id_, desk.t))


async def change(query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk) -> None:
    """Open an announcement that was not sent yet as a draft that will replace it."""
    found = await desk.announcements.get(desk.member.id, id_of(callback_data))
    found.require_waiting()
    begun = replace(
        draft_of(found.plan, 0),
        changes=found.id,
        seen=found.mark,
        at=found.at,
        recurrence=found.remaining,
    )
    await _open(query, begun, desk)


async def begin_again(
    query: CallbackQuery, callback_data: AnnouncementActButton, desk: Desk
) -> None:
    """Open a copy of it as a new draft."""
    found: Announcement = await desk.announcements.get(desk.member.id, id_of(callback_data))
    await _open(query, draft_of(found.plan, 0), desk)


async def _open(query: CallbackQuery, begun: AnnouncementDraft, desk: Desk) -> None:
    draft = await desk.drafts.begin(desk.member.id, begun)
    await acknowledge(query)
    await desk.present(query.from_user.id, draft)
