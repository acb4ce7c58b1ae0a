"""Whether a question names an organisation."""

import pytest

from bot.domain.people.members import Organisation, OrganisationId
from bot.domain.polls.naming import is_named


def house(number: int, name: str, short: str = "") -> Organisation:
    return Organisation(OrganisationId(number), name, short, f"{number:010}", None, "", None)


HOME = house(1, "Фонд «Дом»", "Дом")
CHILDHOOD = house(2, "АНО «Дом детства»", "Дом детства")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Исключить из альянса: Дом?", True),
        ("исключить фонд ДОМ", True),
        ('Исключить "Дом" за неуплату взносов', True),
        ("Исключить «Домовой»?", False),
        ("Исключить «Детский дом-интернат»?", True),
        ("Исключить «Дом детства»?", False),
        ("Исключить «Дом», а не «Дом детства»?", True),
        ("Исключить?", False),
        ("", False),
    ],
)
def test_a_question_names_an_organisation_by_all_words_of_a_name(
    question: str, *, named: bool
) -> None:
    assert is_named(question, HOME, [HOME, CHILDHOOD]) is named


def test_the_longer_name_is_that_of_its_own_organisation() -> None:
    assert is_named("Исключить «Дом  детства»?", CHILDHOOD, [HOME, CHILDHOOD])


def test_a_name_without_any_word_is_never_named() -> None:
    assert not is_named("Исключить «+»?", house(3, "«+»"), [])
