"""How alike two words are: misspelt, or with other endings."""

import re
from functools import lru_cache

SHORTEST = 3
"""Letters of a group; a shorter query is compared with the beginnings of words."""
CLOSE = 0.62
"""Words less alike than this have nothing to do with each other."""

STEM = re.compile(
    "(.{3,}?)"
    "(?:[аяыи]ми|иями|[оеё]го|[оеё]му|[оыиеё]й|[аоеуыи]я|[оыи]е|ее|[ыи]х|[уюоеь]ю|ая|[оеё]в"
    "|[аяоеё]м|[аяи]х|иям|иях|ии|ием|ями|ами|[аяоеиыуюьй])?"
)
"""A Russian word without its ending, at least three letters of it."""


@lru_cache(maxsize=65536)  # the same words are compared again and again
def alike(word: str, other: str) -> float:
    """Return how alike two words are, 0 to 1; 0 for words that have nothing in common."""
    short, long = sorted((len(word), len(other)))
    if short < SHORTEST:
        return float(word == other)
    if other.startswith(word):
        return 0.8 + 0.2 * len(word) / len(other)
    allowed = 1 if short <= 4 else 2 if short <= 8 else 3  # noqa: PLR2004  errors by length
    if long - short > allowed + 2:
        return 0.0
    letters = _letters(word)
    if len(letters & _letters(other)) + allowed < len(letters) - 1:
        return 0.0
    distance = min(edits(word, other, allowed), edits(stem(word), stem(other), allowed) + 0.3)
    if distance > allowed:
        return 0.0
    likeness = 1 - distance / (short + 1) * 0.9 - 0.08 * (word[0] != other[0])
    return likeness if likeness >= CLOSE else 0.0


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word)


def edits(word: str, other: str, most: int) -> int:
    """Return the number of wrong, missing, extra and swapped letters; `most` + 1 if more."""
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    line = list(range(len(other) + 1))
    for index, letter in enumerate(word, start=1):
        above, before_last = line, before
        line = [index]
        for place, one in enumerate(other, start=1):
            cost = min(line[-1] + 1, above[place] + 1, above[place - 1] + (letter != one))
            swapped = index > 1 and place > 1 and letter == other[place - 2]
            if swapped and word[index - 2] == one:
                cost = min(cost, before_last[place - 2] + 1)
            line.append(cost)
        before = above
        if min(line) > most:
            return most + 1
    return line[-1]


@lru_cache(maxsize=8192)  # the same words are compared again and again
def stem(word: str) -> str:
    """Return a Russian word without its ending."""
    found = STEM.fullmatch(word)
    return word if found is None else found[1]
