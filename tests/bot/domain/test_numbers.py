"""What organisers type for a number."""

import pytest

from bot.domain.numbers import read_number
from bot.domain.refusals import NumberUnreadable


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20", 20),
        (" 20 ", 20),
        ("1 000", 1000),
        ("20 человек", 20),
        ("10 раз", 10),
        ("2 delegates", 2),
        ("-5", -5),
        ("+5", 5),
        ("0", 0),
        ("007", 7),
        ("２０", 20),
    ],
)
def test_a_number_is_read_in_digits(text: str, number: int) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "сто",
        "",
        "🎉",
        "2,5",
        "2.5",
        "1e3",
        "20 30 человек из 40",
        "--5",
        "٢٠",
        "9" * 10,
        "9" * 10_000,
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberUnreadable):
        read_number(text)
