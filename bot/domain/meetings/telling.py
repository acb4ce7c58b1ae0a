"""What tellers and registrars see of the counting: votes, slips; and objections on record."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.meetings.plans import ItemId, MeetingId
from bot.domain.meetings.terms import VotingForm
from bot.domain.meetings.views import CountState
from bot.domain.polls.plans import Candidate, PollKind
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class TellersVote:
    """A vote to count: an open one, or one closed since the last item was called, to count again.

    `by_hand` tells whether there is anything to count, `mine` whether the person has entered it.
    `thin`: a secret vote of which so few are on paper that the count shows how they voted.
    """

    item: ItemId
    title: str
    kind: PollKind
    candidates: tuple[Candidate, ...]
    seats: int
    form: VotingForm
    is_open: bool
    by_hand: bool
    mine: bool
    state: CountState
    thin: bool = False


@dataclass(frozen=True, slots=True)
class TellersView:
    """The votes of a meeting that are counted by hand, or may be; only tellers `may_count`."""

    meeting: MeetingId
    title: str
    may_count: bool
    votes: tuple[TellersVote, ...]


@dataclass(frozen=True, slots=True)
class SlipVoter:
    """A voter of an open vote: the number of its slip, or that it has voted electronically."""

    voter: VoterId
    name: str
    slip: int | None
    voted: bool


@dataclass(frozen=True, slots=True)
class SlipsView:
    """The voters of an open vote that match: the first of `count`."""

    meeting: MeetingId
    item: ItemId
    title: str
    voters: tuple[SlipVoter, ...]
    count: int
    thin: bool = False
    secret: bool = False


@dataclass(frozen=True, slots=True)
class SlipChange:
    """A slip that was issued or spoiled, and the voters after it."""

    number: int
    view: SlipsView


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """An objection with the names of who raised it and of whose mandate it challenges.

    `item` is the title of what it is about, empty if it is about none.
    """

    number: int
    at: datetime
    organisation: str
    words: str
    mandate: str
    upheld: bool
    item: str
