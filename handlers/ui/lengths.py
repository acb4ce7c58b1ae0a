"""Lengths of messages as Telegram counts them, and shortening."""

import re
from html import unescape

MESSAGE_LIMIT = 4096
"""Characters of a message after entity parsing (Bot API)."""

CAPTION_LIMIT = 1024
"""Characters of a picture's caption after entity parsing (Bot API)."""

TAG = re.compile(r"<[^<>]*>")
ELLIPSIS = "…"
BEFORE_ELLIPSIS = " \n\t\N{NO-BREAK SPACE},;:–—-(«"
"""Characters that a shortened text does not end with."""


def units(text: str) -> int:
    """Return the length in UTF-16 code units, as Telegram counts offsets: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def length(html: str) -> int:
    """Return the length of Telegram's HTML after entity parsing, in UTF-16 code units."""
    return units(unescape(TAG.sub("", html)))


def clipped(text: str, limit: int) -> str:
    """Return `text` within `limit` UTF-16 code units, cut with «…», at a word's end if possible."""
    if units(text) <= limit:
        return text
    if limit < units(ELLIPSIS):
        return ""
    cut = text.encode("utf-16-le")[: 2 * (limit - units(ELLIPSIS))]
    kept = cut.decode("utf-16-le", errors="ignore")
    if not text[len(kept) :][:1].isspace():
        kept = _to_a_words_end(kept)
    return kept.rstrip(BEFORE_ELLIPSIS) + ELLIPSIS


def _to_a_words_end(text: str) -> str:
    """Return a text without its last, incomplete word; a single long word stays."""
    whole = text.rstrip().rpartition(" ")[0]
    return whole if len(whole) >= len(text) / 2 else text
