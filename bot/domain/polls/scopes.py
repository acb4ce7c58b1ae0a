"""Scopes: what a proxy is for, as far as its own words tell."""

from bot.domain.people.members import folded

EVERYTHING = ("всем вопросам", "все вопросы", "всех вопросов", "all questions", "all items")


def covers_all(scope: str) -> bool:
    """Tell whether a proxy is for all questions: then it is good in a second round, too."""
    said = " ".join(folded(scope).split())
    return any(words in said for words in EVERYTHING)
