"""What the bot will not do, as facts. A refusal carries data; its words live in the locales."""

from dataclasses import dataclass
from datetime import datetime


class Refusal(Exception):  # noqa: N818  a refusal is a fact of the domain, not an error of the program
    """Why an act was not carried out; the class name is the key of its sentence."""


class NotMember(Refusal):
    """The person is not known here: shown the way to join."""


class ConsentMissing(Refusal):
    """Nothing is done for a person who has not agreed to the processing of their data."""


class OnlyForOrganisers(Refusal):
    """The act belongs to organisers."""


class OnlyForPresiding(Refusal):
    """The act belongs to the chair and the secretary of the council."""


class OnlyForAdministrators(Refusal):
    """The act belongs to administrators."""


class InvitationInvalid(Refusal):
    """No such invitation: mistyped, cut off or made up."""


class InvitationUsed(Refusal):
    """The invitation has already let somebody in."""


class InvitationExpired(Refusal):
    """The invitation came too late."""


@dataclass
class AlreadyMember(Refusal):
    """This Telegram account already belongs to a person of the alliance."""

    name: str


@dataclass
class PersonReached(Refusal):
    """Messages reach this person: an invitation would let somebody else in."""

    name: str


class OrganisationNotFound(Refusal):
    """No such organisation."""


class EventNotFound(Refusal):
    """No such event, or not one for this person: a stranger learns nothing by guessing."""


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


@dataclass
class ReasonTooLong(Refusal):
    """A reason fits in a notice."""

    limit: int
    length: int


class MomentUnreadable(Refusal):
    """What was typed is no date and time that the bot reads."""


class NoSuchDay(Refusal):
    """31 February and its like."""


class DayAhead(Refusal):
    """A day that was asked about in the past has not come yet."""


class NoSuchTime(Refusal):
    """A time that the clocks of the zone skip, or 25:00."""


@dataclass
class MomentPast(Refusal):
    """An event lies ahead."""

    moment: datetime


@dataclass
class MomentTooFar(Refusal):
    """An event lies within the years that the bot plans for."""

    years: int


class MomentUnchanged(Refusal):
    """Moving an event to where it is would tell people nothing."""


class DurationUnreadable(Refusal):
    """What was typed is no duration that the bot reads."""


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


class LinkUnreadable(Refusal):
    """What was typed is no address of the web."""


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


class NumberUnreadable(Refusal):
    """What was typed is no whole number."""


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


class TextMissing(Refusal):
    """A message says something."""


@dataclass
class TextTooLong(Refusal):
    """A message fits into one message of Telegram."""

    limit: int
    length: int


class NobodyConcerned(Refusal):
    """There is nobody among those chosen."""


class NotConfigured(Refusal):
    """The group or the channel is not in the configuration."""


class NotPublished(Refusal):
    """What is scheduled for later is nobody's to see but organisers'."""


class GuestLinkClosed(Refusal):
    """The link for guests was closed or made anew."""


class UnknownTimeZone(Refusal):
    """No such time zone in the IANA database."""


class UnknownLanguage(Refusal):
    """The bot does not speak it."""


class ButtonTooOld(Refusal):
    """The button belongs to something that is no longer there."""


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


@dataclass
class TooManyMaterials(Refusal):
    """So many files are read, and shown one under the other; more are not."""

    most: int


@dataclass
class AlbumTooLong(Refusal):
    """An album holds so many files."""

    limit: int


class AlbumMixed(Refusal):
    """Pictures go with videos, documents with documents, and nothing else makes an album."""


@dataclass
class LinksTooMany(Refusal):
    """A message has room for so many buttons."""

    limit: int


class LinkTextMissing(Refusal):
    """A button says something."""


class ContentLanguageUnknown(Refusal):
    """An announcement has one content a language that the bot speaks."""


class FieldsForOnePerson(Refusal):
    """A group has no name of its own to be addressed by."""


class AnnouncementNotFound(Refusal):
    """No such announcement, or not one for this person."""


class AnnouncementGone(Refusal):
    """It is on its way already: too late to take it back, it can only be recalled."""


class AnnouncementNotSent(Refusal):
    """What has not gone out cannot be corrected, recalled or copied."""


class AnnouncementRecalled(Refusal):
    """A recalled announcement is neither corrected nor copied."""


class ConfirmedByItsAuthor(Refusal):
    """The second yes comes from somebody else."""


class CorrectionImpossible(Refusal):
    """A correction changes the words and the files, not what kind of message it is."""


class NothingCorrected(Refusal):
    """The correction is what stands there already."""


class MailingOver(Refusal):
    """What has all been sent can be neither paused nor stopped."""


@dataclass
class TemplateNameTaken(Refusal):
    """Templates are told apart by their names."""

    name: str


class TemplateNotFound(Refusal):
    """The template was deleted."""


class KindAlwaysComes(Refusal):
    """Important announcements come to everybody."""


class StrawPollUnreadable(Refusal):
    """A straw poll has a question and options, divided by strokes."""


@dataclass
class StrawOptionsOutOfRange(Refusal):
    """Telegram's polls have so many options, and one is no choice."""

    fewest: int
    most: int


class StrawOptionRepeated(Refusal):
    """Two options that are the same would split the votes."""


@dataclass
class StrawPollTooLong(Refusal):
    """A question and each option fit in Telegram's poll."""

    limit: int
    length: int


@dataclass
class StrawDurationOutOfRange(Refusal):
    """A straw poll closes while people remember it."""

    shortest_minutes: int
    longest_days: int


class StrawPollElsewhere(Refusal):
    """A straw poll is asked where people can answer it: in a group."""


class StrawPollNotPosted(Refusal):
    """Telegram did not let the bot post the poll in the group."""
