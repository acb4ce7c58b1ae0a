"""The count of up to 200 voters, against an oracle that reckons with fractions."""

import itertools
import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.polls.ballots import AdmissionBallot, Ballot, ElectionBallot
from bot.domain.polls.electorates import Headcount
from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Base, Share
from bot.domain.polls.plans import CandidateId, Mode, PollPlan
from bot.domain.polls.tallies import Outcome, Result, tally
from tests.polling import (
    SHARES,
    THIRD,
    a_motion,
    an_admission,
    an_election,
    approvals,
    count,
    rules,
    satisfies,
    spread,
    votes,
)

ONE = CandidateId(1)
shares = st.sampled_from(SHARES)


# --- motions --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fates:
    """What each of N voters does; nobody does two things."""

    in_favour: int
    against: int
    abstained: int
    silent: int
    recused: int
    absent: int

    @property
    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained

    @property
    def entitled(self) -> int:
        return self.cast + self.silent + self.recused + self.absent

    @property
    def headcount(self) -> Headcount:
        return Headcount(self.entitled, self.recused, self.cast, self.cast + self.silent)


@st.composite
def fates(draw: st.DrawFn, mode: Mode) -> Fates:
    """1 to 200 voters, cut into six groups; by correspondence nobody is there in silence."""
    entitled = draw(st.integers(1, 200))
    cuts = sorted(draw(st.lists(st.integers(0, entitled), min_size=5, max_size=5)))
    parts = [b - a for a, b in zip([0, *cuts], [*cuts, entitled], strict=True)]
    made = Fates(*draw(st.permutations(parts)))
    if mode is Mode.CORRESPONDENCE:
        made = replace(made, silent=0, absent=made.absent + made.silent)
    return made


@st.composite
def plans(draw: st.DrawFn) -> PollPlan:
    by = rules(
        draw(shares), draw(st.sampled_from(Base)), quorum=draw(shares), lowers=draw(st.booleans())
    )
    return a_motion(rules=by, mode=draw(st.sampled_from(Mode)))


def expected_motion(plan: PollPlan, people: Fates) -> Outcome:
    by_post = plan.mode is Mode.CORRESPONDENCE
    present = people.entitled - people.absent - (people.recused if by_post else 0)
    if not satisfies(present, plan.rules.quorum.share, people.entitled):
        return Outcome.NO_QUORUM
    leave = plan.rules.recusal.lowers_base
    base = {
        Base.CAST: people.in_favour + people.against,
        Base.ENTITLED: people.entitled - (people.recused if leave else 0),
        Base.PARTICIPANTS: people.cast
        + people.silent
        + (0 if leave or by_post else people.recused),
    }[plan.rules.majority.base]
    adopted = satisfies(people.in_favour, plan.rules.majority.share, base)
    return Outcome.ADOPTED if adopted else Outcome.REJECTED


def count_fates(plan: PollPlan, people: Fates) -> Result:
    ballots = votes(people.in_favour, people.against, people.abstained)
    return tally(plan, people.headcount, ballots)


@given(plans(), st.data())
def test_every_motion_comes_out_as_the_oracle_says(plan: PollPlan, data: st.DataObject) -> None:
    people = data.draw(fates(plan.mode))

    (item,) = count_fates(plan, people).items

    assert item.outcome is expected_motion(plan, people)


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("share", SHARES)
def test_every_split_of_few_voters_comes_out_as_the_oracle_says(share: Share, base: Base) -> None:
    """Up to nine voters: for, against, abstaining, recused or away."""
    few = range(4)
    for mode in (Mode.REMOTE, Mode.CORRESPONDENCE):
        for lowers in (True, False):
            plan = a_motion(mode=mode, rules=rules(share, base, lowers=lowers))
            for people in (
                Fates(a, b, c, 0, d, e)
                for a in few
                for b in few
                for c in few
                for d in (0, 1)
                for e in (0, 2)
            ):
                got = count_fates(plan, people).items[0].outcome
                assert got is expected_motion(plan, people), (plan.rules, people)


@given(plans(), st.data())
def test_all_the_entitled_are_accounted_for(plan: PollPlan, data: st.DataObject) -> None:
    people = data.draw(fates(plan.mode))

    result = count_fates(plan, people)

    counts = result.items[0].counts
    assert counts.in_favour + counts.against + counts.abstained == result.ballots == people.cast
    assert result.ballots + counts.not_voting + result.recused == people.entitled


@given(plans(), st.data())
def test_one_vote_more_for_never_makes_an_adopted_motion_fail(
    plan: PollPlan, data: st.DataObject
) -> None:
    """Whether it comes from somebody who was away, silent, abstaining or against."""
    people = data.draw(fates(plan.mode))
    source = data.draw(st.sampled_from(["absent", "silent", "abstained", "against"]))
    assume(getattr(people, source))
    more = replace(people, in_favour=people.in_favour + 1, **{source: getattr(people, source) - 1})

    before, after = (count_fates(plan, one).items[0].outcome for one in (people, more))

    assert after is Outcome.ADOPTED or before is not Outcome.ADOPTED


@given(plans(), st.data())
def test_a_motion_and_an_admission_of_one_come_out_alike(
    plan: PollPlan, data: st.DataObject
) -> None:
    people = data.draw(fates(plan.mode))
    single = an_admission(rules=plan.rules, mode=plan.mode)
    ballots = [
        AdmissionBallot({ONE: ballot.says(None)})
        for ballot in votes(people.in_favour, people.against, people.abstained)
    ]

    (admission,) = tally(single, people.headcount, ballots).items
    (motion,) = count_fates(plan, people).items

    assert replace(admission, candidate=None) == motion


