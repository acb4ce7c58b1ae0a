"""Tables of phrase forms: a pattern, and the function that reads its match."""

import re
from collections.abc import Callable
from functools import partial
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Found: TypeAlias = re.Match[str]
Form: TypeAlias = tuple[re.Pattern[str], Callable[..., T]]
Reading: TypeAlias = Callable[[], T]
"""Return the meaning of a match, or refuse it, such as 31 February."""


def found_in(forms: tuple[Form[T], ...], words: list[str], *known: object) -> Reading[T] | None:
    """Return the reading by the first form that matches; None if none does.

    `known` are further arguments of the reading, such as today's date.
    """
    phrase = " ".join(words)
    for pattern, read in forms:
        if found := pattern.fullmatch(phrase):
            return partial(read, found, *known)
    return None
