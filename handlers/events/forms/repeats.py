"""The option that repeats an event: how often, and for how long."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row

from bot.domain.events.recurrence import Recurrence, Rhythm, occurrences
from bot.domain.moments import read_start
from bot.domain.numbers import read_number
from bot.domain.refusals import MomentUnreadable
from handlers.events.forms.creation import Creating, flow
from handlers.events.forms.navigation import TO_SETTINGS, option
from handlers.events.forms.values import rule_words
from handlers.forms.choices import Option, Options
from handlers.forms.desks import desk_of
from handlers.forms.flows import goer, suffix
from handlers.forms.inputs import Typed
from handlers.forms.moments import moment_of
from handlers.forms.navigation import GIVEN
from handlers.forms.words import Label, Say, window

COUNTS = (4, 8, 12)


def repeat_windows() -> tuple[Window, ...]:
    """Return the two steps."""
    another = Button(Label("wizard-another-rhythm"), id="back", on_click=goer(Creating.rhythm))
    counts = [
        Button(Label("wizard-times", count=count), id=f"times_{count}", on_click=_tap_count)
        for count in COUNTS
    ]
    return (
        window(
            Creating.rhythm,
            Say("wizard-rhythm"),
            GIVEN,
            Options("rhythm", _rhythms, _take_rhythm),
            Button(Label("wizard-no-rhythm"), id="remove", on_click=_once, when="removable"),
            TO_SETTINGS,
            Typed("wizard-tap-expected"),
            getters=[option],
        ),
        window(
            Creating.ending,
            Say("wizard-ending", "rule"),
            Row(*counts),
            Row(another, TO_SETTINGS),
            Typed("wizard-ending-expected", _take_ending),
            getters=[_rule],
        ),
    )


def _first(manager: DialogManager) -> date:
    return date.fromisoformat(manager.dialog_data["day"])


async def _rhythms(manager: DialogManager) -> list[Option]:
    t, chosen = desk_of(manager).t, manager.dialog_data.get("rhythm")
    rules = {rhythm: rule_words(rhythm, _first(manager), t) for rhythm in Rhythm}
    return [
        Option(rhythm, words[:1].upper() + words[1:], rhythm == chosen)
        for rhythm, words in rules.items()
    ]


async def _take_rhythm(rhythm: str, manager: DialogManager) -> None:
    """Remember the rhythm until it has an end; what was set before holds so long."""
    manager.dialog_data["asked_rhythm"] = rhythm
    await manager.switch_to(Creating.ending)


async def _once(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await flow.settle(manager, rhythm=None, until=None, count=None)


async def _rule(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    rhythm = Rhythm(dialog_manager.dialog_data["asked_rhythm"])
    return {"rule": rule_words(rhythm, _first(dialog_manager), desk_of(dialog_manager).t)}


async def _tap_count(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await _end(manager, None, int(suffix(button)))


async def _take_ending(text: str, manager: DialogManager) -> None:
    """Take a day («30 июня») or else a number of times («10»)."""
    try:
        until, _ = read_start(text, desk_of(manager).today)
    except MomentUnreadable:
        await _end(manager, None, read_number(text))
    else:
        await _end(manager, until, None)


async def _end(manager: DialogManager, until: date | None, count: int | None) -> None:
    """Take the end, if the series that it makes is neither too short nor too long."""
    draft, zone = manager.dialog_data, desk_of(manager).t.zone
    rhythm = Rhythm(draft["asked_rhythm"])
    occurrences(Recurrence(rhythm, until, count), moment_of(draft, zone), zone)
    ends = None if until is None else until.isoformat()
    await flow.settle(manager, rhythm=str(rhythm), until=ends, count=count)
