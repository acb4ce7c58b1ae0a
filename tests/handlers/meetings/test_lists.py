"""Lists that are typed one entry a line: nothing of them is lost silently."""

from collections.abc import Callable

import pytest

from bot.domain.meetings.plans import NAMES_LIMIT
from bot.domain.refusals import LinesTooMany
from handlers.meetings.forms.items import read_names
from handlers.meetings.forms.parts import SECTIONS, read_sections
from handlers.web.motions import parts_in


def sections_on_page(text: str) -> tuple[object, ...]:
    return parts_in(text, split=True)


@pytest.mark.parametrize(
    ("read", "limit"),
    [(read_names, NAMES_LIMIT), (read_sections, SECTIONS), (sections_on_page, SECTIONS)],
)
def test_lines_beyond_the_limit_are_refused_and_not_left_out(
    read: Callable[[str], tuple[object, ...]], limit: int
) -> None:
    lines = [f"Пункт {number}" for number in range(1, limit + 2)]

    assert len(read("\n\n".join(lines[:-1]))) == limit
    with pytest.raises(LinesTooMany):
        read("\n".join(lines))
