"""Remove from people's texts what files cannot hold; everything visible stays."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from bot.domain.lines import MISLEADING

T = TypeVar("T")

LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef]|\ufeff")
"""Control, private-use and unassigned characters and surrogates, which XML and PDF/A (ISO 19005-2,
6.2.11.7) do not allow.
"""
LAST_OF_THEIR_PLANES = dict.fromkeys(
    plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
PRIVATE_PLANES = 0xF0000


def cleaned(value: T) -> T:
    """Return a text, or a dataclass with all its texts, without what files cannot hold.

    Direction marks are removed too: a document has one reading direction.
    """
    return rewritten(value, _cleaned)


def rewritten(value: T, change: Callable[[str], str]) -> T:
    """Return a text, or a dataclass or tuple with all its texts, each changed."""
    changed: object = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, tuple):
        changed = tuple(rewritten(one, change) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        changed = replace(
            value, **{name: rewritten(getattr(value, name), change) for name in names}
        )
    return changed  # type: ignore[return-value]  # each branch keeps the type of what it was given


def _cleaned(text: str) -> str:
    seen = UNSEEN.sub(" ", LINE_BREAKS.sub("\n", text)).translate(MISLEADING | LAST_OF_THEIR_PLANES)
    return "".join(letter for letter in seen if ord(letter) < PRIVATE_PLANES)
