"""Cards of polls: a poll as one voter sees it, as everybody does, and as the chair does."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.ballots import Ballot
from bot.domain.electorates import Proxy, VoterId
from bot.domain.members import MemberId, Role
from bot.domain.poll_plans import CandidateId, PollKind
from bot.domain.polls import Poll, PollId, PollState
from bot.domain.tallies import Explanation, Outcome, Result, explain


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many voters there are, how many of them voted, how many declared a conflict."""

    entitled: int
    voted: int = 0
    recused: int = 0


@dataclass(frozen=True, slots=True)
class Lot:
    """How a tie was decided: who got the seats, and how the lot was drawn."""

    winners: frozenset[CandidateId]
    how: str


@dataclass(frozen=True, slots=True)
class MyBallot:
    """One voter's ballot in the hands of a person: their own, or one held by proxy.

    `by_proxy` they hold the `proxy`; `given_away` it is their own, and somebody else, `holder` by
    name, holds the proxy. `ballot` is what was said, in a named vote only.
    """

    voter: VoterId
    name: str
    proxy: Proxy | None = None
    holder: str = ""
    by_proxy: bool = False
    given_away: bool = False
    voted: bool = False
    ballot: Ballot | None = None
    recused: bool = False


@dataclass(frozen=True, slots=True)
class PollCard:
    """A poll as one person sees it; without `ballots` it is as everybody does.

    `result` is there once the poll is closed, or while it is open and shows its counts.
    `can_vote` tells whether any of the ballots can be cast, or changed, now.
    """

    poll: Poll
    now: datetime
    turnout: Turnout
    ballots: tuple[MyBallot, ...] = ()
    result: Result | None = None
    lot: Lot | None = None
    can_vote: bool = False

    @property
    def explanation(self) -> Explanation:
        """What the rules come to for the voters of this poll."""
        return explain(self.poll.rules, self.turnout.entitled)

    @property
    def is_running(self) -> bool:
        """Tell whether ballots are taken: from the deadline on they are not, closed or not."""
        return self.poll.state is PollState.OPEN and self.now < self.poll.closes_at


@dataclass(frozen=True, slots=True)
class PollBoard:
    """A poll as the chair and the secretary see it: who has not voted is named."""

    card: PollCard
    awaited: tuple[str, ...] = ()
    minutes: bool = False


@dataclass(frozen=True, slots=True)
class PollSummary:
    """A poll on a line of a list; `outcome` is None until it closes, or for several items."""

    id: PollId
    question: str
    kind: PollKind
    state: PollState
    closes_at: datetime
    closed_at: datetime | None = None
    waits_for_me: bool = False
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class CouncilSeat:
    """Somebody who sits in the council, in which role, and since when if it is known."""

    member: MemberId
    name: str
    organisation: str | None
    role: Role
    since: datetime | None = None
