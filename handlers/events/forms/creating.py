"""The wizard that makes or changes an event: the steps that each event needs."""

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group

from bot.domain.events.plans import (
    checked_description,
    checked_duration,
    checked_place,
    checked_title,
)
from bot.domain.moments import read_duration
from handlers.events.forms.audiences import audience_windows
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.navigation import NAVIGATION, step
from handlers.events.forms.options import option_windows
from handlers.events.forms.previews import closing_windows
from handlers.events.forms.repeats import repeat_windows
from handlers.events.forms.settings import settings_window
from handlers.events.forms.times import deadline_windows, publication_windows
from handlers.forms.desks import desk_of
from handlers.forms.flows import fill, suffix
from handlers.forms.inputs import Typed
from handlers.forms.navigation import GIVEN
from handlers.forms.starts import day_window, time_window
from handlers.forms.words import Label, Say, note, window

DURATIONS = (60, 90, 120, 180, 240, 480)  # minutes


async def _skip_description(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.give(manager, description="")


async def _take_start(fields: dict[str, str], manager: DialogManager) -> None:
    """Take a day and ask for the time again, or take both."""
    manager.dialog_data.pop("time", None)
    await flow.give(manager, **fields)


async def _take_duration(text: str, manager: DialogManager) -> None:
    duration = checked_duration(read_duration(text))
    await flow.give(manager, duration=int(duration.total_seconds() // 60))


async def _tap_duration(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await flow.give(manager, duration=int(suffix(button)))


async def _take_place(text: str, manager: DialogManager) -> None:
    """Take a place; the point on the map of another place goes."""
    draft = manager.dialog_data
    place = checked_place(text)
    if draft.get("point") and draft.get("place", place) != place:
        draft["point"] = None
        note(manager, desk_of(manager).t.plain("wizard-point-removed"))
    await flow.give(manager, place=place)


async def _take_spot(message: Message, manager: DialogManager) -> bool:
    """Take a venue as place and point, or a location as the point of the place that is named."""
    if message.location is None:
        return False
    fields = {"point": [message.location.latitude, message.location.longitude]}
    if message.venue is not None:
        place = checked_place(f"{message.venue.title}, {message.venue.address}".strip(" ,"))
        await flow.give(manager, **fields, place=place)
        return True
    manager.dialog_data.update(fields)
    if "place" in manager.dialog_data:
        await flow.forward(manager)
    else:
        note(manager, desk_of(manager).t.plain("wizard-point-taken"))
    return True


def _first_windows() -> tuple[Window, ...]:
    return (
        window(
            Creating.title,
            Say("wizard-title"),
            GIVEN,
            *NAVIGATION,
            Typed("wizard-title-expected", flow.taker("title", checked_title)),
            getters=[step],
        ),
        window(
            Creating.description,
            Say("wizard-description"),
            GIVEN,
            Button(Label("wizard-skip-description"), id="skip", on_click=_skip_description),
            *NAVIGATION,
            Typed("wizard-description-expected", flow.taker("description", checked_description)),
            getters=[step],
        ),
        day_window(
            Creating.day, _take_start, Say("wizard-day"), GIVEN, *NAVIGATION, getters=[step]
        ),
        time_window(Creating.time, _take_start, GIVEN, *NAVIGATION, getters=[step]),
    )


def _last_windows() -> tuple[Window, ...]:
    durations = [
        Button(
            Label("wizard-duration-choice", minutes=minutes),
            id=f"minutes_{minutes}",
            on_click=_tap_duration,
        )
        for minutes in DURATIONS
    ]
    return (
        window(
            Creating.duration,
            Say("wizard-duration"),
            GIVEN,
            Group(*durations, width=3),
            *NAVIGATION,
            Typed("wizard-duration-expected", _take_duration),
            getters=[step],
        ),
        window(
            Creating.place,
            Say("wizard-place"),
            GIVEN,
            *NAVIGATION,
            Typed("wizard-place-expected", _take_place, _take_spot),
            getters=[step],
        ),
    )


def creating_dialog() -> Dialog:
    """Return the wizard."""
    return Dialog(
        *_first_windows(),
        *_last_windows(),
        *audience_windows(),
        *closing_windows(),
        settings_window(),
        *option_windows(),
        *deadline_windows(),
        *repeat_windows(),
        *publication_windows(),
        on_start=fill,
    )
