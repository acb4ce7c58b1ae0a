"""What people typed, made fit to be shown."""

import unicodedata

DIRECTION_MARKS = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
PLACEHOLDER_MARKS = (0xE000, 0xE001)
MISLEADING = dict.fromkeys([*DIRECTION_MARKS, *PLACEHOLDER_MARKS])
"""What is taken out of typed text: a direction mark turns round all that follows on a card, and a
placeholder's marks (`handlers.ui.texts`) have no look of their own."""


def one_line(text: str) -> str:
    """Return `text` on one line; nothing if there is nothing in it to be seen."""
    line = " ".join(text.translate(MISLEADING).split())
    return line if any(unicodedata.category(letter)[0] not in "CMZ" for letter in line) else ""


def paragraphs(text: str) -> str:
    """Return `text` with its line breaks and without what misleads."""
    return text.translate(MISLEADING).strip()
