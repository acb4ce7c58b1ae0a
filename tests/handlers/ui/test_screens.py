"""What is looked for on every screen that a test sees (`tests/screens.py`) would be found."""

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.screens import faults_in_html, faults_in_plain, faults_of, own_tags, too_many_buttons
from tests.wording import texts


def test_markup_of_ours_that_is_escaped_is_found() -> None:
    inner = str(texts().plain("announce-at-once"))

    assert "<b>Когда:" in own_tags()
    assert faults_in_html(texts()("announce-choose-moment", when=inner))
    assert not faults_in_html(texts()("announce-choose-moment", when=texts()("announce-at-once")))


@pytest.mark.parametrize(
    "html", ["Фонд &amp;lt;b&amp;gt;", "EventNotFound", "<b>wizard-title</b>", "&lt;tg-time unix"]
)
def test_what_is_escaped_twice_and_a_texts_key_are_found(html: str) -> None:
    assert faults_in_html(html)


@pytest.mark.parametrize("text", ["Фонд &lt;b&gt;", "poll-news", "🕓 <b>Когда:</b> сразу"])
def test_on_a_button_no_markup_and_no_entity_may_stand(text: str) -> None:
    below = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data="x")]]
    )

    assert faults_in_plain(text)
    assert list(faults_of(SendMessage(chat_id=1, text="Да", reply_markup=below)))
    assert list(faults_of(AnswerCallbackQuery(callback_query_id="1", text=text)))


@pytest.mark.parametrize(
    "html",
    ["<b>Встреча</b> &lt;НКО&gt; &amp; друзья", "Это e-mail: info@example.org", "&lt;b&gt;Анна"],
)
def test_what_people_wrote_is_no_fault(html: str) -> None:
    assert faults_in_html(html) == []


def test_a_sentence_within_another_is_not_escaped_and_loses_its_markup_in_plain_text() -> None:
    t = texts()
    inner = t("announce-at-once")

    assert "<b>Когда:</b> сразу" in t("announce-choose-moment", when=inner)
    assert t.plain("announce-choose-moment", when=inner).startswith("🕓 Когда: сразу")
    named = t("ballot-name", name="<Фонд>")
    assert "<Фонд>" in t.plain("AlreadyMember", name=named)


def _below(*buttons: tuple[str, str]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=text, callback_data=data)] for text, data in buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)


EIGHT = [(f"Кнопка {number}", f"x:{number}") for number in range(8)]


def test_nine_buttons_to_choose_from_are_too_many() -> None:
    assert not list(too_many_buttons(_below(*EIGHT)))
    assert list(too_many_buttons(_below(*EIGHT, ("Ещё одна", "x:9"))))


@pytest.mark.parametrize(
    "button",
    [
        *(
            ("‹ Назад", "x:9"),
            ("Дальше ›", "x:9"),
            ("‹ К списку", "x:9"),
            ("✕ Не создавать", "x:9"),
        ),
        *(("15", "form:AAAAAAAA:day:day:2026-12-15"), ("‹", "form:AAAAAAAA:polls:page:1")),
        *(("Съезд", "board:1"), ("За", "m:1:2:0:for")),
    ],
)
def test_ways_back_pages_days_marks_and_the_lines_of_a_list_are_not_counted(
    button: tuple[str, str],
) -> None:
    assert not list(too_many_buttons(_below(*EIGHT, button)))


def test_nine_lines_of_a_list_are_too_many_too() -> None:
    lines = [(f"Событие {number}", f"board:{number}") for number in range(1, 10)]
    assert not list(too_many_buttons(_below(*EIGHT, *lines[:8])))
    assert list(too_many_buttons(_below(*lines)))
