"""Full names for official documents: with the patronymic, unless the name has it already."""

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
"""Given names with the ending of a surname."""


def full_name(name: str, patronymic: str) -> str:
    """Return a name with its patronymic: «Мария Сергеевна Орлова», «Орлова Мария Сергеевна».

    Of two words the ending tells which is the surname; if neither or both look like one, the first
    is taken, as in official documents.
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
