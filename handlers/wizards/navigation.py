"""What the steps of the wizard for events share: what is set now, and the ways out."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.wizards import creation as flow
from handlers.wizards.creation import Creating
from handlers.wizards.desks import desk_of
from handlers.wizards.plans import field_before, first_missing
from handlers.wizards.values import option_value, value_of
from handlers.wizards.words import Label, Say

GIVEN = Say("wizard-given", "value", when="given")
LEAVE = (
    Button(Label("wizard-leave"), id="leave", on_click=flow.leave, when="fresh"),
    Button(Label("wizard-stay"), id="stay", on_click=flow.leave, when="changing"),
)
NAVIGATION = (
    Button(Label("wizard-keep"), id="keep", on_click=flow.keep, when="given"),
    Row(Button(Label("button-back"), id="back", on_click=flow.back, when="behind"), *LEAVE),
)
TO_SETTINGS = Button(Label("button-back"), id="settings", on_click=flow.goer(Creating.settings))
DONE = Button(Label("wizard-done"), id="done", on_click=flow.goer(Creating.settings))


async def mode(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Tell whether an event is changed or a new one is made, and whether people know of it."""
    changing = flow.changed_event(dialog_manager) is not None
    unpublished = not flow.is_published(dialog_manager)
    return {"changing": changing, "fresh": not changing, "unpublished": unpublished}


async def step(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what the field of the open step holds, and the ways out of it."""
    draft, field = dialog_manager.dialog_data, flow.step_of(dialog_manager)
    given = field in draft
    return {
        "given": given,
        "value": value_of(field, draft, desk_of(dialog_manager).t) if given else None,
        "behind": field_before(field) is not None and first_missing(draft) is not None,
        **await mode(dialog_manager),
    }


async def option(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Return what the option of the open step holds."""
    draft, name = dialog_manager.dialog_data, flow.step_of(dialog_manager)
    value = option_value(name, draft, desk_of(dialog_manager).t)
    return {"given": True, "value": value, "removable": bool(draft.get(name))}
