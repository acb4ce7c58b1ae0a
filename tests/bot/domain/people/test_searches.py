from dataclasses import replace

import pytest

from bot.domain.people.members import Member, MemberId
from bot.domain.people.searches import is_called, search
from tests.people import a_member


@pytest.mark.parametrize(
    "query",
    ["Семёнова", "семенова", "СЕМЁНОВА АЛЁНА", "алена  сем", "ал", "  семе ", "пет-ру", "Пет"],
)
def test_words_are_found_by_their_beginnings_in_any_order_and_spelling(query: str) -> None:
    assert is_called("Семёнова Алёна Пет-Русь", query)


@pytest.mark.parametrize("query", ["", "   ", "менова", "Семёнов Борис", "семеноваа", "%", "*"])
def test_nobody_is_called_nothing_or_something_else(query: str) -> None:
    assert not is_called("Семёнова Алёна", query)


def somebody(number: int, name: str, house: tuple[int, str] | None = None) -> Member:
    """Return a person who may belong to an organisation (its id and name)."""
    organisation, called = house or (None, None)
    return a_member(
        id=MemberId(number), name=name, organisation=organisation, organisation_name=called
    )


HOUSE, NAMESAKE = (1, "Фонд «Ёлка»"), (2, "Фонд «Ёлка»")
PEOPLE = [
    somebody(1, "Пётр Ёлкин"),
    somebody(2, "Анна Петрова", HOUSE),
    somebody(3, "Иван", HOUSE),
    somebody(4, "Ольга", NAMESAKE),
    replace(somebody(5, "Пётр Гость"), guest=True),
]


def found(text: str, limit: int = 8) -> list[tuple[str, tuple[int, ...]]]:
    return [(match.name, match.people) for match in search(PEOPLE, text, limit)]


def test_people_are_found_by_any_part_of_their_name() -> None:
    assert found("ЕТР") == [("Пётр Ёлкин", (1,)), ("Анна Петрова", (2,))]
    assert found("ёлкин петр") == [("Пётр Ёлкин", (1,))]


def test_an_organisation_is_found_with_its_people_and_apart_from_its_namesake() -> None:
    whole = [("Фонд «Ёлка»", (2, 3)), ("Фонд «Ёлка»", (4,))]
    assert found("фонд елка") == [*whole, ("Анна Петрова", (2,)), ("Иван", (3,)), ("Ольга", (4,))]
    assert found("фонд елка", 3) == [whole[0], ("Анна Петрова", (2,)), ("Иван", (3,))]


def test_guests_and_nothing_are_never_found() -> None:
    assert found("гость") == []
    assert found("") == found("  ") == found("%") == []
