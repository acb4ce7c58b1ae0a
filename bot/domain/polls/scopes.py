"""Scopes: what a proxy covers, judged by its wording."""

from bot.domain.people.members import folded

EVERYTHING = ("всем вопросам", "все вопросы", "всех вопросов", "all questions", "all items")


def covers_all(scope: str) -> bool:
    """Tell whether a proxy covers all questions, and so a second round too."""
    said = " ".join(folded(scope).split())
    return any(words in said for words in EVERYTHING)
