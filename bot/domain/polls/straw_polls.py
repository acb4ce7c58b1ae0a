"""Straw polls: a question to a group as a native Telegram poll. It decides nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from bot.domain.letters import LetterContent
from bot.domain.lines import one_line
from bot.domain.moments import read_duration
from bot.domain.notices import Subject
from bot.domain.people.members import MemberId
from bot.domain.polls.straw_refusals import (
    StrawDurationOutOfRange,
    StrawOptionRepeated,
    StrawOptionsOutOfRange,
    StrawPollTooLong,
    StrawPollUnreadable,
)
from bot.domain.refusals import DurationUnreadable

StrawPollId = NewType("StrawPollId", int)

QUESTION_LIMIT = 300
"""Characters of a native poll's question (Bot API)."""

OPTION_LIMIT = 100
"""Characters of a native poll's option (Bot API)."""

FEWEST, MOST = 2, 12
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=30)
USUAL = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StrawPlan:
    """A question to a group, its duration, and whether everybody sees who chose what."""

    question: str
    options: tuple[str, ...]
    anonymous: bool = False
    duration: timedelta = USUAL

    def checked(self) -> "StrawPlan":
        """Return the plan; refuse one that Telegram does not accept, or with equal options."""
        if not self.question:
            raise StrawPollUnreadable
        if not FEWEST <= len(self.options) <= MOST:
            raise StrawOptionsOutOfRange(FEWEST, MOST)
        if len(set(self.options)) < len(self.options):
            raise StrawOptionRepeated
        if len(self.question) > QUESTION_LIMIT:
            raise StrawPollTooLong(QUESTION_LIMIT, len(self.question))
        longest = max(map(len, self.options))
        if longest > OPTION_LIMIT:
            raise StrawPollTooLong(OPTION_LIMIT, longest)
        if not SHORTEST <= self.duration <= LONGEST:
            raise StrawDurationOutOfRange(int(SHORTEST.total_seconds() // 60), LONGEST.days)
        return self


@dataclass(frozen=True, slots=True)
class StrawPollMessage:
    """Where a straw poll is: the chat, the message, and Telegram's id of the poll."""

    chat: int
    message: int
    poll: str


@dataclass(frozen=True, slots=True)
class StrawPoll:
    """A straw poll, open or closed. `counts` are by option, `voters` how many people voted."""

    id: StrawPollId
    plan: StrawPlan
    chat: int
    created_by: MemberId
    closes_at: datetime
    posted: StrawPollMessage | None = None
    counts: tuple[int, ...] = ()
    voters: int = 0
    closed_at: datetime | None = None


class StrawPollClosed(Subject, kind="straw_poll.closed"):
    """The group sees the result of its straw poll."""

    poll: StrawPollId


class StrawPollInterrupted(Subject, kind="straw_poll.interrupted"):
    """The author hears that the poll may or may not have been posted in the group."""

    poll: StrawPollId


class StrawPollLetter(LetterContent):
    """The result of a straw poll."""

    poll: StrawPoll


class InterruptedLetter(LetterContent):
    """A straw poll that may or may not have been posted in its group."""

    poll: StrawPoll


def read_straw(text: str, *, anonymous: bool) -> StrawPlan:
    """Read «question | option | option», with a duration at the end if there is one.

    Options that are durations themselves («1 час | 2 часа») stay options: the last one is the
    poll's duration only if the option before it is none.
    """
    question, *options = (one_line(part) for part in text.split("|"))
    options = [option for option in options if option]
    duration = USUAL
    if len(options) > FEWEST and _is_duration(options[-1]) and not _is_duration(options[-2]):
        duration = read_duration(options.pop())
    return StrawPlan(question, tuple(options), anonymous, duration).checked()


def _is_duration(text: str) -> bool:
    """Tell whether an option is a duration; one without a digit («день») is just an option."""
    if not any(letter.isdigit() for letter in text):
        return False
    try:
        read_duration(text)
    except DurationUnreadable:
        return False
    return True
