"""Notices of minutes."""

from dataclasses import dataclass
from datetime import date

from bot.domain.letters import LetterContent
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import Subject
from bot.domain.polls.polls import Poll, PollId


@dataclass(frozen=True, slots=True)
class AddendumDue(Subject, kind="minutes.addendum_due"):
    """Somebody who was against asked after the minutes were issued that they say so."""

    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class AddendumDueLetter(LetterContent):
    """The minutes to which an addendum has to be issued."""

    issued: IssuedMinutes


@dataclass(frozen=True, slots=True)
class DrawingUpDue(Subject, kind="minutes.drawing_up_due"):
    """The minutes of a poll are to be drawn up by now, and are not."""

    poll: PollId


@dataclass(frozen=True, slots=True)
class MinutesDeadline(Subject):
    """A deadline of issued minutes."""

    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class ChallengeOver(MinutesDeadline, kind="minutes.challenge_over"):
    """The decisions can be challenged no longer."""


@dataclass(frozen=True, slots=True)
class RegistrationDue(MinutesDeadline, kind="minutes.registration_due"):
    """A changed head or charter is to be registered soon."""


@dataclass(frozen=True, slots=True)
class DrawingUpDueLetter(LetterContent):
    """The poll whose minutes are to be drawn up."""

    poll: Poll


@dataclass(frozen=True, slots=True)
class MinutesDeadlineLetter(LetterContent):
    """A deadline of minutes: its last day."""

    subject: MinutesDeadline
    issued: IssuedMinutes
    day: date
