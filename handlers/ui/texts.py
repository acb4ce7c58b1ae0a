"""All texts of the bot: Fluent for sentences, Babel for dates and durations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.domain.people.members import LANGUAGES
from bot.ports import Clock
from handlers.ui.fluent import GENITIVE, LEFT, MARK, PLAIN, formatted, words_of

if TYPE_CHECKING:
    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import InlineKeyboardButton

Value = str | int | datetime | timedelta
"""Variables of a text; a `bool` becomes `yes` or `no` in the locales."""

SHORT = 100  # characters; values by which a text selects are shorter
TAG = re.compile("<[^<>]*>")

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Markup(str):
    """Text that is already Telegram's HTML and is not escaped again."""

    __slots__ = ()


class Texts:
    """The texts of one language.

    `t("key", name=…)` is HTML with what people wrote escaped; `t.plain("key", …)` is for buttons
    and callback answers, which know no HTML. Moments are said in words with the weekday in the
    alliance's zone, and carry the time itself, so that a client can show it in its own zone.
    """

    def __init__(self, language: str, zone: ZoneInfo, clock: Clock) -> None:
        self.language = language
        self.zone = zone
        self._clock = clock
        self._locale = Locale(language)
        self._words = words_of(language)

    def __call__(self, key: str, /, **values: Value) -> Markup:
        """Return a text as Telegram's HTML; as another text's variable it is not escaped again."""
        return Markup(self._format(key, values, self._html))

    def plain(self, key: str, /, **values: Value) -> str:
        """Return a text as plain text."""
        return self._format(key, values, self._plain)

    def button(
        self, key: str, data: CallbackData, style: str | None = None, /, **values: Value
    ) -> InlineKeyboardButton:
        """Return a button; `style` is `success`, `primary`, `danger` or none."""
        from aiogram.types import InlineKeyboardButton  # noqa: PLC0415  commands need words alone

        words = self.plain(key, **values)
        return InlineKeyboardButton(text=words, callback_data=data.pack(), style=style)

    def has(self, key: str) -> bool:
        """Tell whether there is a text for `key`."""
        return self._words.has(key)

    def _format(
        self, key: str, values: Mapping[str, Value], say: Callable[[Value, str], str | int]
    ) -> str:
        marked = {
            name: _mark(name) if _is_apart(value) else say(value, PLAIN)
            for name, value in values.items()
        }
        text = formatted(self.language, key, tuple(marked.items()))
        return MARK.sub(
            lambda mark: str(
                say(values[mark[1]], mark[2] or PLAIN) if mark[1] in values else mark[0]
            ),
            text,
        )

    def _html(self, value: Value, form: str = PLAIN) -> str | int:
        if isinstance(value, Markup):
            return value
        plain = self._plain(value, form)
        words = plain if isinstance(plain, int) else escape(plain, quote=False)
        if isinstance(value, datetime):
            return f'<tg-time unix="{int(value.timestamp())}">{words}</tg-time>'
        return words

    def _plain(self, value: Value, form: str = PLAIN) -> str | int:
        match value:
            case bool():
                return "yes" if value else "no"
            case datetime():
                return self.until(value) if form == GENITIVE else self.moment(value)
            case Markup():
                return unescape(TAG.sub("", value))
            case timedelta():
                return self.left(value) if form == LEFT else self.duration(value)
            case int():
                return value
            case _:
                return str(value)

    def moment(self, moment: datetime) -> str:
        """Return e.g. «суббота, 5 декабря, 18:30»; with the year if it is another one."""
        return self._dated(moment, "EEEE, d MMMM", ", HH:mm")

    def until(self, moment: datetime) -> str:
        """Return a time as it follows «до», e.g. «субботы, 5 декабря, 18:30»."""
        weekday = WEEKDAYS[moment.astimezone(self.zone).weekday()]
        rest = self._dated(moment, "d MMMM", ", HH:mm")
        return self.plain("moment-until", weekday=weekday, rest=rest)

    def _dated(self, moment: datetime, day: str, time: str = "") -> str:
        local = moment.astimezone(self.zone)
        pattern = f"{day}{self._year(local)}{time}"
        return _moment(local.replace(tzinfo=None), pattern, self._locale)

    def day_short(self, moment: datetime) -> str:
        """Return a day in the form for a list's buttons, e.g. «сб, 5 дек.»."""
        return self._dated(moment, "EEE, d MMM")

    def day(self, moment: datetime) -> str:
        """Return e.g. «сб, 5 декабря»; with the year if it is another one."""
        return self._dated(moment, "EEE, d MMMM")

    def days(self, moments: Iterable[datetime]) -> str:
        """Return several days in short form, e.g. «5, 12 и 19 декабря; 2 января»."""
        local = (moment.astimezone(self.zone) for moment in moments)
        months = groupby(local, lambda day: (day.year, day.month))
        return "; ".join(self._of_month(list(days)) for _, days in months)

    def _of_month(self, days: list[datetime]) -> str:
        month = self._dated(days[0], "MMMM")
        return f"{self.listed([str(day.day) for day in days])} {month}"

    def _year(self, local: datetime) -> str:
        """Return the pattern of the year; empty for the present one."""
        this_year = self._clock.now().astimezone(self.zone).year
        return "" if local.year == this_year else " y"

    def number(self, number: float) -> str:
        """Return a number with one digit after the point, e.g. «12,3»."""
        return format_decimal(number, "#,##0.0", locale=self._locale)

    def date(self, day: date) -> str:
        """Return e.g. «5 декабря 2026», as in documents; the date of a time in the zone."""
        local = day.astimezone(self.zone).date() if isinstance(day, datetime) else day
        return format_date(local, "d MMMM y", locale=self._locale)

    def time(self, moment: datetime) -> str:
        """Return e.g. «18:30»."""
        return f"{moment.astimezone(self.zone):%H:%M}"

    def zone_name(self, zone: ZoneInfo | None = None) -> str:
        """Return the city that names a zone, e.g. «Екатеринбург»."""
        return get_timezone_location(zone or self.zone, locale=self._locale, return_city=True)

    def duration(self, duration: timedelta) -> str:
        """Return e.g. «1 день 2 часа 30 минут», to the nearest minute."""
        words = [self.plain(f"duration-{unit}", count=n) for unit, n in _parts(duration)]
        return " ".join(words) or self.plain("duration-none")

    def left(self, duration: timedelta) -> str:
        """Return how much time is left, e.g. «Остался 1 день 2 часа»."""
        unit, count = next(iter(_parts(duration)), ("none", 0))
        words = self.duration(duration)
        return self.plain("duration-left", unit=unit, count=count, words=words)

    def listed(self, items: list[str]) -> str:
        """Return e.g. «а, б и в»."""
        return format_list(items, locale=self._locale)


