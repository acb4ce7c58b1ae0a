"""Tallies: the exact count of a poll, with every step of the calculation."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.polls.ballots import Ballot, Choice, checked_ballot
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.hand_counts import HandCount
from bot.domain.polls.majorities import Base, Rules, votes_needed
from bot.domain.polls.plans import CandidateId, Mode, PollKind, PollPlan


class Outcome(StrEnum):
    """The outcome of an item: a motion, an admission, or a candidate of an election."""

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
"""Outcomes in the order in which one of them stands for the whole poll."""


@dataclass(frozen=True, slots=True)
class QuorumLine:
    """The quorum: how many of all entitled took part, and how many were needed."""

    present: int
    entitled: int
    needed: int

    @property
    def holds(self) -> bool:
        """Tell whether the quorum was reached."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class MajorityLine:
    """A majority: how many votes an item got, and how many of which base it needed."""

    votes: int
    needed: int
    base: int

    @property
    def holds(self) -> bool:
        """Tell whether the votes were enough."""
        return self.votes >= self.needed


@dataclass(frozen=True, slots=True)
class Counts:
    """The ballots on one item; with the recused they add up to all the entitled.

    In an election `against` are the ballots against all, `abstained` those for others only.
    """

    in_favour: int
    against: int
    abstained: int
    not_voting: int


@dataclass(frozen=True, slots=True)
class Item:
    """The motion (`candidate` None) or a candidate: counts, majority and outcome."""

    candidate: CandidateId | None
    counts: Counts
    majority: MajorityLine
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Tie:
    """Candidates with equally many votes, and fewer `seats` left than candidates.

    A second round or a recorded lot decides, never the bot.
    """

    candidates: tuple[CandidateId, ...]
    seats: int


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a poll. `vacant` counts seats that are neither filled nor tied."""

    quorum: QuorumLine
    ballots: int
    recused: int
    items: tuple[Item, ...]
    tie: Tie | None = None
    vacant: int = 0

    @property
    def silent(self) -> int:
        """How many were at the meeting and neither voted nor declared a conflict of interest."""
        return max(0, self.quorum.present - self.ballots - self.recused)

    @property
    def absent(self) -> int:
        """How many were not at the meeting."""
        return self.quorum.entitled - self.quorum.present

    @property
    def outcome(self) -> Outcome:
        """The outcome of the whole poll: the first in order of its items' outcomes."""
        found = {item.outcome for item in self.items}
        return next(outcome for outcome in TELLING if outcome in found)

    @property
    def against(self) -> int:
        """The least number of voters who were against anything, from the counts alone."""
        return max(item.counts.against for item in self.items)

    @property
    def told_against(self) -> int | None:
        """How many of a secret vote were; None without a quorum, when nothing may tell it."""
        return self.against if self.quorum.holds else None

    def having(self, outcome: Outcome) -> tuple[CandidateId, ...]:
        """Return the candidates with this outcome."""
        return tuple(
            item.candidate
            for item in self.items
            if item.outcome is outcome and item.candidate is not None
        )


def tally(
    plan: PollPlan,
    headcount: Headcount,
    ballots: Iterable[Ballot],
    by_hand: HandCount | None = None,
) -> Result:
    """Count the ballots of a poll; the order in which they were cast makes no difference.

    `by_hand` is what tellers counted besides, of people who were present at a meeting.

    Refuses an invalid ballot; raises ValueError if the ballots are not as many as the roll says, or
    people are listed as present in a vote by correspondence.
    """
    cast = [checked_ballot(plan, ballot) for ballot in ballots]
    by_post = plan.mode is Mode.CORRESPONDENCE
    if len(cast) != headcount.voted or (by_post and headcount.present != headcount.voted):
        raise ValueError(f"{len(cast)} ballots do not agree with the roll: {headcount}")
    _require_hands(plan, headcount, by_hand)
    quorum = _quorum_line(plan, headcount)
    items = tuple(_item(plan, headcount, cast, by_hand, candidate) for candidate in plan.items)
    voted = len(cast) + (by_hand.ballots if by_hand else 0)
    result = Result(quorum, voted, headcount.recused, items)
    if not quorum.holds:
        no_quorum = tuple(replace(item, outcome=Outcome.NO_QUORUM) for item in items)
        result = replace(result, items=no_quorum)
    elif plan.kind is PollKind.ELECTION:
        result = replace(result, items=tuple(_ranked(item, items, plan.seats) for item in items))
    return _with_seats(result, plan.seats) if plan.kind is PollKind.ELECTION else result


def _require_hands(plan: PollPlan, headcount: Headcount, by_hand: HandCount | None) -> None:
    """Refuse a count by hand that does not add up, or of more people than have not voted."""
    if by_hand is None:
        return
    able = headcount.present - headcount.voted if plan.mode is Mode.MEETING else 0
    if by_hand.checked(plan).ballots > able:
        raise ValueError(f"more were counted by hand than could be: {headcount}")


def _quorum_line(plan: PollPlan, headcount: Headcount) -> QuorumLine:
    needed = votes_needed(plan.rules.quorum.share, headcount.entitled)
    return QuorumLine(_taking_part(plan, headcount), headcount.entitled, needed)


def _taking_part(plan: PollPlan, headcount: Headcount) -> int:
    """Return who took part: with a conflict only at a meeting; by correspondence only by voting."""
    recused = 0 if plan.mode is Mode.CORRESPONDENCE else headcount.recused
    return headcount.present + recused


def _item(
    plan: PollPlan,
    headcount: Headcount,
    cast: Sequence[Ballot],
    by_hand: HandCount | None,
    candidate: CandidateId | None,
) -> Item:
    said = Counter(ballot.says(candidate) for ballot in cast)
    said.update(by_hand.said(candidate) if by_hand else {})
    voted = len(cast) + (by_hand.ballots if by_hand else 0)
    not_voting = headcount.entitled - headcount.recused - voted
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
    """Return a candidate's item with its outcome: equal votes have equal outcomes."""
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
    """What the rules mean for this many voters, shown before the poll is opened.

    `votes` are needed when all take part and nobody abstains, `votes_at_quorum` when only as many
    as the quorum do.
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
