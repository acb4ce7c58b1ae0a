from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.blocks import Facts, Title
from bot.documents.texts import cleaned
from tests.bot.documents.papers import DATED, paper


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Фонд «Рассвет» № 1", "Фонд «Рассвет» № 1"),
        ("👩‍👩‍👧 Ёлка שלום 汉字", "👩‍👩‍👧 Ёлка שלום 汉字"),
        ("две\r\nстроки\rи\u2028ещё", "две\nстроки\nи\nещё"),
        ("а\tб", "а б"),
        ("а\x00б\x1fв\x7fг\x9f", "а б в г "),
        ("\u202eзадом\u2066 наперёд\u200f", "задом наперёд"),
        ("\ufeffа\ufffeб\uffff", " аб"),
        ("а\ud83dб\ue000в\ufdd0", "а б в "),
        ("\U000f0001а\U0010ffff\U0001fffe", "а"),
    ],
)
def test_what_can_be_seen_stays_and_the_rest_goes(text: str, clean: str) -> None:
    assert cleaned(text) == clean


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


def test_a_document_is_cleaned_whole_and_keeps_what_is_no_text() -> None:
    dirty = paper(Title("А\x00", "Б\x00", "В"), Facts((("Г\x00", "Д"),)), title="Е\x00")
    clean = paper(Title("А ", "Б ", "В"), Facts((("Г ", "Д"),)), title="Е ")

    assert cleaned(dirty) == clean
    assert cleaned(dirty).dated == DATED
    assert cleaned(replace(dirty, blocks=())).blocks == ()
