"""What the record of a vote lacks, and its chair and secretary say before minutes are issued."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NewType

from bot.domain.events.plans import checked_place
from bot.domain.lines import one_line, paragraphs
from bot.domain.minutes.minutes import Body, MinutesNumber, Signatory
from bot.domain.minutes.refusals import (
    CourseTooLong,
    MinutesMixed,
    MinutesOfNothing,
    MinutesTimesReversed,
    PollNotCounted,
    SignatoryMissing,
    SignatoryTooLong,
    TooManyItems,
)
from bot.domain.people.members import MemberId
from bot.domain.polls.polls import Poll, PollId, PollState

MinutesId = NewType("MinutesId", int)

ITEMS_LIMIT = 50
COURSE_LIMIT = 3000
SIGNATORY_LIMIT = 200


def checked_signatory(text: str) -> Signatory:
    """Return who is named by «имя» or «имя, должность», on one line of 1 to 200 characters."""
    line = one_line(text)
    if len(line) > SIGNATORY_LIMIT:
        raise SignatoryTooLong(SIGNATORY_LIMIT, len(line))
    name, _, position = (part.strip() for part in line.partition(","))
    if not name:
        raise SignatoryMissing
    return Signatory(name, position)


def checked_course(text: str) -> str:
    """Return how the vote went, in paragraphs of at most `COURSE_LIMIT` characters, or nothing."""
    course = paragraphs(text)
    if len(course) > COURSE_LIMIT:
        raise CourseTooLong(COURSE_LIMIT, len(course))
    return course


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPlan:
    """Which polls the minutes are of, in the order of the agenda, and what else they say.

    `drawn_up_at` is the moment that the document bears, to the second. Times are UTC.
    """

    polls: tuple[PollId, ...]
    place: str
    starts_at: datetime
    ends_at: datetime
    drawn_up_at: datetime
    chair: Signatory
    secretary: Signatory
    counted_by: tuple[Signatory, ...]
    course: str = ""

    def checked(self) -> "MinutesPlan":
        """Return the plan with its polls each once; refuse one of nothing, or times reversed."""
        polls = tuple(dict.fromkeys(self.polls))
        if not polls:
            raise MinutesOfNothing
        if len(polls) > ITEMS_LIMIT:
            raise TooManyItems(ITEMS_LIMIT)
        if self.ends_at < self.starts_at:
            raise MinutesTimesReversed
        if not self.counted_by:
            raise SignatoryMissing
        drawn_up_at = self.drawn_up_at.replace(microsecond=0)
        return replace(
            self,
            polls=polls,
            place=checked_place(self.place),
            drawn_up_at=drawn_up_at,
            course=checked_course(self.course),
        )


def require_one_sitting(polls: Sequence[Poll]) -> None:
    """Refuse minutes of polls that are not counted, or of different bodies or modes."""
    for poll in polls:
        if poll.state is not PollState.CLOSED:
            raise PollNotCounted(poll.question)
    if len({(poll.body, poll.mode) for poll in polls}) > 1:
        raise MinutesMixed


@dataclass(frozen=True, slots=True)
class IssuedMinutes:
    """Minutes in the archive: what they are of, and the hashes (SHA-256, hex) of both files."""

    id: MinutesId
    body: Body
    number: MinutesNumber
    polls: tuple[PollId, ...]
    questions: tuple[str, ...]
    issued_by: MemberId
    issued_at: datetime
    docx_hash: str
    pdf_hash: str
