"""What the bot will not do with an event, as facts; their words live in the locales."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.refusals import Refusal


class EventNotFound(Refusal):
    """No such event, or not one for this person: a stranger learns nothing by guessing."""


class EventForOthers(Refusal):
    """Everybody sees the event in a group, but it is not for this person."""


@dataclass
class EventIsCancelled(Refusal):
    """A cancelled event takes neither answers nor changes."""

    title: str


@dataclass
class EventIsOver(Refusal):
    """A past event takes neither answers nor changes."""

    title: str


@dataclass
class EventHasBegun(Refusal):
    """Once an event has begun, seats are not handed over any more."""

    title: str


class TitleMissing(Refusal):
    """An event has a title."""


@dataclass
class TitleTooLong(Refusal):
    """A title fits on a card."""

    limit: int
    length: int


@dataclass
class DescriptionTooLong(Refusal):
    """A description leaves the card room for the rest."""

    limit: int
    length: int


class PlaceMissing(Refusal):
    """People need to know where to go."""


@dataclass
class PlaceTooLong(Refusal):
    """A place fits on a card."""

    limit: int
    length: int


class MomentUnchanged(Refusal):
    """Moving an event to where it is would tell people nothing."""


@dataclass
class DurationOutOfRange(Refusal):
    """An event lasts minutes or days, not seconds or months."""

    shortest_minutes: int
    longest_days: int


class AudienceEmpty(Refusal):
    """Nobody of that audience has joined the bot yet."""


@dataclass
class RoomTooLong(Refusal):
    """A room fits on a card."""

    limit: int
    length: int


@dataclass
class CapacityOutOfRange(Refusal):
    """An event has room for somebody, and not for a city."""

    most: int


@dataclass
class QuotaOutOfRange(Refusal):
    """An organisation's share is at least one, and at most the whole."""

    most: int


@dataclass
class GuestsOutOfRange(Refusal):
    """A person brings a few guests at most."""

    most: int


@dataclass
class PublicationTooLate(Refusal):
    """People hear of an event before it begins."""

    starts_at: datetime


@dataclass
class DeadlineOutOfRange(Refusal):
    """The RSVP deadline lies ahead and before the start."""

    starts_at: datetime


@dataclass
class RsvpClosed(Refusal):
    """After the RSVP deadline one can only withdraw."""

    deadline: datetime


class NotGoing(Refusal):
    """Guests, passes and substitutes are for those who are going."""


class NoSeatYet(Refusal):
    """Whoever waits has no seat to hand over, and no pass."""


@dataclass
class TooManyGuests(Refusal):
    """The organiser allows so many guests."""

    most: int


@dataclass
class NoRoomForGuests(Refusal):
    """A party that sits already grows only into free seats."""

    free: int


@dataclass
class PartyTooLarge(Refusal):
    """A party larger than the capacity or the quota would wait for ever."""

    most: int


class GuestNameMissing(Refusal):
    """A guest who is named has a name."""


@dataclass
class GuestNameTooLong(Refusal):
    """A guest's name fits on a list."""

    limit: int
    length: int


class NotOfOneOrganisation(Refusal):
    """A seat is handed to a colleague of the same organisation."""


class ColleagueUnavailable(Refusal):
    """The colleague has not joined, is going already, or has refused."""


class AlreadyGoing(Refusal):
    """Whoever has a seat of their own cannot take another one."""


class SubstitutionOver(Refusal):
    """The request for a substitute was taken back, answered, or is past."""


class AlreadyPublished(Refusal):
    """What everybody knows cannot be published again."""


class NotHelper(Refusal):
    """The door belongs to organisers and to the helpers whom they name."""


@dataclass
class DoorClosed(Refusal):
    """Arrivals are noted on the day, not weeks before."""

    opens_at: datetime


class NotPublished(Refusal):
    """What is scheduled for later is nobody's to see but organisers'."""


class GuestLinkClosed(Refusal):
    """The link for guests was closed or replaced."""


class GuestLinkUsed(Refusal):
    """The link was closed or replaced; whoever came in by one keeps the events that it opened."""


class PassInvalid(Refusal):
    """No such pass: mistyped, cut off or made up."""


class ScreenTurned(Refusal):
    """The screen shows another code by now."""


@dataclass
class RepetitionTooLong(Refusal):
    """A series has an end that people can look over."""

    limit: int


class RepetitionTooShort(Refusal):
    """What takes place once is not repeated."""
