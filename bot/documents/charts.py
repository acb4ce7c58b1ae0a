"""Charts as pictures: bars that differ on a phone, on paper and without colours."""

from dataclasses import dataclass
from itertools import accumulate

from bot.documents.blocks import Bar, Chart
from bot.documents.pens import INK, Fill, Pen

WIDTH = 576
"""The picture's width in points (1/72 inch): 1280 pixels."""
MARGIN = 20
TITLE_SIZE, TITLE_STEP = 16, 24
LEGEND_SIZE, LEGEND_STEP = 11, 22
SWATCH = (18, 12)
GAP = 8
COMPACT_FROM = 13
"""From this many bars on, labels stand beside the bars, not above, so that fifty fit on a page."""
SHADE = "#8a949c"


FILLS = (
    Fill("#0b4f8a", "#0b4f8a", "", "white"),
    Fill("#f6b26b", "#8a4b00", "////", INK),
    Fill("#e4e7ea", SHADE, "...", INK),
    Fill("white", SHADE, "", INK),
)
"""Blue and orange, which people who confuse red and green can tell apart; then paler ones."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The position of a bar in points: from the left, and from the top of its row."""

    left: int
    top: int
    height: int
    step: int
    label_size: int
    number_size: int


LARGE = Layout(left=MARGIN, top=26, height=30, step=74, label_size=13, number_size=13)
COMPACT = Layout(left=210, top=3, height=14, step=22, label_size=9, number_size=9)


def drawn(chart: Chart) -> bytes:
    """Return the chart as a PNG, `WIDTH` points wide and as high as needed; takes 0.2 s."""
    pen = Pen()
    layout = LARGE if len(chart.bars) < COMPACT_FROM else COMPACT
    top = float(MARGIN)
    for line in pen.wrapped(chart.title, TITLE_SIZE, WIDTH - 2 * MARGIN, 2, bold=True):
        pen.write(MARGIN, top + 8, line, TITLE_SIZE, bold=True)
        top += TITLE_STEP
    top += GAP
    for bar in chart.bars:
        _draw_bar(pen, bar, layout, top)
        top += layout.step
    bottom = _draw_legend(pen, chart, top + 2 * GAP)
    return pen.picture(WIDTH, bottom + MARGIN)


def _draw_bar(pen: Pen, bar: Bar, layout: Layout, top: float) -> None:
    upper, middle = top + layout.top, top + layout.top + layout.height / 2
    if layout.left > MARGIN:
        label = pen.clipped(bar.label, layout.label_size, layout.left - MARGIN - GAP)
        pen.write(MARGIN, middle, label, layout.label_size)
    else:
        note = WIDTH - MARGIN - pen.width(bar.note, layout.label_size, bold=True)
        label = pen.clipped(bar.label, layout.label_size, note - MARGIN - 4 * GAP)
        pen.write(MARGIN, top + GAP, label, layout.label_size)
        pen.write(note, top + GAP, bar.note, layout.label_size, bold=True)
    unit = (WIDTH - MARGIN - layout.left) / max(1, sum(bar.counts), bar.needed or 0)
    parts = [
        (fill, count, layout.left + before * unit)
        for fill, count, before in zip(
            FILLS, bar.counts, accumulate(bar.counts, initial=0), strict=False
        )
        if count
    ]
    for fill, count, left in parts:
        pen.box(left, upper, count * unit, layout.height, fill)
    if bar.needed is not None:
        pen.mark(layout.left + bar.needed * unit, upper - 4, upper + layout.height + 4)
    free = 0.0
    for fill, count, left in parts:
        breadth = pen.width(str(count), layout.number_size)
        if breadth + 2 * GAP <= count * unit:
            at, ink, paper = (left + GAP, middle), fill.ink, fill.face
        else:  # too narrow for its number, which goes below
            at, ink, paper = (max(left, free), upper + layout.height + GAP), INK, "none"
            free = at[0] + breadth + GAP
        pen.write(*at, str(count), layout.number_size, ink=ink, paper=paper)


def _draw_legend(pen: Pen, chart: Chart, top: float) -> float:
    """Draw the legend of the colours and the mark; return where its last line ends."""
    left = float(MARGIN)
    marked = any(bar.needed is not None for bar in chart.bars)
    for number, words in enumerate((*chart.series, chart.needed) if marked else chart.series):
        breadth = SWATCH[0] + GAP + pen.width(words, LEGEND_SIZE)
        if left > MARGIN and left + breadth > WIDTH - MARGIN:
            left, top = float(MARGIN), top + LEGEND_STEP
        if number < len(chart.series):
            pen.box(left, top - SWATCH[1] / 2, *SWATCH, FILLS[number])
        else:
            pen.mark(left + SWATCH[0] / 2, top - SWATCH[1] / 2, top + SWATCH[1] / 2)
        pen.write(left + SWATCH[0] + GAP, top, words, LEGEND_SIZE)
        left += breadth + 2 * GAP
    return top + LEGEND_STEP / 2
