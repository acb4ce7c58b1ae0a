"""Read thresholds that a chair types; each must say whether exactly the threshold is enough."""

import re

from bot.domain.people.members import folded
from bot.domain.polls.majorities import Bound, Share
from bot.domain.polls.refusals import ShareUnreadable

BOUNDS = {
    Bound.MORE_THAN: ("больше", "более", "свыше", ">", "more than", "over"),
    Bound.AT_LEAST: ("не меньше", "не менее", "минимум", ">=", "≥", "at least"),
}
WHOLES = {"половины": (1, 2), "half": (1, 2), "двух третей": (2, 3), "two thirds": (2, 3)}
DENOMINATOR_LIMIT = 1000

_WORDS = {word: bound for bound, words in BOUNDS.items() for word in words}
_BOUND = "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True)))
_FORM = re.compile(
    rf"(?P<bound>{_BOUND}) ?(?:чем )?(?:(?P<whole>{'|'.join(WHOLES)})"
    r"|(?P<part>[0-9]{1,4}) ?[/⁄] ?(?P<of>[0-9]{1,4})|(?P<percent>[0-9]{1,3}) ?%)"
)


def read_share(text: str) -> Share:
    """Read a threshold: «больше половины», «не меньше 2/3», «не менее 75 %», "at least 2/3".

    Refuses a bare fraction such as 2/3: it does not say whether exactly two thirds are enough.
    """
    found = _FORM.fullmatch(folded(text))
    if found is None:
        raise ShareUnreadable
    part, whole = _fraction(found)
    if whole > DENOMINATOR_LIMIT:
        raise ShareUnreadable
    return Share(part, whole, _WORDS[found["bound"]]).checked()


def _fraction(found: re.Match[str]) -> tuple[int, int]:
    if found["whole"]:
        return WHOLES[found["whole"]]
    if found["percent"]:
        return int(found["percent"]), 100
    return int(found["part"]), int(found["of"])
