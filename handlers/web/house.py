"""`/house/<secret>`: today's bookings of the house by room, and what is free now."""

from typing import Protocol

from bot.domain.rooms.resources import ResourceKind
from bot.domain.rooms.today import HouseToday, RoomToday
from handlers.ui.texts import AllTexts, Texts
from handlers.web.feed import Feed
from handlers.web.guarding import Guard
from handlers.web.listener import Listener
from handlers.web.live import LivePage, Scene
from handlers.web.rendering import rendered

CROWDS = ((3, "s"), (6, "m"), (12, "l"))
"""Up to how many rooms are shown in how large cards; more of them have the smallest."""


class HouseScreenReader(Protocol):
    """The use case behind the page."""

    async def today(self, secret: str) -> HouseToday:
        """Return what the screen of this secret shows; refuse an unknown or revoked one."""


def add_house_page(
    listener: Listener, screens: HouseScreenReader, feed: Feed, texts: AllTexts
) -> None:
    """Register the page. It follows the bookings, and the time: it looks every few seconds."""

    async def look(secret: str, t: Texts) -> Scene:
        today = await screens.today(secret)
        return Scene(t.plain("house-screen-title"), house_body(today, t))

    LivePage(look, feed, texts).add_to("/house", listener, Guard(texts))


def house_body(today: HouseToday, t: Texts) -> str:
    """Return what changes on the page, as HTML."""
    return rendered(
        "house_body.html",
        t,
        today=today,
        day=t.day(today.now),
        time=t.time,
        crowd=next((size for most, size in CROWDS if len(today.rooms) <= most), "xl"),
        free=[_free(one, t) for one in today.free],
        state=lambda room: _state(room, t),
    )


def _state(room: RoomToday, t: Texts) -> str:
    now = room.now
    words = t.plain(
        "house-screen-state",
        state=now.state,
        time="" if now.until is None else t.time(now.until),
        timed=now.until is not None,
    )
    if room.kind is ResourceKind.PLACES and now.free:
        return f"{words} {_places(room, t)}"
    return words


def _free(room: RoomToday, t: Texts) -> str:
    """Return what is free now: the name of a room, or how many places."""
    return f"{room.name} {_places(room, t)}" if room.kind is ResourceKind.PLACES else room.name


def _places(room: RoomToday, t: Texts) -> str:
    return t.plain("house-screen-places", free=room.now.free, count=room.count)
