import pytest

from handlers.ui.lengths import clipped, length, units


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", 0),
        ("я", 1),
        ("🎄", 2),
        ("<b>a</b> &amp; &lt;b&gt;", 7),
        ('<a href="x&quot;">да</a>', 2),
    ],
)
def test_a_message_is_as_long_as_what_is_seen_of_it(html: str, count: int) -> None:
    assert length(html) == count


@pytest.mark.parametrize(
    ("text", "limit", "kept"),
    [
        ("привет", 6, "привет"),
        ("привет", 5, "прив…"),
        ("да нет", 4, "да…"),
        ("🎄🎄", 4, "🎄🎄"),
        ("🎄🎄", 3, "🎄…"),
        ("🎄🎄", 2, "…"),
        ("🎄", 1, "…"),
        ("привет", 0, ""),
        ("Общее собрание членов", 16, "Общее собрание…"),
        ("Общее собрание членов", 15, "Общее собрание…"),
        ("Встреча, которой ждали", 13, "Встреча…"),
        ("О благоустройствеиозеленении", 12, "О благоустр…"),
    ],
)
def test_what_is_too_long_is_cut_where_a_word_ends_or_between_two_characters(
    text: str, limit: int, kept: str
) -> None:
    assert clipped(text, limit) == kept
    assert units(kept) <= limit
