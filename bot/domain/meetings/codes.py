"""One-time codes of ballots, and the secret addresses of pages; only their digests are stored."""

import re
import secrets
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.meetings.plans import MeetingId
from bot.domain.meetings.refusals import CodeInvalid
from bot.domain.people.members import MemberId
from bot.domain.polls.seals import LOOKALIKES
from bot.domain.polls.voters import VoterId

PageId = NewType("PageId", int)

CODE = re.compile(r"[A-Z2-7]{20}")
GROUP = 4
CODE_BYTES = 13
"""More than the 100 bits that 20 letters of base32 hold."""


class PageKind(StrEnum):
    """What a page shows: the hall's screen, or a registration desk."""

    SCREEN = "screen"
    DESK = "desk"


@dataclass(frozen=True, slots=True)
class StoredCode:
    """Whose ballots a code opens: those of a voter, by the hand of this person."""

    meeting: MeetingId
    voter: VoterId
    member: MemberId


@dataclass(frozen=True, slots=True)
class Page:
    """A page with a secret address; at a desk `member` is the registrar who acts there."""

    id: PageId
    meeting: MeetingId
    kind: PageKind
    member: MemberId
    issued_at: datetime
    revoked_at: datetime | None = None


def new_ballot_code() -> str:
    """Return 100 random bits as five groups of four letters and digits."""
    letters = b32encode(secrets.token_bytes(CODE_BYTES)).decode()[:20]
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def read_ballot_code(text: str) -> str:
    """Return a typed code in the form of `new_ballot_code`; refuse anything else.

    Case, spaces, dashes and letters of the other alphabet make no difference.
    """
    letters = re.sub(r"[\W_]", "", text[:100]).upper().translate(LOOKALIKES)
    if not CODE.fullmatch(letters):
        raise CodeInvalid
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
