"""What the steps of the wizard for polls share."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import Button

from handlers.forms.flows import goer
from handlers.forms.inputs import Take, TakeMessage, Typed
from handlers.forms.navigation import (
    GIVEN,
    done_button,
    leave_buttons,
    navigation,
    option_getter,
    step_getter,
    to_settings,
)
from handlers.forms.words import Getter, Label, Say, Widget, window
from handlers.polls.forms.creation import Balloting, flow
from handlers.polls.forms.values import value_of

LEAVE = leave_buttons(flow)
NAVIGATION = navigation(flow)
TO_SETTINGS = to_settings(flow)
DONE = done_button(flow)

step = step_getter(flow, value_of)
option = option_getter(value_of)


def way_to(name: str) -> Button:
    """Return the way back to a step that another one belongs to."""
    return Button(Label("button-back"), id=f"to_{name}", on_click=goer(flow.state(name)))


def field_window(
    name: str,
    *widgets: Widget,
    take: Take | None = None,
    getters: tuple[Getter, ...] = (),
) -> Window:
    """Return the step of a field."""
    return window(
        getattr(Balloting, name),
        Say(f"poll-draft-{name}"),
        GIVEN,
        *widgets,
        *NAVIGATION,
        Typed(f"poll-draft-{name}-expected" if take else "wizard-tap-expected", take),
        getters=[step, *getters],
    )


def option_window(
    name: str, *widgets: Widget, take: Take | None = None, sent: TakeMessage | None = None
) -> Window:
    """Return the step of an option."""
    wants = take is not None or sent is not None
    return window(
        getattr(Balloting, name),
        Say(f"poll-draft-{name}"),
        GIVEN,
        *widgets,
        Typed(f"poll-draft-{name}-expected" if wants else "wizard-tap-expected", take, sent),
        getters=[option],
    )
