"""Names in official papers: with the patronymic, where the name does not have it."""

import re

from bot.domain.people.members import folded

SURNAME = re.compile(
    "[а-я-]+(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|ск[иа][йя]|ск[оа]й|ст[оа]й|ая|цк[иа][йя]|[иы]х|енко|ко|ук|юк|чук"
    "|ян|дзе|швили)"
)
GIVEN = frozenset(
    {
        *("лев", "яков", "константин", "валентин", "мартин", "вениамин", "севастьян", "демьян"),
        *("лукьян", "касьян", "емельян", "ян", "марин", "августин", "нина", "инна", "ирина"),
        *("марина", "галина", "полина", "валентина", "кристина", "екатерина", "алина", "карина"),
        *("регина", "ангелина", "арина", "дарина", "христина", "антонина", "зина", "фаина"),
        *("василина", "эвелина", "элина", "сабина", "альбина", "эльвина", "марко", "левко"),
    }
)
"""Given names that end as surnames do."""


def full_name(name: str, patronymic: str) -> str:
    """Return a name with its patronymic: «Мария Сергеевна Орлова», «Орлова Мария Сергеевна».

    Which of two words is the surname is told by its ending; where that does not tell, the surname
    is taken to come first, as official papers have it.
    """
    given, *surname = name.split() or [""]
    if not patronymic or folded(patronymic) in map(folded, name.split()):
        return name
    if len(surname) == 1 and _is_surname(surname[0]) and not _is_surname(given):
        return f"{given} {patronymic} {surname[0]}"
    return f"{name} {patronymic}"


def _is_surname(word: str) -> bool:
    plain = folded(word)
    return plain not in GIVEN and SURNAME.fullmatch(plain) is not None
