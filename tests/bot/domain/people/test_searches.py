from dataclasses import replace

import pytest

from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.people.searches import is_called, search


@pytest.mark.parametrize(
    "query",
    ["Семёнова", "семенова", "СЕМЁНОВА АЛЁНА", "алена  сем", "ал", "  семе ", "пет-ру", "Пет"],
)
def test_words_are_found_by_their_beginnings_in_any_order_and_spelling(query: str) -> None:
    assert is_called("Семёнова Алёна Пет-Русь", query)


@pytest.mark.parametrize("query", ["", "   ", "менова", "Семёнов Борис", "семеноваа", "%", "*"])
def test_nobody_is_called_nothing_or_something_else(query: str) -> None:
    assert not is_called("Семёнова Алёна", query)


def a_member(number: int, name: str, house: tuple[int, str] | None = None) -> Member:
    """Return a person who may belong to an organisation (its id and name)."""
    organisation, called = house or (None, None)
    return Member(
        id=MemberId(number),
        name=name,
        organisation=None if organisation is None else OrganisationId(organisation),
        organisation_name=called,
        municipality="",
        position="",
        delegate=False,
        telegram_id=None,
        language="ru",
        time_zone=None,
        consent_version=None,
        reachable=True,
        roles=frozenset(),
    )


HOUSE, NAMESAKE = (1, "Фонд «Ёлка»"), (2, "Фонд «Ёлка»")
PEOPLE = [
    a_member(1, "Пётр Ёлкин"),
    a_member(2, "Анна Петрова", HOUSE),
    a_member(3, "Иван", HOUSE),
    a_member(4, "Ольга", NAMESAKE),
    replace(a_member(5, "Пётр Гость"), guest=True),
]


def found(text: str, limit: int = 8) -> list[tuple[str, tuple[int, ...]]]:
    return [(match.name, match.people) for match in search(PEOPLE, text, limit)]


def test_people_are_found_by_any_part_of_their_name() -> None:
    assert found("ЕТР") == [("Пётр Ёлкин", (1,)), ("Анна Петрова", (2,))]
    assert found("ёлкин петр") == [("Пётр Ёлкин", (1,))]


def test_an_organisation_is_found_with_its_people_and_apart_from_its_namesake() -> None:
    whole = [("Фонд «Ёлка»", (2, 3)), ("Фонд «Ёлка»", (4,))]
    assert found("фонд елка") == [
        *whole,
        ("Анна Петрова", (2,)),
        ("Иван", (3,)),
        ("Ольга", (4,)),
    ]
    assert found("фонд елка", 3) == [whole[0], ("Анна Петрова", (2,)), ("Иван", (3,))]


def test_guests_and_nothing_are_never_found() -> None:
    assert found("гость") == []
    assert found("") == found("  ") == found("%") == []
