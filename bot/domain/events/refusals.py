"""Refusals of events: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class EventNotFound(Refusal):
    """There is no such event, or this person may not see it: both look the same."""


class EventForOthers(Refusal):
    """Everybody can see the event in a group, but it is not for this person."""


class EventIsCancelled(Refusal):
    """The event is cancelled: it takes neither answers nor changes."""

    title: str


class EventIsOver(Refusal):
    """The event is over: it takes neither answers nor changes."""

    title: str


class EventOfMeeting(Refusal):
    """The event is a general meeting that is not over: it is called off there, and not moved."""


class EventHasBegun(Refusal):
    """The event has begun: seats can no longer be handed over."""

    title: str


class TitleMissing(Refusal):
    """The title has no visible characters."""


class TitleTooLong(TooLong):
    """The title is too long for a card."""


class DescriptionTooLong(TooLong):
    """The description is too long for a card."""


class PlaceMissing(Refusal):
    """The place has no visible characters."""


class PlaceTooLong(TooLong):
    """The place is too long for a card."""


class MomentUnchanged(Refusal):
    """The event is moved to the time that it already has."""


class DurationOutOfRange(Refusal):
    """The duration is too short or too long."""

    shortest_minutes: int
    longest_days: int


class AudienceEmpty(Refusal):
    """Nobody in the audience has joined the bot yet."""


class RoomTooLong(TooLong):
    """The room is too long for a card."""


class CapacityOutOfRange(Refusal):
    """The capacity is less than 1 or more than `most`."""

    most: int


class QuotaOutOfRange(Refusal):
    """The quota is less than 1 or more than `most`, the capacity."""

    most: int


class GuestsOutOfRange(Refusal):
    """The number of guests per person is more than `most`."""

    most: int


class PublicationTooLate(Refusal):
    """An event is published before it begins."""

    starts_at: datetime


class DeadlineOutOfRange(Refusal):
    """The RSVP deadline is in the past or after the start."""

    starts_at: datetime


class RsvpClosed(Refusal):
    """The RSVP deadline has passed: people can only withdraw."""

    deadline: datetime


class NotGoing(Refusal):
    """The person is not going, so they have no guests, pass or substitute."""


class NoSeatYet(Refusal):
    """The person waits for a seat, so they have none to hand over, and no pass."""


class TooManyGuests(Refusal):
    """The organiser allows at most `most` guests per person."""

    most: int


class NoRoomForGuests(Refusal):
    """Only `free` seats are left for more guests of a person who has a seat."""

    free: int


class PartyTooLarge(Refusal):
    """The person and their guests are more than the capacity or the quota ever allows."""

    most: int


class GuestNameMissing(Refusal):
    """The event asks for the names of guests."""


class GuestNameTooLong(TooLong):
    """A guest's name is too long for a list."""


class NotOfOneOrganisation(Refusal):
    """A seat can only be handed to a colleague of the same organisation."""


class ColleagueUnavailable(Refusal):
    """The colleague has not joined the bot, is going already, or has refused."""


class AlreadyGoing(Refusal):
    """The person has a seat already and cannot take over another one."""


class SubstitutionOver(Refusal):
    """The request for a substitute was withdrawn, answered, or is past."""


class AlreadyPublished(Refusal):
    """The event is published already."""


class NotHelper(Refusal):
    """The person is neither an organiser nor a helper of the event."""


class DoorClosed(Refusal):
    """Arrivals are noted only near the time of the event: from `opens_at` on."""

    opens_at: datetime


class NotPublished(Refusal):
    """The event is scheduled for later publication; only organisers see it."""


class GuestLinkClosed(Refusal):
    """The link for guests was closed or replaced."""


class GuestLinkUsed(Refusal):
    """The guests' link was closed or replaced; people who used it before keep its event."""


class PassInvalid(Refusal):
    """There is no such pass: mistyped, cut off or made up."""


class ScreenTurned(Refusal):
    """The screen shows another code now."""


class RepetitionTooLong(Refusal):
    """The series has more than `limit` dates."""

    limit: int


class RepetitionTooShort(Refusal):
    """The series has fewer dates than a series needs."""
