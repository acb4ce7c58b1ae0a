"""Clean text that people typed, so that it is safe to show."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from bot.domain.refusals import LinesTooMany, Refusal, TextMissing, TextTooLong, TooLong

Missing: TypeAlias = Callable[[], Refusal]

DIRECTION_MARKS = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
PLACEHOLDER_MARKS = (0xE000, 0xE001)
MISLEADING = dict.fromkeys([*DIRECTION_MARKS, *PLACEHOLDER_MARKS])
"""Removed from typed text: direction marks, which would reverse the rest of a card, and the private
characters that mark placeholders in `handlers.ui.texts`.
"""

INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200d\u2060\ufeff]")
"""Control characters and those without width, which nobody sees and no search finds."""


def one_line(text: str) -> str:
    """Return `text` on one line; empty if it has no visible characters."""
    line = " ".join(text.translate(MISLEADING).split())
    return line if any(unicodedata.category(letter)[0] not in "CMZ" for letter in line) else ""


def visible(text: str) -> str:
    """Return what people see of a text, on one line."""
    return one_line(INVISIBLE.sub("", text))


def paragraphs(text: str) -> str:
    """Return `text` with its line breaks and without misleading characters."""
    return text.translate(MISLEADING).strip()


def lines_of(text: str, limit: int) -> tuple[str, ...]:
    """Return the lines that have visible characters; refuse more than `limit`."""
    lines = tuple(filter(None, map(one_line, text.splitlines())))
    if len(lines) > limit:
        raise LinesTooMany(limit)
    return lines


def within(limit: int, text: str, too_long: type[TooLong] = TextTooLong) -> str:
    """Return `text`; refuse more than `limit` characters."""
    if len(text) > limit:
        raise too_long(limit, len(text))
    return text


def checked_line(
    text: str, limit: int, missing: Missing = TextMissing, too_long: type[TooLong] = TextTooLong
) -> str:
    """Return `text` on one line, 1 to `limit` characters, at least one of them visible."""
    line = one_line(text)
    if not line:
        raise missing()
    return within(limit, line, too_long)


def checked_paragraphs(
    text: str, limit: int, missing: Missing = TextMissing, too_long: type[TooLong] = TextTooLong
) -> str:
    """Return `text` in paragraphs, 1 to `limit` characters, at least one of them visible."""
    said = paragraphs(text)
    if not one_line(said):
        raise missing()
    return within(limit, said, too_long)
