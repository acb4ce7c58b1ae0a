"""Opening hours as people type them, and on days when the clocks change."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.rooms.hours import OpenHours, read_week
from bot.domain.rooms.refusals import HoursUnreadable

NINE = OpenHours(540, 1260)
TEN = OpenHours(600, 1080)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("9-21", [NINE] * 7),
        ("ежедневно 09:00–21:00", [NINE] * 7),
        ("пн-пт 9:00-21:00; сб 10-18", [NINE] * 5 + [TEN, None]),
        ("Пн, Ср 9-21, вс 10.00-18.00", [NINE, None, NINE, None, None, None, TEN]),
        ("будни 9-21\nвыходные 10-18", [NINE] * 5 + [TEN] * 2),
        ("mon-fri 9-21", [NINE] * 5 + [None] * 2),
        ("ежедневно 0-24", [OpenHours(0, 1440)] * 7),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, days: list[OpenHours | None]) -> None:
    assert list(read_week(text).days) == days


@pytest.mark.parametrize(
    "text", ["", "пн", "21-9", "9-25", "9:70-10", "пт-пн 9-21", "когда-нибудь 9-21", "9-9"]
)
def test_what_is_no_opening_hours_is_refused(text: str) -> None:
    with pytest.raises(HoursUnreadable):
        read_week(text)


def test_a_day_on_which_the_clocks_change_is_an_hour_shorter_or_longer() -> None:
    berlin, week = ZoneInfo("Europe/Berlin"), read_week("0-24")
    lengths = [
        span.length // timedelta(hours=1)
        for day in (date(2026, 3, 29), date(2026, 6, 1), date(2026, 10, 25))
        if (span := week.span(day, berlin)) is not None
    ]
    assert lengths == [23, 24, 25]
