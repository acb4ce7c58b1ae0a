"""Draw text and boxes in points, on matplotlib's canvas and in its own font."""

import io
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from matplotlib import get_data_path
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.patches import Rectangle

DPI = 160
UNKNOWN = "□"
ELLIPSIS = "…"
INK = "#1c2733"
MEASURED = 1200
"""Letters of a text that are looked at; measuring longer ones takes minutes."""


@dataclass(frozen=True, slots=True)
class Fill:
    """The look of a box: without colours the hatching distinguishes it from others."""

    face: str
    edge: str
    hatch: str
    ink: str


class Pen:
    """Measures and writes text in points (1/72 inch), and draws boxes.

    The font is matplotlib's own, so that all systems draw the same; missing glyphs become boxes.
    Importing this module takes a second and 50 MB.
    """

    def __init__(self) -> None:
        folder = Path(get_data_path(), "fonts", "ttf")
        self._files = {bold: folder / f"DejaVuSans{'-Bold' * bold}.ttf" for bold in (False, True)}
        self._fonts = {bold: FT2Font(str(file)) for bold, file in self._files.items()}
        self._known = frozenset.intersection(
            *(frozenset(font.get_charmap()) for font in self._fonts.values())
        )
        self._figure = Figure(dpi=DPI, facecolor="white")
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()

    def width(self, text: str, size: int, *, bold: bool = False) -> float:
        """Return the width of a text."""
        font = self._fonts[bold]
        font.set_size(size, 72)
        font.set_text(self._shown(text), 0.0, flags=LoadFlags.NO_HINTING)
        return font.get_width_height()[0] / 64

    def clipped(self, text: str, size: int, width: float, *, bold: bool = False) -> str:
        """Return the text, or the beginning that fits, with an ellipsis."""
        line = self._shown(text)
        if self.width(line, size, bold=bold) <= width:
            return line

        def clip(letters: int) -> str:
            return line[:letters].rstrip() + ELLIPSIS

        fitting = bisect_right(
            range(len(line)), width, key=lambda n: self.width(clip(n), size, bold=bold)
        )
        return clip(max(0, fitting - 1))

    def wrapped(
        self, text: str, size: int, width: float, most: int, *, bold: bool = False
    ) -> tuple[str, ...]:
        """Return a text in at most so many lines; the last one, and long words, are cut to fit."""
        words, lines = self._shown(text[:MEASURED]).split(), list[str]()
        while words and len(lines) < most - 1:
            fitting = bisect_right(
                range(1, len(words) + 1),
                width,
                key=lambda n: self.width(" ".join(words[:n]), size, bold=bold),
            )
            count = max(1, fitting)
            lines.append(self.clipped(" ".join(words[:count]), size, width, bold=bold))
            del words[:count]
        if words:
            lines.append(self.clipped(" ".join(words), size, width, bold=bold))
        return tuple(lines)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: int,
        *,
        ink: str = INK,
        paper: str = "none",
        bold: bool = False,
    ) -> None:
        """Draw a line of text from `x` on, its middle at `y`, on a `paper` background if given."""
        self._axes.text(
            x,
            y,
            self._shown(text),
            color=ink,
            va="center_baseline",
            fontproperties=FontProperties(fname=self._files[bold], size=size),
            parse_math=False,  # a dollar sign is not mathematics here
            bbox={"facecolor": paper, "edgecolor": "none", "pad": 0.6},
        )

    def box(self, x: float, y: float, width: float, height: float, fill: Fill) -> None:
        """Draw a box from its upper left corner."""
        box = Rectangle((x, y), width, height, linewidth=0.8)
        box.set(facecolor=fill.face, edgecolor=fill.edge, hatch=fill.hatch)
        self._axes.add_patch(box)

    def mark(self, x: float, top: float, bottom: float) -> None:
        """Draw a vertical line that is visible on dark and on light."""
        for colour, breadth in (("white", 5.0), ("black", 2.0)):
            self._axes.plot([x, x], [top, bottom], color=colour, linewidth=breadth)

    def picture(self, width: float, height: float) -> bytes:
        """Return the drawing as PNG; anything beyond this height and width is cut off."""
        self._figure.set_size_inches(width / 72, height / 72)
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        content = io.BytesIO()
        self._figure.savefig(content, format="png", metadata={"Software": None})
        return content.getvalue()

    def _shown(self, text: str) -> str:
        letters = (one if ord(one) in self._known or one.isspace() else UNKNOWN for one in text)
        return " ".join("".join(letters).split())