class AllTexts:
    """The texts of every language of the bot, each loaded on first use."""

    def __init__(self, default: str, zone: ZoneInfo, clock: Clock) -> None:
        self._default = default
        self._zone = zone
        self._clock = clock
        self._texts: dict[str, Texts] = {}

    def now(self) -> datetime:
        """Return the present time, in UTC."""
        return self._clock.now()

    def for_language(self, language: str | None) -> Texts:
        """Return the texts for an IETF tag such as `ru-RU`; an unknown one gets the default."""
        known = (language or "").split("-")[0].lower()
        spoken = known if known in LANGUAGES else self._default
        if spoken not in self._texts:
            self._texts[spoken] = Texts(spoken, self._zone, self._clock)
        return self._texts[spoken]


def _parts(duration: timedelta) -> list[tuple[str, int]]:
    """Return the days, hours and minutes of a duration, without zeros, to the nearest minute."""
    minutes = round(duration.total_seconds() / 60)
    parts = (("days", minutes // 1440), ("hours", minutes % 1440 // 60), ("minutes", minutes % 60))
    return [(unit, count) for unit, count in parts if count]


def _is_apart(value: Value) -> bool:
    """Tell whether a value is inserted after Fluent has formatted the text around it.

    Fluent accepts values of at most 2500 characters. A placeholder typed by somebody must not be in
    the text when ours are replaced: it would be expanded too. The form of a time or a duration is
    chosen by the text.
    """
    long = isinstance(value, str) and (len(value) > SHORT or "\ue000" in value)
    return long or isinstance(value, datetime | timedelta)


def _mark(name: str) -> str:
    """Return the placeholder of a value until the text around it is formatted."""
    return f"\ue000{name}\ue001"


@lru_cache(maxsize=256)  # most cards are of a few events
def _moment(wall: datetime, pattern: str, locale: Locale) -> str:
    """Return a local time as text: naive, because equal aware times would share a cache entry."""
    return format_datetime(wall, pattern, locale=locale)
