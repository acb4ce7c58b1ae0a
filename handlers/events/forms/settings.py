"""The options of an event: a list of them all, as they are set."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.events.forms.creation import OPTIONS, Creating, flow
from handlers.events.forms.navigation import mode
from handlers.events.forms.values import option_value
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, window
from handlers.ui.texts import Markup

FIXED = {"rhythm": "fresh", "publication": "unpublished"}
"""What is settled once, and of which events it can be chosen."""


def settings_window() -> Window:
    """Return the list; each of its buttons opens a step, which leads back to it."""
    buttons = [
        Button(
            Label(f"wizard-option-{name}"),
            id=f"option_{name}",
            on_click=flow.change,
            when=FIXED.get(name),
        )
        for name in OPTIONS
    ]
    return window(
        Creating.settings,
        Say("wizard-settings", "settings"),
        Group(*buttons, width=2),
        Button(Label("wizard-to-preview"), id="preview", on_click=goer(Creating.preview)),
        Typed("wizard-tap-expected"),
        getters=[mode, _settings],
    )


async def _settings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    t, draft = desk_of(dialog_manager).t, dialog_manager.dialog_data
    modes = await mode(dialog_manager)
    lines = [
        t(
            "wizard-setting",
            name=t.plain(f"wizard-option-{name}"),
            value=option_value(name, draft, t),
        )
        for name in OPTIONS
        if name not in FIXED or modes[FIXED[name]]
    ]
    return {"settings": Markup("\n".join(lines))}
