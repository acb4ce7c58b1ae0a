"""The wizard that gives an event another time."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from handlers.events.forms.boards import concerned, event_of, finish_at_board
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Typed
from handlers.forms.moments import moment_of
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say, window


class Moving(StatesGroup):
    """A day, a time, and whether it shall be so."""

    day = State()
    time = State()
    preview = State()


async def _take_start(fields: dict[str, str], manager: DialogManager) -> None:
    draft = {**manager.dialog_data, **fields}
    if "time" not in fields:
        manager.dialog_data["day"] = fields["day"]
        await manager.switch_to(Moving.time)
        return
    desk = desk_of(manager)
    board = await desk.board(event_of(manager))
    board.event.moved(moment_of(draft, desk.t.zone), desk.clock.now(), desk.t.zone)
    manager.dialog_data.update(fields)
    await manager.switch_to(Moving.preview)


async def _to_day(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(Moving.day)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _move(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    t = desk.t
    start = moment_of(manager.dialog_data, t.zone)
    board = await desk.events.move(desk.member.id, event_of(manager), start)
    await finish_at_board(
        query, manager, t("wizard-moved", title=board.event.title, starts=board.event.starts_at)
    )


async def _event(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    board = await desk_of(dialog_manager).board(event_of(dialog_manager))
    return {
        "title": board.event.title,
        "starts": board.event.starts_at,
        "people": concerned(board),
    }


async def _new_start(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    t = desk_of(dialog_manager).t
    return {"new": moment_of(dialog_manager.dialog_data, t.zone), "zone": t.zone_name()}


def moving_dialog() -> Dialog:
    """Return the wizard."""
    leave = Button(Label("wizard-stay"), id="leave", on_click=_leave)
    another = Button(Label("wizard-another-day"), id="day", on_click=_to_day)
    move = Button(Label("wizard-move"), id="move", on_click=_move, style=Style(ButtonStyle.SUCCESS))
    return Dialog(
        day_window(
            Moving.day,
            _take_start,
            Say("wizard-move-day", "title", "starts"),
            leave,
            getters=[_event],
        ),
        time_window(Moving.time, _take_start, Row(another, leave)),
        window(
            Moving.preview,
            Say("wizard-move-preview", "title", "starts", "new", "zone", "people"),
            move,
            Row(another, leave),
            Typed("wizard-tap-expected"),
            getters=[_event, _new_start],
        ),
    )
