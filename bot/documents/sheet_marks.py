"""Data of a worksheet besides its cells: merged cells, and whether there are formulas.

openpyxl does not offer these while it reads row by row, so the worksheet's XML is read here.
"""

import io
import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl.utils import range_boundaries

from bot.documents.workbook_limits import CHUNK, LAST_ROW

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"


@dataclass(frozen=True, slots=True, order=True)
class MergedColumn:
    """Cells of a column (from 0) that show one value: that of row `first`, down to `last`."""

    column: int
    first: int
    last: int


@dataclass(slots=True)
class SheetMarks:
    """Data of a worksheet besides its cells."""

    merged: list[MergedColumn] = field(default_factory=list)
    computes: bool = False


def marks_of(content: bytes, title: str) -> SheetMarks:
    """Return these data of the worksheet with this title.

    They are empty for a workbook with an unusual structure.
    """
    marks = SheetMarks()

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag == "f":
            marks.computes = True
        elif tag == "mergeCell":
            left, top, _, bottom = range_boundaries(attributes["ref"])
            if left and top and bottom and bottom > top:
                marks.merged.append(MergedColumn(left - 1, top, min(bottom, LAST_ROW)))

    with ZipFile(io.BytesIO(content)) as archive:
        part = _part_of(archive, title)
        if part is not None:
            with archive.open(part) as source:
                _look_through(source, note)
    return SheetMarks(list(_apart(marks.merged)), marks.computes)


def _part_of(archive: ZipFile, title: str) -> str | None:
    """Return the archive's file with a worksheet."""
    known = set(archive.namelist())
    if not {WORKBOOK, RELATIONS} <= known:
        return None
    wanted: list[str] = []
    targets: dict[str, str] = {}

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet" and attributes.get("name") == title:
            wanted.append(attributes.get(RELATION, ""))
        elif tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    for part in (WORKBOOK, RELATIONS):
        with archive.open(part) as source:
            _look_through(source, note)
    target = targets.get(wanted[0], "") if wanted else ""
    path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return path if path in known else None


def _look_through(source: IO[bytes], note: Callable[[str, dict[str, str]], None]) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: note(tag.rpartition(" ")[2], attributes)
    while piece := source.read(CHUNK):
        parser.Parse(piece)


def _apart(merged: list[MergedColumn]) -> Iterator[MergedColumn]:
    """Yield ranges that do not overlap, as Excel ensures: a forged file causes no more work."""
    column, below = -1, 0
    for one in sorted(merged):
        if one.column != column:
            column, below = one.column, 0
        if one.first > below:
            yield one
            below = one.last
