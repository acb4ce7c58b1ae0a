"""Refusals: why an act was not carried out. They carry data; the locales have the texts."""

from dataclasses import dataclass
from datetime import datetime
from inspect import get_annotations
from typing import NewType, dataclass_transform


@dataclass
@dataclass_transform()
class Refusal(Exception):  # noqa: N818  a refusal is a fact of the domain, not an error of the program
    """Why an act was not carried out; the class name is the Fluent key of its text.

    Each subclass is a dataclass with the variables of that text.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if get_annotations(cls):  # without variables of its own it inherits all, and 8 KB are saved
            dataclass(cls)


class TooLong(Refusal):
    """A text of `length` characters where `limit` are allowed; a base class."""

    limit: int
    length: int


class NotMember(Refusal):
    """The person is not a member; they are told how to join."""


class TooFast(Refusal):
    """The person sent too much at once; the rest was ignored."""


class ConsentMissing(Refusal):
    """The person has not consented to the processing of their data."""


class OnlyForOrganisers(Refusal):
    """Only organisers may do this."""


class OnlyForPresiding(Refusal):
    """Only the chair and the secretary of the council may do this."""


class OnlyForAdministrators(Refusal):
    """Only administrators may do this."""


class ReasonTooLong(TooLong):
    """The reason is too long for a notice."""


ClockTime = NewType("ClockTime", str)
"""A local time of day as text: «7:30», «19:30»."""


class MomentUnreadable(Refusal):
    """What was typed is not a date and time that the bot can read."""


class NoSuchDay(Refusal):
    """There is no such day: 31 February and the like."""


class DayAhead(Refusal):
    """The day must be in the past and is not."""


class NoSuchTime(Refusal):
    """There is no such time: 25:00, or one that the zone's clocks skip."""


class OneMomentAsked(Refusal):
    """A range was typed where one time is asked for."""


class DayVague(Refusal):
    """What was typed is no exact day: the weekend, next week, in December."""


class TimeVague(Refusal):
    """What was typed is no exact time: before lunch, in the evening."""


class HourUnclear(Refusal):
    """The hour may be in the morning or in the evening."""

    early: ClockTime
    late: ClockTime


class MidnightUnclear(Refusal):
    """Midnight is ambiguous: a day begins and ends with it."""


class WeekdayIsToday(Refusal):
    """The day of the week is today's: it may mean today or in a week."""

    weekday: str


class WeekdayWrong(Refusal):
    """The date is not on the day of the week that was typed; `weekday` is its real one."""

    weekday: str


class MomentPast(Refusal):
    """The time is in the past."""

    moment: datetime


class MomentTooFar(Refusal):
    """The time is too many years ahead."""

    years: int


class DurationUnreadable(Refusal):
    """What was typed is not a duration that the bot can read."""


class LinkUnreadable(Refusal):
    """What was typed is not a web address."""


class NumberUnreadable(Refusal):
    """What was typed is not a whole number."""


class TextMissing(Refusal):
    """The message has no text."""


class TextTooLong(TooLong):
    """The text is too long for one Telegram message."""


class NobodyConcerned(Refusal):
    """Nobody is in the chosen group."""


class NotConfigured(Refusal):
    """The group or the channel is not configured."""


class ButtonTooOld(Refusal):
    """The button belongs to something that no longer exists."""


class DraftLost(Refusal):
    """A draft of an earlier release cannot be read any more."""


class AlreadyHandled(Refusal):
    """The act was done before a crash; the person may not have seen the answer."""


class ChoiceGone(Refusal):
    """The chosen item is no longer in the form's list."""


class LinesTooMany(Refusal):
    """A list of one entry a line has more than `limit`."""

    limit: int


class TooManyMaterials(Refusal):
    """There are more files than allowed."""

    most: int


class MailingOver(Refusal):
    """Everything was sent already: the mailing can be neither paused nor stopped."""
