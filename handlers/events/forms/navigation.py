"""What the steps of the wizard for events share."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.events.forms.creation import flow, is_published
from handlers.events.forms.values import option_value, value_of
from handlers.forms.navigation import (
    done_button,
    leave_buttons,
    navigation,
    novelty,
    option_getter,
    step_getter,
    to_settings,
)

LEAVE = leave_buttons(flow)
NAVIGATION = navigation(flow)
TO_SETTINGS = to_settings(flow)
DONE = done_button(flow)

step = step_getter(flow, value_of)
option = option_getter(option_value)


async def mode(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Tell whether an event is changed or a new one is made, and whether people know of it."""
    return {**await novelty(dialog_manager), "unpublished": not is_published(dialog_manager)}
