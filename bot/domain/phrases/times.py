"""Times of day, on a 24-hour clock or in words, e.g. «18:30», «половина восьмого вечера»."""

import re
from collections.abc import Callable, Mapping
from datetime import time, timedelta
from functools import partial
from typing import TypeAlias

from bot.domain.phrases.forms import Form, Found, Reading, found_in
from bot.domain.refusals import ClockTime, HourUnclear, MidnightUnclear, NoSuchTime

Span: TypeAlias = tuple[time, timedelta]
"""A time of day, and the duration that follows, if given."""

DIAL = 12  # hours
MINUTES_A_DAY = 24 * 60
SURE = 9
"""From this hour on a bare number is taken as it stands: «в 10» is in the morning."""

AFTERNOON = {10: 10, 11: 11, 12: 12, **{hour: hour + DIAL for hour in range(1, 7)}}
PARTS: Mapping[str, Mapping[int, int]] = {
    "MORNING": {hour: hour for hour in range(1, 12)},
    "OF_DAY": AFTERNOON,
    "AFTERNOON": AFTERNOON,
    "EVENING": {hour: hour + DIAL for hour in range(4, 12)},
    "NIGHT": {**{hour: hour for hour in range(6)}, **{hour: hour + DIAL for hour in (9, 10, 11)}},
    "PM": {12: 12, **{hour: hour + DIAL for hour in range(1, 12)}},
}
"""Returns the hour of 24 for one of 12 in this part of the day."""

MIDNIGHTS = {"MORNING", "EVENING", "NIGHT"}
"""Parts of the day in which twelve o'clock is ambiguous: one day ends and another begins."""


def _exact(found: Found) -> time:
    """Return an exact time; with words for the part of the day the hour may be one of 12."""
    hour, minute, part = int(found["hour"]), int(found["minute"]), found["part"]
    return _clock(hour if part is None else _hour_of(hour, part), minute)


def _bare(found: Found) -> time:
    hour = int(found["hour"])
    if found["part"] is None and found["hour"].startswith("0"):
        return _clock(hour, 0)
    return _of_dial(hour, 0, found["part"])


def _before(found: Found) -> time:
    """Return a time some minutes before an hour."""
    return _off(int(found["hour"]) * 60 - _few(found), found["part"])


def _into(found: Found) -> time:
    """Return a time within an hour counted from one: half of the eighth is 7:30."""
    return _off((int(found["hour"]) - 1) * 60 + _few(found), found["part"])


def _past(found: Found) -> time:
    """Return a time some minutes after an hour."""
    return _off(int(found["hour"]) * 60 + _few(found), found["part"])


def _few(found: Found) -> int:
    """Return the minutes, typed in words or in digits."""
    minutes = found["minute"]
    return {"HALF": 30, "QUARTER": 15}.get(minutes) or int(minutes)


def _off(minutes: int, part: str | None) -> time:
    """Return a time given as minutes before or after an hour of 12."""
    if not 0 < minutes < (DIAL + 1) * 60:
        raise NoSuchTime
    return _of_dial(minutes // 60 or DIAL, minutes % 60, part)


def _of_dial(hour: int, minute: int, part: str | None) -> time:
    """Return a time by the part of the day; without one, refuse an ambiguous hour."""
    if part is not None:
        return _clock(_hour_of(hour, part), minute)
    if 0 < hour < SURE:
        raise HourUnclear(_shown(hour, minute), _shown(hour + DIAL, minute))
    return _clock(hour, minute)


def _shown(hour: int, minute: int) -> ClockTime:
    return ClockTime(f"{hour}:{minute:02}")


def _hour_of(hour: int, part: str) -> int:
    if hour == DIAL and part in MIDNIGHTS:
        raise MidnightUnclear
    hours = PARTS[part]
    if hour > DIAL and hour in hours.values():
        return hour
    if hour not in hours:
        raise NoSuchTime
    return hours[hour]


def _clock(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError:
        raise NoSuchTime from None


def _midnight(_: Found) -> time:
    raise MidnightUnclear


_HOUR, _MINUTE = r"(?P<hour>[0-9]{1,2})", r"(?P<minute>[0-9]{2})"
_FEW = r"(?P<minute>HALF|QUARTER|[0-9]{1,2})(?: MINUTES?)?"
_TIMES: tuple[tuple[str, Callable[[Found], time]], ...] = (
    (rf"{_HOUR}[:.]{_MINUTE}(?: HOURS)?", _exact),
    (rf"{_HOUR} {_MINUTE}", _exact),
    (rf"{_HOUR} DASH (?P<minute>00|2[5-9]|[3-9][0-9])", _exact),  # «10-12» may mean ten to noon
    (rf"{_HOUR} HOURS? (?P<minute>[0-9]{{1,2}})(?: MINUTES?)?", _exact),
    (rf"{_HOUR}(?: HOURS?)?", _bare),
    (rf"{_FEW} {_HOUR}TH", _into),
    (rf"WITHOUT {_FEW} {_HOUR}(?: HOURS?)?", _before),
    (rf"(?P<minute>QUARTER) TO {_HOUR}", _before),
    (rf"{_FEW} PAST {_HOUR}", _past),
    ("NOON", lambda _: time(12)),
    ("MIDNIGHT", _midnight),
)
_PART = rf"(?P<part>{'|'.join(PARTS)})"
FORMS: tuple[Form[time], ...] = tuple(
    (re.compile(f"(?:FROM )?{phrase}"), read)
    for form, read in _TIMES
    for phrase in (f"{form}(?: {_PART})?", f"{_PART} {form}")
)

VAGUE = {"LUNCH", *PARTS}
"""Words for a part of the day without a time."""

BETWEEN = ("UNTIL", "TO", "DASH")
AROUND = {"UNTIL", "PAST", "FROM", "DASH"}


def is_vague(words: list[str]) -> bool:
    """Tell whether words give a part of the day without a time: «до обеда», «вечером»."""
    return not VAGUE.isdisjoint(words) and VAGUE.union(AROUND).issuperset(words)


def is_around(word: str) -> bool:
    """Tell whether a word may belong to a vague time."""
    return word in VAGUE or word in AROUND


def find_time(words: list[str]) -> Reading[time] | None:
    """Return the reading of a time of day; None if it is not one."""
    return found_in(FORMS, words)


def _between(start: Reading[time], end: Reading[time]) -> Span:
    begins, ends = start(), end()
    minutes = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
    if not minutes:
        raise NoSuchTime
    return begins, timedelta(minutes=minutes % MINUTES_A_DAY)


def find_range(words: list[str]) -> Reading[Span] | None:
    """Return the reading of a range: «с 10 до 12», «10:00–12:30»."""
    for between in BETWEEN:
        if between in words:
            cut = words.index(between)
            start, end = find_time(words[:cut]), find_time(words[cut + 1 :])
            if start is not None and end is not None:
                return partial(_between, start, end)
    return None
