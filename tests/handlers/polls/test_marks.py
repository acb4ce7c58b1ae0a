"""What a ballot says so far fits in a button, is read back exactly, and nothing else is read."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls.ballots import Choice, ElectionBallot, checked_ballot
from bot.domain.polls.plans import CANDIDATES_LIMIT, PollPlan
from bot.domain.polls.polls import PollId
from bot.domain.polls.refusals import BallotIncomplete, BallotInvalid, TooManyApprovals
from bot.domain.polls.voters import VoterId
from bot.domain.refusals import Refusal
from handlers.polls.callbacks.polls import BallotButton, MarkButton
from handlers.polls.marks import (
    AGAINST_ALL,
    TURN,
    Marks,
    after_tap,
    after_taps,
    against_all,
    ballot_of,
    mark_tap,
    marks_of,
    part_after,
    read_marks,
)
from tests.polling import a_motion, an_admission, an_election

CHOICES = st.dictionaries(st.integers(0, CANDIDATES_LIMIT - 1), st.sampled_from(Choice))


@given(CHOICES)
def test_marks_of_fifty_candidates_are_read_as_they_were_written(said: dict[int, Choice]) -> None:
    plan = an_admission(CANDIDATES_LIMIT)
    marks = Marks(plan.items, said)

    assert read_marks(plan, str(marks)) == marks


@given(CHOICES, st.integers(0, 99))
def test_any_ballot_fits_a_button(said: dict[int, Choice], part: int) -> None:
    marks = Marks(an_admission(CANDIDATES_LIMIT).items, said)

    data = BallotButton(
        poll_id=PollId(2**63 - 1), voter_id=VoterId(2**63 - 1), marks=str(marks), part=part
    )

    assert len(data.pack().encode()) <= 64
    assert BallotButton.unpack(data.pack()) == data


@given(st.text(max_size=20), st.sampled_from([a_motion(), an_admission(3), an_election(7, 5)]))
def test_whatever_is_forged_is_refused_or_is_the_one_form_of_its_ballot(
    text: str, plan: PollPlan
) -> None:
    try:
        marks = read_marks(plan, text)
    except Refusal:
        return
    assert str(marks) == text
    assert re.fullmatch(r"[A-Za-z0-9_-]*", text)


@given(st.sets(st.integers(1, 50), min_size=1), st.booleans())
def test_a_ballot_that_is_to_be_changed_is_marked_as_it_was_cast(
    approved: set[int], against: bool
) -> None:
    plan = an_election(50, 50)
    ids = frozenset(candidate.id for candidate in plan.candidates if candidate.id in approved)
    ballot = ElectionBallot(against_all=True) if against else ElectionBallot(ids)

    assert ballot_of(plan, marks_of(plan, ballot)) == ballot


@given(CHOICES, st.integers(0, 999))
def test_any_tap_fits_a_button(said: dict[int, Choice], tap: int) -> None:
    marks = Marks(an_admission(CANDIDATES_LIMIT).items, said)

    data = MarkButton(
        poll_id=PollId(2**63 - 1), voter_id=VoterId(2**63 - 1), marks=str(marks), tap=tap
    )

    assert len(data.pack().encode()) <= 64
    assert MarkButton.unpack(data.pack()) == data


def test_each_button_of_the_largest_ballot_has_a_tap_of_its_own() -> None:
    marks = {mark_tap(place, one) for place in range(CANDIDATES_LIMIT) for one in Choice}

    assert len(marks) == CANDIDATES_LIMIT * len(Choice)
    assert max(marks) < AGAINST_ALL


@given(
    st.lists(st.integers(0, 999), max_size=20),
    st.sampled_from([an_admission(9), an_election(9, 3)]),
)
def test_taps_one_after_the_other_come_to_the_same_as_all_together(
    taps: list[int], plan: PollPlan
) -> None:
    """So what a message carries and what memory holds never differ; what is refused is nothing."""
    marks = Marks(plan.items, {})
    for one in taps:
        with suppress(BallotInvalid, TooManyApprovals):
            marks = after_tap(plan, marks, one)
        assert read_marks(plan, str(marks)) == marks

    assert after_taps(plan, "", taps) == marks


def test_a_tap_that_turns_the_page_marks_nothing_and_tells_the_part() -> None:
    plan = an_election(20, 2)
    marks = Marks(plan.items, {}).toggled(17)

    assert after_tap(plan, marks, TURN + 1) == marks
    assert part_after(TURN + 1, 8) == 1
    assert part_after(AGAINST_ALL + 2, 8) == 2
    assert part_after(mark_tap(17, Choice.FOR), 8) == 2


@pytest.mark.parametrize(
    ("plan", "tap"),
    [
        (a_motion(), mark_tap(0, Choice.FOR)),
        (an_election(3, 2), mark_tap(3, Choice.FOR)),
        (an_election(3, 2), mark_tap(0, Choice.AGAINST)),
        (an_admission(3), AGAINST_ALL),
        (an_admission(3), 0),
    ],
)
def test_a_tap_that_no_button_offers_is_refused(plan: PollPlan, tap: int) -> None:
    with pytest.raises(BallotInvalid):
        after_tap(plan, Marks(plan.items, {}), tap)


def test_tapping_twice_takes_a_mark_away_and_against_all_gives_way() -> None:
    plan = an_election(3, 2)
    one = Marks(plan.items, {}).toggled(1)

    assert one.chosen == 1
    assert one.toggled(1).chosen == 0
    assert against_all(plan).against_all
    assert against_all(plan).toggled(0).choices == {0: Choice.FOR}


def test_more_candidates_than_seats_are_refused_at_the_tap_that_is_too_much() -> None:
    plan = an_election(3, 1)
    one = Marks(plan.items, {}).toggled(0)

    with pytest.raises(TooManyApprovals):
        after_tap(plan, one, mark_tap(1, Choice.FOR))
    with pytest.raises(TooManyApprovals):
        read_marks(plan, str(one.toggled(1)))


@pytest.mark.parametrize(
    ("plan", "said", "refusal"),
    [
        (an_election(3, 2), {0: Choice.FOR, 1: Choice.AGAINST}, BallotInvalid),
        (an_election(3, 2), {}, BallotIncomplete),
        (an_admission(2), {0: Choice.FOR}, BallotIncomplete),
        (a_motion(), {}, BallotInvalid),
    ],
)
def test_half_a_ballot_is_none(
    plan: PollPlan, said: dict[int, Choice], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        checked_ballot(plan, ballot_of(plan, Marks(plan.items, said)))
