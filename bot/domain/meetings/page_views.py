"""What the hall's screen and the ballot page show."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.state import Phase
from bot.domain.meetings.views import (
    Attendance,
    ItemLine,
    Pause,
    SpeechNow,
    VoteOutcome,
    VoteTurnout,
)
from bot.domain.polls.ballots import Ballot
from bot.domain.polls.plans import Candidate, PollKind
from bot.domain.polls.polls import PollId
from bot.domain.polls.seals import Head


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
