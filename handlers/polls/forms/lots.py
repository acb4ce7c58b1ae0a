"""The wizard that records how a tie was settled by lot: who won, how it was drawn."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from bot.domain.polls.cards import PollBoard
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import checked_reason
from bot.domain.polls.refusals import LotInvalid, NoTie
from bot.domain.polls.tallies import Tie
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, window
from handlers.polls.forms.boards import finish_at_board, poll_of
from handlers.polls.forms.values import named

NAMED = 20


class Drawing(StatesGroup):
    """Who won, how it was drawn, and whether it is to be recorded so."""

    winners = State()
    how = State()
    confirm = State()


def drawing_dialog() -> Dialog:
    """Return the wizard."""
    leave = Button(Label("wizard-stay"), id="leave", on_click=_leave)
    return Dialog(
        window(
            Drawing.winners,
            Say("poll-lot-winners", "question", "seats"),
            Options("winners", _tied, _toggle),
            Button(Label("wizard-done"), id="done", on_click=_take_winners),
            leave,
            Typed("wizard-tap-expected"),
            getters=[_tie],
        ),
        window(
            Drawing.how,
            Say("poll-lot-how", "names"),
            Row(
                Button(Label("button-back"), id="back", on_click=goer(Drawing.winners)),
                leave,
            ),
            Typed("poll-lot-how-expected", _take_how),
            getters=[_tie],
        ),
        _confirm_window(leave),
    )


def _confirm_window(leave: Button) -> Window:
    red = Style(ButtonStyle.DANGER)
    return window(
        Drawing.confirm,
        Say("poll-lot-confirm", "question", "names", "how"),
        Button(Label("poll-lot-yes"), "record", _record, style=red),
        Row(Button(Label("button-back"), id="back", on_click=goer(Drawing.how)), leave),
        Typed("wizard-tap-expected"),
        getters=[_tie],
    )


async def _board(manager: DialogManager) -> tuple[PollBoard, Tie]:
    """Return the poll and its tie, if it still is one."""
    desk = desk_of(manager)
    board = await desk.polls.board(desk.member.id, poll_of(manager), None)
    if board.card.result is None or board.card.result.tie is None:
        raise NoTie
    return board, board.card.result.tie


def _winners(manager: DialogManager) -> list[int]:
    return list(manager.dialog_data.get("winners", ()))


async def _tied(manager: DialogManager) -> list[Option]:
    board, tie = await _board(manager)
    winners = _winners(manager)
    return [
        Option(f"{one.id}", one.name, one.id in winners)
        for one in board.poll.candidates
        if one.id in tie.candidates
    ]


async def _toggle(key: str, manager: DialogManager) -> None:
    manager.dialog_data["winners"] = sorted({*_winners(manager)} ^ {int(key)})


async def _take_winners(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    tie = (await _board(manager))[1]
    if len(_winners(manager)) != tie.seats:
        raise LotInvalid(tie.seats)
    await manager.switch_to(Drawing.how)


async def _take_how(text: str, manager: DialogManager) -> None:
    manager.dialog_data["how"] = checked_reason(text)
    await manager.switch_to(Drawing.confirm)


async def _leave(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await finish_at_board(query, manager, desk_of(manager).t("wizard-unchanged"))


async def _record(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    winners = frozenset(map(CandidateId, _winners(manager)))
    how = str(manager.dialog_data["how"])
    await desk.ties.record_lot(desk.member.id, poll_of(manager), winners, how)
    await finish_at_board(query, manager, desk.t("poll-lot-recorded"))


async def _tie(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    board, tie = await _board(dialog_manager)
    winners = _winners(dialog_manager)
    names = [one.name for one in board.poll.candidates if one.id in winners]
    return {
        "question": board.poll.question,
        "seats": tie.seats,
        "names": named(names, desk_of(dialog_manager).t, NAMED),
        "how": dialog_manager.dialog_data.get("how", ""),
    }
