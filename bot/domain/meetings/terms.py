"""Terms of a meeting: offices, forms of voting, motions, papers. The values are stored."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Ground(StrEnum):
    """By what right somebody represents a voter."""

    LEADER = "leader"
    DELEGATE = "delegate"
    PROXY = "proxy"


class Leaving(StrEnum):
    """Why a representative is no longer there; MISTAKE takes an arrival back."""

    LEFT = "left"
    LOST = "lost"
    MISTAKE = "mistake"


class Office(StrEnum):
    """Offices of the meeting itself, elected first."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    TELLER = "teller"


class VotingForm(StrEnum):
    """How an item is voted on: by ballots in the bot, on the page and on paper, or by hands."""

    BALLOT = "ballot"
    HANDS = "hands"


class Motion(StrEnum):
    """Procedural motions, decided by a show of hands at once."""

    REORDER = "reorder"
    REMOVE = "remove"
    ADD = "add"
    CLOSE_DEBATE = "close_debate"
    BREAK = "break"
    BLOCK = "block"
    OTHER = "other"


class NoticeWay(StrEnum):
    """How the notice reached a member without Telegram."""

    LETTER = "letter"
    EMAIL = "email"
    IN_PERSON = "in_person"


class Slip(StrEnum):
    """What happens with a numbered slip of paper."""

    ISSUED = "issued"
    SPOILED = "spoiled"


@dataclass(frozen=True, slots=True)
class Hands:
    """A show of hands."""

    in_favour: int
    against: int = 0
    abstained: int = 0

    @property
    def count(self) -> int:
        """How many hands were raised in all."""
        return self.in_favour + self.against + self.abstained


@dataclass(frozen=True, slots=True)
class ProxyPaper:
    """A доверенность as the registrar saw it; it is good until `expires_at` (UTC)."""

    number: str
    issued_on: date
    expires_at: datetime
    scope: str
    issuer: str


class EntryKind(StrEnum):
    """Kinds of entries of a meeting in the chain."""

    CONVENED = "meeting.convened"
    NOTIFIED = "meeting.notified"
    CALLED_OFF = "meeting.called_off"
    REGISTRATION = "meeting.registration"
    REGISTRAR = "meeting.registrar"
    ARRIVED = "meeting.arrived"
    DEPARTED = "meeting.departed"
    POSTED = "meeting.posted"
    CODE = "meeting.code"
    BEGUN = "meeting.begun"
    OFFICERS = "meeting.officers"
    ITEM_CALLED = "meeting.item_called"
    ITEM_DONE = "meeting.item_done"
    PROCEDURAL = "meeting.procedural"
    AMENDED = "meeting.amended"
    RECUSED = "meeting.recused"
    VOTE_OPENED = "meeting.vote_opened"
    LAST_CALL = "meeting.last_call"
    SLIP_ISSUED = "meeting.slip_issued"
    COUNTED = "meeting.counted"
    VOTE_CLOSED = "meeting.vote_closed"
    VOTE_CANCELLED = "meeting.vote_cancelled"
    LOT_DRAWN = "meeting.lot_drawn"
    SUSPENDED = "meeting.suspended"
    RESUMED = "meeting.resumed"
    FLOOR_ASKED = "meeting.floor_asked"
    FLOOR_LEFT = "meeting.floor_left"
    FLOOR_GIVEN = "meeting.floor_given"
    FLOOR_ENDED = "meeting.floor_ended"
    OBJECTED = "meeting.objected"
    UPHELD = "meeting.upheld"
    ENDED = "meeting.ended"
