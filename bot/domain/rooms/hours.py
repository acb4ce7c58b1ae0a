"""Opening hours by the day of the week, and how people type them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.rooms.refusals import HoursUnreadable

DAY_MINUTES = 24 * 60
NAMES = (
    ("пн", "понедельник", "mon", "monday"),
    ("вт", "вторник", "tue", "tuesday"),
    ("ср", "среда", "wed", "wednesday"),
    ("чт", "четверг", "thu", "thursday"),
    ("пт", "пятница", "fri", "friday"),
    ("сб", "суббота", "sat", "saturday"),
    ("вс", "воскресенье", "sun", "sunday"),
)
DAYS = {name: (number,) for number, names in enumerate(NAMES) for name in names}
GROUPS = {
    **dict.fromkeys(("ежедневно", "каждый день", "daily", "every day"), tuple(range(7))),
    **dict.fromkeys(("будни", "по будням", "weekdays"), tuple(range(5))),
    **dict.fromkeys(("выходные", "по выходным", "weekend", "weekends"), (5, 6)),
}
TIMES = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*[-–—]\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?$")


@dataclass(frozen=True, slots=True)
class OpenHours:
    """When something is open on a day, in minutes after midnight; up to 24:00."""

    opens: int
    closes: int

    def __str__(self) -> str:
        return f"{_clock(self.opens)}–{_clock(self.closes)}"


@dataclass(frozen=True, slots=True)
class Span:
    """A time from `start` up to, but not including, `end`; both in UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether they have a moment in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other one lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Week:
    """The opening hours from Monday to Sunday; None is a day on which it is closed."""

    days: tuple[OpenHours | None, ...]

    def on(self, day: date) -> OpenHours | None:
        """Return the hours of a day."""
        return self.days[day.weekday()]

    def span(self, day: date, zone: ZoneInfo) -> Span | None:
        """Return the time in which it is open on a day of `zone`; None if it is closed.

        The clocks may change in between: then it is an hour shorter or longer.
        """
        hours = self.on(day)
        if hours is None:
            return None
        return Span(_moment(day, hours.opens, zone), _moment(day, hours.closes, zone))


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    days, rest = divmod(minutes, DAY_MINUTES)
    wall = time(*divmod(rest, 60))
    return datetime.combine(day + timedelta(days), wall, zone).astimezone(UTC)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def read_week(text: str) -> Week:
    """Read opening hours, e.g. «пн-пт 9-21; сб 10:00-18:00»; days that are not named are closed."""
    days: dict[int, OpenHours] = {}
    named: list[int] = []
    for part in re.split(r"[;,\n]", text.casefold()):
        found = TIMES.search(part.strip())
        words = TIMES.sub("", part.strip()).strip(" :")
        named += _named(words) if words else []
        if found is not None:
            hours = _hours(found)
            days |= dict.fromkeys(named or range(7), hours)
            named = []
    if not days or named:
        raise HoursUnreadable
    return Week(tuple(days.get(number) for number in range(7)))


def _named(words: str) -> tuple[int, ...]:
    if words in GROUPS:
        return GROUPS[words]
    first, dash, last = (one.strip(" .") for one in re.sub("[–—]", "-", words).partition("-"))
    if first not in DAYS or (dash and last not in DAYS):
        raise HoursUnreadable
    start, end = DAYS[first][0], DAYS[last or first][0]
    if end < start:
        raise HoursUnreadable
    return tuple(range(start, end + 1))


def _hours(found: re.Match[str]) -> OpenHours:
    opens, closes = (int(found[n]) * 60 + int(found[n + 1] or 0) for n in (1, 3))
    minutes = (int(found[n] or 0) for n in (2, 4))
    if max(minutes) >= 60 or not opens < closes <= DAY_MINUTES:  # noqa: PLR2004  in an hour
        raise HoursUnreadable
    return OpenHours(opens, closes)
