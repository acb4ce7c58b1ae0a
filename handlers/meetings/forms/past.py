"""The field for when something happened: typed, or just now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.types import Message

from bot.domain.moments import end_of_day, moment_at, read_past
from bot.domain.refusals import DayAhead
from handlers.forms.context import Filling
from handlers.forms.form import Field
from handlers.ui.buttons import Row
from handlers.ui.texts import Texts, Value


@dataclass(eq=False)
class PastMoment(Field):
    """A time (UTC) that is not ahead; of a day without a time its end, as far as it has come."""

    async def words(self, form: Filling) -> str:
        """Return the question with an example."""
        return form.words(self.key, today=f"{form.today:%d.%m.%Y}")

    async def rows(self, form: Filling) -> list[Row]:
        """Offer the present time."""
        return [[form.button(form.t.plain("meeting-just-now"), "now")]]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store the present time."""
        if key == "now":
            await self.take(form, form.now)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a day, or a day with its time."""
        if message.text is None:
            return False
        day, at = read_past(message.text, form.today)
        await self.take(form, self._moment(form, day, at))
        return True

    def _moment(self, form: Filling, day: Any, at: Any) -> datetime:
        if at is None:
            return min(end_of_day(day, form.zone), form.now)
        moment = moment_at(day, at, form.zone)
        if moment > form.now:
            raise DayAhead
        return moment

    def value(self, draft: Any, t: Texts) -> Value:
        """Return the time as text."""
        return t.moment(getattr(draft, self.name))
