"""Tallies: the exact count of a poll, and each line of the reckoning behind its outcome."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.polls.ballots import Ballot, Choice, checked_ballot
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.majorities import Base, Rules, votes_needed
from bot.domain.polls.plans import CandidateId, Mode, PollKind, PollPlan


class Outcome(StrEnum):
    """What became of an item: a motion or an admission, or a candidate of an election."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    ELECTED = "elected"
    TIED = "tied"
    NOT_ELECTED = "not_elected"
    BELOW_THRESHOLD = "below_threshold"
    NO_QUORUM = "no_quorum"


TELLING = (
    Outcome.NO_QUORUM,
    Outcome.TIED,
    Outcome.ELECTED,
    Outcome.ADOPTED,
    Outcome.NOT_ELECTED,
    Outcome.BELOW_THRESHOLD,
    Outcome.REJECTED,
)
"""Outcomes by how much they say of a poll: one that is open, one that holds, none."""


@dataclass(frozen=True, slots=True)
class QuorumLine:
    """How many of all entitled took part, and how many had to."""

    present: int
    entitled: int
    needed: int

    @property
    def holds(self) -> bool:
        """Tell whether anything could be decided."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class MajorityLine:
    """How many votes an item got, and how many of which base it needed."""

    votes: int
    needed: int
    base: int

    @property
    def holds(self) -> bool:
        """Tell whether the votes are enough."""
        return self.votes >= self.needed


@dataclass(frozen=True, slots=True)
class Counts:
    """The ballots on one item; with the recused these make all the entitled.

    In an election `against` are the ballots against all, `abstained` those for others only.
    """

    in_favour: int
    against: int
    abstained: int
    not_voting: int


@dataclass(frozen=True, slots=True)
class Item:
    """The motion (`candidate` None) or one candidate: counts, reckoning, outcome."""

    candidate: CandidateId | None
    counts: Counts
    majority: MajorityLine
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tie:
    """Candidates with as many votes as each other and fewer `seats` left than there are of them.

    A run-off or a recorded lot decides, never the bot.
    """

    candidates: tuple[CandidateId, ...]
    seats: int


@dataclass(frozen=True, slots=True)
class Result:
    """A poll counted. `vacant` seats of an election are neither filled nor tied."""

    quorum: QuorumLine
    ballots: int
    recused: int
    items: tuple[Item, ...]
    tie: Tie | None = None
    vacant: int = 0

    @property
    def silent(self) -> int:
        """How many were at the meeting and did neither vote nor declare a conflict of interest."""
        return max(0, self.quorum.present - self.ballots - self.recused)

    @property
    def absent(self) -> int:
        """How many were not at the meeting."""
        return self.quorum.entitled - self.quorum.present

    @property
    def outcome(self) -> Outcome:
        """What became of the poll in one word: of several items the one that says most."""
        found = {item.outcome for item in self.items}
        return next(outcome for outcome in TELLING if outcome in found)

    @property
    def against(self) -> int:
        """How many voters, at least, were against anything: all that is known of a secret poll."""
        return max(item.counts.against for item in self.items)

    def having(self, outcome: Outcome) -> tuple[CandidateId, ...]:
        """Return the candidates of whom this became."""
        return tuple(
            item.candidate
            for item in self.items
            if item.outcome is outcome and item.candidate is not None
        )


def tally(plan: PollPlan, headcount: Headcount, ballots: Iterable[Ballot]) -> Result:
    """Count the ballots of a poll; the order in which they were cast makes no difference.

    An invalid ballot is refused, not dropped: none can have been accepted. So is a record whose
    ballots are not as many as its roll says, or that has people present by correspondence only:
    ValueError.
    """
    cast = [checked_ballot(plan, ballot) for ballot in ballots]
    by_post = plan.mode is Mode.CORRESPONDENCE
    if len(cast) != headcount.voted or (by_post and headcount.present != headcount.voted):
        raise ValueError(f"{len(cast)} ballots do not agree with the roll: {headcount}")
    quorum = _quorum_line(plan, headcount)
    items = tuple(_item(plan, headcount, cast, candidate) for candidate in plan.items)
    result = Result(quorum, len(cast), headcount.recused, items)
    if not quorum.holds:
        no_quorum = tuple(replace(item, outcome=Outcome.NO_QUORUM) for item in items)
        result = replace(result, items=no_quorum)
    elif plan.kind is PollKind.ELECTION:
        result = replace(result, items=tuple(_ranked(item, items, plan.seats) for item in items))
    return _with_seats(result, plan.seats) if plan.kind is PollKind.ELECTION else result


def _quorum_line(plan: PollPlan, headcount: Headcount) -> QuorumLine:
    needed = votes_needed(plan.rules.quorum.share, headcount.entitled)
    return QuorumLine(_taking_part(plan, headcount), headcount.entitled, needed)


def _taking_part(plan: PollPlan, headcount: Headcount) -> int:
    """Who declares a conflict is at the meeting; by correspondence only a vote takes part."""
    recused = 0 if plan.mode is Mode.CORRESPONDENCE else headcount.recused
    return headcount.present + recused


def _item(
    plan: PollPlan, headcount: Headcount, cast: Sequence[Ballot], candidate: CandidateId | None
) -> Item:
    said = Counter(ballot.says(candidate) for ballot in cast)
    not_voting = headcount.entitled - headcount.recused - len(cast)
    counts = Counts(said[Choice.FOR], said[Choice.AGAINST], said[Choice.ABSTAIN], not_voting)
    base = _base(plan, headcount, counts)
    needed = votes_needed(plan.rules.majority.share, base)
    majority = MajorityLine(counts.in_favour, needed, base)
    return Item(
        candidate, counts, majority, Outcome.ADOPTED if majority.holds else Outcome.REJECTED
    )


def _base(plan: PollPlan, headcount: Headcount, counts: Counts) -> int:
    lowers = plan.rules.recusal.lowers_base
    match plan.rules.majority.base:
        case Base.ENTITLED:
            return headcount.entitled - (headcount.recused if lowers else 0)
        case Base.PARTICIPANTS:
            return headcount.present if lowers else _taking_part(plan, headcount)
        case Base.CAST:
            others = counts.abstained if plan.kind is PollKind.ELECTION else 0
            return counts.in_favour + counts.against + others


def _ranked(item: Item, items: Sequence[Item], seats: int) -> Item:
    """Return a candidate's item with its outcome: all who are level share one fate."""
    votes = item.counts.in_favour
    ahead = sum(other.counts.in_favour > votes for other in items)
    level = sum(other.counts.in_favour == votes for other in items)
    if not item.majority.holds:
        outcome = Outcome.BELOW_THRESHOLD
    elif ahead + level <= seats:
        outcome = Outcome.ELECTED
    else:
        outcome = Outcome.TIED if ahead < seats else Outcome.NOT_ELECTED
    return replace(item, outcome=outcome)


def _with_seats(result: Result, seats: int) -> Result:
    left = seats - sum(item.outcome is Outcome.ELECTED for item in result.items)
    tied = result.having(Outcome.TIED)
    return replace(result, tie=Tie(tied, left)) if tied else replace(result, vacant=left)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the rules come to for so many voters, to be said before the poll is opened.

    `votes` are needed when all take part and nobody abstains, `votes_at_quorum` when as few as
    the quorum do.
    """

    entitled: int
    quorum: int
    votes: int
    votes_at_quorum: int
    base: Base
    recusal_lowers_base: bool


def explain(rules: Rules, entitled: int) -> Explanation:
    """Return the numbers behind «Из 9 голосов нужны 5 за; кворум 5»."""
    quorum = votes_needed(rules.quorum.share, entitled)
    fewest = entitled if rules.majority.base is Base.ENTITLED else quorum
    return Explanation(
        entitled=entitled,
        quorum=quorum,
        votes=votes_needed(rules.majority.share, entitled),
        votes_at_quorum=votes_needed(rules.majority.share, fewest),
        base=rules.majority.base,
        recusal_lowers_base=rules.recusal.lowers_base,
    )
