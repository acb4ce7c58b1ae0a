"""What people typed is kept without what misleads a reader, or the sentences around it."""

import pytest

from bot.domain.lines import one_line, paragraphs


@pytest.mark.parametrize("read", [one_line, paragraphs])
@pytest.mark.parametrize("mark", ["\ue000", "\ue001", "\u200f", "\u202e", "\u2066"])
def test_marks_that_nobody_sees_are_taken_out_of_what_was_typed(mark: str, read: object) -> None:
    assert callable(read)
    assert read(f"{mark}Тёплый{mark} дом{mark}") == "Тёплый дом"


def test_text_of_nothing_but_marks_is_no_text() -> None:
    assert one_line("\ue000\ue001 \u200f") == ""
