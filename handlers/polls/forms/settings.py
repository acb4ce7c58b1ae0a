"""The options of a poll: a list of them all, as they are set."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from bot.domain.polls.plans import Secrecy
from bot.domain.polls.refusals import SecretCannotBeLive
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, suffix
from handlers.forms.inputs import Typed
from handlers.forms.words import Label, Say, window
from handlers.polls.forms.creation import OPTIONS, SWITCHES, Balloting, flow
from handlers.polls.forms.values import value_of
from handlers.ui.texts import Markup


def settings_window() -> Window:
    """Return the list; a button opens a step, which leads back to it, or turns a switch."""
    steps = [
        Button(Label(f"poll-option-{name}"), id=f"option_{name}", on_click=flow.change)
        for name in OPTIONS
    ]
    switches = [
        Button(Label(f"poll-switch-{name}", name), id=f"switch_{name}", on_click=_turn)
        for name in SWITCHES
    ]
    return window(
        Balloting.settings,
        Say("wizard-settings", "settings"),
        Group(*steps, width=2),
        *switches,
        Button(Label("poll-to-preview"), id="preview", on_click=goer(Balloting.preview)),
        Typed("wizard-tap-expected"),
        getters=[_settings],
    )


async def _settings(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    t, draft = desk_of(dialog_manager).t, dialog_manager.dialog_data
    lines = [
        t(
            "wizard-setting",
            name=t.plain(f"poll-option-{name}"),
            value=value_of(name, draft, t),
        )
        for name in (*OPTIONS, *SWITCHES)
    ]
    switches = {name: "yes" if draft[name] else "no" for name in SWITCHES}
    return {"settings": Markup("\n".join(lines)), **switches}


async def _turn(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Turn a switch; counts that move with each secret ballot would tell who cast it how."""
    draft, name = manager.dialog_data, suffix(button)
    if name == "live" and not draft["live"] and draft["secrecy"] == Secrecy.SECRET:
        raise SecretCannotBeLive
    draft[name] = not draft[name]
