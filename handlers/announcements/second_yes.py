"""The request for a second organiser's approval of an announcement to everybody."""

from aiogram import Bot
from aiogram.types import CallbackQuery

from bot.domain.announcements.contents import by_language
from bot.domain.people.members import Member
from bot.services.announcements.announcements import Announcements
from handlers.announcements.callbacks.announcements import SecondYesButton
from handlers.announcements.contents import send_content
from handlers.ui.edits import acknowledge, show
from handlers.ui.routes import Routes
from handlers.ui.texts import Texts


async def answer(
    query: CallbackQuery,
    callback_data: SecondYesButton,
    bot: Bot,
    member: Member,
    announcements: Announcements,
    t: Texts,
) -> None:
    """Approve the announcement, reject it, or preview it."""
    announcement = callback_data.announcement_id
    match callback_data.answer:
        case "look":
            found = await announcements.get(member.id, announcement)
            _, content = by_language(found.contents, member.language)
            await send_content(bot, query.from_user.id, content, None, quietly=True)
            await acknowledge(query)
        case "yes":
            await announcements.confirm(member.id, announcement, callback_data.mark)
            await show(query, t("second-yes-given"), None)
        case _:
            await announcements.cancel(member.id, announcement, callback_data.mark)
            await show(query, t("second-yes-withheld"), None)


ROUTES = Routes(buttons={SecondYesButton: answer})
