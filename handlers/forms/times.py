"""The fields for a day, from the calendar or typed, and for a time, asked for on the same step."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar

from aiogram.types import Message

from bot.domain.events.plans import checked_start
from bot.domain.moments import moment_at, read_start, read_time
from bot.domain.phrases.words import without_until
from handlers.forms.calendars import HOURS, day_rows, read_day, time_rows
from handlers.forms.context import Filling
from handlers.forms.form import Field, View
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts

LAST_MINUTE = time(23, 59)
DAY, MONTH, HOUR = "day", "month", "hour"


def day_words(day: date, t: Texts) -> str:
    """Return a day of the alliance's calendar as text."""
    return t.day(moment_at(day, LAST_MINUTE, t.zone))


@dataclass(eq=False)
class CalendarDay(Field):
    """A day of the alliance's calendar, tapped or typed."""

    async def view(self, form: Filling) -> View:
        """Return the calendar."""
        month = date.fromisoformat(form.shown.get(MONTH, f"{form.today}"))
        rows = [*day_rows(form, month), *self.presets(form)]
        return View(await self.words(form), rows)

    def presets(self, form: Filling) -> list[Row]:
        """Return buttons below the calendar."""
        return self.removing(form)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Turn the calendar, or take a day."""
        day = read_day(form, value) if key in {DAY, MONTH} else None
        if key == MONTH and day is not None:
            form.shown[MONTH] = value
        elif key == DAY and day is not None:
            await self.take(form, day)
        await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Read a day."""
        if message.text is None:
            return False
        day, _ = read_start(without_until(message.text), form.today)
        await self.take(form, day)
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a day."""
        return "wizard-day-expected"


@dataclass(eq=False)
class Moment(Field):
    """A time (UTC). A day without a time is remembered by the screen, which then asks for the time.

    With `another` that screen has a way back to the day.
    """

    another: bool = False
    is_end: ClassVar[bool] = False
    """Whether it is an end: then «до пятницы 18:00» is read too."""

    async def check_day(self, form: Filling, day: date) -> None:
        """Refuse a day without any valid time."""
        checked_start(moment_at(day, LAST_MINUTE, form.zone), form.now)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the time; refuse one that breaks its rule."""
        return checked_start(moment, form.now)

    def presets(self, form: Filling) -> list[Row]:
        """Return buttons below the calendar."""
        return self.removing(form)

    async def view(self, form: Filling) -> View:
        """Return the calendar, or the hours of the chosen day."""
        if DAY not in form.shown:
            month = date.fromisoformat(form.shown.get(MONTH, f"{form.today}"))
            return View(await self.words(form), [*day_rows(form, month), *self.presets(form)])
        day = day_words(date.fromisoformat(form.shown[DAY]), form.t)
        words = form.t("wizard-time", chosen_day=day, zone=form.t.zone_name())
        another = form.button(form.t.plain("wizard-another-day"), "another")
        ways = [another] if self.another else []
        return View(words, time_rows(form, form.shown.get(HOUR)), inner=True, ways=ways)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Turn the calendar, choose a day, or one of its times."""
        day = read_day(form, value) if key in {DAY, MONTH} else None
        if key == MONTH and day is not None:
            form.shown[MONTH] = value
        elif key == DAY and day is not None:
            await self._take_day(form, day)
        elif key == HOUR and value in map(str, HOURS):
            form.shown[HOUR] = int(value)
        elif key == "time" and DAY in form.shown:
            await self._take_time(form, read_time(value))
        elif key == "another":
            self.close(form)
        await super().tap(form, key, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Read a day, a day with its time, or the time of the chosen day."""
        if message.text is None:
            return False
        text = without_until(message.text) if self.is_end else message.text
        if DAY in form.shown:
            await self._take_time(form, read_time(text))
            return True
        day, at = read_start(text, form.today)
        if at is None:
            await self._take_day(form, day)
        else:
            await self._take_moment(form, day, at)
        return True

    def expected(self, form: Filling) -> str:
        """Ask for a day or for a time."""
        return "wizard-time-expected" if DAY in form.shown else "wizard-day-expected"

    def close(self, form: Filling) -> bool:
        """Return from the hours to the calendar."""
        form.shown.pop(HOUR, None)
        return form.shown.pop(DAY, None) is not None

    async def _take_day(self, form: Filling, day: date) -> None:
        await self.check_day(form, day)
        form.shown[DAY] = day.isoformat()

    async def _take_time(self, form: Filling, at: time) -> None:
        await self._take_moment(form, date.fromisoformat(form.shown[DAY]), at)

    async def _take_moment(self, form: Filling, day: date, at: time) -> None:
        moment = moment_at(day, at, form.zone)
        await self.take(form, await self.checked(form, moment))
