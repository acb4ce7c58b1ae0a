"""What people see of a meeting: its parts, the chair's panel, a delegate's card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.meetings.facts import Objection
from bot.domain.meetings.plan_views import MeetingSummary
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, MeetingId, MeetingMode, PartOf
from bot.domain.meetings.state import Phase, Stage
from bot.domain.meetings.terms import Office, VotingForm
from bot.domain.people.members import MemberId
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Head
from bot.domain.polls.tallies import Outcome, Result
from bot.domain.polls.voters import VoterId
from bot.domain.views import View


class MeetingView(
    View,
    subject="meeting",
    own="delegate",
    counts=("panel", "desk"),
    changed="meeting.card_changed",
    key="meeting-card",
):
    """What a message shows of a meeting: a stored kind of view."""

    PANEL = "panel"
    DELEGATE = "delegate"
    DESK = "desk"


# --- parts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many are there: `present` now, `ever` at any time, of `entitled`; `needed` for quorum.

    Of those present, `own` registered themselves: no registrar has seen them.
    """

    present: int
    ever: int
    remote: int
    posted: int
    entitled: int
    needed: int
    own: int = 0

    @property
    def has_quorum(self) -> bool:
        """Tell whether enough are there now."""
        return self.present + self.posted >= self.needed


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of the agenda in a list. `number` counts what is on the agenda, from 1."""

    id: ItemId
    number: int
    kind: ItemKind
    title: str
    speaker: str
    minutes: int
    stage: Stage
    part: PartOf | None
    is_current: bool
    secret: bool


@dataclass(frozen=True, slots=True)
class VoteTurnout:
    """An open vote: how many have voted of those present, and nothing of how.

    `paper` are slips that are out, `recused` those with a conflict of interest. `thin`: so few of a
    secret vote are on paper that their count shows how they voted.
    """

    item: ItemId
    title: str
    poll: PollId
    form: VotingForm
    secret: bool
    present: int
    voted: int
    paper: int
    recused: int
    last_call: bool
    thin: bool = False

    @property
    def awaited(self) -> int:
        """How many of those present have neither voted nor taken paper."""
        return max(0, self.present - self.voted - self.paper - self.recused)


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """A closed vote: what was decided, and the whole calculation.

    `winners` of the `seats` are those chosen by a lot too, `earlier` those whom a round before this
    one elected.
    """

    item: ItemId
    title: str
    poll: PollId
    kind: PollKind
    secret: bool
    candidates: tuple[Candidate, ...]
    result: Result
    head: Head
    winners: tuple[CandidateId, ...] = ()
    seats: int = 1
    earlier: tuple[Candidate, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What was decided; a tie that a lot has settled is an election."""
        tied = self.result.outcome is Outcome.TIED
        return Outcome.ELECTED if tied and len(self.winners) == self.seats else self.result.outcome

    @property
    def fills_seats(self) -> bool:
        """Tell whether as many are elected as there are seats."""
        return len(self.winners) == self.seats


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Somebody in the queue, in the order in which they speak."""

    person: MemberId
    name: str
    organisation: str
    point: bool
    times_before: int


@dataclass(frozen=True, slots=True)
class SpeechNow:
    """Who has the floor, since when and until when at most."""

    person: MemberId
    name: str
    organisation: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """A suspension or a break: why, since when, and until when if that was said."""

    why: str
    since: datetime
    until: datetime | None


# --- the chair's panel ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CountState:
    """How far the tellers are; their figures stay hidden until they agree."""

    item: ItemId
    given: tuple[str, ...]
    agree: bool
    differ: bool
    slips: int
    spoiled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelView:
    """What chair and secretary see. `officers` are names; `next_item` is what follows.

    `point` is the current item with its draft, candidates and materials; `unnotified` is how many
    members were not told in time.
    """

    meeting: MeetingId
    title: str
    phase: Phase
    version: int
    now: datetime
    attendance: Attendance
    agenda: tuple[ItemLine, ...]
    item: ItemLine | None
    point: AgendaPoint | None
    next_item: ItemId | None
    officers: Mapping[Office, tuple[str, ...]]
    votes: tuple[VoteTurnout, ...]
    counts: tuple[CountState, ...]
    outcome: VoteOutcome | None
    queue: tuple[SpeakerLine, ...]
    speech: SpeechNow | None
    limit: timedelta
    pause: Pause | None
    objections: tuple[Objection, ...]
    unnotified: int
    quorum_lost: bool
    head: Head | None

    @property
    def is_amendable(self) -> bool:
        """Tell whether amendments and sections can still come before the current item."""
        ahead = self.item is not None and self.item.stage is Stage.AHEAD
        return ahead and self.point is not None and self.point.is_voted_on and not self.votes


# --- a delegate -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MyVoter:
    """A voter whom the person represents here, and its ballots in the open votes.

    Those `entrusted` are of who holds its proxy.
    """

    voter: VoterId
    name: str
    remote: bool
    may_vote: tuple[PollId, ...]
    voted: tuple[PollId, ...]
    recused: tuple[ItemId, ...]
    entrusted: tuple[PollId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateView:
    """What a delegate sees; `mine` is empty for who is not registered (yet).

    `may_conduct`, `may_register` and `may_count` tell what else the person does in the meeting.
    """

    meeting: MeetingId
    title: str
    place: str
    starts_at: datetime
    mode: MeetingMode
    phase: Phase
    version: int
    attendance: Attendance | None
    agenda: tuple[ItemLine, ...]
    points: tuple[AgendaPoint, ...]
    item: ItemLine | None
    votes: tuple[VoteTurnout, ...]
    outcomes: tuple[VoteOutcome, ...]
    mine: tuple[MyVoter, ...]
    in_queue: int | None
    speaking: bool
    speech: SpeechNow | None
    pause: Pause | None
    may_register_afar: tuple[VoterId, ...]
    proposals_until: datetime | None
    may_conduct: bool = False
    may_register: bool = False
    may_count: bool = False


@dataclass(frozen=True, slots=True)
class MeetingsHome:
    """The meetings that a person may see; `view` is the only one that is on, if there is one."""

    meetings: tuple[MeetingSummary, ...]
    view: DelegateView | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody afar was heard of, for `count` voters; silent past `until` they count as gone."""

    count: int
    until: datetime
