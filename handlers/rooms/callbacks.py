"""Buttons of rooms and bookings."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.domain.rooms.bookings import BookingId
from bot.domain.rooms.news import RoomNews
from bot.domain.rooms.resources import ClosureId, ResourceId
from handlers.ui.ids import Id, PageNumber

Day = Annotated[int, Field(ge=0, le=3_652_059)]
"""A day as `date.toordinal` has it; 0 is today."""
Minute = Annotated[int, Field(ge=0, lt=2**26)]
"""Minutes since 1970, up to the year 2097; 0 is none."""
MonthsAgo = Annotated[int, Field(ge=0, le=240)]


class OfResource(BaseModel):
    """The first field of a resource's buttons."""

    resource_id: Id[ResourceId]


class OfBooking(BaseModel):
    """The first field of a booking's buttons."""

    booking_id: Id[BookingId]


class Part(StrEnum):
    """The lists of keepers."""

    REQUESTS = "requests"
    PRESENT = "present"
    OUT = "out"


class OwnAct(StrEnum):
    """What people do with their own bookings."""

    GIVE_UP = "give_up"
    GIVE_UP_SERIES = "give_up_series"
    WAIT = "wait"
    ACCEPT = "accept"
    DECLINE = "decline"
    COME = "come"
    NOT_COME = "not_come"
    RENEW = "renew"


class KeepAct(StrEnum):
    """What keepers do with a booking."""

    ASK = "ask"
    CONFIRM = "confirm"
    CHECK_IN = "check_in"
    TAKE_BACK = "take_back"


class ScreenAct(StrEnum):
    """What organisers do with the address of the screen."""

    LOOK = "look"
    ISSUE = "issue"
    REVOKE = "revoke"


class RoomsButton(CallbackData, prefix="rooms"):
    """A page, from 0, of what can be booked."""

    page: PageNumber = 0


class RoomButton(CallbackData, OfResource, prefix="room"):
    """The card of a resource."""


class RoomDayButton(CallbackData, OfResource, prefix="roomd"):
    """When a resource is free on a day."""

    day: Day = 0


class BookButton(CallbackData, OfResource, prefix="roomb"):
    """Open the form to book from this minute on."""

    at: Minute = 0


class RoomWeekButton(CallbackData, OfResource, prefix="roomw"):
    """The week of a day as a picture."""

    day: Day = 0


class RoomCalendarButton(CallbackData, OfResource, prefix="roomi"):
    """The bookings of a resource as a calendar file."""


class DoorCodeButton(CallbackData, OfResource, prefix="roomq"):
    """The QR code for the door."""


class NewRoomButton(CallbackData, prefix="roomn"):
    """Open the form for something new to book."""


class ChangeRoomButton(CallbackData, OfResource, prefix="roome"):
    """Open the form to change a resource."""


class CloseRoomButton(CallbackData, OfResource, prefix="roomc"):
    """Open the form to close a resource for some days."""


class ClosuresButton(CallbackData, OfResource, prefix="roomcl"):
    """The closed periods of a resource."""


class OpenAgainButton(CallbackData, OfResource, prefix="roomo"):
    """Delete a closed period."""

    closure_id: Id[ClosureId]


class RemoveRoomButton(CallbackData, OfResource, prefix="roomx"):
    """Open the form that removes a resource."""


class OwnBookingsButton(CallbackData, prefix="bkm"):
    """A page, from 0, of one's own bookings."""

    page: PageNumber = 0


class KeptButton(CallbackData, prefix="bkk"):
    """A page, from 0, of a list of the keepers."""

    part: Part
    page: PageNumber = 0


class BookingButton(CallbackData, OfBooking, prefix="bk"):
    """A booking."""


class OwnActButton(CallbackData, OfBooking, prefix="bka"):
    """Do something with one's own booking; without `sure`, ask before it is given up."""

    act: OwnAct
    sure: bool = False


class KeepActButton(CallbackData, OfBooking, prefix="bkd"):
    """Do something with a booking as its keeper."""

    act: KeepAct


class RefuseBookingButton(CallbackData, OfBooking, prefix="bkr"):
    """Open the form that refuses a request."""


class CallOffBookingButton(CallbackData, OfBooking, prefix="bko"):
    """Open the form that calls off what is confirmed."""


class ChooseRoomNewsButton(CallbackData, prefix="bknw"):
    """Turn news of bookings on or off."""

    news: RoomNews
    wanted: bool


class HouseScreenButton(CallbackData, prefix="hscr"):
    """The address of the screen of the house: look at it, issue or revoke one."""

    act: ScreenAct = ScreenAct.LOOK


class MonthTableButton(CallbackData, prefix="bkmon"):
    """The bookings of a month as a table: of this one, or so many months ago or ahead."""

    ago: MonthsAgo = 0


class YearTableButton(CallbackData, prefix="bkyear"):
    """How much organisations used this year, or so many years ago."""

    ago: MonthsAgo = 0
