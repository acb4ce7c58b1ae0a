"""What is a ballot of a poll, what is not, and that each has one written form."""

from datetime import timedelta
from typing import TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.people.members import MemberId
from bot.domain.polls.ballots import (
    AdmissionBallot,
    Ballot,
    Choice,
    ElectionBallot,
    MotionBallot,
    Named,
    checked_ballot,
    order_without_update,
    read_ballot,
)
from bot.domain.polls.plans import CandidateId, PollPlan
from bot.domain.polls.refusals import BallotIncomplete, BallotInvalid, TooManyApprovals
from bot.domain.refusals import Refusal
from tests.polling import NOW, a_motion, an_admission, an_election

FOR, AGAINST, ABSTAIN = Choice
MOTION, ADMISSION, ELECTION = a_motion(), an_admission(2), an_election(7, 5)
Cast: TypeAlias = tuple[PollPlan, Ballot]


def admission(**choices: Choice) -> AdmissionBallot:
    """A ballot on candidates, given as `c1=FOR`."""
    return AdmissionBallot({CandidateId(int(key[1:])): said for key, said in choices.items()})


def approving(*numbers: int) -> ElectionBallot:
    return ElectionBallot(frozenset(map(CandidateId, numbers)))


@st.composite
def cast(draw: st.DrawFn) -> Cast:
    """A poll and a ballot that is one of it."""
    plan = draw(st.sampled_from([MOTION, ADMISSION, ELECTION]))
    if plan is MOTION:
        return plan, MotionBallot(draw(st.sampled_from(Choice)))
    ids = [candidate.id for candidate in plan.candidates]
    if plan is ADMISSION:
        shuffled = draw(st.permutations(ids))
        return plan, AdmissionBallot({id_: draw(st.sampled_from(Choice)) for id_ in shuffled})
    approved = draw(st.frozensets(st.sampled_from(ids), max_size=5))
    return plan, ElectionBallot(approved, against_all=not approved)


@pytest.mark.parametrize(
    ("plan", "ballot", "text"),
    [
        (MOTION, MotionBallot(FOR), "for"),
        (MOTION, MotionBallot(ABSTAIN), "abstain"),
        (ADMISSION, admission(c2=AGAINST, c1=FOR), "1:for,2:against"),
        (ELECTION, approving(7, 3), "3,7"),
        (ELECTION, approving(1, 2, 3, 4, 5), "1,2,3,4,5"),
        (ELECTION, ElectionBallot(against_all=True), "against_all"),
        (an_election(12, 2), approving(10, 9), "9,10"),
    ],
)
def test_a_ballot_has_one_written_form(plan: PollPlan, ballot: Ballot, text: str) -> None:
    assert str(ballot) == text
    assert read_ballot(plan, text) == ballot


@given(cast())
def test_a_ballot_is_read_back_as_it_was_written(cast: Cast) -> None:
    plan, ballot = cast

    assert checked_ballot(plan, ballot) == ballot
    assert read_ballot(plan, str(ballot)) == ballot


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        (MOTION, ""),
        (MOTION, "FOR"),
        (MOTION, "for "),
        (MOTION, "against_all"),
        (MOTION, "1:for"),
        (ADMISSION, "for"),
        (ADMISSION, "against_all"),
        (ADMISSION, "2:for,1:for"),
        (ADMISSION, "1:for,2:for,2:against"),
        (ADMISSION, "1:for,2:for,3:for"),
        (ADMISSION, "1:for,2:yes"),
        (ADMISSION, "1:for, 2:for"),
        (ADMISSION, "1:for,2:for,"),
        (ADMISSION, "1:for,2"),
        (ELECTION, "for"),
        (ELECTION, "7,3"),
        (ELECTION, "3,3"),
        (ELECTION, "03"),
        (ELECTION, "+3"),
        (ELECTION, "\u0663"),
        (ELECTION, "8"),
        (ELECTION, "-1"),
        (ELECTION, "0"),
        (ELECTION, "3,against_all"),
        (ELECTION, "9" * 5000),
    ],
)
def test_a_malformed_or_forged_choice_is_refused(plan: PollPlan, text: str) -> None:
    with pytest.raises(BallotInvalid):
        read_ballot(plan, text)


