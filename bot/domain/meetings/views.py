"""What people see of a meeting: the hall's screen, desks, the panel, delegates, the ballot page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.meetings.acts import Ground, Office, VotingForm
from bot.domain.meetings.facts import Objection
from bot.domain.meetings.plans import AgendaPoint, ItemId, ItemKind, MeetingId, MeetingMode, PartOf
from bot.domain.meetings.state import Phase, Stage
from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import Ballot
from bot.domain.polls.plans import Candidate, CandidateId, PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Head
from bot.domain.polls.tallies import Result
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
    """A closed vote: what was decided, and the whole calculation."""

    item: ItemId
    title: str
    poll: PollId
    kind: PollKind
    secret: bool
    candidates: tuple[Candidate, ...]
    result: Result
    head: Head
    winners: tuple[CandidateId, ...] = ()


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


# --- the hall's screen ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenView:
    """What the hall sees: nothing that is not public yet, and no person but those the chair shows.

    `version` is the number of the last entry: an unchanged one with the same turnout shows the
    same. `outcome` is the last closed vote on the current item. `self_registration` is the event's
    code for the QR, if leaders may register themselves; `heads` are shown for verification.
    """

    meeting: MeetingId
    alliance: str
    title: str
    place: str
    starts_at: datetime
    phase: Phase
    version: int
    attendance: Attendance
    item: ItemLine | None
    names: tuple[str, ...]
    votes: tuple[VoteTurnout, ...]
    outcome: VoteOutcome | None
    speech: SpeechNow | None
    waiting: int
    pause: Pause | None
    agenda: tuple[ItemLine, ...]
    head: Head | None
    self_registration: str = ""


# --- the registration desk ------------------------------------------------------------------------


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


# --- a delegate -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MyVoter:
    """A voter whom the person represents here, and its ballots in the open votes."""

    voter: VoterId
    name: str
    remote: bool
    may_vote: tuple[PollId, ...]
    voted: tuple[PollId, ...]
    recused: tuple[ItemId, ...]


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
class Heard:
    """Somebody afar was heard of, for `count` voters; silent past `until` they count as gone."""

    count: int
    until: datetime


# --- the ballot page ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageBallot:
    """A ballot on the page: what is asked, and where the voter stands.

    `ballot` is a named one cast before, which may be changed; a secret one is final. `refused` is
    the name of the refusal for which none may be cast now, or empty.
    """

    poll: PollId
    item: ItemId
    kind: PollKind
    question: str
    candidates: tuple[Candidate, ...]
    seats: int
    secret: bool
    voted: bool
    ballot: Ballot | None
    refused: str
    last_call: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPageView:
    """What a valid code opens."""

    meeting: MeetingId
    title: str
    alliance: str
    phase: Phase
    version: int
    organisation: str
    person: str
    language: str
    ballots: tuple[PageBallot, ...]
    outcomes: tuple[VoteOutcome, ...]
    pause: Pause | None


@dataclass(frozen=True, slots=True)
class CodeReceipt:
    """What casting by a code came to: the number of a secret ballot, told once, or the head."""

    poll: PollId
    number: str
    head: Head | None
    changed: bool
