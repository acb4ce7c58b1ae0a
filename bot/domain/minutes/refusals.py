"""What the bot will not put into minutes, as facts; their words live in the locales."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.refusals import Refusal


class MinutesOfNothing(Refusal):
    """Minutes are of at least one poll."""


@dataclass
class TooManyItems(Refusal):
    """A sitting decides so many things, and minutes of more are read by nobody."""

    most: int


class MinutesTimesReversed(Refusal):
    """A sitting ends after it began."""


class SignatoryMissing(Refusal):
    """Somebody signs, and somebody counted."""


@dataclass
class SignatoryTooLong(Refusal):
    """A name with its position fits on a line of the minutes."""

    limit: int
    length: int


@dataclass
class CourseTooLong(Refusal):
    """How a vote went fits on a page of the minutes."""

    limit: int
    length: int


@dataclass
class PollNotCounted(Refusal):
    """Only what has been counted can be written down."""

    question: str


class MinutesMixed(Refusal):
    """Minutes are of one body, and of one way of taking part (ГК 181.2 п.4)."""


@dataclass
class StatementsAwaited(Refusal):
    """Whoever was against may say so first (ГК 181.2 п.4), until then (UTC)."""

    until: datetime


class MinutesOutdated(Refusal):
    """The record has changed since the document was made: it is made anew."""


class MinutesNotFound(Refusal):
    """No such minutes."""
