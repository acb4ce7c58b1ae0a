"""Expressions for the indexes of FTS5."""

from collections.abc import Iterable


def any_of(trigrams: Iterable[str]) -> str:
    """Return the expression that matches texts with any of these groups; empty for none."""
    return " OR ".join('"' + one.replace('"', '""') + '"' for one in trigrams)
