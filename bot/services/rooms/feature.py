"""What rooms declare to the bot: services, sweeps, notices."""

from dataclasses import dataclass

from bot.services.declarations import Feature, Kit, Sweep
from bot.services.rooms.bookings import Bookings
from bot.services.rooms.keeping import RoomKeeping
from bot.services.rooms.letters import NOTICES
from bot.services.rooms.managing import RoomManaging
from bot.services.rooms.news import RoomNewsChoices
from bot.services.rooms.reports import RoomReports
from bot.services.rooms.rooms import Rooms
from bot.services.rooms.screens import HouseScreens
from bot.services.rooms.sweeps import RoomSweeps


@dataclass(frozen=True)
class RoomServices:
    """The use cases of rooms."""

    rooms: Rooms
    bookings: Bookings
    room_keeping: RoomKeeping
    room_managing: RoomManaging
    room_reports: RoomReports
    room_sweeps: RoomSweeps
    room_news: RoomNewsChoices
    house_screens: HouseScreens


def _services(kit: Kit) -> RoomServices:
    common, section = kit.common, kit.config.rooms
    return RoomServices(
        rooms=Rooms(*common, planned=section.plans),
        bookings=Bookings(*common, quota=section.quota),
        room_keeping=RoomKeeping(*common, quota=section.quota),
        room_managing=RoomManaging(*common),
        room_reports=RoomReports(*common),
        room_sweeps=RoomSweeps(*common),
        room_news=RoomNewsChoices(*common),
        house_screens=HouseScreens(*common),
    )


def _sweeps(use: RoomServices) -> tuple[Sweep, ...]:
    return (
        Sweep("bookings", 10, use.room_sweeps.go_on),
        Sweep("room offers", 30, use.room_sweeps.offer),
    )


FEATURE = Feature(services=_services, sweeps=_sweeps, notices=NOTICES)
"""The declarations of rooms."""
