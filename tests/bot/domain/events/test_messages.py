"""What an organiser may write."""

import pytest

from bot.domain.events.messages import TEXT_LIMIT, checked_text
from bot.domain.refusals import TextMissing, TextTooLong


@pytest.mark.parametrize("html", ["", "  \n ", "<b> </b>", "\u200b\u2066", "<i>\u00ad</i>"])
def test_a_message_without_a_visible_letter_is_refused(html: str) -> None:
    with pytest.raises(TextMissing):
        checked_text(html)


def test_tags_and_entities_do_not_count_against_the_limit() -> None:
    html = '<a href="https://example.org/?a=1&amp;b=2">' + "&lt;" * TEXT_LIMIT + "</a>"

    assert checked_text(html) == html
    with pytest.raises(TextTooLong) as refused:
        checked_text(html + "ё")
    assert refused.value.length == TEXT_LIMIT + 1


def test_an_emoji_counts_as_two_as_telegram_counts_it() -> None:
    assert checked_text("🎄" * (TEXT_LIMIT // 2))
    with pytest.raises(TextTooLong):
        checked_text("🎄" * (TEXT_LIMIT // 2 + 1))


def test_a_text_of_ten_thousand_characters_is_refused_with_its_length() -> None:
    with pytest.raises(TextTooLong) as refused:
        checked_text("я" * 10_000)
    assert (refused.value.limit, refused.value.length) == (TEXT_LIMIT, 10_000)
