"""Fields of these forms: a day, the end of a series, who keeps a room."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.services.rooms.managing import RoomManaging
from handlers.forms.context import Filling
from handlers.forms.fields import Duration
from handlers.forms.lists import Option
from handlers.forms.people import Searched, search_of
from handlers.forms.times import CalendarDay
from handlers.ui.buttons import Row

WEEKS = (4, 8, 12)


@dataclass(eq=False)
class LastDay(CalendarDay):
    """The last day of a weekly series; or none."""

    removable: bool = field(default=True, kw_only=True)

    def presets(self, form: Filling) -> list[Row]:
        """Return some numbers of weeks."""
        weeks = [form.button(form.label("weeks", weeks=n), "weeks", f"{n}") for n in WEEKS]
        return [weeks, *self.removing(form)]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Take the day so many weeks after the first."""
        if key == "weeks" and value in map(str, WEEKS) and form.draft.starts_at is not None:
            first = form.draft.starts_at.astimezone(form.zone).date()
            await self.take(form, first + timedelta(weeks=int(value)))
            return
        await super().tap(form, key, value)


@dataclass(eq=False)
class MaybeDuration(Duration):
    """A duration, or none."""

    removable: bool = field(default=True, kw_only=True)

    async def rows(self, form: Filling) -> list[Row]:
        """Return the presets, and the button for none."""
        return [*await super().rows(form), *self.removing(form)]

    async def tap(self, form: Filling, key: str, value: str) -> None:
        """Store one of the presets, or none."""
        if key == "none":
            await self.take(form, None)
            return
        await super().tap(form, key, value)


async def find(form: Filling, room_managing: RoomManaging) -> list[Option]:
    """List the people whom the search finds."""
    search = search_of(form)
    found = await room_managing.search_people(form.member.id, search) if search else []
    people = [one for one in found if not one.whole]
    return [Option(f"{one.people[0]}", one.name) for one in people]


@dataclass(eq=False)
class Keeper(Searched):
    """The person who decides on the bookings of a room, found by name."""

    async def take(self, form: Filling, value: Any) -> None:
        """Store the person, with the name for the list."""
        options = {one.id: one.words for one in await self.offered(form)}
        form.draft.keeper_name = options.get(f"{value}", "") if value is not None else ""
        await super().take(form, value)
