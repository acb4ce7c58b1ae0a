"""What chair and secretary enter before minutes are issued, beyond the record of the vote."""

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
    """Return a signatory «имя, должность», on one line of at most 200 characters."""
    line = within(SIGNATORY_LIMIT, one_line(text), refusals.SignatoryTooLong)
    name, _, position = (part.strip() for part in line.partition(","))
    if not name:
        raise refusals.SignatoryMissing
    return require_position(Signatory(name, position))


def require_position(one: Signatory) -> Signatory:
    """Return a signatory; refuse one without a position."""
    if not one.position:
        raise refusals.PositionMissing(one.name)
    return one


def checked_decision(text: str) -> str:
    """Return the wording of a decision as it follows «решили»: on one line, without a full stop."""
    decision = uncapitalised(one_line(text).rstrip(". "))
    return checked_line(
        decision, QUESTION_LIMIT, refusals.DecisionUnreadable, refusals.DecisionTooLong
    )


def read_decisions(text: str, polls: Sequence[PollId]) -> dict[PollId, str]:
    """Read decisions, one a line: «2. Утвердить…»; a single poll needs no number."""
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
    """Return who convened a meeting, on one line."""
    line = one_line(text).rstrip(". ")
    return checked_line(line, CONVENING_LIMIT, refusals.ConvenerMissing, refusals.ConveningTooLong)


def checked_materials(text: str) -> str:
    """Return the materials sent with the notification, on one line; "none" must be said too."""
    line = one_line(text).rstrip(". ")
    return checked_line(line, CONVENING_LIMIT, refusals.MaterialsMissing, refusals.ConveningTooLong)


def checked_course(text: str) -> str:
    """Return the course of the vote, in at most `COURSE_LIMIT` characters; it may be empty."""
    return within(COURSE_LIMIT, paragraphs(text), refusals.CourseTooLong)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPlan:
    """The polls of the minutes, in the order of the agenda, and what people enter for them.

    `drawn_up_at` is the moment that the document bears, to the second. `decisions` are in words, of
    those polls whose question is not worded as one. `authorities` are the documents of people by
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
        """Return the plan with each poll once; refuse one without polls, or with reversed times."""
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
    """Refuse times that contradict those of the polls, compared to the minute.

    For a vote by correspondence the minutes give the end as announced at the opening (ГК 181.2 п.
    4), not the time of the last ballot.
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
    """Refuse polls that are not counted, or differ in body or mode."""
    for poll in polls:
        if poll.state is not PollState.CLOSED:
            raise refusals.PollNotCounted(poll.question)
    if len({(poll.body, poll.mode) for poll in polls}) > 1:
        raise refusals.MinutesMixed


@dataclass(frozen=True, slots=True)
class IssuedMinutes:
    """Minutes in the archive: their polls, and the hashes (SHA-256, hex) of both files."""

    id: MinutesId
    body: Body
    number: MinutesNumber
    polls: tuple[PollId, ...]
    questions: tuple[str, ...]
    issued_by: MemberId
    issued_at: datetime
    docx_hash: str
    pdf_hash: str
