"""Poll cards: a poll as one voter sees it, as the chair does, and in lists."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.people.members import MemberId, Role
from bot.domain.polls.ballots import Ballot, is_against
from bot.domain.polls.lots import Lot
from bot.domain.polls.plans import Body, CandidateId, PollKind
from bot.domain.polls.polls import Poll, PollId, PollState
from bot.domain.polls.presences import Presence
from bot.domain.polls.proxies import Proxy
from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import Explanation, Outcome, Result, explain
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many voters there are, have voted, and have declared a conflict of interest."""

    entitled: int
    voted: int = 0
    recused: int = 0

    @property
    def awaited(self) -> int:
        """How many voters can still vote and have not."""
        return self.entitled - self.recused - self.voted


@dataclass(frozen=True, slots=True)
class MyBallot:
    """A ballot that a person may cast, or might but for a proxy.

    `name` is the voter's. `proxy` is in force: `by_proxy` the person holds it, `given_away`
    somebody else does, by the name of `holder`. `ballot` is known of a named poll only; `stated`
    tells that being against is to be recorded. Who represents the voter only since the opening
    (`appointed`) may revoke its proxy and nothing else; who represented it only at the opening
    (`former`) casts nothing any more and cannot touch a proxy.
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
    stated: bool = False
    cast_by: str = ""
    """Who cast a named ballot, if it was not this person."""
    head: Head | None = None
    """The head of the chain at a named ballot."""
    appointed: bool = False
    former: bool = False
    pending: Proxy | None = None
    """A proxy whose paper was not checked yet; `holder` will hold it."""
    may_entrust: bool = False
    """Whether the person may issue the voter's proxies, as an organisation's leader."""
    left: bool = False
    """Whether the voter has left the body."""
    late: bool = False
    """Whether it was stated after the minutes were issued, and is not appended to them yet."""
    barred: str = ""
    """The name of the refusal for which none may be cast at the meeting now, or empty."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """How further rounds and their lots settled a tie.

    `elected` have got a seat by them. While a round is `running` the rest is unknown; after it
    seats may be `vacant`, because too few candidates reached the threshold, or others `tied` again.
    """

    elected: tuple[CandidateId, ...] = ()
    vacant: int = 0
    running: bool = False
    tied: tuple[CandidateId, ...] = ()


@dataclass(frozen=True, slots=True)
class PollCard:
    """A poll as one person sees it.

    `result` is there once the poll has closed, and while a live one is open; `lot` once a tie was
    settled by it; `seal` and `head` (of the chain, with the closing) once it has closed. Until
    `statements_until` (UTC) the minutes wait for those who were against; None is once they do not.
    `minutes` is the number of those that were issued, or empty. Who `presides` has a board of it
    too. `omitted` are of the body and have no ballot.
    """

    poll: Poll
    now: datetime
    turnout: Turnout
    ballots: tuple[MyBallot, ...] = ()
    result: Result | None = None
    lot: Lot | None = None
    seal: Seal | None = None
    head: Head | None = None
    run_off: PollId | None = None
    settlement: Settlement | None = None
    statements_until: datetime | None = None
    minutes: str = ""
    presides: bool = False
    presence: Presence | None = None
    """Who was at the meeting, if attendance was listed."""
    omitted: tuple[str, ...] = ()
    absent: tuple[CandidateId, ...] = ()
    """Who was elected to the council and is not of the alliance: without a seat in it."""
    in_meeting: bool = False
    """Whether it is a vote of a general meeting: proxies and conflicts are noted there."""
    closed_in_meeting: bool = False
    """Whether the chair of a general meeting closed it there, which is not early."""
    annulled: bool = False
    """Whether it is a vote of a general meeting that an upheld challenge made void."""
    former_numbers: bool = False
    """Whether an earlier release assigned numbers that cannot be shown again."""

    @property
    def explanation(self) -> Explanation:
        """What the rules mean for the voters of this poll."""
        return explain(self.poll.rules, self.turnout.entitled)

    @property
    def shows_split(self) -> bool:
        """Tell whether the counts may be shown: not for a secret vote without a quorum.

        It decided nothing, and few ballots reveal who cast them.
        """
        return self.result is None or self.result.quorum.holds or not self.poll.is_secret

    @property
    def takes_ballots(self) -> bool:
        """Tell whether the poll takes ballots; not after the deadline, even if not closed yet."""
        return self.poll.state is PollState.OPEN and self.now < self.poll.closes_at

    @property
    def awaits_presence(self) -> bool:
        """Tell whether the count waits for the list of those present."""
        return self.poll.awaits_presence(self.now)

    @property
    def entrusted(self) -> frozenset[VoterId]:
        """The voters for whom the person holds a proxy."""
        return frozenset(ballot.voter for ballot in self.ballots if ballot.by_proxy)

    def is_castable(self, ballot: MyBallot) -> bool:
        """Tell whether the person can cast or change this ballot now."""
        final = ballot.voted and self.poll.is_secret
        barred = ballot.recused or ballot.given_away or ballot.former or ballot.barred
        return self.takes_ballots and not (barred or final)

    def can_state(self, ballot: MyBallot) -> bool:
        """Tell whether the person can have it recorded that this voter was against.

        Nobody knows what a secret ballot says: there it is theirs to know, unless the count shows
        that nobody was.
        """
        final = self.poll.is_secret and self.poll.state is PollState.CLOSED
        nobody = final and self.result is not None and self.result.told_against == 0
        over = self.poll.state is PollState.CANCELLED or nobody
        former = ballot.former and not ballot.left
        stranger = former or (ballot.given_away and ballot.appointed)
        if over or ballot.stated or stranger or not ballot.voted:
            return False
        return ballot.ballot is None or is_against(self.poll, ballot.ballot)

    def can_tell_number(self, ballot: MyBallot) -> bool:
        """Tell whether the number of a secret ballot can be shown to the person again."""
        stranger = ballot.given_away or ballot.appointed or ballot.former
        return self.takes_ballots and self.poll.is_secret and ballot.voted and not stranger

    def is_recusable(self, ballot: MyBallot) -> bool:
        """Tell whether a conflict of interest can be declared; by a principal until it is cast."""
        if self.in_meeting:
            return False
        own = ballot.given_away and not (ballot.appointed or ballot.former)
        free = own and not (ballot.voted or ballot.recused)
        return self.is_castable(ballot) or (self.takes_ballots and free)

    def is_entrustable(self, ballot: MyBallot) -> bool:
        """Tell whether the person can give a proxy for this ballot."""
        given = ballot.by_proxy or ballot.given_away or ballot.pending is not None
        free = not (given or ballot.recused or ballot.former or ballot.voted)
        return self.takes_ballots and ballot.may_entrust and free and not self.in_meeting

    def is_revocable(self, ballot: MyBallot) -> bool:
        """Tell whether the person can revoke the proxy by which another casts this ballot."""
        mine = (ballot.given_away or ballot.pending is not None) and not ballot.former
        return self.takes_ballots and mine and not ballot.recused

    @property
    def waits(self) -> bool:
        """Tell whether a ballot of the person is not cast yet."""
        return any(self.is_castable(ballot) and not ballot.voted for ballot in self.ballots)


@dataclass(frozen=True, slots=True)
class Cast:
    """What casting a ballot came to.

    `card` is what to show now; None where the message that was tapped follows through the outbox.
    `number` is a secret ballot's, kept nowhere beside the voter. `changed` tells
    that there was another ballot before.
    """

    voter: VoterId
    card: PollCard | None
    number: str | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class PollSummary:
    """A poll in a list; `outcome` is None until the poll has closed."""

    id: PollId
    question: str
    kind: PollKind
    body: Body
    state: PollState
    closes_at: datetime
    opens_at: datetime | None
    closed_at: datetime | None
    waits_for_me: bool
    outcome: Outcome | None = None
    second_round: bool = False


@dataclass(frozen=True, slots=True)
class CouncilSeat:
    """A member of the council; `since` is the day of the election, if the bot saw it."""

    member: MemberId
    name: str
    organisation: str | None
    role: Role
    since: date | None
