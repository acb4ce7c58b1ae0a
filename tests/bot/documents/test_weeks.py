"""The week of a room as a picture."""

import io

import pytest
from PIL import Image

from bot.documents.blocks import WeekBar, WeekPicture
from bot.documents.rendering import draw
from tests.bot.documents.papers import HOSTILE

DAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
BLUE = (0x0B, 0x4F, 0x8A)


def seen(week: WeekPicture) -> Image.Image:
    return Image.open(io.BytesIO(draw(week))).convert("RGB")


def a_week(*bars: WeekBar, title: str = "Большой зал") -> WeekPicture:
    return WeekPicture(title, DAYS, 9, 21, (False,) * 6 + (True,), bars)


def test_a_booking_is_a_bar_in_its_day_and_at_its_hours() -> None:
    empty, booked = seen(a_week()), seen(a_week(WeekBar(0, 10 * 60, 12 * 60, "Фонд")))
    assert booked.width == empty.width == 1280
    assert BLUE not in {colour for _, colour in empty.getcolors(2**20) or []}
    blue = [
        (x, y)
        for x in range(0, 1280, 8)
        for y in range(0, booked.height, 8)
        if booked.getpixel((x, y)) == BLUE
    ]
    assert max(x for x, _ in blue) < 1280 / 3, "only on Monday"
    assert max(y for _, y in blue) < booked.height / 2, "only in the morning"


def test_bookings_of_one_time_stand_beside_each_other() -> None:
    one = seen(a_week(WeekBar(0, 600, 720, "")))
    two = seen(a_week(WeekBar(0, 600, 720, ""), WeekBar(0, 660, 780, "")))
    row = [two.getpixel((x, 320)) == BLUE for x in range(1280)]
    runs = sum(now and not before for before, now in zip([False, *row], row, strict=False))
    assert runs == 2
    whole = sum(one.getpixel((x, 320)) == BLUE for x in range(1280))
    assert sum(row) < whole + 4


@pytest.mark.parametrize("text", [*HOSTILE, "Ы" * 5000, ""])
def test_long_and_hostile_names_stay_within_their_bar(text: str) -> None:
    bars = [WeekBar(number, 9 * 60, 9 * 60 + 15, text) for number in range(7)]
    picture = seen(a_week(*bars, title=text))
    right = picture.crop((1280 - 40, 0, 1280, picture.height))
    assert right.getextrema() == ((255, 255),) * 3, "nothing reaches the right edge"
