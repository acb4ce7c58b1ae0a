"""Which button opens which wizard for events."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.domain.events.audiences import EVERYBODY
from bot.domain.events.events import EventId
from handlers.events.callbacks.boards import (
    CancelButton,
    CancelSeriesButton,
    ChangeButton,
    CopyButton,
    CreateButton,
    MoveButton,
)
from handlers.events.forms.cancelling import Cancelling
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.moving import Moving
from handlers.events.forms.plans import copy_of, draft_of
from handlers.forms.desks import Desk
from handlers.forms.openings import make_copy, make_new, open_for


def opening_router() -> Router:
    """Return what opens the wizards; the services refuse whoever may not."""
    router = Router(name="event-openings")
    router.callback_query.register(create, CreateButton.filter())
    router.callback_query.register(copy, CopyButton.filter())
    router.callback_query.register(change, ChangeButton.filter())
    router.callback_query.register(move, MoveButton.filter())
    router.callback_query.register(cancel, CancelButton.filter())
    router.callback_query.register(cancel_series, CancelSeriesButton.filter())
    return router


async def create(query: CallbackQuery, bot: Bot, dialog_manager: DialogManager, desk: Desk) -> None:
    """Begin a new event, or offer the draft of one."""
    await desk.events.reach(desk.member.id, EVERYBODY)
    await make_new(query, bot, dialog_manager, flow)


async def copy(
    query: CallbackQuery,
    callback_data: CopyButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Begin a new event like another; it lacks a day. An older copy makes room."""
    plan = await desk.events.plan(desk.member.id, EventId(callback_data.event_id))
    await make_copy(query, bot, dialog_manager, flow, copy_of(plan))


async def change(
    query: CallbackQuery,
    callback_data: ChangeButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Show an event as a draft that can be changed."""
    board = await desk.board(EventId(callback_data.event_id))
    await open_for(
        query,
        bot,
        dialog_manager,
        Creating.preview,
        subject=board.event.id,
        draft=draft_of(board.event, desk.t.zone),
    )


async def move(
    query: CallbackQuery,
    callback_data: MoveButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask for another time of an event."""
    board = await desk.board(EventId(callback_data.event_id))
    await open_for(query, bot, dialog_manager, Moving.day, subject=board.event.id)


async def cancel(
    query: CallbackQuery,
    callback_data: CancelButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask why an event is called off."""
    await _ask_why(query, bot, dialog_manager, desk, callback_data.event_id, following=False)


async def cancel_series(
    query: CallbackQuery,
    callback_data: CancelSeriesButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask why an event and the later dates of its series are called off."""
    await _ask_why(query, bot, dialog_manager, desk, callback_data.event_id, following=True)


async def _ask_why(
    query: CallbackQuery,
    bot: Bot,
    manager: DialogManager,
    desk: Desk,
    event_id: int,
    *,
    following: bool,
) -> None:
    """Ask for a reason, unless nobody has heard of the event yet."""
    board = await desk.board(EventId(event_id))
    state = Cancelling.confirm if board.event.is_scheduled else Cancelling.reason
    await open_for(query, bot, manager, state, subject=board.event.id, following=following)
