"""A threshold is read only when it says on which side it lies."""

import pytest

from bot.domain.polls.majorities import AT_LEAST_HALF, MORE_THAN_HALF, Bound, Share
from bot.domain.polls.refusals import ShareOutOfRange, ShareUnreadable
from bot.domain.polls.shares import read_share

TWO_THIRDS = Share(2, 3, Bound.AT_LEAST)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("больше половины", MORE_THAN_HALF),
        ("  Более 1/2 ", MORE_THAN_HALF),
        ("> 1/2", MORE_THAN_HALF),
        ("more than half", MORE_THAN_HALF),
        ("больше чем 1 / 2", MORE_THAN_HALF),
        ("не меньше половины", AT_LEAST_HALF),
        ("не менее 2/3", TWO_THIRDS),
        ("не менее двух третей", TWO_THIRDS),
        ("не меньше ⅔", TWO_THIRDS),
        (">= 2/3", TWO_THIRDS),
        ("≥2/3", TWO_THIRDS),
        ("At least two thirds", TWO_THIRDS),
        ("не менее 75%", Share(75, 100, Bound.AT_LEAST)),
        ("свыше 3/4", Share(3, 4, Bound.MORE_THAN)),
        ("минимум 5/9", Share(5, 9, Bound.AT_LEAST)),
    ],
)
def test_a_threshold_is_read_with_the_side_that_it_lies_on(text: str, share: Share) -> None:
    assert read_share(text) == share


@pytest.mark.parametrize(
    "text", ["2/3", "половина", "75%", "больше", "не меньше", "больше 2", "≈ 2/3", "", "2/3 больше"]
)
def test_what_leaves_the_side_open_is_not_guessed(text: str) -> None:
    with pytest.raises(ShareUnreadable):
        read_share(text)


@pytest.mark.parametrize("text", ["больше 3/3", "не меньше 4/3", "не меньше 0/3", "больше 1/0"])
def test_a_threshold_that_always_or_never_holds_is_refused(text: str) -> None:
    with pytest.raises(ShareOutOfRange):
        read_share(text)
