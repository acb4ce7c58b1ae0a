"""What a meeting came to: the data of its minutes, decisions, attendance; all from its log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.events.events import EventId
from bot.domain.meetings.facts import Mandate, Objection, Opening, ProceduralVote, Spoken
from bot.domain.meetings.item_votes import ItemVote
from bot.domain.meetings.plan_views import NotedTelling
from bot.domain.meetings.plans import AgendaPoint, ItemId, MeetingId, MeetingMode
from bot.domain.meetings.state import Stage
from bot.domain.meetings.terms import Office
from bot.domain.polls.plans import Candidate
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Head
from bot.domain.polls.tallies import Outcome, Result
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class Registered:
    """A member in the minutes: its representatives in the order of arrival, or its absence."""

    voter: VoterId
    name: str
    inn: str
    ogrn: str
    mandates: tuple[Mandate, ...]
    posted: bool

    @property
    def took_part(self) -> bool:
        """Tell whether it was there at any time, or sent ballots."""
        return bool(self.mandates) or self.posted

    @property
    def arrived_at(self) -> datetime | None:
        """When the first representative arrived."""
        return min((one.since for one in self.mandates), default=None)


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """An item as the minutes say it; `votes` are all, repeated and cancelled ones too."""

    number: int
    point: AgendaPoint
    stage: Stage
    votes: tuple[ItemVote, ...]
    poll: PollId | None
    result: Result | None
    head: Head | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as data, for those who follow what becomes of it."""

    item: ItemId
    poll: PollId
    text: str
    outcome: Outcome
    winners: tuple[Candidate, ...]
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class PresentOrganisation:
    """Attendance of an organisation: from when until when it was there, and in how many votes."""

    voter: VoterId
    name: str
    took_part: bool
    arrived_at: datetime | None
    people: tuple[str, ...]
    votes_present: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummaryData:
    """Everything of a meeting that minutes need, as a value; nothing in it is entered twice."""

    meeting: MeetingId
    event: EventId | None
    title: str
    place: str
    mode: MeetingMode
    starts_at: datetime
    began_at: datetime | None
    ended_at: datetime | None
    opening: Opening | None
    registered: tuple[Registered, ...]
    officers: Mapping[Office, tuple[str, ...]]
    items: tuple[ItemSummary, ...]
    procedural: tuple[ProceduralVote, ...]
    spoken: tuple[Spoken, ...]
    objections: tuple[Objection, ...]
    heads: tuple[Head, ...]
    polls: tuple[PollId, ...]
    notified_on: date | None
    noted: tuple[NotedTelling, ...] = ()

    def gave_paper_to(self, voter: VoterId) -> bool:
        """Tell whether a voter took a slip of paper in a vote that counts."""
        votes = (vote for item in self.items for vote in item.votes if vote.poll in self.polls)
        return any(voter in vote.on_paper for vote in votes)
