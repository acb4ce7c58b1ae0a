"""Facts of a meeting that its log tells: mandates, speeches, objections, votes by hands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.meetings.plans import ItemId
from bot.domain.meetings.terms import Ground, Hands, Motion, NoticeWay, ProxyPaper
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class Mandate:
    """A representative who is there: by what right, and whether from afar.

    `own` tells that no registrar saw them: they registered themselves by the code on the screen.
    """

    person: MemberId
    name: str
    ground: Ground
    document: str
    proxy: ProxyPaper | None
    remote: bool
    since: datetime
    own: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in the queue."""

    person: MemberId
    voter: VoterId
    name: str
    point: bool
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody who has the floor, until `until` at most."""

    speaker: Speaker
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Spoken:
    """How often and how long somebody spoke."""

    name: str
    times: int
    lasted: timedelta


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection on record; its `number` is that of its entry in the log."""

    number: int
    voter: VoterId
    person: MemberId
    words: str
    at: datetime
    item: ItemId | None
    mandate: VoterId | None
    upheld: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of the session, and its quorum."""

    at: datetime
    present: int
    entitled: int
    needed: int
    unnotified: tuple[VoterId, ...]


@dataclass(frozen=True, slots=True)
class Election:
    """Who was elected to an office of the meeting, and by how many hands."""

    people: tuple[MemberId, ...]
    names: tuple[str, ...]
    hands: Hands


@dataclass(frozen=True, slots=True)
class ProceduralVote:
    """A procedural vote on record."""

    motion: Motion
    text: str
    item: ItemId | None
    hands: Hands
    adopted: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Posting:
    """The ballots of a voter that were sent before the meeting, by item."""

    person: MemberId
    received_at: datetime
    ballots: Mapping[ItemId, str]


@dataclass(frozen=True, slots=True)
class Telling:
    """How a member was told of the meeting otherwise than by the bot, and by whom it is noted."""

    way: NoticeWay
    told_at: datetime
    note: str
    noted_by: MemberId | None


@dataclass(frozen=True, slots=True)
class IssuedCode:
    """Whose code opens a voter's ballots, and the digest (hex) under which it is stored."""

    person: MemberId
    digest: str
