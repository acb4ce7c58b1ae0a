"""What is seen of a meeting before it: its plan, the notice and its proof, a list."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.meetings.codes import Page
from bot.domain.meetings.plans import Meeting, MeetingId
from bot.domain.meetings.proposals import Proposal
from bot.domain.meetings.state import Phase
from bot.domain.meetings.terms import NoticeWay
from bot.domain.people.members import MemberId
from bot.domain.polls.voters import VoterId

NOTE_LIMIT = 200
"""Characters of what proves that a member was told."""


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A meeting in a list."""

    id: MeetingId
    title: str
    starts_at: datetime
    place: str
    phase: Phase
    may_plan: bool
    may_conduct: bool
    may_register: bool

    @property
    def is_current(self) -> bool:
        """Tell whether it is convened and not over."""
        return self.phase in {Phase.CONVENED, Phase.REGISTERING, Phase.IN_SESSION, Phase.PAUSED}


@dataclass(frozen=True, slots=True)
class PlanView:
    """A meeting as its secretary plans it."""

    meeting: Meeting
    phase: Phase
    proposals: tuple[Proposal, ...]
    pages: tuple[Page, ...]
    registrars: tuple[tuple[MemberId, str], ...]
    convene_by: datetime


@dataclass(frozen=True, slots=True)
class ConveningPreview:
    """Whom the notice would reach, before it is sent: people and organisations."""

    people: int
    organisations: int
    unreachable: int
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotedTelling:
    """A member that was told otherwise than by the bot: how, when, and who noted it."""

    voter: VoterId
    name: str
    way: NoticeWay
    told_at: datetime
    note: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class NoticeReport:
    """Proof of the notice: which organisations were told in time, late, or not at all.

    `noted` are those told otherwise than by the bot; of the `untold` that can still be noted,
    while one `may_note` anything: until the session is opened.
    """

    in_time: tuple[str, ...]
    late: tuple[str, ...]
    missing: tuple[str, ...]
    due: datetime
    noted: tuple[NotedTelling, ...] = ()
    untold: tuple[tuple[VoterId, str], ...] = ()
    may_note: bool = False
