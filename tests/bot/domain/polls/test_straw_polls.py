"""What somebody types after /straw is read exactly, or refused with what to write."""

from datetime import timedelta

import pytest

from bot.domain.polls.straw_polls import USUAL, StrawPlan, read_straw
from bot.domain.polls.straw_refusals import (
    StrawDurationOutOfRange,
    StrawOptionRepeated,
    StrawOptionsOutOfRange,
    StrawPollTooLong,
    StrawPollUnreadable,
)
from bot.domain.refusals import Refusal


def test_a_question_and_its_options_stand_between_strokes() -> None:
    plan = read_straw("  Когда  собираемся? | в среду | в четверг |", anonymous=False)

    assert plan == StrawPlan("Когда собираемся?", ("в среду", "в четверг"), False, USUAL)


def test_a_duration_at_the_end_says_when_it_closes() -> None:
    plan = read_straw("Чай или кофе? | чай | кофе | 2h", anonymous=True)

    assert plan.duration == timedelta(hours=2)
    assert plan.options == ("чай", "кофе")
    assert plan.anonymous


def test_an_option_that_says_how_long_without_a_digit_stays_an_option() -> None:
    plan = read_straw("Когда? | утро | вечер | день", anonymous=False)

    assert plan.options == ("утро", "вечер", "день")
    assert plan.duration == USUAL


@pytest.mark.parametrize(
    "text", ["Сколько длится встреча? | 1 час | 2 часа", "Сколько? | 1 час | 2 часа | 3 часа"]
)
def test_options_that_are_durations_stay_options(text: str) -> None:
    plan = read_straw(text, anonymous=False)

    assert plan.duration == USUAL
    assert "2 часа" in plan.options


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", StrawPollUnreadable),
        (" | да | нет", StrawPollUnreadable),
        ("Вопрос без ответов", StrawOptionsOutOfRange),
        ("Вопрос | один ответ", StrawOptionsOutOfRange),
        ("Вопрос | " + " | ".join(map(str, range(1000, 1013))), StrawOptionsOutOfRange),
        ("Вопрос | да | да", StrawOptionRepeated),
        ("В" * 301 + " | да | нет", StrawPollTooLong),
        ("Вопрос | да | " + "н" * 101, StrawPollTooLong),
        ("Вопрос | да | нет | 90 дней", StrawDurationOutOfRange),
        ("Вопрос | да | нет | 0 минут", StrawDurationOutOfRange),
    ],
)
def test_what_telegram_would_not_take_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        read_straw(text, anonymous=False)


def test_the_longest_that_telegram_takes_is_taken() -> None:
    options = [f"{number:02}" + "о" * 98 for number in range(12)]

    plan = read_straw(" | ".join(["В" * 300, *options, "30 дней"]), anonymous=False)

    assert len(plan.options) == 12
