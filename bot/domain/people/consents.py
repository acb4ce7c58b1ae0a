"""The text that people consent to (152-ФЗ art. 9), known by its hash."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.domain.letters import LetterContent
from bot.domain.notices import Subject


def version_of(words: str) -> int:
    """Return the first 63 bits of the SHA-256: they fit into a row and into a button."""
    return int.from_bytes(sha256(words.encode()).digest()[:8], "big") >> 1


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What people are asked to accept, in all languages; `version` comes from the hash of it.

    `was_numbered` tells that it says what it said when versions were numbered by hand.
    """

    version: int
    words: str
    was_numbered: bool = False


@dataclass(frozen=True, slots=True)
class TextInForce:
    """Since when a version has been in force."""

    version: int
    since: datetime


class ConsentAsked(Subject, kind="people.consent_asked"):
    """A notice: the text has changed, and people are asked for their consent once more."""

    version: int


class ConsentLetter(LetterContent):
    """The question, for a person; `until` is when their notices stop, `late` if they have."""

    name: str
    alliance: str
    privacy_url: str | None
    version: int
    until: datetime
    late: bool
