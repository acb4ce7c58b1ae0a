"""Charts, looked at pixel by pixel."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.documents.blocks import Bar, Chart
from bot.documents.charts import COMPACT_FROM, drawn
from tests.bot.documents.papers import CHART, HOSTILE
from tests.effort import effort

BLUE = (0x0B, 0x4F, 0x8A)


def seen(chart: Chart) -> Image.Image:
    return Image.open(io.BytesIO(drawn(chart))).convert("RGB")


def longest_blue(picture: Image.Image) -> int:
    """Return how many pixels of the first series stand in the row that has most of them."""
    pixels = picture.load()
    assert pixels is not None
    return max(
        sum(pixels[x, y] == BLUE for x in range(picture.width)) for y in range(picture.height)
    )


def with_counts(*counts: int, needed: int | None = None) -> Chart:
    return replace(CHART, bars=(Bar("", counts, needed),), series=())


def test_a_picture_is_1280_pixels_wide_and_higher_with_more_bars() -> None:
    few, many, most = (
        seen(replace(CHART, bars=CHART.bars * count)) for count in (1, COMPACT_FROM - 1, 50)
    )

    assert (few.width, many.width, most.width) == (1280, 1280, 1280)
    assert 200 < few.height < many.height < most.height < 3000


@pytest.mark.parametrize(
    ("counts", "share"),
    [((5, 5, 0, 0), 0.5), ((9, 0, 0, 0), 1), ((30, 2, 58, 10), 0.3), ((0, 4, 4, 1), 0)],
)
def test_a_part_of_a_bar_is_as_long_as_its_share(counts: tuple[int, ...], share: float) -> None:
    whole = 1280 - 2 * 20 * 1280 / 576

    assert longest_blue(seen(with_counts(*counts))) == pytest.approx(whole * share, abs=4)


def test_the_mark_stands_where_the_votes_are_enough() -> None:
    picture = seen(with_counts(6, 3, 0, 1, needed=5))
    pixels = picture.load()
    assert pixels is not None
    black = {
        x
        for x in range(picture.width)
        if sum(pixels[x, y] == (0, 0, 0) for y in range(picture.height)) > 60
    }

    assert black
    assert min(abs(x - 640) for x in black) <= 3  # half of ten, in the middle
    assert max(black) - min(black) < 8


def test_without_votes_there_is_a_picture_too() -> None:
    assert longest_blue(seen(with_counts(0, 0, 0, 0, needed=1))) == 0


def test_the_same_chart_gives_the_same_bytes_without_the_name_of_a_program() -> None:
    assert drawn(CHART) == drawn(CHART)
    assert b"Software" not in drawn(CHART)
    assert drawn(CHART) != drawn(replace(CHART, title="Другой"))


@pytest.mark.parametrize("text", [*HOSTILE, "$\\frac{$", "🎄 汉字 שלום", "Ы" * 300, "", " "])
def test_whatever_is_written_on_it_is_only_written(text: str) -> None:
    bars = (Bar(text, (1, 2, 3, 4), 2, text[:20]),)
    names = (text[:30],) * 4
    chart = replace(CHART, title=text, bars=bars, series=names, needed=text[:30])

    assert seen(chart).width == 1280
    assert seen(replace(chart, bars=bars * 20)).width == 1280


@settings(max_examples=effort(3, 50))
@given(
    st.lists(st.tuples(*[st.integers(0, 500)] * 4), min_size=1, max_size=8),
    st.none() | st.integers(0, 600),
)
def test_any_counts_can_be_drawn(counts: list[tuple[int, ...]], needed: int | None) -> None:
    bars = tuple(Bar("Кандидат", one, needed) for one in counts)

    assert seen(replace(CHART, bars=bars)).width == 1280
