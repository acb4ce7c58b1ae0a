"""What the bot will not do with a straw poll, as facts; their words live in the locales."""

from bot.domain.refusals import Refusal, TooLong


class StrawPollUnreadable(Refusal):
    """A straw poll has a question and options, divided by strokes."""


class StrawOptionsOutOfRange(Refusal):
    """Telegram's polls have so many options, and one is no choice."""

    fewest: int
    most: int


class StrawOptionRepeated(Refusal):
    """Two options that are the same would split the votes."""


class StrawPollTooLong(TooLong):
    """A question and each option fit in Telegram's poll."""


class StrawDurationOutOfRange(Refusal):
    """A straw poll closes while people remember it."""

    shortest_minutes: int
    longest_days: int


class StrawPollElsewhere(Refusal):
    """A straw poll is asked where people can answer it: in a group."""


class StrawPollNotPosted(Refusal):
    """Telegram did not let the bot post the poll in the group."""
