"""Limits of a workbook's size, checked before it is unpacked into memory.

XLSX is zipped XML: a file of a few kilobytes can unpack to gigabytes, or have absurdly high row
numbers. So the XML is read once in chunks, and nothing of it is kept.
"""

import io
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from bot.domain.sentences import Sentence, Told

LARGEST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all parts together; ten thousand people take some ten megabytes."""
MOST_PARTS = 1_000
MOST_SHEETS = 100
MOST_ELEMENTS = 2_000_000
"""XML elements of all parts together: each takes some hundred bytes while it is read."""
LAST_ROW = 20_000
"""Twice the people that an import accepts, for empty rows between them; the rest is not read."""
MOST_CELLS_IN_ROW = 16_384
"""As many columns as Excel has."""
CHUNK = 64 * 1024
FILLED = frozenset({"v", "is"})
"""The elements with a cell's value."""


class _Excess(Told):
    """The workbook is too large."""


def excess_of(content: bytes) -> Sentence | None:
    """Return which limit a workbook exceeds, such as "more than 100 sheets"; None if none.

    Raises what `zipfile` raises of a damaged file.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _look_through(archive)
    except _Excess as excess:
        return excess.sentence
    return None


def _look_through(archive: ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise _Excess("sheet-excess-parts", count=str(MOST_PARTS))
    # `zipfile` unpacks no more of a part than its entry declares.
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _Excess("sheet-excess-unpacked", size=LARGEST_UNPACKED // 2**20)
    elements = 0
    for part in parts:
        with archive.open(part) as source:
            elements = _Look(elements).through(source)


@dataclass(slots=True)
class _Look:
    """The reading of one part: what was counted before it, and how far it is."""

    elements: int
    sheets: int = 0
    row: int = 0
    cells: int = 0

    def through(self, source: IO[bytes]) -> int:
        """Return the number of elements so far; a part that is no XML is left to its reader."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            while piece := source.read(CHUNK):
                parser.Parse(piece)
        except expat.ExpatError:  # a picture, or damage, at which the reader fails too
            pass
        return self.elements

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise _Excess("sheet-excess-elements", count=str(MOST_ELEMENTS))
        match tag.rpartition(" ")[2]:
            case "row":
                self.row, self.cells = int(attributes.get("r", self.row + 1)), 0
            case "c":
                self.cells += 1
                if self.cells > MOST_CELLS_IN_ROW:
                    raise _Excess("sheet-excess-columns", count=str(MOST_CELLS_IN_ROW))
            case "sheet":
                self.sheets += 1
                if self.sheets > MOST_SHEETS:
                    raise _Excess("sheet-excess-sheets", count=str(MOST_SHEETS))
            case name if name in FILLED and self.row > LAST_ROW:
                raise _Excess("sheet-excess-rows", row=str(self.row), count=str(LAST_ROW))

    def _doctype(self, *_: object) -> None:
        raise _Excess("sheet-excess-doctype")
