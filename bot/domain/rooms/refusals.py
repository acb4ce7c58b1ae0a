"""Refusals of rooms and bookings: data only; the locales have the texts."""

from datetime import datetime, timedelta

from bot.domain.refusals import Refusal


class HoursUnreadable(Refusal):
    """What was typed is no opening hours."""


class ResourceGone(Refusal):
    """The room or thing is not booked any more."""


class ResourceNameTaken(Refusal):
    """Another room or thing has this name."""


class ResourceChanged(Refusal):
    """Somebody else has changed it since the form was opened."""


class NumberOutOfRange(Refusal):
    """A number must be from `least` to `most`."""

    least: int
    most: int


class LengthOutOfRange(Refusal):
    """A duration must be from `least` to `most`."""

    least: timedelta
    most: timedelta


class DaysOutOfOrder(Refusal):
    """The closed period ends before it begins, is over, or is longer than a year."""


class RoomWasUsed(Refusal):
    """People came to it by their bookings, so it cannot become a thing."""


class CountTooLow(Refusal):
    """More is confirmed ahead than the new count."""


class BookingGone(Refusal):
    """There is no such booking, or it is somebody else's."""


class BookingSettled(Refusal):
    """The booking is not in the state any more in which this can be done."""


class BookingsForSpeakers(Refusal):
    """Only those who speak for a member organisation book."""


class OnlyForKeepers(Refusal):
    """Only organisers and the keeper of the room decide on bookings."""


class BookingTooShort(Refusal):
    """A booking lasts at least `minutes`."""

    minutes: int


class BookingTooLong(Refusal):
    """This is booked for at most so long at once."""

    longest: timedelta


class BookingTooFar(Refusal):
    """This is booked at most `days` days ahead."""

    days: int


class BookingOverMidnight(Refusal):
    """A room is booked within one day."""


class ResourceShutThen(Refusal):
    """At this time it is not open; on that day it is open at `hours`."""

    hours: str


class ResourceShutOn(Refusal):
    """On this day it is closed; a reason may be `given`."""

    reason: str
    given: bool


class QuantityTooLarge(Refusal):
    """There are only `most` of them."""

    most: int


class PeopleTooMany(Refusal):
    """The room is for `most` people."""

    most: int


class SlotTaken(Refusal):
    """Somebody else has this time already."""


class MonthUsedUp(Refusal):
    """The organisation has booked `used` of its `allowed` hours in this month."""

    used: int
    allowed: int


class EventBeyondBooking(Refusal):
    """An event must lie within the booking that it is made of, as long as nobody knows of it."""

    starts_at: datetime
    ends_at: datetime


class TooEarlyToCheckIn(Refusal):
    """One can check in `minutes` before `starts_at`."""

    starts_at: datetime
    minutes: int


class NothingBookedNow(Refusal):
    """The person has no booking of this room at this time."""


class StillHandedOut(Refusal):
    """Others have it and have not returned it."""


class HouseScreenClosed(Refusal):
    """The address of the screen is no longer valid."""
