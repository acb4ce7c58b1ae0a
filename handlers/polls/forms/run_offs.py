"""The wizard that appoints a second round between those who are level: until when, and whether."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.polls.plans import checked_closing
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Typed
from handlers.forms.messages import finish
from handlers.forms.moments import moment_of
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say, window
from handlers.polls.callbacks.poll_boards import PollBoardButton
from handlers.polls.forms.boards import finish_at_board, poll_of
from handlers.polls.forms.values import named

NAMED = 20


class RunningOff(StatesGroup):
    """A day, a time, and whether it shall be so."""

    day = State()
    time = State()
    confirm = State()


def run_off_dialog() -> Dialog:
    """Return the wizard."""
    leave = Button(Label("wizard-stay"), id="leave", on_click=_leave)
    another = Button(Label("wizard-another-day"), id="day", on_click=goer(RunningOff.day))
    return Dialog(
        day_window(
            RunningOff.day,
            _take_closing,
            Say("poll-run-off-day", "question", "names", "seats"),
            leave,
            getters=[_tie],
        ),
        time_window(RunningOff.time, _take_closing, Row(another, leave)),
        _confirm_window(another, leave),
    )


def _confirm_window(another: Button, leave: Button) -> Window:
    green = Style(ButtonStyle.SUCCESS)
    return window(
        RunningOff.confirm,
        Say(
            "poll-run-off-confirm",
            "question",
            "names",
            "seats",
            "closes",
            "entitled",
            "former",
            "left",
        ),
        Button(Label("poll-run-off-yes"), "appoint", _appoint, style=green),
        Row(another, leave),
        Typed("wizard-tap-expected"),
        getters=[_tie, _closing],
    )


async def _take_closing(fields: dict[str, str], manager: DialogManager) -> None:
    manager.dialog_data["day"] = fields["day"]
    if "time" not in fields:
        await manager.switch_to(RunningOff.time)
        return
    desk = desk_of(manager)
    checked_closing(moment_of(fields, desk.t.zone), desk.clock.now())
    manager.dialog_data["time"] = fields["time"]
    await manager.switch_to(RunningOff.confirm)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _appoint(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    t, closes_at = desk.t, moment_of(manager.dialog_data, desk.t.zone)
    poll = await desk.ties.run_off(desk.member.id, poll_of(manager), closes_at)
    words = t("poll-run-off-opened", closes=closes_at)
    await finish(query, manager, words, t.plain("poll-to-board"), PollBoardButton(poll_id=poll))


async def _tie(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    coming = await desk.ties.second_round(desk.member.id, poll_of(dialog_manager))
    return {
        "question": coming.question,
        "names": named(coming.names, desk.t, NAMED),
        "seats": coming.seats,
        "entitled": coming.entitled,
        "former": coming.former,
        "left": coming.former - coming.entitled,
    }


async def _closing(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"closes": moment_of(dialog_manager.dialog_data, desk_of(dialog_manager).t.zone)}
