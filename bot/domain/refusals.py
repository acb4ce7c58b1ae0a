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


class UnknownTimeZone(Refusal):
    """No such time zone in the IANA database."""


class UnknownLanguage(Refusal):
    """The bot does not speak it."""


class ButtonTooOld(Refusal):
    """The button belongs to something that is no longer there."""
