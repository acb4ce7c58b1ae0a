"""Lengths as Telegram counts them: in UTF-16 code units."""

LAST_OF_ONE_UNIT = "\uffff"


def units(text: str) -> int:
    """Return the length in UTF-16 code units."""
    if not text or max(text) <= LAST_OF_ONE_UNIT:
        return len(text)
    return len(text.encode("utf-16-le")) // 2


def boundaries(text: str) -> dict[int, int]:
    """Map each offset in code units where a character begins or ends to its index in `text`."""
    result, offset = {}, 0
    for place, letter in enumerate(text):
        result[offset] = place
        offset += 1 if letter <= LAST_OF_ONE_UNIT else 2
    result[offset] = len(text)
    return result
