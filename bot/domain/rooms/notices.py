"""The notices about bookings, and what their letters say."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.rooms.bookings import Booking, BookingId
from bot.domain.rooms.resources import Resource


class OfBooking(Subject):
    """A notice about a booking."""

    booking: BookingId


class BookingAsked(OfBooking, kind="room.asked"):
    """To the keepers: somebody wants to book."""


class BookingConfirmed(OfBooking, kind="room.confirmed"):
    """The keeper confirmed."""


class BookingRefused(OfBooking, kind="room.refused"):
    """The keeper refused, or somebody else got the time."""

    reason: str = ""


class SlotOffered(OfBooking, kind="room.offered"):
    """The time that one waits for is free, until then."""

    until: datetime


class SlotOfferLapsed(OfBooking, kind="room.offer_lapsed"):
    """Nobody accepted the offer in time."""


class RequestLapsed(OfBooking, kind="room.lapsed"):
    """Nobody decided on the request in time."""


class ComingAsked(OfBooking, kind="room.eve"):
    """The day before: whether somebody comes."""


class RenewalAsked(OfBooking, kind="room.renewal"):
    """A week before a later date of a series: whether it is still wanted."""


class BookingReleased(OfBooking, kind="room.released"):
    """It was released because nobody came, or nobody wanted to keep it."""


class BookingCalledOff(OfBooking, kind="room.called_off"):
    """The resource is closed then, or is not booked any more."""

    reason: str = ""


class SlotAccepted(OfBooking, kind="room.accepted"):
    """To the keepers: somebody accepted what became free."""


class BookingGivenUp(OfBooking, kind="room.given_up"):
    """To the keepers: what was confirmed is not needed any more."""


class HallLost(OfBooking, kind="room.hall_lost"):
    """To who made an event: what was booked for it is not booked any more."""


class ReturnOverdue(OfBooking, kind="room.overdue"):
    """A thing should have been returned."""


@dataclass(frozen=True, slots=True)
class BookingView:
    """A booking with what it is of and whose; `mine` and `kept` say what the reader may do.

    `dates` are all dates of the request that are in the same state, this one included.
    """

    booking: Booking
    resource: Resource
    organisation: str
    person: str
    mine: bool = False
    kept: bool = False
    dates: tuple[datetime, ...] = ()
    organises: bool = False


class BookingLetter(LetterContent):
    """What a notice about a booking says: `news` is its kind without the noun.

    `event` is the one that takes place in it, or was to.
    """

    news: str
    view: BookingView
    reason: str = ""
    until: datetime | None = None
    now: datetime | None = None
    event: Event | None = None
