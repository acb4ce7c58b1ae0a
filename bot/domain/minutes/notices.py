"""Notices of minutes."""

from dataclasses import dataclass

from bot.domain.letters import LetterContent
from bot.domain.minutes.plans import IssuedMinutes, MinutesId
from bot.domain.notices import Subject


@dataclass(frozen=True, slots=True)
class AddendumDue(Subject, kind="minutes.addendum_due"):
    """Somebody who was against asked after the minutes were issued that they say so."""

    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class AddendumDueLetter(LetterContent):
    """The minutes to which an addendum has to be issued."""

    issued: IssuedMinutes
