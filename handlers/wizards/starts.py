"""The two steps that ask when: a day by calendar or typed, then a time."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, time
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, Window

from bot.domain.moments import moment_at, read_start, read_time
from handlers.wizards.desks import desk_of
from handlers.wizards.inputs import Typed
from handlers.wizards.pickers import DayPicker, TimePicker
from handlers.wizards.plans import LAST_MINUTE, with_start
from handlers.wizards.words import Getter, Say, Widget, window

OnStart = Callable[[dict[str, str], DialogManager], Awaitable[None]]
"""Gets `day`, or `day` and `time`, as fields of a draft."""


def day_window(
    state: State, on_start: OnStart, *widgets: Widget, getters: Sequence[Getter] = ()
) -> Window:
    """Return the step that asks for the day; a time typed with it is taken too."""

    async def tapped(day: date, manager: DialogManager) -> None:
        desk = desk_of(manager)
        await on_start(with_start(day, None, desk.t.zone, desk.clock.now()), manager)

    async def typed(text: str, manager: DialogManager) -> None:
        desk = desk_of(manager)
        day, at = read_start(text, desk.today)
        await on_start(with_start(day, at, desk.t.zone, desk.clock.now()), manager)

    return window(
        state,
        DayPicker("day", tapped),
        *widgets,
        Typed("wizard-day-expected", typed),
        getters=getters,
    )


def time_window(
    state: State, on_start: OnStart, *widgets: Widget, getters: Sequence[Getter] = ()
) -> Window:
    """Return the step that asks for the time of the day already chosen."""

    async def tapped(at: time, manager: DialogManager) -> None:
        desk = desk_of(manager)
        day = date.fromisoformat(manager.dialog_data["day"])
        await on_start(with_start(day, at, desk.t.zone, desk.clock.now()), manager)

    async def typed(text: str, manager: DialogManager) -> None:
        await tapped(read_time(text), manager)

    return window(
        state,
        Say("wizard-time", "chosen_day", "zone"),
        TimePicker("time", tapped),
        *widgets,
        Typed("wizard-time-expected", typed),
        getters=[_chosen_day, *getters],
    )


async def _chosen_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    t = desk_of(dialog_manager).t
    day = date.fromisoformat(dialog_manager.dialog_data["day"])
    return {"chosen_day": t.day(moment_at(day, LAST_MINUTE, t.zone)), "zone": t.zone_name()}
