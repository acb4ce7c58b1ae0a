"""Thresholds: exact, against an oracle that reckons with fractions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls.majorities import (
    AT_LEAST_HALF,
    MORE_THAN_HALF,
    Bound,
    Majority,
    Quorum,
    Recusal,
    Rules,
    Share,
    checked_clause,
    votes_needed,
)
from bot.domain.polls.refusals import ClauseMissing, ClauseTooLong, ShareOutOfRange
from bot.domain.refusals import Refusal
from tests.polling import RULES, TWO_THIRDS, satisfies

ALL = Share(1, 1, Bound.AT_LEAST)
MORE_THAN_TWO_THIRDS = Share(2, 3, Bound.MORE_THAN)
THREE_QUARTERS = Share(3, 4, Bound.AT_LEAST)


@st.composite
def shares(draw: st.DrawFn) -> Share:
    bound = draw(st.sampled_from(Bound))
    denominator = draw(st.integers(2, 20))
    top = denominator - 1 if bound is Bound.MORE_THAN else denominator
    return Share(draw(st.integers(1, top)), denominator, bound)


@pytest.mark.parametrize(
    ("share", "base", "needed"),
    [
        (TWO_THIRDS, 9, 6),
        (TWO_THIRDS, 10, 7),
        (TWO_THIRDS, 8, 6),
        (TWO_THIRDS, 1, 1),
        (MORE_THAN_TWO_THIRDS, 9, 7),
        (MORE_THAN_HALF, 5, 3),
        (MORE_THAN_HALF, 9, 5),
        (MORE_THAN_HALF, 10, 6),
        (MORE_THAN_HALF, 120, 61),
        (AT_LEAST_HALF, 10, 5),
        (AT_LEAST_HALF, 9, 5),
        (AT_LEAST_HALF, 120, 60),
        (THREE_QUARTERS, 120, 90),
        (ALL, 9, 9),
    ],
)
def test_so_many_votes_are_needed(share: Share, base: int, needed: int) -> None:
    assert votes_needed(share, base) == needed


@pytest.mark.parametrize("share", [MORE_THAN_HALF, AT_LEAST_HALF, TWO_THIRDS, ALL])
def test_of_nobody_one_vote_is_needed_so_nothing_is_decided_by_nobody(share: Share) -> None:
    assert votes_needed(share, 0) == 1


@pytest.mark.parametrize(
    "share", [MORE_THAN_HALF, AT_LEAST_HALF, TWO_THIRDS, MORE_THAN_TWO_THIRDS, THREE_QUARTERS, ALL]
)
def test_the_votes_needed_are_the_fewest_that_satisfy_the_rule(share: Share) -> None:
    for base in range(201):
        fewest = next(votes for votes in range(base + 2) if satisfies(votes, share, base))
        assert votes_needed(share, base) == fewest


@given(shares(), st.integers(1, 200))
def test_the_votes_needed_of_any_share_are_the_fewest_and_can_be_reached(
    share: Share, base: int
) -> None:
    needed = votes_needed(share.checked(), base)

    assert satisfies(needed, share, base)
    assert not satisfies(needed - 1, share, base)
    assert 1 <= needed <= base


@given(shares(), st.integers(2, 9), st.integers(0, 200))
def test_a_share_means_the_same_when_it_is_not_reduced(
    share: Share, factor: int, base: int
) -> None:
    same = replace(
        share, numerator=share.numerator * factor, denominator=share.denominator * factor
    )

    assert votes_needed(same, base) == votes_needed(share, base)


@pytest.mark.parametrize(
    "share",
    [
        Share(0, 2, Bound.AT_LEAST),
        Share(-1, 2, Bound.MORE_THAN),
        Share(1, 0, Bound.AT_LEAST),
        Share(-1, -2, Bound.AT_LEAST),
        Share(3, 2, Bound.AT_LEAST),
        Share(1, 1, Bound.MORE_THAN),
        Share(3, 3, Bound.MORE_THAN),
    ],
)
def test_a_share_that_always_or_never_holds_is_refused(share: Share) -> None:
    with pytest.raises(ShareOutOfRange):
        share.checked()


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"quorum": Quorum(MORE_THAN_HALF, " ")}, ClauseMissing),
        ({"quorum": Quorum(Share(2, 1, Bound.AT_LEAST), "п. 1")}, ShareOutOfRange),
        ({"majority": replace(RULES.majority, clause="")}, ClauseMissing),
        ({"majority": replace(RULES.majority, share=Share(0, 1, Bound.AT_LEAST))}, ShareOutOfRange),
        ({"recusal": Recusal(lowers_base=True, clause="")}, ClauseMissing),
        ({"correspondence": "п" * 201}, ClauseTooLong),
    ],
)
def test_a_rule_that_makes_no_sense_or_names_no_source_is_refused(
    changes: dict[str, Quorum | Majority | Recusal | str], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        replace(RULES, **changes).checked()  # type: ignore[arg-type]  # the names fit the values


def test_checked_rules_carry_their_clauses_on_one_line() -> None:
    loose = Rules(
        replace(RULES.quorum, clause=" Устав,\n п. 1 "),
        replace(RULES.majority, clause=" Устав,\n п. 2 "),
        replace(RULES.recusal, clause=" Устав,\n п. 3 "),
        " Устав,\n п. 4 ",
    )

    assert loose.checked() == Rules(
        replace(RULES.quorum, clause="Устав, п. 1"),
        replace(RULES.majority, clause="Устав, п. 2"),
        replace(RULES.recusal, clause="Устав, п. 3"),
        "Устав, п. 4",
    )


def test_a_charter_need_not_allow_voting_by_correspondence() -> None:
    assert replace(RULES, correspondence=" ").checked().correspondence == ""


def test_the_longest_clause_passes() -> None:
    assert checked_clause("п" * 200) == "п" * 200
