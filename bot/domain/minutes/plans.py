"""What the record of a vote lacks, and its chair and secretary say before minutes are issued."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from typing import NewType

from bot.domain.events.plans import checked_place
from bot.domain.lines import checked_line, one_line, paragraphs, within
from bot.domain.minutes import refusals
from bot.domain.minutes.authorities import checked_authorities
from bot.domain.minutes.decisions import uncapitalised
from bot.domain.minutes.minutes import Body, Convening, MinutesNumber, Signatory
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import QUESTION_LIMIT, Mode
from bot.domain.polls.polls import Poll, PollId, PollState

MinutesId = NewType("MinutesId", int)

ITEMS_LIMIT = 50
COURSE_LIMIT = 3000
SIGNATORY_LIMIT = 200
CONVENING_LIMIT = 500
MINUTE = timedelta(minutes=1)
NUMBERED = re.compile(r"(\d{1,3})[.):]\s*(\S.*)")


def checked_signatory(text: str) -> Signatory:
    """Return who is named by «имя, должность», on one line of at most 200 characters."""
    line = within(SIGNATORY_LIMIT, one_line(text), refusals.SignatoryTooLong)
    name, _, position = (part.strip() for part in line.partition(","))
    if not name:
        raise refusals.SignatoryMissing
    return require_position(Signatory(name, position))


def require_position(one: Signatory) -> Signatory:
    """Return somebody who signs; refuse one whose position is not said."""
    if not one.position:
        raise refusals.PositionMissing(one.name)
    return one


def checked_decision(text: str) -> str:
    """Return a decision in words, as it goes on after «решили»: on one line, with no full stop."""
    decision = uncapitalised(one_line(text).rstrip(". "))
    return checked_line(
        decision, QUESTION_LIMIT, refusals.DecisionUnreadable, refusals.DecisionTooLong
    )


def read_decisions(text: str, polls: Sequence[PollId]) -> dict[PollId, str]:
    """Read decisions, a line each: «2. Утвердить…»; the number of a single poll can be left out."""
    found: dict[PollId, str] = {}
    for line in filter(str.strip, text.splitlines()):
        numbered = NUMBERED.fullmatch(line.strip())
        number, words = (int(numbered[1]), numbered[2]) if numbered else (1, line)
        if numbered is None and (len(polls) > 1 or found):
            raise refusals.DecisionUnreadable
        if not 1 <= number <= len(polls):
            raise refusals.DecisionUnreadable
        found[polls[number - 1]] = checked_decision(words)
    if not found:
        raise refusals.DecisionUnreadable
    return found


def checked_convener(text: str) -> str:
    """Return who convened a sitting, on one line."""
    line = one_line(text).rstrip(". ")
    return checked_line(line, CONVENING_LIMIT, refusals.ConvenerMissing, refusals.ConveningTooLong)


def checked_materials(text: str) -> str:
    """Return with what materials people were notified, on one line: also that there were none."""
    line = one_line(text).rstrip(". ")
    return checked_line(line, CONVENING_LIMIT, refusals.MaterialsMissing, refusals.ConveningTooLong)


def checked_course(text: str) -> str:
    """Return how the vote went, in paragraphs of at most `COURSE_LIMIT` characters, or nothing."""
    return within(COURSE_LIMIT, paragraphs(text), refusals.CourseTooLong)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPlan:
    """Which polls the minutes are of, in the order of the agenda, and what else they say.

    `drawn_up_at` is the moment that the document bears, to the second. `decisions` are in words,
    of those polls whose question is not worded as one. `authorities` are the documents of people by
    their folded names, empty for everybody else (see `bot.domain.minutes.authorities`). Times are
    UTC.
    """

    polls: tuple[PollId, ...]
    place: str
    starts_at: datetime
    ends_at: datetime
    drawn_up_at: datetime
    convening: Convening
    chair: Signatory
    secretary: Signatory
    counted_by: tuple[Signatory, ...]
    course: str = ""
    decisions: Mapping[PollId, str] = field(default_factory=dict)
    authorities: Mapping[str, str] = field(default_factory=dict)

    def checked(self) -> "MinutesPlan":
        """Return the plan with its polls each once; refuse one of nothing, or times reversed."""
        polls = tuple(dict.fromkeys(self.polls))
        if not polls:
            raise refusals.MinutesOfNothing
        if len(polls) > ITEMS_LIMIT:
            raise refusals.TooManyItems(ITEMS_LIMIT)
        if self.ends_at < self.starts_at:
            raise refusals.MinutesTimesReversed
        if not self.counted_by:
            raise refusals.SignatoryMissing
        for one in (self.chair, self.secretary, *self.counted_by):
            require_position(one)
        drawn_up_at = self.drawn_up_at.replace(microsecond=0)
        return replace(
            self,
            polls=polls,
            place=checked_place(self.place),
            drawn_up_at=drawn_up_at,
            convening=replace(
                self.convening,
                by=checked_convener(self.convening.by),
                materials=checked_materials(self.convening.materials),
            ),
            course=checked_course(self.course),
            authorities=checked_authorities(self.authorities),
            decisions={poll: checked_decision(said) for poll, said in self.decisions.items()},
        )


def require_times(plan: MinutesPlan, polls: Sequence[Poll], zone: tzinfo) -> None:
    """Refuse times that the polls themselves contradict; people write them to the minute.

    By correspondence the minutes say until when votes were to be taken, as it was announced at the
    opening (ГК 181.2 п. 4), and not when the last came in.
    """
    opened = min(poll.opened_at or poll.closes_at for poll in polls)
    closed = max(poll.closed_at or poll.closes_at for poll in polls)
    if polls[0].mode is Mode.CORRESPONDENCE:
        announced = max(poll.closes_at for poll in polls)
        differ = (abs(plan.starts_at - opened), abs(plan.ends_at - announced))
        if max(differ) >= MINUTE:
            raise refusals.AnnouncedEndDiffers(opened, announced)
    elif plan.starts_at > opened or closed - plan.ends_at >= MINUTE:
        raise refusals.SittingTooShort(opened, closed)
    if plan.convening.notified_on > plan.starts_at.astimezone(zone).date():
        raise refusals.NotifiedTooLate


def require_one_sitting(polls: Sequence[Poll]) -> None:
    """Refuse minutes of polls that are not counted, or of different bodies or modes."""
    for poll in polls:
        if poll.state is not PollState.CLOSED:
            raise refusals.PollNotCounted(poll.question)
    if len({(poll.body, poll.mode) for poll in polls}) > 1:
        raise refusals.MinutesMixed


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
