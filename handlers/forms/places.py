"""Fields that are sent: a place with its coordinates, coordinates alone, a picture."""

from dataclasses import dataclass

from aiogram.types import Message

from bot.domain.events.plans import Point
from handlers.forms.context import Filling
from handlers.forms.fields import Text
from handlers.forms.form import Field


@dataclass(eq=False)
class Place(Text):
    """A place as text, and its coordinates as `point`, if they were sent."""

    point: str = "point"

    async def take(self, form: Filling, value: str) -> None:
        """Store a place; the coordinates of another place are removed."""
        draft = form.draft
        if getattr(draft, self.point) and getattr(draft, self.name) not in {None, value}:
            setattr(draft, self.point, None)
            form.note("wizard-point-removed")
        await super().take(form, value)

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store text, a venue as both, or a location as the coordinates of the present place."""
        if message.location is None:
            return await super().typed(form, message)
        point = Point(message.location.latitude, message.location.longitude)
        if message.venue is not None:
            place = f"{message.venue.title}, {message.venue.address}".strip(" ,")
            setattr(form.draft, self.name, self.check(place))
        setattr(form.draft, self.point, point)
        if self.given(form.draft):
            form.done()
        else:
            form.confirm("wizard-point-taken")
        return True


@dataclass(eq=False)
class Location(Field):
    """Coordinates on the map."""

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a location."""
        if message.location is None:
            return False
        await self.take(form, Point(message.location.latitude, message.location.longitude))
        return True


@dataclass(eq=False)
class Photo(Field):
    """A picture, by its file id at Telegram."""

    async def typed(self, form: Filling, message: Message) -> bool:
        """Store a photo: the last of its sizes is the largest."""
        if not message.photo:
            return False
        await self.take(form, message.photo[-1].file_id)
        return True
