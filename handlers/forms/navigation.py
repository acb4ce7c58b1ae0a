"""What the steps of every draft share: what is set now, and the ways out."""

from collections.abc import Callable
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.style import Style

from handlers.forms.desks import desk_of
from handlers.forms.flows import Flow, goer, step_of, subject_of
from handlers.forms.inputs import Typed
from handlers.forms.moments import Draft
from handlers.forms.words import Getter, Label, Say, Widget, window
from handlers.ui.texts import Texts, Value

GIVEN = Say("wizard-given", "value", when="given")

ValueOf = Callable[[str, Draft, Texts], Value]
"""Says what a draft holds under a name."""


def leave_buttons(flow: Flow) -> tuple[Button, ...]:
    """Return the way out without a result."""
    return (
        Button(Label("wizard-leave"), id="leave", on_click=flow.leave, when="fresh"),
        Button(Label("wizard-stay"), id="stay", on_click=flow.leave, when="changing"),
    )


def navigation(flow: Flow) -> tuple[Widget, ...]:
    """Return the ways out of the step of a field."""
    back = Button(Label("button-back"), id="back", on_click=flow.back, when="behind")
    return (
        Button(Label("wizard-keep"), id="keep", on_click=flow.keep, when="given"),
        Row(back, *leave_buttons(flow)),
    )


def to_settings(flow: Flow) -> Button:
    """Return the way out of the step of an option."""
    return Button(Label("button-back"), id="settings", on_click=goer(flow.state("settings")))


def done_button(flow: Flow) -> Button:
    """Return the way out of the step of an option in which several things were chosen."""
    return Button(Label("wizard-done"), id="done", on_click=goer(flow.state("settings")))


async def novelty(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Tell whether something new is made, or something that there is changed."""
    changing = subject_of(dialog_manager) is not None
    return {"changing": changing, "fresh": not changing}


def step_getter(flow: Flow, value_of: ValueOf) -> Getter:
    """Return what tells what the field of the open step holds, and the ways out of it."""

    async def step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        draft, field = dialog_manager.dialog_data, step_of(dialog_manager)
        given = field in draft
        behind = flow.before(field, draft) is not None and flow.missing(draft) is not None
        return {
            "given": given,
            "value": value_of(field, draft, desk_of(dialog_manager).t) if given else None,
            "behind": behind,
            **await novelty(dialog_manager),
        }

    return step


def option_getter(value_of: ValueOf) -> Getter:
    """Return what tells what the option of the open step holds."""

    async def option(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        draft, name = dialog_manager.dialog_data, step_of(dialog_manager)
        value = value_of(name, draft, desk_of(dialog_manager).t)
        return {"given": True, "value": value, "removable": bool(draft.get(name))}

    return option


def aside_windows(flow: Flow, unchanged: str) -> tuple[Window, ...]:
    """Return the questions before a draft is lost; `unchanged` says what stays as it is."""
    red = Style(ButtonStyle.DANGER)
    discards = (
        Button(Label("wizard-discard"), "discard", flow.discard, when="fresh", style=red),
        Button(Label("wizard-discard-changes"), "drop", flow.discard, when="changing", style=red),
    )
    resume = Button(Label("wizard-return"), "return", flow.resume)

    async def titled(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        return {"title": dialog_manager.dialog_data[flow.title]}

    return (
        window(
            flow.state("leaving"),
            Say("wizard-leaving", "title", when="fresh"),
            Say(unchanged, "title", when="changing"),
            Row(*discards, resume),
            Typed("wizard-tap-expected"),
            getters=[novelty, titled],
        ),
        window(
            flow.state("resuming"),
            Say("wizard-resuming", "title"),
            Row(resume, Button(Label("wizard-start-over"), "over", flow.start_over)),
            Typed("wizard-tap-expected"),
            getters=[titled],
        ),
    )
