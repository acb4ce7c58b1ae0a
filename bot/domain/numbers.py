"""Read whole numbers that organisers type."""

import re

from bot.domain.people.members import folded
from bot.domain.phrases.words import unit_of
from bot.domain.refusals import NumberUnreadable

_NUMBER = re.compile(r"(?P<number>[+-]?[0-9]{1,9})(?: ?(?P<word>[^\W\d_]+)\.?)?")


def read_number(text: str, unit: str = "") -> int:
    """Read a whole number, with one word after it at most: «20», «1 000», «20 человек», «-5».

    Refuses anything but a number of at most nine digits, and a unit of time that is not the one
    asked for (`unit`, as `unit_of` returns it): «1 час» is not one minute.
    """
    words = re.sub(r"(?<=[0-9]) (?=[0-9])", "", folded(text))
    found = _NUMBER.fullmatch(words)
    if found is None or unit_of(found["word"] or "") not in {"", unit}:
        raise NumberUnreadable
    return int(found["number"])
