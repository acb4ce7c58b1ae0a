"""How a wizard is opened: below the button that was tapped, one at a time, no draft lost."""

from aiogram import Bot, Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode

from bot.domain.events import Audience, EventId
from handlers.callbacks import CancelButton, CreateButton, MoveButton
from handlers.edits import acknowledge, tapped
from handlers.wizards.cancelling import Cancelling
from handlers.wizards.creation import Creating, has_draft, set_aside
from handlers.wizards.desks import Desk
from handlers.wizards.messages import remove_previous
from handlers.wizards.moving import Moving


def opening_router() -> Router:
    """Return what opens the wizards; the services refuse whoever may not."""
    router = Router(name="opening")

    @router.callback_query(CreateButton.filter())
    async def create(
        query: CallbackQuery, bot: Bot, dialog_manager: DialogManager, desk: Desk
    ) -> None:
        await desk.events.reach(desk.member.id, Audience.EVERYBODY)
        await _clear(query, bot, dialog_manager)
        if dialog_manager.has_context() and has_draft(dialog_manager):
            await set_aside(dialog_manager, Creating.resuming)
            await dialog_manager.show(ShowMode.SEND)
        elif dialog_manager.has_context():
            await dialog_manager.show(ShowMode.SEND)
        else:
            await dialog_manager.start(Creating.title, show_mode=ShowMode.SEND)

    @router.callback_query(MoveButton.filter())
    async def move(
        query: CallbackQuery,
        callback_data: MoveButton,
        bot: Bot,
        dialog_manager: DialogManager,
        desk: Desk,
    ) -> None:
        await _open_for(query, bot, dialog_manager, desk, callback_data.event_id, Moving.day)

    @router.callback_query(CancelButton.filter())
    async def cancel(
        query: CallbackQuery,
        callback_data: CancelButton,
        bot: Bot,
        dialog_manager: DialogManager,
        desk: Desk,
    ) -> None:
        await _open_for(query, bot, dialog_manager, desk, callback_data.event_id, Cancelling.reason)

    return router


async def _open_for(
    query: CallbackQuery, bot: Bot, manager: DialogManager, desk: Desk, event_id: int, state: State
) -> None:
    board = await desk.board(EventId(event_id))
    await _clear(query, bot, manager)
    await manager.start(state, {"event": board.event.id}, show_mode=ShowMode.SEND)


async def _clear(query: CallbackQuery, bot: Bot, manager: DialogManager) -> None:
    """Answer the tap and take away the wizard that was open; the draft of an event stays."""
    await acknowledge(query)
    await remove_previous(bot, manager, tapped(query).chat)
    while manager.has_context() and manager.current_context().state.group is not Creating:
        await manager.mark_closed()
