"""Lines of a document are not broken between a number or a sign and what it belongs to."""

import re

import pytest

from bot.documents.typography import NO_BREAK, glued, with_numbers_glued


@pytest.mark.parametrize(
    "text",
    [
        "№_12/2026",
        "7-ФЗ, ст._29, п._4",
        "ГК_РФ".replace("_", " ") + ", ч._1",
        "5_декабря_2026_года, 18:20",
        "26_ноября_2026_г.",
        "7_из_9, нужно не менее_5_голосов",
        "За_— 5, против_— 1",
        "Аверина_М._С., председатель",
        "Голосовал Белов_И.",
        "кроме вопросов_2, 3",
        "г._Екатеринбург, ул._Малышева, д._101",
        "proxy No._7",
        "кабинет_5, каб._12, Кабинет_№_3, зал_№_1",
        "2_ч, 90_мин, 512_КБ, 5_%",
        "завершено в_18:42, через 20_минут",
        "(п._6.4_Устава), п._3 ст._29_ГК",
        "закон «О_некоммерческих организациях» и_порядок",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert glued(text.replace("_", " ")) == text.replace("_", NO_BREAK)


def test_a_text_without_such_places_stays_as_it_is() -> None:
    for text in (
        "Решение принято. Пункт 5 исключён",
        "Фонд «Рассвет»",
        "",
        "2 стола, 5 черновиков",
        "  два  пробела  ",
    ):
        assert glued(text) == text


def test_gluing_twice_changes_nothing_and_spaces_alone_are_touched() -> None:
    text = "Протокол № 1 от 5 декабря 2026 года — по п. 6.4 Устава, 8 из 9 голосов, Белов И. П."
    once = glued(text)
    assert glued(once) == once
    assert re.sub(NO_BREAK, " ", once) == text


def test_on_a_screen_only_numbers_stay_with_what_they_name() -> None:
    place = with_numbers_glued("ул. Садовая, 12, Кабинет 5, зал № 2, 90 мин")

    assert place.replace(NO_BREAK, "_") == "ул. Садовая, 12, Кабинет_5, зал_№_2, 90_мин"
