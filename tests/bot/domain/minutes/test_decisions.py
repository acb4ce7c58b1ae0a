"""A question says what is decided by it, or somebody has to say it in words."""

import pytest

from bot.domain.minutes.decisions import decision_in


@pytest.mark.parametrize(
    ("question", "decision"),
    [
        ("Утвердить план работы на 2027 год", "утвердить план работы на 2027 год"),
        ("Утвердить смету <2027>?", "утвердить смету <2027>"),
        ("Внести изменения в Устав.", "внести изменения в Устав"),
        ("Не принимать отчёт", "не принимать отчёт"),
        ("1. Избрать ревизора", "1. Избрать ревизора"),
        ("Ввести взнос и перейти на учёт по кварталам", None),
        ("Присоединиться к Хартии", None),
        ("Учесть замечания ревизора", None),
        ("Привлечь подрядчика", None),
        ("Approve the budget", "approve the budget"),
    ],
)
def test_a_question_that_begins_with_a_verb_is_the_decision(
    question: str, decision: str | None
) -> None:
    assert decision_in(question) == (decision or question[0].lower() + question[1:])


@pytest.mark.parametrize(
    "question",
    [
        "План работы на 2027 год",
        "Утверждаем смету?",
        "О приёме новых членов",
        "Деятельность в 2027 году",
        "Новости альянса",
        "Печать альянса",
        "Область применения",
        "!",
    ],
)
def test_a_question_that_names_a_matter_does_not_say_what_is_decided(question: str) -> None:
    assert not decision_in(question) or question == "!"
