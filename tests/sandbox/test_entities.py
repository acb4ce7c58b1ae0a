"""Entities that a bot gives, and those that Telegram finds by itself."""

from typing import Any

import pytest

from sandbox.entities import Formatted, formatted, typed
from sandbox.errors import ApiError

ANNA = {"id": 7, "is_bot": False, "first_name": "Анна"}


def find(user_id: int) -> dict[str, Any] | None:
    return ANNA if user_id == 7 else None


def words(text: Formatted) -> list[tuple[str, str]]:
    data = text.text.encode("utf-16-le")
    return [
        (
            one["type"],
            data[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le"),
        )
        for one in text.entities
    ]


def test_commands_links_and_tags_are_found_in_what_people_type() -> None:
    text = "😀 /start см. https://a.org/x, example.org и a@b.org, @anna_s #итоги"
    assert words(typed(text)) == [
        ("bot_command", "/start"),
        ("url", "https://a.org/x"),
        ("url", "example.org"),
        ("email", "a@b.org"),
        ("mention", "@anna_s"),
        ("hashtag", "#итоги"),
    ]


@pytest.mark.parametrize("text", ["05.06.2026", "и/или", "a/b", "1.5 часа", "№ 5. Итоги", "#5"])
def test_ordinary_text_has_no_entities(text: str) -> None:
    assert typed(text).entities == ()


def test_nothing_is_found_inside_code_and_links() -> None:
    text = formatted('<code>/x</code> <a href="https://a.org">b.org</a>', "HTML", None, find)
    assert [one["type"] for one in text.entities] == ["code", "text_link"]


def test_blanks_at_the_ends_are_cut_and_entities_move() -> None:
    text = formatted(" \n<b> a </b>\n ", "HTML", None, find)
    assert text == Formatted("a", ({"type": "bold", "offset": 0, "length": 1},))


def test_nested_entities_are_sorted_from_the_outside() -> None:
    text = formatted("<b>a<i>b</i></b>", "HTML", None, find)
    assert words(text) == [("bold", "ab"), ("italic", "b")]


def test_a_parse_mode_outranks_entities() -> None:
    bold = [{"type": "bold", "offset": 0, "length": 1}]
    assert formatted("ab", "HTML", bold, find).entities == ()


def test_a_link_to_a_user_becomes_a_mention_if_the_user_is_known() -> None:
    source = '<a href="tg://user?id=7">a</a><a href="tg://user?id=9">b</a>'
    text = formatted(source, "HTML", None, find)
    assert text.entities == ({"type": "text_mention", "offset": 0, "length": 1, "user": ANNA},)


def test_what_telegram_finds_itself_is_not_taken_from_the_bot() -> None:
    link = [{"type": "url", "offset": 0, "length": 1}]
    assert formatted("ab", None, link, find).entities == ()


@pytest.mark.parametrize(
    ("entity", "complaint"),
    [
        ({"type": "bold", "offset": -1, "length": 1}, "incorrect offset"),
        ({"type": "bold", "offset": 9, "length": 1}, "begins after the end"),
        ({"type": "bold", "offset": 0, "length": 9}, "ends after the end"),
        ({"type": "bold", "offset": 1, "length": 1}, "begins in a middle"),
        ({"type": "bold", "offset": 0, "length": 1}, "ends in a middle"),
        ({"type": "text_link", "offset": 0, "length": 2}, "needs url"),
    ],
)
def test_entities_that_do_not_fit_are_refused(entity: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ApiError, match=complaint):
        formatted("😀a", None, [entity], find)


def test_markdown_is_refused_as_not_played() -> None:
    with pytest.raises(ApiError, match="does not play parse_mode MarkdownV2"):
        formatted("*a*", "MarkdownV2", None, find)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ApiError, match="UTF-8"):
        formatted("\ud83d", None, None, find)