# --- elections ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Vote:
    """An election as it was cast; `others` had a ballot and did not use it."""

    plan: PollPlan
    ballots: tuple[Ballot, ...]
    others: int

    @property
    def result(self) -> Result:
        return count(self.plan, self.ballots, len(self.ballots) + self.others)


@st.composite
def elections(draw: st.DrawFn) -> Vote:
    """Up to eight candidates on few levels of approval, so that ties come up, among up to 200."""
    voters = draw(st.integers(1, 100))
    some = st.integers(voters // 3, voters) | st.integers(0, voters)
    levels = st.sampled_from(draw(st.lists(some, min_size=2, max_size=3)))
    got = draw(st.lists(levels, min_size=2, max_size=8))
    fewest = max(1, -(-sum(got) // voters))
    by = rules(draw(st.just(THIRD) | shares), draw(st.sampled_from(Base)), quorum=draw(shares))
    plan = an_election(len(got), draw(st.integers(fewest, len(got))), rules=by)
    others = draw(st.integers(0, voters // 3) | st.integers(0, voters))
    return Vote(plan, tuple(spread(got, voters)), others)


def expected_election(vote: Vote) -> tuple[set[CandidateId], set[CandidateId], int]:
    """Who is elected, who is tied for how many seats: seats are filled from the top down."""
    entitled = len(vote.ballots) + vote.others
    if not satisfies(len(vote.ballots), vote.plan.rules.quorum.share, entitled):
        return set(), set(), 0
    base = entitled if vote.plan.rules.majority.base is Base.ENTITLED else len(vote.ballots)
    got = {
        one.id: sum(isinstance(b, ElectionBallot) and one.id in b.approved for b in vote.ballots)
        for one in vote.plan.candidates
    }
    share = vote.plan.rules.majority.share
    standing = {id_: n for id_, n in got.items() if satisfies(n, share, base)}
    elected: set[CandidateId] = set()
    while standing and len(elected) < vote.plan.seats:
        best = {id_ for id_, n in standing.items() if n == max(standing.values())}
        if len(best) > vote.plan.seats - len(elected):
            return elected, best, vote.plan.seats - len(elected)
        elected |= best
        standing = {id_: n for id_, n in standing.items() if id_ not in best}
    return elected, set(), 0


def elected(result: Result) -> set[CandidateId | None]:
    return {item.candidate for item in result.items if item.outcome is Outcome.ELECTED}


@given(elections())
def test_every_election_comes_out_as_the_oracle_says(vote: Vote) -> None:
    result = vote.result
    winners, tied, left = expected_election(vote)

    assert elected(result) == winners
    assert (
        (set(result.tie.candidates), result.tie.seats) == (tied, left) if result.tie else not tied
    )
    assert {i.candidate for i in result.items if i.outcome is Outcome.TIED} == tied


@pytest.mark.parametrize("share", [MORE_THAN_HALF, AT_LEAST_HALF, THIRD])
@pytest.mark.parametrize("seats", [1, 2, 3])
def test_every_split_of_six_voters_comes_out_as_the_oracle_says(share: Share, seats: int) -> None:
    for got in itertools.product(range(7), repeat=3):
        if sum(got) > 6 * seats:
            continue
        vote = Vote(an_election(3, seats, rules=rules(share)), tuple(spread(got, 6)), others=0)
        result = vote.result
        tied = set(result.tie.candidates) if result.tie else set()
        left = result.tie.seats if result.tie else 0
        assert (elected(result), tied, left) == expected_election(vote), got


@given(elections())
def test_no_more_are_elected_than_there_are_seats_and_each_seat_is_accounted_for(
    vote: Vote,
) -> None:
    result = vote.result

    tied_seats = result.tie.seats if result.tie else 0
    assert len(elected(result)) + tied_seats + result.vacant == vote.plan.seats
    assert result.vacant >= 0


@given(elections())
def test_no_tie_is_resolved_silently(vote: Vote) -> None:
    """Candidates with as many votes as each other share one outcome."""
    result = vote.result

    by_votes: dict[int, set[Outcome]] = {}
    for item in result.items:
        by_votes.setdefault(item.counts.in_favour, set()).add(item.outcome)
    assert all(len(outcomes) == 1 for outcomes in by_votes.values())
    if result.tie:
        assert 0 < result.tie.seats < len(result.tie.candidates)


@given(elections())
def test_the_ballots_on_each_candidate_make_all_the_ballots(vote: Vote) -> None:
    for item in vote.result.items:
        counts = item.counts
        assert counts.in_favour + counts.against + counts.abstained == len(vote.ballots)
        assert counts.not_voting == vote.others


@given(elections())
def test_one_approval_more_never_costs_a_candidate_the_seat(vote: Vote) -> None:
    """One who stayed away comes after all, and approves one of those who were elected."""
    without = replace(vote, others=vote.others + 1)
    for winner in elected(without.result):
        more = replace(vote, ballots=(*vote.ballots, *approvals(winner or 0)))
        assert winner in elected(more.result)


@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_makes_no_difference(vote: Vote, chance: random.Random) -> None:
    shuffled = list(vote.ballots)
    chance.shuffle(shuffled)

    assert replace(vote, ballots=tuple(shuffled)).result == vote.result
