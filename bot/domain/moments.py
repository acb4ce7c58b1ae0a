"""Read days, times and durations that people type; ambiguous input is refused, never guessed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.domain.phrases import days, times
from bot.domain.phrases.durations import find_duration
from bot.domain.phrases.words import without_until, words_of
from bot.domain.refusals import (
    DayAhead,
    DayVague,
    DurationUnreadable,
    MomentUnreadable,
    NoSuchTime,
    OneMomentAsked,
    Refusal,
    TimeVague,
)

BESIDE = ("COMMA", "DASH")
"""Words between a day and a time, part of neither."""


class When(NamedTuple):
    """A day, with a time and a duration if given."""

    day: date
    at: time | None = None
    duration: timedelta | None = None


def read_start(text: str, today: date) -> tuple[date, time | None]:
    """Read a day with or without a time, e.g. «5 декабря 18:30», «в субботу в 10», «завтра».

    A day without a year is the next such day, `today` included. Refuses what it cannot read, what
    may be meant in two ways, days that no calendar has, and times that no clock shows.
    """
    return _one_moment(read_when(text, today))


def read_end(text: str, today: date) -> tuple[date, time | None]:
    """Read an end, in the forms of `read_start`, with or without «до» before it."""
    return read_start(without_until(text), today)


def read_past(text: str, today: date) -> tuple[date, time | None]:
    """Read a day in the past, `today` included, in the forms of `read_start`.

    A day without a year is the latest such day. Refuses a day in the future.
    """
    day, at = _one_moment(read_when(text, today, past=True))
    if day > today:
        raise DayAhead
    return day, at


def read_when(text: str, today: date, *, past: bool = False) -> When:
    """Read a day, with one time, two times, or none: «завтра с 10 до 12»."""
    words = words_of(text)
    refusal: Refusal | None = None
    for day_words, time_words in _cuts(words):
        try:
            found = _read(day_words, time_words, today, past=past)
        except Refusal as wrong:
            refusal = refusal or wrong
        else:
            if found is not None:
                return found
    raise refusal or _unread(text, words, today)


def read_time(text: str) -> time:
    """Read a time of day: «18:30», «18.30», «в 7 утра», «половина восьмого вечера»."""
    words = words_of(text)
    reading = times.find_time(words)
    if reading is not None:
        return reading()
    if times.find_range(words) is not None:
        raise OneMomentAsked
    raise TimeVague if times.is_vague(words) else MomentUnreadable


def read_duration(text: str) -> timedelta:
    """Read a duration: «2 часа», «1,5 ч», «1:30», «полтора часа», «1 день», "90 minutes"."""
    reading = find_duration(words_of(text))
    if reading is None:
        raise DurationUnreadable
    return reading()


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the end of a day in a zone, in UTC and exclusive."""
    return moment_at(day + timedelta(days=1), time.min, zone)


def moment_at(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the moment (UTC) when the clocks of `zone` show `at` on `day`.

    Refuses a time that the clocks skip; a time shown twice means the first.
    """
    wall = datetime.combine(day, at)
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != wall:
        raise NoSuchTime
    return moment


def _one_moment(when: When) -> tuple[date, time | None]:
    if when.duration is not None:
        raise OneMomentAsked
    return when.day, when.at


def _cuts(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Split words into those of a day and those of a time, in either order, in every way."""
    for cut in range(len(words)):
        before, after = _bare(words[:cut]), _bare(words[cut:])
        yield after, before
        yield before, after


def _bare(words: list[str]) -> list[str]:
    """Return words without those that only connect."""
    start, end = 0, len(words)
    while start < end and words[start] in BESIDE:
        start += 1
    while start < end and words[end - 1] in BESIDE:
        end -= 1
    return words[start:end]


def _read(day_words: list[str], time_words: list[str], today: date, *, past: bool) -> When | None:
    """Return the reading of the words; None when they have no known form."""
    day = days.find_day(day_words, today, past=past)
    if day is None:
        return None
    if not time_words:
        return When(day())
    at, span = times.find_time(time_words), times.find_range(time_words)
    if at is not None:
        return When(day(), at())
    return None if span is None else When(day(), *span())


def _unread(text: str, words: list[str], today: date) -> Refusal:
    """Return the refusal: of the time, of the day, or of the whole."""
    day = [word for word in words if not times.is_around(word)]
    around = [word for word in words if times.is_around(word)]
    if times.is_vague(around) and (not day or days.find_day(_bare(day), today)):
        return TimeVague()
    if not days.VAGUE.isdisjoint(words) and not any(letter.isdigit() for letter in text):
        return DayVague()
    return MomentUnreadable()
