"""The wizard that calls an event off."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.events import checked_reason
from handlers.wizards.boards import event_of, finish_at_board, told
from handlers.wizards.desks import desk_of
from handlers.wizards.inputs import Typed
from handlers.wizards.words import Label, Say, window


class Cancelling(StatesGroup):
    """Why, and whether it shall be so."""

    reason = State()
    confirm = State()


async def _take_reason(text: str, manager: DialogManager) -> None:
    manager.dialog_data["reason"] = checked_reason(text)
    await manager.switch_to(Cancelling.confirm)


async def _skip_reason(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _take_reason("", manager)


async def _to_reason(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(Cancelling.reason)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _cancel(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    reason = str(manager.dialog_data["reason"])
    board = await desk.events.cancel(desk.member.id, event_of(manager), reason)
    await finish_at_board(query, manager, desk.t("wizard-cancelled", title=board.event.title))


async def _event(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    board = await desk_of(dialog_manager).board(event_of(dialog_manager))
    return {
        "title": board.event.title,
        "starts": board.event.starts_at,
        "people": told(board),
        "reason": dialog_manager.dialog_data.get("reason", ""),
    }


def cancelling_dialog() -> Dialog:
    """Return the wizard."""
    leave = Button(Label("wizard-stay"), id="leave", on_click=_leave)
    skip = Button(Label("wizard-skip-reason"), id="skip", on_click=_skip_reason)
    back = Button(Label("button-back"), id="back", on_click=_to_reason)
    cancel = Button(
        Label("wizard-cancel"), id="cancel", on_click=_cancel, style=Style(ButtonStyle.DANGER)
    )
    return Dialog(
        window(
            Cancelling.reason,
            Say("wizard-cancel-reason", "title", "starts"),
            skip,
            leave,
            Typed("wizard-reason-expected", _take_reason),
            getters=[_event],
        ),
        window(
            Cancelling.confirm,
            Say("wizard-cancel-confirm", "title", "starts", "people"),
            Say("wizard-cancel-because", "reason", when="reason"),
            cancel,
            Row(back, leave),
            Typed("wizard-tap-expected"),
            getters=[_event],
        ),
    )
