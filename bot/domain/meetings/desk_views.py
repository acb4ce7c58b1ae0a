"""What registrars see: desks, organisations with their people, ballots sent before, codes."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import Ground
from bot.domain.meetings.views import Attendance, VoteTurnout
from bot.domain.people.members import MemberId
from bot.domain.people.searches import Match
from bot.domain.polls.plans import Candidate, PollKind
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class DeskPerson:
    """Somebody who may represent a voter, and by what right; `document` is on file, or empty.

    `own` tells that they registered themselves by the code on the hall's screen.
    """

    person: MemberId
    name: str
    position: str
    ground: Ground
    document: str
    is_here: bool
    remote: bool
    has_telegram: bool
    own: bool = False


@dataclass(frozen=True, slots=True)
class DeskVoter:
    """An organisation at the desk.

    `own` tells that only its own people registered themselves; with `may_post` ballots that it sent
    before can still be recorded.
    """

    voter: VoterId
    name: str
    inn: str
    people: tuple[DeskPerson, ...]
    is_here: bool
    has_posted: bool
    has_code: bool
    slip: int | None
    own: bool = False
    may_post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """What a registrar sees: the first of `count` organisations that match.

    With `own` they are those whose people registered themselves. On a page, `conducts` tells
    whether its owner conducts the meeting too.
    """

    meeting: MeetingId
    title: str
    phase: Phase
    version: int
    attendance: Attendance
    query: str
    voters: tuple[DeskVoter, ...]
    count: int
    votes: tuple[VoteTurnout, ...]
    own: bool = False
    conducts: bool = False


@dataclass(frozen=True, slots=True)
class ProxyDesk:
    """A voter whose proxy somebody brings, and those `found` by name."""

    voter: DeskVoter
    found: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class PostedItem:
    """An item on which a ballot may have been sent before the meeting."""

    item: ItemId
    question: str
    kind: PollKind
    candidates: tuple[Candidate, ...]
    seats: int


@dataclass(frozen=True, slots=True)
class PostingView:
    """What a voter may have sent before the meeting: signed by one of `people`, on these items."""

    meeting: MeetingId
    voter: VoterId
    name: str
    people: tuple[tuple[MemberId, str], ...]
    starts_at: datetime
    items: tuple[PostedItem, ...]


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A slip to print: whose it is, and the code, which is told once."""

    voter: VoterId
    organisation: str
    person: str
    code: str
