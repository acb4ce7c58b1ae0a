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


@pytest.mark.parametrize("text", ["3 месяца", "2 недели", "10 дней", "1 час", "2 h", "5 years"])
def test_a_length_of_time_is_no_number(text: str) -> None:
    """A weekly event that is to go on for «3 месяца» would take place three times."""
    with pytest.raises(NumberUnreadable):
        read_number(text)


def test_of_a_number_of_minutes_or_days_only_that_unit_is_read() -> None:
    assert read_number("15 минут", "MINUTE") == 15
    assert read_number("15 мин.", "MINUTE") == 15
    assert read_number("2 дня", "DAY") == 2
    with pytest.raises(NumberUnreadable):
        read_number("1 час", "MINUTE")
    with pytest.raises(NumberUnreadable):
        read_number("3 месяца", "DAY")


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
