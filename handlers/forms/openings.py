"""How any wizard is opened: below the button that was tapped, one at a time, no draft lost."""

from collections.abc import Callable
from typing import Any

from aiogram import Bot
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.internal import CONTEXT_KEY, STORAGE_KEY
from aiogram_dialog.context.storage import StorageProxy

from handlers.forms.flows import Flow, is_copy, subject_of
from handlers.forms.messages import remove_previous
from handlers.forms.moments import Draft
from handlers.ui.edits import acknowledge, tapped


async def make_new(query: CallbackQuery, bot: Bot, manager: DialogManager, flow: Flow) -> None:
    """Begin something new, or offer the draft of one."""
    await clear(query, bot, manager)
    if not await _bring_forward(manager, flow):
        await flow.begin(manager)
        return
    if flow.has_draft(manager):
        await flow.set_aside(manager, flow.state("resuming"))
    await manager.show(ShowMode.SEND)


async def make_copy(
    query: CallbackQuery,
    bot: Bot,
    manager: DialogManager,
    flow: Flow,
    draft: dict[str, Any],
    state: State | None = None,
    again: Callable[[Draft], bool] = lambda _: False,
) -> None:
    """Begin something new with a draft, at `state` or where it lacks something.

    An older draft of this sort makes room, unless it is the same `again`: then it is offered. One
    that began with nothing stays.
    """
    await clear(query, bot, manager)
    while await _bring_forward(manager, flow) and is_copy(manager):
        if flow.has_draft(manager) and again(manager.dialog_data):
            await flow.set_aside(manager, flow.state("resuming"))
            await manager.show(ShowMode.SEND)
            return
        await manager.mark_closed()
    data: dict[str, Any] = {"draft": draft}
    first = state or flow.state(flow.missing(draft) or "preview")
    await manager.start(first, data, show_mode=ShowMode.SEND)


async def open_for(
    query: CallbackQuery, bot: Bot, manager: DialogManager, state: State, **data: Any
) -> None:
    """Open a wizard for something that there is, by its id in `subject`."""
    await clear(query, bot, manager)
    await manager.start(state, data, show_mode=ShowMode.SEND)


async def clear(query: CallbackQuery, bot: Bot, manager: DialogManager) -> None:
    """Answer the tap and take away the wizard that was open; the draft of something new stays."""
    await acknowledge(query)
    await remove_previous(bot, manager, tapped(query).chat)
    while manager.has_context() and subject_of(manager) is not None:
        await manager.mark_closed()


async def _bring_forward(manager: DialogManager, flow: Flow) -> bool:
    """Put the newest draft of this kind on top of the others; tell whether there is one."""
    stack = manager.current_stack()
    storage: StorageProxy = manager.middleware_data[STORAGE_KEY]
    for intent in reversed(stack.intents):
        context = await storage.load_context(intent)
        if context.state.group is flow.states:
            stack.intents.remove(intent)
            stack.intents.append(intent)
            manager.middleware_data[CONTEXT_KEY] = context
            return True
    return False
