"""The wording of a decision: what an adopted motion has decided, as the minutes say it."""

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
"""Verb endings of the nouns and numbers that a question may begin with."""


def decision_in(question: str) -> str:
    """Return the decision that a question words, or '' if it does not.

    «Утвердить план?» words one: it is decided by votes for it; «План работы» and «Утверждаем план?»
    do not. For texts that are not in Russian this is unknown: they are taken as they are.
    """
    text = question.strip().rstrip(".?! ")
    if CYRILLIC.search(text) and not _begins_with_verb(text):
        return ""
    return uncapitalised(text)


def uncapitalised(text: str) -> str:
    """Return a text with its first letter in lower case, except in abbreviations."""
    first, *_ = text.split() or [""]
    return text if first[1:2].isupper() else text[:1].lower() + text[1:]


def _begins_with_verb(text: str) -> bool:
    words = [word.strip(",:;—–-«»\"'()") for word in text.casefold().split()]
    first = next((word for word in words if word not in {"", "не"} and not word[0].isdigit()), "")
    return first not in NOUNS and INFINITIVE.fullmatch(first) is not None