@given(st.sampled_from([MOTION, ADMISSION, ELECTION]), st.text("0123456789,:adfgilnorst_ "))
@example(ELECTION, "1,2,3,4,5,6")
def test_whatever_is_not_refused_is_a_ballot_in_its_one_form(plan: PollPlan, text: str) -> None:
    try:
        ballot = read_ballot(plan, text)
    except (BallotInvalid, BallotIncomplete, TooManyApprovals):
        return

    assert str(ballot) == text
    assert checked_ballot(plan, ballot) == ballot


@pytest.mark.parametrize(
    ("plan", "ballot", "refusal"),
    [
        (MOTION, approving(1), BallotInvalid),
        (MOTION, admission(c1=FOR, c2=FOR), BallotInvalid),
        (ADMISSION, MotionBallot(FOR), BallotInvalid),
        (ADMISSION, approving(1), BallotInvalid),
        (ELECTION, MotionBallot(AGAINST), BallotInvalid),
        (ELECTION, admission(c1=FOR, c2=FOR), BallotInvalid),
        (ADMISSION, admission(c1=FOR), BallotIncomplete),
        (ADMISSION, AdmissionBallot({}), BallotIncomplete),
        (ADMISSION, admission(c1=FOR, c3=FOR), BallotInvalid),
        (ELECTION, approving(), BallotIncomplete),
        (ELECTION, approving(1, 8), BallotInvalid),
        (ELECTION, approving(1, 2, 3, 4, 5, 6), TooManyApprovals),
        (ELECTION, ElectionBallot(frozenset({CandidateId(1)}), against_all=True), BallotInvalid),
    ],
)
def test_a_ballot_of_another_poll_with_gaps_or_too_much_is_refused(
    plan: PollPlan, ballot: Ballot, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        checked_ballot(plan, ballot)


@pytest.mark.parametrize(("plan", "text"), [(ADMISSION, ""), (ADMISSION, "1:for"), (ELECTION, "")])
def test_a_ballot_read_with_gaps_is_refused_as_such(plan: PollPlan, text: str) -> None:
    with pytest.raises(BallotIncomplete):
        read_ballot(plan, text)


def test_approvals_are_capped_at_the_seats_and_the_cap_is_told() -> None:
    with pytest.raises(TooManyApprovals) as refused:
        read_ballot(ELECTION, "1,2,3,4,5,6")
    assert refused.value.most == 5


def test_a_ballot_says_on_each_item_what_the_voter_chose() -> None:
    one, two = CandidateId(1), CandidateId(2)

    assert MotionBallot(AGAINST).says(None) is AGAINST
    assert admission(c1=FOR, c2=ABSTAIN).says(two) is ABSTAIN
    assert approving(1).says(one) is FOR
    assert approving(1).says(two) is ABSTAIN
    assert ElectionBallot(against_all=True).says(two) is AGAINST


@pytest.mark.parametrize("ballot", [admission(c1=FOR), approving(1)])
def test_a_ballot_on_candidates_says_nothing_on_a_motion(ballot: Ballot) -> None:
    with pytest.raises(ValueError, match="no candidates"):
        ballot.says(None)


@pytest.mark.parametrize(
    ("order", "later", "overtaken"),
    [
        (7, timedelta(), True),
        (7, timedelta(minutes=10), True),
        (7, timedelta(hours=24), True),  # so long Telegram keeps an update that was not fetched
        (7, timedelta(days=7), False),  # the ids may have begun again
        (8, timedelta(), True),  # it is the same one once more
        (8, timedelta(days=7), False),
        (9, timedelta(), False),
    ],
)
def test_an_update_is_overtaken_by_a_later_one_as_long_as_telegram_may_bring_it(
    order: int, later: timedelta, overtaken: bool
) -> None:
    before = Named(MotionBallot(Choice.FOR), MemberId(1), NOW, order=8)
    after = Named(MotionBallot(Choice.AGAINST), MemberId(1), NOW + later, order=order)

    assert after.overtaken_by(before) == overtaken


@pytest.mark.parametrize(
    ("later", "order"),
    [
        (timedelta(), 8),
        (timedelta(hours=24), 8),
        (timedelta(days=7), 0),  # the ids may have begun again: what is tapped next may be low
    ],
)
def test_a_ballot_that_came_with_no_update_takes_the_place_of_the_one_it_replaces(
    later: timedelta, order: int
) -> None:
    before = Named(MotionBallot(Choice.FOR), MemberId(1), NOW, order=8)

    assert order_without_update(before, NOW + later) == order
    assert order_without_update(None, NOW + later) == 0
