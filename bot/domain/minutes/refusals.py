"""What the bot will not put into minutes, as facts; their words live in the locales."""

from datetime import datetime

from bot.domain.refusals import Refusal, TooLong


class MinutesOfNothing(Refusal):
    """Minutes are of at least one poll."""


class TooManyItems(Refusal):
    """A sitting decides so many things, and minutes of more are read by nobody."""

    most: int


class MinutesTimesReversed(Refusal):
    """A sitting ends after it began."""


class AnnouncedEndDiffers(Refusal):
    """Votes were taken from the opening to the announced end (UTC), and the minutes say so."""

    opened: datetime
    announced: datetime


class SittingTooShort(Refusal):
    """Votes were taken at the sitting: it begins before the first and ends after the last (UTC)."""

    opened: datetime
    closed: datetime


class ConvenerMissing(Refusal):
    """Somebody convened the sitting, or called the vote."""


class MaterialsMissing(Refusal):
    """What was sent beforehand is said, also that nothing was."""


class ConveningTooLong(TooLong):
    """Who convened a sitting, with what materials: a few lines."""


class NotifiedTooLate(Refusal):
    """People are notified before the sitting, at the latest on its day."""


class AuthorityUnreadable(Refusal):
    """A document, or a name with its document after a colon, on each line."""


class AuthorityTooLong(TooLong):
    """What a right rests on fits into a cell of a table."""


class AuthorityMissing(Refusal):
    """Everybody who took part did so by a document; it is missing for these, and `more`."""

    names: str
    more: int


class SignatoryMissing(Refusal):
    """Somebody signs, and somebody counted."""


class PositionMissing(Refusal):
    """Anybody who signs or counted does so in a position, and the minutes name it."""

    name: str


class DecisionMissing(Refusal):
    """The question was adopted, but does not say in words what is decided by that."""

    number: int
    question: str


class DecisionUnreadable(Refusal):
    """Each decision stands on a line of its own, with the number of its item."""


class DecisionTooLong(TooLong):
    """A decision is no longer than the question that it decides."""


class SignatoryTooLong(TooLong):
    """A name with its position fits on a line of the minutes."""


class CourseTooLong(TooLong):
    """How a vote went fits on a page of the minutes."""


class PollNotCounted(Refusal):
    """Only what has been counted can be written down."""

    question: str


class MinutesMixed(Refusal):
    """Minutes are of one body, and of one way of taking part (ГК 181.2 п.4)."""


class StatementsAwaited(Refusal):
    """Anybody who was against may say so first (ГК 181.2 п.4), until then (UTC)."""

    until: datetime


class MinutesOutdated(Refusal):
    """The record has changed since the document was made: it is made again."""


class MinutesNotFound(Refusal):
    """No such minutes."""


class ScanTooLarge(Refusal):
    """Telegram hands a bot files of so many megabytes at most."""

    limit: int


class ScanUnreadable(Refusal):
    """A scan is a PDF or a picture."""


class NothingToAppend(Refusal):
    """Nobody has asked for anything since the minutes, or the last addendum to them."""
