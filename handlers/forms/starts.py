"""The two steps that ask when: a day by calendar or typed, then a time."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date, time
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, Window

from bot.domain.moments import moment_at, read_start, read_time
from handlers.forms.desks import desk_of
from handlers.forms.inputs import Typed
from handlers.forms.moments import LAST_MINUTE, with_moment
from handlers.forms.pickers import DayPicker, TimePicker
from handlers.forms.words import Getter, Say, Widget, window

OnMoment = Callable[[dict[str, str], DialogManager], Awaitable[None]]
"""Gets `day`, or `day` and `time`, as fields of a draft."""


def day_window(
    state: State,
    on_moment: OnMoment,
    *widgets: Widget,
    name: str = "day",
    getters: Sequence[Getter] = (),
) -> Window:
    """Return the step that asks for a day; a time typed with it is taken too.

    `name` is that of the calendar, which remembers the month that it shows.
    """

    async def tapped(day: date, manager: DialogManager) -> None:
        desk = desk_of(manager)
        await on_moment(with_moment(day, None, desk.t.zone, desk.clock.now()), manager)

    async def typed(text: str, manager: DialogManager) -> None:
        desk = desk_of(manager)
        day, at = read_start(text, desk.today)
        await on_moment(with_moment(day, at, desk.t.zone, desk.clock.now()), manager)

    return window(
        state,
        DayPicker(name, tapped),
        *widgets,
        Typed("wizard-day-expected", typed),
        getters=getters,
    )


def time_window(
    state: State,
    on_moment: OnMoment,
    *widgets: Widget,
    name: str = "time",
    day_name: str = "day",
    getters: Sequence[Getter] = (),
) -> Window:
    """Return the step that asks for the time of the day which the draft has as `day_name`."""

    async def tapped(at: time, manager: DialogManager) -> None:
        desk = desk_of(manager)
        day = date.fromisoformat(manager.dialog_data[day_name])
        await on_moment(with_moment(day, at, desk.t.zone, desk.clock.now()), manager)

    async def typed(text: str, manager: DialogManager) -> None:
        await tapped(read_time(text), manager)

    async def chosen(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        t = desk_of(dialog_manager).t
        day = date.fromisoformat(dialog_manager.dialog_data[day_name])
        return {"chosen_day": t.day(moment_at(day, LAST_MINUTE, t.zone)), "zone": t.zone_name()}

    return window(
        state,
        Say("wizard-time", "chosen_day", "zone"),
        TimePicker(name, tapped),
        *widgets,
        Typed("wizard-time-expected", typed),
        getters=[chosen, *getters],
    )
