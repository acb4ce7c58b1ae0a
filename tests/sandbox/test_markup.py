"""HTML is parsed as Telegram parses it."""

import re

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox.errors import ApiError
from sandbox.markup import parse_html


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_a_plain_tag_gives_its_entity(tag: str, kind: str) -> None:
    expected = ("a bc", [{"type": kind, "offset": 2, "length": 1}])
    assert parse_html(f"a <{tag}>b</{tag}>c") == expected


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ('<a href="https://a.org/?x=1&amp;y">w</a>', {"url": "https://a.org/?x=1&y"}),
        ("<a href='tg://user?id=5'>w</a>", {"url": "tg://user?id=5"}),
        ('<span class="tg-spoiler">w</span>', {"type": "spoiler"}),
        ("<blockquote expandable>w</blockquote>", {"type": "expandable_blockquote"}),
        ('<tg-emoji emoji-id="536">w</tg-emoji>', {"custom_emoji_id": "536"}),
        ('<tg-time unix="17" format="wDT">w</tg-time>', {"date_time_format": "wDT"}),
        ('<tg-time unix="17">w</tg-time>', {"unix_time": 17}),
        ('<pre><code class="language-python">w</code></pre>', {"language": "python"}),
        ('<code class="language-python"><pre>w</pre></code>', {"type": "pre"}),
        ('<code class="language-python">w</code>', {"type": "code"}),
    ],
)
def test_attributes_are_read(source: str, entity: dict[str, object]) -> None:
    text, entities = parse_html(source)
    assert text == "w"
    assert len(entities) == 1
    assert {"offset": 0, "length": 1, **entity}.items() <= entities[0].items()


def test_code_without_a_block_has_no_language() -> None:
    assert "language" not in parse_html('<code class="language-x">w</code>')[1][0]


def test_offsets_count_utf16_units() -> None:
    assert parse_html("😀<b>😀</b>")[1] == [{"type": "bold", "offset": 2, "length": 2}]


def test_references_are_decoded_and_unknown_ones_stay() -> None:
    source = "&lt;b&gt; &amp; &quot;&#1078;&#x416;&nbsp;&lt"
    assert parse_html(source)[0] == '<b> & "жЖ&nbsp;<'


@pytest.mark.parametrize("source", ["<b></b>x", '<a href="nonsense">x</a>', "<a>x</a>"])
def test_empty_tags_and_links_to_nowhere_leave_no_entity(source: str) -> None:
    assert parse_html(source) == ("x", [])


def test_a_link_without_address_takes_its_text() -> None:
    assert parse_html("<a>https://a.org</a>")[1][0]["url"] == "https://a.org"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("Яы<x>", 'Unsupported start tag "x" at byte offset 4'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("2 < 3 >", 'Unsupported start tag "" at byte offset 2'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>😀</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("a<b", "Unclosed start tag at byte offset 1"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<tg-time>a</tg-time>", 'Tag "tg-time" must have attribute "unix" at byte offset 0'),
    ],
)
def test_malformed_html_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError, match=f"^Bad Request: can't parse entities: {re.escape(words)}$"):
        parse_html(source)


@given(st.text(), st.text(), st.text())
def test_what_aiogram_quotes_comes_back_as_it_was(before: str, inside: str, after: str) -> None:
    bold = html_decoration.bold(html_decoration.quote(inside))
    source = html_decoration.quote(before) + bold + html_decoration.quote(after)
    text, entities = parse_html(source)
    assert text == before + inside + after
    assert len(entities) == (1 if inside else 0)
    for entity in entities:
        assert MessageEntity(**entity).extract_from(text) == inside
