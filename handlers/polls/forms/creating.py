"""The wizard that puts something to the vote: the steps that each poll needs."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.domain.numbers import read_number
from bot.domain.polls.plans import (
    PollKind,
    checked_closing,
    checked_question,
    checked_seats,
)
from bot.domain.polls.presets import Preset
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import fill, goer
from handlers.forms.moments import moment_of, wall_of
from handlers.forms.navigation import GIVEN
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say
from handlers.polls.forms.candidates import candidate_windows
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.electorates import voters_window
from handlers.polls.forms.navigation import NAVIGATION, field_window, step
from handlers.polls.forms.options import option_windows
from handlers.polls.forms.plans import opening_of, usual_closing, with_preset
from handlers.polls.forms.previews import closing_windows
from handlers.polls.forms.rules import rule_windows
from handlers.polls.forms.settings import settings_window

SEATS = (1, 3, 5, 7)


def balloting_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(
        *_first_windows(),
        *candidate_windows(),
        field_window("seats", Options("seats", _seats, _tap_seats, width=4), take=_take_seats),
        *_closing_windows(),
        *closing_windows(),
        settings_window(),
        *rule_windows(),
        *option_windows(),
        voters_window(),
        on_start=fill,
    )


def _first_windows() -> tuple[Window, ...]:
    usual = Button(
        Label("poll-draft-usual-question", "kind"), "usual", _take_usual_question, when="usual"
    )
    return (
        field_window("preset", Options("preset", _presets, _take_preset)),
        field_window(
            "question",
            usual,
            take=flow.taker("question", checked_question),
            getters=(_usual_question,),
        ),
    )


# --- by which rule ----------------------------------------------------------------------------


async def _found_presets(manager: DialogManager) -> dict[str, Preset]:
    desk = desk_of(manager)
    return {one.name: one for one in await desk.polls.presets(desk.member.id)}


async def _presets(manager: DialogManager) -> list[Option]:
    chosen = manager.dialog_data.get("preset")
    presets = await _found_presets(manager)
    return [
        Option(f"{number}", one.title or name, name == chosen)
        for number, (name, one) in enumerate(presets.items())
    ]


async def _take_preset(number: str, manager: DialogManager) -> None:
    """Take all that a preset settles; what was typed stays as far as it is still asked for."""
    preset = list((await _found_presets(manager)).values())[int(number)]
    draft = with_preset(manager.dialog_data, preset)
    manager.dialog_data.clear()
    await flow.give(manager, **draft)


# --- what is asked ----------------------------------------------------------------------------


async def _usual_question(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Offer the words that an admission and an election are usually asked in."""
    kind = dialog_manager.dialog_data["kind"]
    return {"kind": kind, "usual": kind != PollKind.MOTION}


async def _take_usual_question(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    kind = manager.dialog_data["kind"]
    await flow.give(manager, question=desk_of(manager).t.plain("poll-usual-question", kind=kind))


async def _seats(manager: DialogManager) -> list[Option]:
    chosen = manager.dialog_data.get("seats")
    return [Option(f"{seats}", f"{seats}", seats == chosen) for seats in SEATS]


async def _tap_seats(seats: str, manager: DialogManager) -> None:
    await flow.give(manager, seats=int(seats))


async def _take_seats(text: str, manager: DialogManager) -> None:
    await flow.give(manager, seats=checked_seats(read_number(text)))


# --- until when -------------------------------------------------------------------------------


def _closing_windows() -> tuple[Window, ...]:
    another = Button(Label("wizard-another-day"), id="another", on_click=goer(Balloting.day))
    usual = Button(
        Label("poll-draft-usual-closing", "usual_closing"),
        id="usual",
        on_click=_take_usual_closing,
        when="usual",
    )
    return (
        day_window(
            Balloting.day,
            _take_closing,
            Say("poll-draft-day"),
            GIVEN,
            usual,
            *NAVIGATION,
            getters=[step, _usual_closing],
        ),
        time_window(
            Balloting.time, _take_closing, GIVEN, Row(another), *NAVIGATION, getters=[step]
        ),
    )


async def _take_closing(fields: dict[str, str], manager: DialogManager) -> None:
    """Take a day and ask for the time again, or take both."""
    draft, desk = manager.dialog_data, desk_of(manager)
    if "time" in fields:
        opens_at = opening_of(draft, desk.t.zone) or desk.clock.now()
        checked_closing(moment_of(fields, desk.t.zone), opens_at)
    draft.pop("time", None)
    await flow.give(manager, **fields)


async def _usual_closing(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    desk = desk_of(dialog_manager)
    moment = usual_closing(dialog_manager.dialog_data, desk.t.zone, desk.clock.now())
    return {"usual": moment is not None, "usual_closing": moment or ""}


async def _take_usual_closing(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    desk = desk_of(manager)
    moment = usual_closing(manager.dialog_data, desk.t.zone, desk.clock.now())
    if moment is not None:
        day, at = wall_of(moment, desk.t.zone)
        await flow.give(manager, day=day, time=at)
