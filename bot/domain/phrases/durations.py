"""Durations, e.g. «полтора часа», «1 ч 30 мин», "2 days"."""

import re
from datetime import timedelta

from bot.domain.phrases.forms import Form, Found, Reading, found_in

_COUNT = r"[0-9]{1,4}(?:[.,]5)?"
_UNITS = (
    rf"(?:(?P<weeks>{_COUNT}) WEEKS?)?",
    rf"(?:(?P<days>{_COUNT}) (?:DAYS?|OF_DAY))?",
    rf"(?:(?P<hours>{_COUNT}) HOURS?)?",
    r"(?:(?P<minutes>[0-9]{1,4}) MINUTES?)?",
)


def _duration(found: Found) -> timedelta:
    counts = {unit: count for unit, count in found.groupdict().items() if count}
    return timedelta(**{unit: float(count.replace(",", ".")) for unit, count in counts.items()})


FORMS: tuple[Form[timedelta], ...] = (
    (re.compile(r"(?P<hours>[0-9]{1,3}):(?P<minutes>[0-5][0-9])"), _duration),
    (re.compile(r"(?P<hours>[0-9]{1,3}) HOURS? (?P<minutes>[0-5][0-9])"), _duration),
    (re.compile(r"(?=.)" + r"(?: AND)? ?".join(_UNITS)), _duration),
)


def find_duration(words: list[str]) -> Reading[timedelta] | None:
    """Return the reading of a duration; None if it is not a duration."""
    return found_in(FORMS, words)
