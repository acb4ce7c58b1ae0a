"""The decision in words: what the minutes say that an adopted motion has decided."""

import re

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
INFINITIVE = re.compile(
    "[а-яё]*(?:[аеёиоуыя]ть|[её]сть|[её]сти|[её]зти|[йд]ти|[её]чь)(?:ся|сь)?", re.IGNORECASE
)
NOUNS = frozenset(
    {
        *("печать", "память", "сеть", "часть", "честь", "путь", "суть", "нить", "речь"),
        *("вести", "пять", "шесть", "девять", "десять"),
    }
)
"""Nouns and numbers with the ending of a verb that a question may begin with."""


def decision_in(question: str) -> str:
    """Return the decision that a question is worded as, or nothing where it is not.

    «Утвердить план?» says what is decided by a vote for it; «План работы» and «Утверждаем план?»
    do not. This cannot be told for texts that are not in Russian: they are taken as they are.
    """
    text = question.strip().rstrip(".?! ")
    if CYRILLIC.search(text) and not _begins_with_verb(text):
        return ""
    return uncapitalised(text)


def uncapitalised(text: str) -> str:
    """Return a text as it goes on within a sentence; an abbreviation keeps its capitals."""
    first, *_ = text.split() or [""]
    return text if first[1:2].isupper() else text[:1].lower() + text[1:]


def _begins_with_verb(text: str) -> bool:
    words = [word.strip(",:;—–-«»\"'()") for word in text.casefold().split()]
    first = next((word for word in words if word not in {"", "не"} and not word[0].isdigit()), "")
    return first not in NOUNS and INFINITIVE.fullmatch(first) is not None
