"""The parts of a document: blocks of final text, in any language."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document: who issues it, what it is, and what it is about."""

    issuer: str
    title: str
    subject: str


@dataclass(frozen=True, slots=True)
class Sides:
    """One line with text at the left end and at the right, such as date and place."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; an appendix begins on a page of its own; a `minor` one stands below others."""

    text: str
    appendix: bool = False
    minor: bool = False


SHORT_TABLE = 8
"""A table of at most this many rows is kept on one page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `strong` for decisions, `small` for remarks.

    Both are kept on one page with what follows, and so is one that `keeps`.
    """

    text: str
    strong: bool = False
    small: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from 1 or with dashes."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, one below the other; `code` for digests.

    The ones that it `keeps` stay on one page with what follows.
    """

    pairs: tuple[tuple[str, str], ...]
    code: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds numbers."""

    heading: str
    share: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading is repeated on each page. A cell may have several lines."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """Codes of equal length, such as ballot numbers, side by side in a monospaced font."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip to cut out: whose it is, a code, and a note on what to do with it."""

    title: str
    name: str
    code: str
    note: str


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips of one size, two side by side, with lines to cut along."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines for signatures: the capacity and the name of each person."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: the value of each series, the `needed` value of the first, and a `note`."""

    label: str
    counts: tuple[int, ...]
    needed: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked horizontal bars. `series` has the legend of at most four colours, left to right.

    `needed` says in the legend what the mark on a bar means. `description` is for those who cannot
    see the picture.
    """

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    needed: str
    description: str


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A card to be forwarded as a picture; `facts` are labels with their values."""

    heading: str
    title: str
    subtitle: str
    text: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WeekBar:
    """A bar in a column of a week, in minutes after midnight."""

    column: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """A week as a picture: a column for each of `days`, from the hour `first` to `last`.

    Days that are `shut` are shaded.
    """

    title: str
    days: tuple[str, ...]
    first: int
    last: int
    shut: tuple[bool, ...]
    bars: tuple[WeekBar, ...]


Block: TypeAlias = (
    Title
    | Sides
    | Heading
    | Paragraph
    | Listing
    | Facts
    | Table
    | Codes
    | Slips
    | Signatures
    | Chart
)


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks from top to bottom. `footer` stands on each page before its number.

    `title`, `author`, `language` and `dated` (with its offset from UTC) go into the files'
    properties, and no other time.
    """

    title: str
    author: str
    language: str
    dated: datetime
    footer: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """The rendered files: the same document gives the same bytes. `charts` are PNGs, in order."""

    docx: bytes
    pdf: bytes
    charts: tuple[bytes, ...]


Picture: TypeAlias = Chart | CardPicture | WeekPicture
"""What is drawn as a PNG of its own."""
