"""Read an event from one line: «Субботник завтра 10:00, сквер Тенистый, 20 мест»."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.events.plans import (
    checked_capacity,
    checked_duration,
    checked_place,
    checked_start,
    checked_title,
)
from bot.domain.lines import one_line
from bot.domain.moments import When, moment_at, read_duration, read_time, read_when
from bot.domain.phrases.times import VAGUE
from bot.domain.phrases.words import is_known, words_of
from bot.domain.refusals import DayVague, MomentUnreadable, Refusal, TimeVague

T = TypeVar("T")

MOST_WORDS = 10
"""The most words that a day with a time can have."""

LAST_MINUTE = time(23, 59)
SEATS = {"мест", "места", "место", "seats", "seat"}
PEOPLE = {"человек", "человека", "чел", "people"}
"""Counts as the number of seats at the end of a part only: «встреча 5 человек из совета»."""

LASTING = {"на", "for"}
LEADING = {*LASTING, "в", "во", "к", "on", "at"}
CUT = ","
BREAKS = re.compile(r"[;\n]")
EDGES = " ,;:.-–—"


@dataclass(frozen=True, slots=True)
class Outline:
    """An event read from one line; None marks what it does not tell.

    A `day` stands without a time. `unclear` is an ambiguity in the day or the time, to ask about.
    """

    title: str | None = None
    starts_at: datetime | None = None
    day: date | None = None
    duration: timedelta | None = None
    place: str | None = None
    capacity: int | None = None
    unclear: Refusal | None = None


class Window(NamedTuple):
    """Words that tell when, or tell it in a way that the reader refuses."""

    start: int
    end: int
    when: When | None
    refusal: Refusal | None = None

    def is_around(self, other: "Window") -> bool:
        """Tell whether this window contains another one."""
        return self.start <= other.start and other.end <= self.end


def read_outline(text: str, now: datetime, zone: ZoneInfo) -> Outline:
    """Read a line; words that are not understood stay in the title or in the place.

    Refuses what breaks the rule of a field: a title that is too long, too many seats.
    """
    words = one_line(BREAKS.sub(f"{CUT} ", text)).split()
    capacity, words = _taken(words, _seats)
    lasting, words = _taken(words, _lasting)
    window = _window(words, now.astimezone(zone).date())
    before, parts = _around(words, window)
    at, parts = _pick(parts, read_time) if _lacks_time(window) else (None, parts)
    duration, parts = _pick(parts, read_duration)
    title, *places = [*before, *parts] or [""]
    outline = Outline(
        title=checked_title(title) if title else None,
        duration=_checked_duration(lasting or duration),
        place=checked_place(f"{CUT} ".join(places)) if places else None,
        capacity=checked_capacity(capacity),
    )
    return outline if window is None else _with_time(outline, window, at, now, zone)


def _with_time(
    outline: Outline, window: Window, at: time | None, now: datetime, zone: ZoneInfo
) -> Outline:
    """Add the time; one that has passed is left out, to be asked for."""
    when, refusal = window.when, window.refusal
    if when is None:
        return replace(outline, unclear=refusal)
    duration = outline.duration or _checked_duration(when.duration)
    outline, at = replace(outline, duration=duration, unclear=refusal), when.at or at
    try:
        starts_at = checked_start(moment_at(when.day, at or LAST_MINUTE, zone), now)
    except Refusal as wrong:
        return replace(outline, unclear=wrong)
    if at is None or refusal is not None:
        return replace(outline, day=when.day)
    return replace(outline, starts_at=starts_at)


def _checked_duration(duration: timedelta | None) -> timedelta | None:
    return None if duration is None else checked_duration(duration)


# --- what is found word by word -----------------------------------------------------------------


def _taken(
    words: list[str], find: Callable[[list[str], int], tuple[T, int] | None]
) -> tuple[T | None, list[str]]:
    """Return the first value found at a word, and the words without it."""
    for start in range(len(words)):
        if found := find(words, start):
            value, end = found
            return value, [*words[:start], CUT, *words[end:]]
    return None, words


def _seats(words: list[str], start: int) -> tuple[int, int] | None:
    """Find «20 мест», «на 20 человек»; return the number and where it ends."""
    at = start + (words[start].casefold() in LASTING)
    if at + 1 >= len(words) or not (words[at].isascii() and words[at].isdigit()):
        return None
    counted, ends = words[at + 1].casefold(), at + 2 == len(words)
    of_people = counted.strip(EDGES) in PEOPLE and (ends or counted.endswith(CUT))
    if counted.strip(EDGES) in SEATS or of_people:
        return int(words[at][:9]), at + 2
    return None


def _lasting(words: list[str], start: int) -> tuple[timedelta, int] | None:
    """Find «на два часа», but not the time in «на два часа дня»."""
    if words[start].casefold() not in LASTING:
        return None
    for end in range(min(start + MOST_WORDS, len(words)), start + 1, -1):
        part_of_day = VAGUE.intersection(words_of(" ".join(words[end : end + 1])))
        duration = _unless_refused(read_duration, " ".join(words[start + 1 : end]).strip(EDGES))
        if duration is not None and not part_of_day:
            return duration, end
    return None


# --- when it is ---------------------------------------------------------------------------------


def _window(words: list[str], today: date) -> Window | None:
    """Return the words that tell when: the most specific ones, or the unclear words around them."""
    windows = list(_windows(words, today))
    told = max((one for one in windows if one.when), key=_weight, default=None)
    if told is not None and told.when is not None and told.when.at is not None:
        return told
    refused = [one for one in windows if one.refusal and (told is None or one.is_around(told))]
    unclear = max(refused, key=_weight, default=None)
    if told is None:
        return None if unclear and isinstance(unclear.refusal, TimeVague) else unclear
    return told if unclear is None else unclear._replace(when=told.when)


def _lacks_time(window: Window | None) -> bool:
    """Tell whether a day has no time, which may then stand in another part."""
    when = window.when if window is not None and window.refusal is None else None
    return when is not None and when.at is None


def _weight(window: Window) -> tuple[bool, int, int]:
    """Return how specific the words of a window are; of equals the last ones win."""
    has_time = window.when is not None and window.when.at is not None
    return has_time, window.end - window.start, window.start


def _windows(words: list[str], today: date) -> Iterator[Window]:
    known = [is_known(word) for word in words]
    meant = [bool(words_of(word.strip(EDGES))) for word in words]
    for start in range(len(words)):
        for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
            if not known[end - 1] or not meant[start]:
                break
            if meant[end - 1] and (found := _read(words, start, end, today)):
                yield found


def _read(words: list[str], start: int, end: int, today: date) -> Window | None:
    first = start
    while first and words[first - 1].casefold() in LEADING:
        first -= 1
    try:
        return Window(first, end, read_when(" ".join(words[start:end]), today))
    except (MomentUnreadable, DayVague):
        return None
    except Refusal as refusal:
        return Window(first, end, None, refusal)


# --- what is left -------------------------------------------------------------------------------


def _around(words: list[str], window: Window | None) -> tuple[list[str], list[str]]:
    """Return the text before the words that tell when, and the parts of the text after them."""
    if window is None:
        return [], _parts(words)
    before = " ".join(words[: window.start]).strip(EDGES).replace(f" {CUT}", CUT)
    return [before] if before else [], _parts(words[window.end :])


def _parts(words: list[str]) -> list[str]:
    return [part for one in " ".join(words).split(CUT) if (part := one.strip(EDGES))]


def _pick(parts: list[str], read: Callable[[str], T]) -> tuple[T | None, list[str]]:
    """Return the first reading that succeeds on a part, and the other parts."""
    for index, part in enumerate(parts):
        if (value := _unless_refused(read, part)) is not None:
            return value, [*parts[:index], *parts[index + 1 :]]
    return None, parts


def _unless_refused(read: Callable[[str], T], text: str) -> T | None:
    try:
        return read(text)
    except Refusal:
        return None
