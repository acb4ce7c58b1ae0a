"""What a document is made of: blocks of text that is worded already, in any language."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a document: who issues it, what it is, and of what."""

    issuer: str
    title: str
    subject: str


@dataclass(frozen=True, slots=True)
class Sides:
    """One line with something at its left end and at its right, such as date and place."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; an appendix begins on a page of its own."""

    text: str
    appendix: bool = False


SHORT_TABLE = 8
"""A table of so many rows stays on one page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `strong` for what was decided, `small` for remarks.

    Both stay on one page with what follows, and so does one that `keeps`.
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
    """Labels with what they stand for, one under the other; `code` for digests.

    Those that it `keeps` stay on one page with what follows.
    """

    pairs: tuple[tuple[str, str], ...]
    code: bool = False
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its part of the width, and whether it holds numbers."""

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
    """Codes of one length, such as the numbers of ballots, side by side in a fixed pitch."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on: in what capacity, and who."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: how many of each series, and how many of the first are `needed`.

    `note` stands at the right, where there is room for it.
    """

    label: str
    counts: tuple[int, ...]
    needed: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, one under the other. `series` names at most four colours from left to right.

    `needed` says in the legend what the mark on a bar means. `description` is for those who
    cannot see the picture.
    """

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    needed: str
    description: str


Block: TypeAlias = (
    Title | Sides | Heading | Paragraph | Listing | Facts | Table | Codes | Signatures | Chart
)


@dataclass(frozen=True, slots=True)
class Document:
    """Blocks from top to bottom. `footer` stands on each page before its number.

    `title`, `author`, `language` and `dated` (with its offset from UTC) go into the files'
    properties; no other time does.
    """

    title: str
    author: str
    language: str
    dated: datetime
    footer: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """A document as files: the same document gives the same bytes. `charts` are PNGs, in order."""

    docx: bytes
    pdf: bytes
    charts: tuple[bytes, ...]
