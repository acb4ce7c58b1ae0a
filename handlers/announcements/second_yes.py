"""The request for a second organiser's approval of an announcement to everybody."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.domain.people.members import Member
from bot.services.announcements.announcements import Announcements
from handlers.announcements.callbacks.announcements import SecondYesButton
from handlers.announcements.previews import send_preview
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes
from handlers.ui.texts import AllTexts, Texts


async def answer(
    query: CallbackQuery,
    callback_data: SecondYesButton,
    bot: Bot,
    member: Member,
    announcements: Announcements,
    texts: AllTexts,
    t: Texts,
) -> None:
    """Approve the announcement, reject it, or preview it."""
    announcement = callback_data.announcement_id
    match callback_data.answer:
        case "look":
            found = await announcements.get(member.id, announcement)
            await acknowledge(query)
            await send_preview(bot, member, found, texts, t)
        case "yes":
            found = await announcements.confirm(member.id, announcement, callback_data.mark)
            words = t("second-yes-given", later=found.at is not None, at=found.sends_at)
            await show(query, words, None)
        case _:
            await announcements.cancel(member.id, announcement, callback_data.mark)
            await show(query, t("second-yes-withheld"), None)


ROUTES = Routes(buttons={SecondYesButton: answer})
