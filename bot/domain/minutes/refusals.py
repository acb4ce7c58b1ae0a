"""Refusals of minutes: data only; the locales have the texts."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class MinutesOfNothing(Refusal):
    """Minutes need at least one poll."""


class TooManyItems(Refusal):
    """The minutes have more than `most` items."""

    most: int


class MinutesTimesReversed(Refusal):
    """The meeting ends before it begins."""


class AnnouncedEndDiffers(Refusal):
    """The entered times differ from when the vote opened and was announced to end (UTC)."""

    opened: datetime
    announced: datetime


class SittingTooShort(Refusal):
    """The meeting does not span from the first opening to the last close (UTC)."""

    opened: datetime
    closed: datetime


class ConvenerMissing(Refusal):
    """It is not said who convened the meeting or called the vote."""


class MaterialsMissing(Refusal):
    """It is not said what materials were sent before the sitting; "none" must be said too."""


class ConveningTooLong(TooLong):
    """Who convened the meeting, or the materials, are too long."""


class NotifiedTooLate(Refusal):
    """People are notified at the latest on the day of the meeting."""


class AuthorityUnreadable(Refusal):
    """A line is neither a document, nor a name with a document after a colon."""


class AuthorityTooLong(TooLong):
    """A document is too long for a table cell."""


class AuthorityMissing(Refusal):
    """These people, and `more` others, voted without a document that their right rests on."""

    names: str
    more: int


class SignatoryMissing(Refusal):
    """Someone who signs or counted is missing."""


class PositionMissing(Refusal):
    """The position of somebody who signs or counted is missing."""

    name: str


class DecisionMissing(Refusal):
    """The question does not word a decision, and none was entered for it."""

    number: int
    question: str


class DecisionUnreadable(Refusal):
    """A line is not a decision with the number of its item."""


class DecisionTooLong(TooLong):
    """A decision is longer than a question may be."""


class SignatoryTooLong(TooLong):
    """A name with its position is too long for a line."""


class CourseTooLong(TooLong):
    """The course of the vote is too long."""


class PollNotCounted(Refusal):
    """The poll is not counted yet."""

    question: str


class MinutesMixed(Refusal):
    """The polls are of different bodies or modes (ГК 181.2 п.4)."""


class StatementsAwaited(Refusal):
    """Voters who were against may still ask to be recorded, until then (UTC) (ГК 181.2 п.4)."""

    until: datetime


class MinutesOutdated(Refusal):
    """The record has changed since the document was made; it must be made again."""


class MinutesNotFound(Refusal):
    """There are no such minutes."""


class ScanTooLarge(Refusal):
    """The scan is larger than `limit` megabytes, which bots can download from Telegram."""

    limit: int


class ScanUnreadable(Refusal):
    """The scan is neither a PDF nor a picture."""


class NothingToAppend(Refusal):
    """Nothing was asked for since the minutes or their last addendum."""
