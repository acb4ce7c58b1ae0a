"""Which button opens the wizard for minutes."""

from typing import Any

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.polls.polls import PollId
from handlers.forms.desks import Desk
from handlers.forms.moments import Draft
from handlers.forms.openings import make_copy, make_new
from handlers.minutes.forms.creation import Recording, flow
from handlers.ui.callbacks import NewMinutesButton


def opening_router() -> Router:
    """Return what opens the wizard; the service refuses whoever does not preside."""
    router = Router(name="minutes-openings")
    router.callback_query.register(create, NewMinutesButton.filter())
    return router


async def create(
    query: CallbackQuery,
    callback_data: NewMinutesButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Begin new minutes, with one poll ticked or none; a draft of those is offered again."""
    await desk.minutes.counted(desk.member.id)
    if not callback_data.poll_id:
        await make_new(query, bot, dialog_manager, flow)
        return
    await desk.minutes.suggestion(desk.member.id, [PollId(callback_data.poll_id)])
    poll = callback_data.poll_id
    draft: dict[str, Any] = {"polls": [poll]}

    def has_poll(other: Draft) -> bool:
        return poll in other.get("polls", ())

    await make_copy(query, bot, dialog_manager, flow, draft, Recording.polls, has_poll)
