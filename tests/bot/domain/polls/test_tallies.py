"""The count: examples of each rule, and what is said before a poll is opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls.ballots import AdmissionBallot, Ballot, ElectionBallot
from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Base, Share
from bot.domain.polls.plans import CandidateId, Mode, PollPlan
from bot.domain.polls.refusals import BallotInvalid, TooManyApprovals
from bot.domain.polls.tallies import (
    Counts,
    Explanation,
    MajorityLine,
    Outcome,
    QuorumLine,
    Result,
    Tie,
    explain,
    tally,
)
from tests.polling import (
    ABSTAIN,
    AGAINST,
    ALL,
    FOR,
    SHARES,
    THIRD,
    TWO_THIRDS,
    a_motion,
    against_all,
    an_admission,
    an_election,
    an_electorate,
    approvals,
    count,
    rules,
    spread,
    voters,
    votes,
)

ONE = CandidateId(1)
shares = st.sampled_from(SHARES)


def outcomes(result: Result) -> str:
    """The outcomes in the order of the candidates: e(lected), t(ied), n(ot), b(elow)."""
    return "".join(item.outcome[0] for item in result.items)


# --- motions: examples ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "base", "cast", "adopted"),
    [
        (TWO_THIRDS, Base.PARTICIPANTS, votes(6, 3), True),
        (TWO_THIRDS, Base.PARTICIPANTS, votes(5, 3, 1), False),
        (TWO_THIRDS, Base.CAST, votes(4, 2, 3), True),
        (TWO_THIRDS, Base.CAST, votes(4, 3, 2), False),
        (TWO_THIRDS, Base.ENTITLED, votes(6), True),
        (TWO_THIRDS, Base.ENTITLED, votes(5), False),
        (MORE_THAN_HALF, Base.PARTICIPANTS, votes(3, 2), True),
        (MORE_THAN_HALF, Base.PARTICIPANTS, votes(3, 3), False),
        (MORE_THAN_HALF, Base.PARTICIPANTS, votes(3, 2, 1), False),
        (AT_LEAST_HALF, Base.PARTICIPANTS, votes(3, 3), True),
        (MORE_THAN_HALF, Base.CAST, votes(1, 0, 8), True),
        (MORE_THAN_HALF, Base.CAST, votes(2, 2, 5), False),
        (ALL, Base.PARTICIPANTS, votes(9), True),
        (ALL, Base.PARTICIPANTS, votes(8, 0, 1), False),
    ],
)
def test_nine_vote_by_a_rule(share: Share, base: Base, cast: list[Ballot], adopted: bool) -> None:
    (item,) = count(a_motion(rules=rules(share, base)), cast).items

    assert item.outcome is (Outcome.ADOPTED if adopted else Outcome.REJECTED)


def test_each_line_of_the_reckoning_is_shown() -> None:
    result = count(a_motion(rules=rules(TWO_THIRDS)), votes(4, 1, 1), recused=1)

    assert (result.quorum, result.quorum.holds) == (QuorumLine(7, 9, 5), True)
    assert (result.ballots, result.recused) == (6, 1)
    (item,) = result.items
    assert item.candidate is None
    assert item.counts == Counts(in_favour=4, against=1, abstained=1, not_voting=2)
    assert (item.majority, item.majority.holds) == (MajorityLine(4, 5, 7), False)
    assert (result.tie, result.vacant) == (None, 0)


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("share", SHARES)
def test_when_all_abstain_nothing_is_adopted(share: Share, base: Base) -> None:
    (item,) = count(a_motion(rules=rules(share, base)), votes(0, 0, 9)).items

    assert item.outcome is Outcome.REJECTED


@pytest.mark.parametrize("quorum", SHARES)
@pytest.mark.parametrize("entitled", [0, 1, 9, 200])
def test_when_nobody_is_present_there_is_no_quorum(quorum: Share, entitled: int) -> None:
    result = count(a_motion(rules=rules(quorum=quorum)), [], entitled)

    assert not result.quorum.holds
    assert result.items[0].outcome is Outcome.NO_QUORUM


@pytest.mark.parametrize(
    ("quorum", "entitled", "present", "holds"),
    [
        (MORE_THAN_HALF, 9, 5, True),
        (MORE_THAN_HALF, 9, 4, False),
        (MORE_THAN_HALF, 10, 5, False),
        (MORE_THAN_HALF, 120, 60, False),
        (MORE_THAN_HALF, 120, 61, True),
        (AT_LEAST_HALF, 10, 5, True),
        (AT_LEAST_HALF, 9, 4, False),
        (TWO_THIRDS, 9, 6, True),
        (TWO_THIRDS, 9, 5, False),
    ],
)
def test_the_quorum_is_of_all_entitled(
    quorum: Share, entitled: int, present: int, holds: bool
) -> None:
    result = count(a_motion(rules=rules(quorum=quorum)), votes(present), entitled)

    assert result.quorum.holds == holds
    assert (result.items[0].outcome is Outcome.NO_QUORUM) == (not holds)


def test_without_a_quorum_the_counts_are_kept_for_the_minutes() -> None:
    (item,) = count(a_motion(), votes(4)).items

    assert item.counts == Counts(4, 0, 0, 5)
    assert item.majority.holds


# --- who takes part -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "lowers", "expected"),
    [
        (Base.PARTICIPANTS, False, MajorityLine(4, 5, 8)),
        (Base.PARTICIPANTS, True, MajorityLine(4, 4, 7)),
        (Base.ENTITLED, False, MajorityLine(4, 5, 9)),
        (Base.ENTITLED, True, MajorityLine(4, 5, 8)),
        (Base.CAST, False, MajorityLine(4, 4, 6)),
        (Base.CAST, True, MajorityLine(4, 4, 6)),
    ],
)
def test_a_recusal_lowers_the_base_only_if_the_rules_say_so(
    base: Base, lowers: bool, expected: MajorityLine
) -> None:
    """Of nine one declares a conflict, one stays away, seven vote."""
    plan = a_motion(rules=rules(base=base, lowers=lowers))

    result = count(plan, votes(4, 2, 1), recused=1)

    assert result.items[0].majority == expected


@pytest.mark.parametrize("lowers", [True, False])
def test_who_declared_a_conflict_is_at_the_meeting_and_the_quorum_is_of_all(lowers: bool) -> None:
    plan = a_motion(rules=rules(lowers=lowers))

    assert count(plan, votes(4), recused=1).quorum == QuorumLine(5, 9, 5)


@pytest.mark.parametrize("lowers", [True, False])
def test_by_correspondence_only_those_who_sent_a_ballot_take_part(lowers: bool) -> None:
    plan = a_motion(mode=Mode.CORRESPONDENCE, rules=rules(lowers=lowers))

    result = count(plan, votes(3, 2), recused=1)

    assert result.quorum == QuorumLine(5, 9, 5)
    assert result.items[0].majority == MajorityLine(3, 3, 5)


def test_who_is_registered_and_silent_makes_the_quorum_and_counts_against() -> None:
    plan = a_motion(mode=Mode.MEETING)

    result = count(plan, votes(3), silent=3)

    assert result.quorum == QuorumLine(6, 9, 5)
    assert result.items[0].majority == MajorityLine(3, 4, 6)
    assert result.items[0].counts.not_voting == 6
    assert result.items[0].outcome is Outcome.REJECTED


def test_when_all_declare_a_conflict_nothing_is_adopted() -> None:
    for base in Base:
        plan = a_motion(rules=rules(AT_LEAST_HALF, base, lowers=True))
        assert count(plan, [], recused=9).items[0].outcome is Outcome.REJECTED


def test_the_roll_and_the_ballots_agree_or_nothing_is_counted() -> None:
    headcount = an_electorate().headcount(voters(1, 2, 3))

    for ballots in votes(2), votes(4):
        with pytest.raises(ValueError, match="do not agree"):
            tally(a_motion(), headcount, ballots)


def test_nobody_is_present_by_correspondence_without_a_ballot() -> None:
    with pytest.raises(ValueError, match="do not agree"):
        count(a_motion(mode=Mode.CORRESPONDENCE), votes(5), silent=1)


@pytest.mark.parametrize(
    ("plan", "ballot", "refusal"),
    [
        (a_motion(), ElectionBallot(against_all=True), BallotInvalid),
        (an_election(7, 2), approvals(1, 2, 3)[0], TooManyApprovals),
    ],
)
def test_an_invalid_ballot_is_refused_not_dropped(
    plan: PollPlan, ballot: Ballot, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        count(plan, [ballot])


# --- admissions and elections: examples -----------------------------------------------------------


def test_each_candidate_for_admission_is_decided_by_itself() -> None:
    said = [(FOR, AGAINST), (FOR, FOR), (FOR, ABSTAIN), (AGAINST, FOR), (FOR, AGAINST)]
    ballots = [AdmissionBallot({ONE: one, CandidateId(2): two}) for one, two in said]

    result = count(an_admission(2), ballots)

    assert [item.candidate for item in result.items] == [1, 2]
    assert [item.counts for item in result.items] == [Counts(4, 1, 0, 4), Counts(2, 2, 1, 4)]
    assert [item.outcome for item in result.items] == [Outcome.ADOPTED, Outcome.REJECTED]
    assert (result.tie, result.vacant) == (None, 0)


@pytest.mark.parametrize(
    ("got", "seats", "share", "expected", "tie", "vacant"),
    [
        ([9, 8, 7], 2, MORE_THAN_HALF, "een", None, 0),
        ([7, 8, 9], 2, MORE_THAN_HALF, "nee", None, 0),
        ([10, 7, 7], 2, MORE_THAN_HALF, "ett", Tie((CandidateId(2), CandidateId(3)), 1), 0),
        ([7, 10, 7], 2, MORE_THAN_HALF, "tet", Tie((ONE, CandidateId(3)), 1), 0),
        ([8, 8, 8], 2, MORE_THAN_HALF, "ttt", Tie((ONE, CandidateId(2), CandidateId(3)), 2), 0),
        ([7, 7, 7], 3, MORE_THAN_HALF, "eee", None, 0),
        ([7, 7, 5, 5], 2, THIRD, "eenn", None, 0),
        ([9, 5, 5, 4], 2, THIRD, "ettn", Tie((CandidateId(2), CandidateId(3)), 1), 0),
        ([9, 5, 5, 3], 2, THIRD, "ettb", Tie((CandidateId(2), CandidateId(3)), 1), 0),
        ([4, 4], 1, THIRD, "tt", Tie((ONE, CandidateId(2)), 1), 0),
        ([9, 7, 4], 3, MORE_THAN_HALF, "eeb", None, 1),
        ([9, 6, 6], 3, MORE_THAN_HALF, "ebb", None, 2),
        ([6, 6, 6], 2, MORE_THAN_HALF, "bbb", None, 2),
        ([6, 6, 6], 2, AT_LEAST_HALF, "ttt", Tie((ONE, CandidateId(2), CandidateId(3)), 2), 0),
        ([0, 12], 2, MORE_THAN_HALF, "be", None, 1),
        ([12], 3, MORE_THAN_HALF, "e", None, 2),
        ([0, 0], 1, THIRD, "bb", None, 1),
    ],
)
def test_the_most_approvals_win_and_a_tie_on_the_last_seats_stays_a_tie(
    got: list[int], seats: int, share: Share, expected: str, tie: Tie | None, vacant: int
) -> None:
    """Twelve vote: more than half are 7, at least a third 4."""
    plan = an_election(len(got), seats, rules=rules(share))

    result = count(plan, spread(got, 12), 12)

    assert [item.counts.in_favour for item in result.items] == got
    assert (outcomes(result), result.tie, result.vacant) == (expected, tie, vacant)


def test_the_counts_of_an_election_tell_against_all_from_those_for_others() -> None:
    ballots = approvals(1, 2, times=3) + approvals(2, times=2) + against_all(2)

    result = count(an_election(2, 2, rules=rules(base=Base.CAST)), ballots)

    assert [item.counts for item in result.items] == [Counts(3, 2, 2, 2), Counts(5, 2, 0, 2)]
    assert [item.majority for item in result.items] == [
        MajorityLine(3, 4, 7),
        MajorityLine(5, 4, 7),
    ]
    assert outcomes(result) == "be"


def test_an_election_without_a_quorum_elects_nobody_and_shows_no_tie() -> None:
    result = count(an_election(2, 1), approvals(1, times=2) + approvals(2, times=2))

    assert {item.outcome for item in result.items} == {Outcome.NO_QUORUM}
    assert (result.tie, result.vacant) == (None, 1)


def test_five_of_seven_are_elected_among_120_organisations() -> None:
    ballots = approvals(1, 2, 3, 4, 5, times=50) + approvals(3, 4, 5, 6, 7, times=21)

    result = count(an_election(7, 5, rules=rules(TWO_THIRDS)), ballots, 120)

    assert result.quorum == QuorumLine(71, 120, 61)
    assert outcomes(result) == "eeeeebb"
    assert result.items[0].majority == MajorityLine(50, 48, 71)


# --- the preview ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("share", "base", "expected"),
    [
        (MORE_THAN_HALF, Base.PARTICIPANTS, Explanation(9, 5, 5, 3, Base.PARTICIPANTS, False)),
        (TWO_THIRDS, Base.PARTICIPANTS, Explanation(9, 5, 6, 4, Base.PARTICIPANTS, False)),
        (TWO_THIRDS, Base.CAST, Explanation(9, 5, 6, 4, Base.CAST, False)),
        (TWO_THIRDS, Base.ENTITLED, Explanation(9, 5, 6, 6, Base.ENTITLED, False)),
    ],
)
def test_the_preview_says_what_the_rules_come_to(
    share: Share, base: Base, expected: Explanation
) -> None:
    assert explain(rules(share, base), 9) == expected


def test_the_preview_says_whether_a_recusal_lowers_the_base() -> None:
    for lowers in (True, False):
        assert explain(rules(lowers=lowers), 9).recusal_lowers_base is lowers


@given(shares, shares, st.sampled_from(Base), st.integers(1, 200))
def test_the_preview_keeps_its_word(
    majority: Share, quorum: Share, base: Base, entitled: int
) -> None:
    """With the votes it names a motion is adopted, with one fewer it is not."""
    by = rules(majority, base, quorum=quorum)
    preview = explain(by, entitled)

    def outcome(in_favour: int, against: int) -> Outcome:
        return count(a_motion(rules=by), votes(in_favour, against), entitled).items[0].outcome

    assert outcome(preview.votes, entitled - preview.votes) is Outcome.ADOPTED
    fewer = preview.votes - 1
    assert outcome(fewer, entitled - fewer) is not Outcome.ADOPTED
    assert outcome(0, preview.quorum) is Outcome.REJECTED
    if preview.quorum:
        assert outcome(0, preview.quorum - 1) is Outcome.NO_QUORUM
    at_quorum = preview.votes_at_quorum
    assert outcome(at_quorum, max(0, preview.quorum - at_quorum)) is Outcome.ADOPTED
