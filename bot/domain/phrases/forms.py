"""A table of forms: what words look like, and how what was found is read."""

import re
from collections.abc import Callable
from functools import partial
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Found: TypeAlias = re.Match[str]
Form: TypeAlias = tuple[re.Pattern[str], Callable[..., T]]
Reading: TypeAlias = Callable[[], T]
"""Returns what words of a known form mean, or refuses it: 31 February has the form of a day."""


def found_in(forms: tuple[Form[T], ...], words: list[str], *known: object) -> Reading[T] | None:
    """Return how words are read by the first form that they have; None when they have none.

    `known` is what it takes besides to read them, e.g. today's date.
    """
    phrase = " ".join(words)
    for pattern, read in forms:
        if found := pattern.fullmatch(phrase):
            return partial(read, found, *known)
    return None
