"""Two time options: the RSVP deadline, and the time of publication."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar

from bot.domain.events.plans import checked_deadline, checked_publication
from bot.domain.events.refusals import DeadlineOutOfRange
from bot.domain.moments import moment_at
from handlers.forms.context import Filling
from handlers.forms.times import Moment
from handlers.ui.buttons import Row

DAYS_BEFORE = (1, 3)


@dataclass(eq=False)
class Deadline(Moment):
    """The RSVP deadline, stored as the distance to the start."""

    is_end: ClassVar[bool] = True

    def presets(self, form: Filling) -> list[Row]:
        """Return some distances, and the button for none."""
        before = [
            form.button(form.label("days-before", days=days), "before", f"{days}")
            for days in DAYS_BEFORE
        ]
        return [[*before, form.button(form.label("no-deadline"), "none")]]

    async def check_day(self, form: Filling, day: date) -> None:
        """Refuse a day after the start too."""
        await super().check_day(form, day)
        if moment_at(day, time.min, form.zone) > form.draft.starts_at:
            raise DeadlineOutOfRange(form.draft.starts_at)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store one of the distances."""
        if key == "before" and value in map(str, DAYS_BEFORE):
            start = form.draft.starts_at
            await self.take(form, await self.checked(form, start - timedelta(days=int(value))))
        await super().tap(form, key, value)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the deadline; refuse one that is past, or after the start."""
        checked_deadline(moment, form.draft.starts_at, form.now)
        return moment

    async def take(self, form: Filling, value: Any) -> None:
        """Store the distance to the start."""
        await super().take(form, None if value is None else form.draft.starts_at - value)


@dataclass(eq=False)
class PublicationTime(Moment):
    """When people are told of an event."""

    def presets(self, form: Filling) -> list[Row]:
        """Return the button to publish at once, unless the event is scheduled already."""
        if form.subject is not None:
            return []
        return [[form.button(form.label("publish-at-once"), "now")]]

    async def check_day(self, form: Filling, day: date) -> None:
        """Refuse a day after the start too."""
        await super().check_day(form, day)
        checked_publication(moment_at(day, time.min, form.zone), form.draft.starts_at)

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Publish it at once."""
        if key == "now" and form.subject is None:
            await self.take(form, None)
        await super().tap(form, key, value)

    async def checked(self, form: Filling, moment: datetime) -> datetime:
        """Return the time; refuse one that is past, or after the start."""
        return checked_publication(await super().checked(form, moment), form.draft.starts_at)
