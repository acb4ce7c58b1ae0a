"""What the bot will not do, as facts. A refusal carries data; its words live in the locales."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType, dataclass_transform


@dataclass
@dataclass_transform()
class Refusal(Exception):  # noqa: N818  a refusal is a fact of the domain, not an error of the program
    """Why an act was not carried out; the class name is the key of its sentence.

    Each subclass is a dataclass: its fields are what the sentence needs.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        dataclass(cls)


class TooLong(Refusal):
    """A text of `length` characters where `limit` are allowed; a base of others."""

    limit: int
    length: int


class NotMember(Refusal):
    """The person is not known here: shown the way to join."""


class TooFast(Refusal):
    """More came from one person at once than is answered at a time: some was left out."""


class ConsentMissing(Refusal):
    """Nothing is done for a person who has not agreed to the processing of their data."""


class OnlyForOrganisers(Refusal):
    """The act belongs to organisers."""


class OnlyForPresiding(Refusal):
    """The act belongs to the chair and the secretary of the council."""


class OnlyForAdministrators(Refusal):
    """The act belongs to administrators."""


class ReasonTooLong(TooLong):
    """A reason fits in a notice."""


ClockTime = NewType("ClockTime", str)
"""A time of day as a clock shows it: «7:30», «19:30»."""


class MomentUnreadable(Refusal):
    """What was typed is no date and time that the bot reads."""


class NoSuchDay(Refusal):
    """31 February and its like."""


class DayAhead(Refusal):
    """A day that was asked about in the past has not come yet."""


class NoSuchTime(Refusal):
    """A time that the clocks of the zone skip, or 25:00."""


class OneMomentAsked(Refusal):
    """From one time to another was typed where one moment is asked for."""


class DayVague(Refusal):
    """What was typed tells roughly when, but no day: the weekend, next week, in December."""


class TimeVague(Refusal):
    """What was typed tells a part of the day, but no time: before lunch, in the evening."""


class HourUnclear(Refusal):
    """A time that may be in the morning or in the evening."""

    early: ClockTime
    late: ClockTime


class MidnightUnclear(Refusal):
    """Midnight, which a day begins with and ends with."""


class WeekdayIsToday(Refusal):
    """A day of the week that is today's, and may be meant today or in a week."""

    weekday: str


class WeekdayWrong(Refusal):
    """A date together with a day of the week that it does not have; `weekday` is what it has."""

    weekday: str


class MomentPast(Refusal):
    """An event lies ahead."""

    moment: datetime


class MomentTooFar(Refusal):
    """An event lies within the years that the bot plans for."""

    years: int


class DurationUnreadable(Refusal):
    """What was typed is no duration that the bot reads."""


class LinkUnreadable(Refusal):
    """What was typed is no address of the web."""


class NumberUnreadable(Refusal):
    """What was typed is no whole number."""


class TextMissing(Refusal):
    """A message says something."""


class TextTooLong(TooLong):
    """A message fits into one message of Telegram."""


class NobodyConcerned(Refusal):
    """There is nobody among those chosen."""


class NotConfigured(Refusal):
    """The group or the channel is not in the configuration."""


class ButtonTooOld(Refusal):
    """The button belongs to something that is no longer there."""


class DraftLost(Refusal):
    """What somebody began with an earlier release cannot be read any more."""


class AlreadyHandled(Refusal):
    """What was asked for before a crash is done, though the person may not have seen the answer."""


class ChoiceGone(Refusal):
    """What a list of a form offered is not on it any more."""


class TooManyMaterials(Refusal):
    """So many files are read, and shown one under the other; more are not."""

    most: int


class MailingOver(Refusal):
    """What has all been sent can be neither paused nor stopped."""
