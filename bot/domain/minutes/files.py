"""The files of issued minutes, and files stored with them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.lines import one_line
from bot.domain.minutes.refusals import ScanTooLarge, ScanUnreadable
from bot.domain.people.members import MemberId

FiledId = NewType("FiledId", int)

SCAN_LIMIT = 20_000_000
"""The largest file in bytes that a bot can download from Telegram."""
NAME_LIMIT = 200
SIGNATURES = (b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\x00", b"MM\x00*")
"""The first bytes of a PDF, a JPEG, a PNG and a TIFF."""


@dataclass(frozen=True, slots=True)
class IssuedFiles:
    """The files of issued minutes."""

    docx: bytes
    pdf: bytes


class FiledKind(StrEnum):
    """A file stored with minutes: the signed scan, or an addendum."""

    SCAN = "scan"
    ADDENDUM = "addendum"


@dataclass(frozen=True, slots=True)
class FiledFile:
    """A file stored with issued minutes, with its hash (SHA-256, hex)."""

    id: FiledId
    kind: FiledKind
    name: str
    hash: str
    filed_by: MemberId
    filed_at: datetime


def checked_scan(name: str, content: bytes) -> str:
    """Return a scan's name on one line; refuse a file that is no PDF or picture, or too large."""
    if len(content) > SCAN_LIMIT:
        raise ScanTooLarge(SCAN_LIMIT // 1_000_000)
    if not content.startswith(SIGNATURES):
        raise ScanUnreadable
    line = one_line(name)
    return line if len(line) <= NAME_LIMIT else line[-NAME_LIMIT:]
