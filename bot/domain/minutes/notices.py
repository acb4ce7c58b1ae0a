"""Notices of minutes."""

from datetime import date

from bot.domain.letters import LetterContent
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import Subject
from bot.domain.polls.polls import Poll, PollId


class AddendumDue(Subject, kind="minutes.addendum_due"):
    """Somebody who was against asked after the minutes were issued that they say so."""

    minutes: MinutesId


class AddendumDueLetter(LetterContent):
    """The minutes to which an addendum has to be issued."""

    issued: IssuedMinutes


class DrawingUpDue(Subject, kind="minutes.drawing_up_due"):
    """The minutes of a poll are to be drawn up by now, and are not."""

    poll: PollId


class MinutesDeadline(Subject):
    """A deadline of issued minutes."""

    minutes: MinutesId


class ChallengeOver(MinutesDeadline, kind="minutes.challenge_over"):
    """The decisions can be challenged no longer."""


class RegistrationDue(MinutesDeadline, kind="minutes.registration_due"):
    """A changed head or charter is to be registered soon."""


class DrawingUpDueLetter(LetterContent):
    """The poll whose minutes are to be drawn up."""

    poll: Poll


class MinutesDeadlineLetter(LetterContent):
    """A deadline of minutes: its last day."""

    subject: MinutesDeadline
    issued: IssuedMinutes
    day: date
