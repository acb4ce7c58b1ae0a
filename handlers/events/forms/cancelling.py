"""The wizard that calls off an event, or it and the later dates of its series."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.events.plans import checked_reason
from handlers.events.forms.boards import answered, event_of, finish_at_board
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, window


class Cancelling(StatesGroup):
    """Why, and whether it shall be so."""

    reason = State()
    confirm = State()


def _takes_all(manager: DialogManager) -> bool:
    data = manager.start_data
    return isinstance(data, dict) and bool(data.get("following"))


async def _take_reason(text: str, manager: DialogManager) -> None:
    manager.dialog_data["reason"] = checked_reason(text)
    await manager.switch_to(Cancelling.confirm)


async def _skip_reason(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await _take_reason("", manager)


async def _to_reason(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(Cancelling.reason)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _cancel(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    board = await desk.events.cancel(
        desk.member.id,
        event_of(manager),
        str(manager.dialog_data.get("reason", "")),
        following=_takes_all(manager),
    )
    words = desk.t(f"wizard-done-{button.widget_id}", title=board.event.title)
    await finish_at_board(query, manager, words)


async def _event(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk, event = desk_of(dialog_manager), event_of(dialog_manager)
    board = await desk.board(event)
    known, series = not board.event.is_scheduled, _takes_all(dialog_manager)
    dates = await desk.events.following(desk.member.id, event) if series else [board.event]
    return {
        "title": board.event.title,
        "starts": board.event.starts_at,
        "people": answered(board),
        "reason": dialog_manager.dialog_data.get("reason", ""),
        "dates": len(dates),
        "last": dates[-1].starts_at,
        "series": series,
        "known": known,
        "unknown": not known,
        "one": known and not series,
        "several": known and series,
    }


def _reason_window() -> Window:
    return window(
        Cancelling.reason,
        Say("wizard-cancel-reason", "title", "starts"),
        Say("wizard-cancel-series", "dates", "last", when="series"),
        Button(Label("wizard-skip-reason"), id="skip", on_click=_skip_reason),
        Button(Label("wizard-stay"), id="leave", on_click=_leave),
        Typed("wizard-reason-expected", _take_reason),
        getters=[_event],
    )


def _confirm_window() -> Window:
    red = Style(ButtonStyle.DANGER)
    return window(
        Cancelling.confirm,
        Say("wizard-cancel-confirm", "title", "starts", "people", when="one"),
        Say("wizard-cancel-confirm-series", "title", "dates", "starts", "last", when="several"),
        Say("wizard-cancel-because", "reason", when="reason"),
        Say("wizard-remove-confirm", "title", "starts", "dates", when="unknown"),
        Button(Label("wizard-cancel"), id="cancel", on_click=_cancel, when="one", style=red),
        Button(Label("wizard-cancel-all"), id="all", on_click=_cancel, when="several", style=red),
        Button(Label("wizard-remove"), id="remove", on_click=_cancel, when="unknown", style=red),
        Row(
            Button(Label("button-back"), id="back", on_click=_to_reason, when="known"),
            Button(Label("wizard-stay"), id="leave", on_click=_leave),
        ),
        Typed("wizard-tap-expected"),
        getters=[_event],
    )


def cancelling_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(_reason_window(), _confirm_window())
