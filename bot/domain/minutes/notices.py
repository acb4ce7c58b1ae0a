"""Notices of minutes."""

from datetime import date

from bot.domain.letters import LetterContent
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import Subject
from bot.domain.polls.polls import Poll, PollId


class AddendumDue(Subject, kind="minutes.addendum_due"):
    """A voter who was against asked for it to be recorded after the minutes were issued."""

    minutes: MinutesId


class AddendumDueLetter(LetterContent):
    """The minutes that need an addendum."""

    issued: IssuedMinutes


class DrawingUpDue(Subject, kind="minutes.drawing_up_due"):
    """The minutes of a poll should be drawn up by now and are not."""

    poll: PollId


class MinutesDeadline(Subject):
    """A deadline of issued minutes."""

    minutes: MinutesId


class ChallengeOver(MinutesDeadline, kind="minutes.challenge_over"):
    """The time to challenge the decisions in court is over."""


class RegistrationDue(MinutesDeadline, kind="minutes.registration_due"):
    """The last day for registering a changed head or charter is near."""


class DrawingUpDueLetter(LetterContent):
    """The poll whose minutes should be drawn up."""

    poll: Poll


class MinutesDeadlineLetter(LetterContent):
    """A deadline of minutes, with its last day."""

    subject: MinutesDeadline
    issued: IssuedMinutes
    day: date
