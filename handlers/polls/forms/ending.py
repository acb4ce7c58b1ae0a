"""The wizard that closes a poll before its deadline, or calls it off, with a reason."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.polls.polls import checked_reason
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, window
from handlers.polls.forms.boards import finish_at_board, poll_of

ACTS = ("close", "cancel")


class Ending(StatesGroup):
    """Why, and whether it shall be so."""

    reason = State()
    confirm = State()


def ending_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(_reason_window(), _confirm_window())


def _act(manager: DialogManager) -> str:
    """Return what the wizard was opened to do."""
    data = manager.start_data
    return str(data["act"]) if isinstance(data, dict) else ""


def _reason_window() -> Window:
    return window(
        Ending.reason,
        *(Say(f"poll-{act}-reason", "question", when=act) for act in ACTS),
        Button(Label("wizard-stay"), id="leave", on_click=_leave),
        Typed("poll-reason-expected", _take_reason),
        getters=[_poll],
    )


def _confirm_window() -> Window:
    red = Style(ButtonStyle.DANGER)
    return window(
        Ending.confirm,
        Say("poll-close-confirm", "question", "voted", "entitled", "awaited", when="close"),
        Say("poll-cancel-confirm", "question", "voted", when="cancel"),
        Say("wizard-cancel-because", "reason"),
        *(Button(Label(f"poll-{act}-yes"), act, _end, when=act, style=red) for act in ACTS),
        Row(
            Button(Label("button-back"), id="back", on_click=goer(Ending.reason)),
            Button(Label("wizard-stay"), id="leave", on_click=_leave),
        ),
        Typed("wizard-tap-expected"),
        getters=[_poll],
    )


async def _take_reason(text: str, manager: DialogManager) -> None:
    manager.dialog_data["reason"] = checked_reason(text)
    await manager.switch_to(Ending.confirm)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _end(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    desk, poll = desk_of(manager), poll_of(manager)
    reason = str(manager.dialog_data["reason"])
    if button.widget_id == "close":
        await desk.polls.close(desk.member.id, poll, reason)
    else:
        await desk.polls.cancel(desk.member.id, poll, reason)
    await finish_at_board(query, manager, desk.t(f"poll-done-{button.widget_id}"))


async def _poll(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk, act = desk_of(dialog_manager), _act(dialog_manager)
    board = await desk.polls.board(desk.member.id, poll_of(dialog_manager), None)
    turnout = board.card.turnout
    return {
        "question": board.poll.question,
        "voted": turnout.voted,
        "entitled": turnout.entitled,
        "awaited": turnout.awaited,
        "reason": dialog_manager.dialog_data.get("reason", ""),
        **{one: one == act for one in ACTS},
    }
