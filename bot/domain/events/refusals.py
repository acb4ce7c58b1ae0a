"""What the bot will not do with an event, as facts; their words live in the locales."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class EventNotFound(Refusal):
    """No such event, or not one for this person: a stranger learns nothing by guessing."""


class EventForOthers(Refusal):
    """Everybody sees the event in a group, but it is not for this person."""


class EventIsCancelled(Refusal):
    """A cancelled event takes neither answers nor changes."""

    title: str


class EventIsOver(Refusal):
    """A past event takes neither answers nor changes."""

    title: str


class EventHasBegun(Refusal):
    """Once an event has begun, seats are not handed over any more."""

    title: str


class TitleMissing(Refusal):
    """An event has a title."""


class TitleTooLong(TooLong):
    """A title fits on a card."""


class DescriptionTooLong(TooLong):
    """A description leaves the card room for the rest."""


class PlaceMissing(Refusal):
    """People need to know where to go."""


class PlaceTooLong(TooLong):
    """A place fits on a card."""


class MomentUnchanged(Refusal):
    """Moving an event to where it is would tell people nothing."""


class DurationOutOfRange(Refusal):
    """An event lasts minutes or days, not seconds or months."""

    shortest_minutes: int
    longest_days: int


class AudienceEmpty(Refusal):
    """Nobody of that audience has joined the bot yet."""


class RoomTooLong(TooLong):
    """A room fits on a card."""


class CapacityOutOfRange(Refusal):
    """An event has room for somebody, and not for a city."""

    most: int


class QuotaOutOfRange(Refusal):
    """An organisation's share is at least one, and at most the whole."""

    most: int


class GuestsOutOfRange(Refusal):
    """A person brings a few guests at most."""

    most: int


class PublicationTooLate(Refusal):
    """People hear of an event before it begins."""

    starts_at: datetime


class DeadlineOutOfRange(Refusal):
    """The RSVP deadline lies ahead and before the start."""

    starts_at: datetime


class RsvpClosed(Refusal):
    """After the RSVP deadline one can only withdraw."""

    deadline: datetime


class NotGoing(Refusal):
    """Guests, passes and substitutes are for those who are going."""


class NoSeatYet(Refusal):
    """Anybody who waits has no seat to hand over, and no pass."""


class TooManyGuests(Refusal):
    """The organiser allows so many guests."""

    most: int


class NoRoomForGuests(Refusal):
    """A party that sits already grows only into free seats."""

    free: int


class PartyTooLarge(Refusal):
    """A party larger than the capacity or the quota would wait for ever."""

    most: int


class GuestNameMissing(Refusal):
    """A guest who is named has a name."""


class GuestNameTooLong(TooLong):
    """A guest's name fits on a list."""


class NotOfOneOrganisation(Refusal):
    """A seat is handed to a colleague of the same organisation."""


class ColleagueUnavailable(Refusal):
    """The colleague has not joined, is going already, or has refused."""


class AlreadyGoing(Refusal):
    """A person with a seat cannot take another one."""


class SubstitutionOver(Refusal):
    """The request for a substitute was taken back, answered, or is past."""


class AlreadyPublished(Refusal):
    """What everybody knows cannot be published again."""


class NotHelper(Refusal):
    """The door belongs to organisers and to the helpers whom they name."""


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


class RepetitionTooLong(Refusal):
    """A series has an end that people can look over."""

    limit: int


class RepetitionTooShort(Refusal):
    """What takes place once is not repeated."""
