"""Letters to organisations through the bot, and the notices of the directory."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from bot.domain.directory.cards import Card
from bot.domain.directory.refusals import LettersTooMany
from bot.domain.due_times import DueKind
from bot.domain.letters import LetterContent
from bot.domain.lines import INVISIBLE, checked_paragraphs
from bot.domain.notices import Subject
from bot.domain.people.members import MemberId, OrganisationId

DirectoryLetterId = NewType("DirectoryLetterId", int)

TEXT_LIMIT = 2000
PER_DAY = 10
"""Letters that a person may send within `DAY`: enough to ask around, too few to advertise."""
DAY = timedelta(days=1)


class DirectoryDue(DueKind):
    """Kinds of due times of the directory. The value is stored."""

    CONFIRMATION = "directory_confirmation"


@dataclass(frozen=True, slots=True)
class DirectoryLetter:
    """A letter to those who speak for an organisation; an answer has a `recipient`."""

    id: DirectoryLetterId
    organisation: OrganisationId
    sender: MemberId
    recipient: MemberId | None
    text: str
    sent_at: datetime


def checked_text(text: str) -> str:
    """Return the text of a letter."""
    return checked_paragraphs(INVISIBLE.sub("", text), TEXT_LIMIT)


def require_few(sent: int) -> None:
    """Refuse a person who has sent so many letters within a day."""
    if sent >= PER_DAY:
        raise LettersTooMany(PER_DAY)


class LetterSent(Subject, kind="directory.letter"):
    """A notice: somebody wrote to the recipient's organisation, or answered them."""

    letter: DirectoryLetterId


class CardToConfirm(Subject, kind="directory.confirm"):
    """A notice: whether the card of the recipient's organisation is still right."""

    organisation: OrganisationId


class ForwardedLetter(LetterContent):
    """A letter, with who wrote it and from which organisation; `answer` to one's own letter."""

    letter: DirectoryLetter
    sender: str
    origin: str
    about: str
    answer: bool


class ConfirmationLetter(LetterContent):
    """The card that is to be confirmed."""

    card: Card
