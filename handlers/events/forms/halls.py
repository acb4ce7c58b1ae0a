"""The option that books a room of «Дом НКО» for an event."""

from dataclasses import dataclass
from typing import Any

from bot.services.rooms.rooms import Rooms
from handlers.forms.context import Filling
from handlers.forms.lists import Choice, Option


async def halls(form: Filling, rooms: Rooms) -> list[Option]:
    """List the rooms."""
    found = await rooms.halls(form.member.id)
    return [Option(f"{one.id}", one.plan.name) for one in found]


@dataclass(eq=False)
class Hall(Choice):
    """A room that is booked when the event is published; its name is shown with the place."""

    async def words(self, form: Filling) -> str:
        """Ask, or say that there is nothing to choose from."""
        return form.words("hall", some=bool(await self.offered(form)))

    async def take(self, form: Filling, value: Any) -> None:
        """Store the room and its name, unless another name was typed."""
        draft = form.draft
        names = {one.id: one.words for one in await self.offered(form)}
        name = names.get(f"{value}", "") if value is not None else ""
        if draft.room in {"", draft.hall_name}:
            draft.room = name
        draft.hall_name = name
        await super().take(form, value)
