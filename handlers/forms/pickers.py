"""Days and times to tap, in the organiser's language and by the alliance's clock."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Keyboard
from babel.dates import format_date, get_day_names

from bot.domain.events.plans import YEARS_AHEAD
from bot.domain.moments import read_time
from handlers.forms.desks import desk_of

HOURS = range(6, 24)  # whoever meets at night types the time
MINUTES = (0, 15, 30, 45)
HOURS_A_ROW = 6
NOTHING = "-"
BLANK = " "

OnDay = Callable[[date, DialogManager], Awaitable[None]]
OnTime = Callable[[time, DialogManager], Awaitable[None]]


class Picker(Keyboard):
    """Buttons that a widget draws and reads itself."""

    def button(self, text: str, data: str = NOTHING) -> InlineKeyboardButton:
        """Return a button whose tap brings `data` back; without, one that does nothing."""
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(data))


class DayPicker(Picker):
    """A month of days, a week a row from Monday; what is past is blank, today is marked.

    aiogram-dialog's own calendar asks the machine what day it is; this one asks the clock that
    the rest of the bot goes by, and takes no day that was not on offer.
    """

    def __init__(self, id: str, on_day: OnDay) -> None:  # noqa: A002  the library's own name
        super().__init__(id=id)
        self._on_day = on_day

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        desk = desk_of(manager)
        locale, today = desk.t.language, desk.today
        month = max(
            date.fromisoformat(self.get_widget_data(manager, today.isoformat())), today
        ).replace(day=1)
        title = format_date(month, "LLLL y", locale=locale)
        names = get_day_names("short", context="stand-alone", locale=locale)
        return [
            [
                self._turn("‹", month - timedelta(days=1), today),
                self.button(title[:1].upper() + title[1:]),
                self._turn("›", month + timedelta(days=31), today),
            ],
            [self.button(names[weekday]) for weekday in range(7)],
            *self._weeks(month, today),
        ]

    def _turn(self, arrow: str, day: date, today: date) -> InlineKeyboardButton:
        month = day.replace(day=1)
        if not today.replace(day=1) <= month <= _last(today):
            return self.button(BLANK)
        return self.button(arrow, f"month:{month}")

    def _weeks(self, month: date, today: date) -> RawKeyboard:
        first = max(month, today)  # weeks that are wholly past are left out
        monday = first - timedelta(days=first.weekday())
        following = (month + timedelta(days=31)).replace(day=1)
        rows: RawKeyboard = []
        while monday < following:
            week = (monday + timedelta(days=n) for n in range(7))
            rows.append([self._day(day, month, today) for day in week])
            monday += timedelta(days=7)
        return rows

    def _day(self, day: date, month: date, today: date) -> InlineKeyboardButton:
        if day.month != month.month or day < today:
            return self.button(BLANK)
        return self.button(f"[{day.day}]" if day == today else f"{day.day}", f"day:{day}")

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        kind, _, iso = data.partition(":")
        today = desk_of(manager).today
        try:
            chosen = date.fromisoformat(iso)
        except ValueError:  # a blank, or a forged one
            return True
        if chosen.year > _last(today).year:  # no calendar of ours turns that far
            return True
        if kind == "month":
            self.set_widget_data(manager, chosen.isoformat())
        elif kind == "day":
            await self._on_day(chosen, manager)
        return True


def _last(today: date) -> date:
    """Return the last month that the calendar turns to."""
    return date(today.year + YEARS_AHEAD, today.month, 1)


class TimePicker(Picker):
    """First the hour, then the quarter of it, on one screen."""

    def __init__(self, id: str, on_time: OnTime) -> None:  # noqa: A002  the library's own name
        super().__init__(id=id)
        self._on_time = on_time

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        chosen: int | None = self.get_widget_data(manager, None)
        rows: RawKeyboard = [
            [self._hour(hour, chosen) for hour in HOURS[n : n + HOURS_A_ROW]]
            for n in range(0, len(HOURS), HOURS_A_ROW)
        ]
        if chosen is not None:
            quarters = [f"{chosen}:{minute:02}" for minute in MINUTES]
            rows.append([self.button(quarter, quarter) for quarter in quarters])
        return rows

    def _hour(self, hour: int, chosen: int | None) -> InlineKeyboardButton:
        return self.button(f"[{hour}]" if hour == chosen else f"{hour}", f"{hour}")

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if ":" in data:
            await self._on_time(read_time(data), manager)
        elif data in map(str, HOURS):
            self.set_widget_data(manager, int(data))
        return True
