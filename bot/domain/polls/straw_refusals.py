"""Refusals of straw polls: data only; the locales have the texts."""

from bot.domain.refusals import Refusal, TooLong


class StrawPollUnreadable(Refusal):
    """What was typed is not a question and options, separated by `|`."""


class StrawOptionsOutOfRange(Refusal):
    """There are fewer options than two, or more than Telegram allows."""

    fewest: int
    most: int


class StrawOptionRepeated(Refusal):
    """Two options are the same."""


class StrawPollTooLong(TooLong):
    """The question or an option is too long for Telegram."""


class StrawDurationOutOfRange(Refusal):
    """The duration is too short or too long."""

    shortest_minutes: int
    longest_days: int


class StrawPollElsewhere(Refusal):
    """A straw poll can only be asked in a group."""


class StrawPollNotPosted(Refusal):
    """Telegram did not let the bot post the poll in the group."""
