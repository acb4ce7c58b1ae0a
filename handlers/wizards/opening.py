"""How a wizard is opened: below the button that was tapped, one at a time, no draft lost."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot.domain.audiences import EVERYBODY
from bot.domain.events import EventId
from handlers.callbacks.boards import (
    CancelButton,
    CancelSeriesButton,
    ChangeButton,
    CopyButton,
    CreateButton,
    MoveButton,
)
from handlers.edits import acknowledge, tapped
from handlers.wizards.cancelling import Cancelling
from handlers.wizards.creation import Creating, has_draft, is_copy, set_aside
from handlers.wizards.desks import Desk
from handlers.wizards.messages import remove_previous
from handlers.wizards.moving import Moving
from handlers.wizards.plans import copy_of, draft_of

OPENING = (
    CreateButton,
    CopyButton,
    ChangeButton,
    MoveButton,
    CancelButton,
    CancelSeriesButton,
)


def opening_router() -> Router:
    """Return what opens the wizards; the services refuse whoever may not."""
    router = Router(name="opening")
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
    await _clear(query, bot, dialog_manager, _is_for_an_event)
    if dialog_manager.has_context() and has_draft(dialog_manager):
        await set_aside(dialog_manager, Creating.resuming)
        await dialog_manager.show(ShowMode.SEND)
    elif dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await dialog_manager.start(Creating.title, show_mode=ShowMode.SEND)


async def copy(
    query: CallbackQuery,
    callback_data: CopyButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Begin a new event like another; it lacks a day. An older copy makes room."""
    plan = await desk.events.plan(desk.member.id, EventId(callback_data.event_id))
    await _clear(query, bot, dialog_manager, lambda m: _is_for_an_event(m) or is_copy(m))
    data: dict[str, Any] = {"draft": copy_of(plan)}
    await dialog_manager.start(Creating.day, data, show_mode=ShowMode.SEND)


async def change(
    query: CallbackQuery,
    callback_data: ChangeButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Show an event as a draft that can be changed."""
    board = await desk.board(EventId(callback_data.event_id))
    await _clear(query, bot, dialog_manager, _is_for_an_event)
    data: dict[str, Any] = {
        "event": board.event.id,
        "draft": draft_of(board.event, desk.t.zone),
    }
    await dialog_manager.start(Creating.preview, data, show_mode=ShowMode.SEND)


async def move(
    query: CallbackQuery,
    callback_data: MoveButton,
    bot: Bot,
    dialog_manager: DialogManager,
    desk: Desk,
) -> None:
    """Ask for another time of an event."""
    board = await desk.board(EventId(callback_data.event_id))
    await _clear(query, bot, dialog_manager, _is_for_an_event)
    data: dict[str, Any] = {"event": board.event.id}
    await dialog_manager.start(Moving.day, data, show_mode=ShowMode.SEND)


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
    await _clear(query, bot, manager, _is_for_an_event)
    data: dict[str, Any] = {"event": board.event.id, "following": following}
    state = Cancelling.confirm if board.event.is_scheduled else Cancelling.reason
    await manager.start(state, data, show_mode=ShowMode.SEND)


def _is_for_an_event(manager: DialogManager) -> bool:
    """Tell whether the wizard that is open was opened for an event that there is."""
    data = manager.start_data
    return isinstance(data, dict) and "event" in data


async def _clear(
    query: CallbackQuery, bot: Bot, manager: DialogManager, closes: Callable[[DialogManager], bool]
) -> None:
    """Answer the tap and take away the wizard that was open; the draft of an event stays."""
    await acknowledge(query)
    await remove_previous(bot, manager, tapped(query).chat)
    while manager.has_context() and closes(manager):
        await manager.mark_closed()
