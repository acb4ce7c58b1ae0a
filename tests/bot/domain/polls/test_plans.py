"""What may be put to the vote, and what is refused before anybody votes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.polls.majorities import Recusal
from bot.domain.polls.plans import Candidate, CandidateId, Mode, PollPlan, Secrecy
from bot.domain.polls.refusals import (
    CandidateNameMissing,
    CandidateNameTooLong,
    CandidateRepeated,
    CandidatesMissing,
    CandidatesNotExpected,
    ClauseMissing,
    ClosingOutOfRange,
    CorrespondenceForbidden,
    QuestionMissing,
    QuestionTooLong,
    SeatsOutOfRange,
    SecretCannotBeLive,
    TooManyCandidates,
)
from bot.domain.refusals import Refusal
from tests.polling import INSTANT, NOW, RULES, a_motion, an_admission, an_election, candidates

MINUTE = timedelta(minutes=1)
BY_POST = Mode.CORRESPONDENCE
TWICE = (*candidates(2), *candidates(1))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"question": " \n\u200b"}, QuestionMissing),
        ({"question": "я" * 1001}, QuestionTooLong),
        ({"closes_at": NOW}, ClosingOutOfRange),
        ({"closes_at": NOW + MINUTE - INSTANT}, ClosingOutOfRange),
        ({"closes_at": NOW + timedelta(days=90) + INSTANT}, ClosingOutOfRange),
        ({"opens_at": NOW + timedelta(days=3)}, ClosingOutOfRange),
        ({"opens_at": NOW - timedelta(days=3), "closes_at": NOW}, ClosingOutOfRange),
        ({"rules": replace(RULES, recusal=Recusal(lowers_base=False, clause=""))}, ClauseMissing),
        ({"candidates": candidates(1)}, CandidatesNotExpected),
        ({"seats": 2}, SeatsOutOfRange),
        ({"live": True, "secrecy": Secrecy.SECRET}, SecretCannotBeLive),
    ],
)
def test_a_motion_that_breaks_a_rule_is_refused(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        a_motion(**changes).checked(NOW)


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (an_admission(0), CandidatesMissing),
        (an_election(0), CandidatesMissing),
        (an_admission(51), TooManyCandidates),
        (an_admission(2, seats=2), SeatsOutOfRange),
        (an_admission(seats=0), SeatsOutOfRange),
        (an_election(seats=0), SeatsOutOfRange),
        (an_election(seats=51), SeatsOutOfRange),
        (replace(an_election(), candidates=TWICE), CandidateRepeated),
        (
            replace(an_election(), candidates=(Candidate(CandidateId(1), " "),)),
            CandidateNameMissing,
        ),
        (
            replace(an_election(), candidates=(Candidate(CandidateId(1), "я" * 201),)),
            CandidateNameTooLong,
        ),
    ],
)
def test_candidates_and_seats_that_break_a_rule_are_refused(
    plan: PollPlan, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        plan.checked(NOW)


@pytest.mark.parametrize(
    "plan",
    [
        a_motion(question="я" * 1000, closes_at=NOW + MINUTE),
        a_motion(opens_at=NOW + MINUTE, closes_at=NOW + MINUTE + timedelta(days=90)),
        a_motion(live=True),
        an_admission(50),
        an_election(50, 50),
        an_election(1, 1),
    ],
)
def test_the_extremes_that_are_allowed_pass_unchanged(plan: PollPlan) -> None:
    assert plan.checked(NOW) == plan


def test_more_seats_than_candidates_may_be_put_to_the_vote() -> None:
    assert an_election(3, 5).checked(NOW).seats == 5


def test_texts_are_made_fit_to_be_shown() -> None:
    plan = an_admission(question="  Принять\nв члены \u202e")
    plan = replace(plan, candidates=(Candidate(CandidateId(1), " АНО\n«Луч» "),)).checked(NOW)

    assert plan.question == "Принять\nв члены"
    assert plan.candidates[0].name == "АНО «Луч»"


@pytest.mark.parametrize(
    "plan", [an_election(mode=BY_POST), a_motion(mode=BY_POST, exclusive=True)]
)
def test_the_highest_bodys_own_matters_are_not_decided_by_correspondence(plan: PollPlan) -> None:
    with pytest.raises(CorrespondenceForbidden):
        plan.checked(NOW)


@pytest.mark.parametrize(
    "plan", [an_election(mode=BY_POST), a_motion(mode=BY_POST, exclusive=True)]
)
def test_they_are_if_the_charter_allows_it_and_its_clause_is_named(plan: PollPlan) -> None:
    allowed = replace(plan, rules=replace(RULES, correspondence="Устав, п. 6.4"))

    assert allowed.checked(NOW).rules.correspondence == "Устав, п. 6.4"


@pytest.mark.parametrize(
    "plan",
    [
        a_motion(mode=BY_POST),
        an_admission(mode=BY_POST),
        an_election(mode=Mode.REMOTE),
        an_election(mode=Mode.MEETING),
        a_motion(mode=Mode.MEETING, exclusive=True),
    ],
)
def test_other_matters_and_other_modes_need_no_such_clause(plan: PollPlan) -> None:
    assert plan.checked(NOW) == plan


def test_a_motion_is_one_item_and_each_candidate_is_one() -> None:
    assert a_motion().items == (None,)
    assert an_admission(2).items == (1, 2)
    assert an_election(3).items == (1, 2, 3)
