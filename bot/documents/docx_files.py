"""Documents as DOCX, for editing: real headings and tables on A4."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.table import Table as DocxTable
from docx.table import _Cell, _Row

from bot.documents.blocks import (
    SHORT_TABLE,
    Chart,
    Codes,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Slips,
    Table,
    Title,
)
from bot.documents.docx_styles import CELL, CODE, FACT, REMARK, TEXT_WIDTH, added, blank

LABELS, SIDE = 52, 60
"""The width of labels, and of the left side of a line, in millimetres."""
WIDEST, TALLEST = 135, 225
"""The greatest width and height of a picture in millimetres, with room for the text around it."""
INDENT = Mm(8)


def docx_file(document: Document, charts: Sequence[bytes]) -> bytes:
    """Return the document as DOCX; `charts` are PNGs, one for each chart in it."""
    writer = Writer(document, iter(charts))
    for block in document.blocks:
        writer.doors[type(block)](block)
    return _undated(writer.content())


class Writer:
    """Writes blocks one after the other, with the method that `doors` has for each type."""

    def __init__(self, document: Document, charts: Iterator[bytes]) -> None:
        self._file = blank(document)
        self._charts = charts
        self.doors: Mapping[type, Callable[[Any], None]] = {
            Title: self._title,
            Sides: self._sides,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Listing: self._listing,
            Facts: self._facts,
            Table: self._table,
            Codes: self._codes,
            Slips: self._slips,
            Signatures: self._signatures,
            Chart: self._chart,
        }

    def content(self) -> bytes:
        """Return the file's bytes."""
        content = io.BytesIO()
        self._file.save(content)
        return content.getvalue()

    def _title(self, block: Title) -> None:
        self._file.add_paragraph(block.issuer).alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._file.add_heading(block.title, 1)
        self._file.add_paragraph(block.subject).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _sides(self, block: Sides) -> None:
        ((_, right),) = self._grid([(block.left, block.right)], (SIDE, TEXT_WIDTH - SIDE))
        right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _heading(self, block: Heading) -> None:
        heading = self._file.add_heading(block.text, 3 if block.minor else 2)
        heading.paragraph_format.page_break_before = block.appendix

    def _paragraph(self, block: Paragraph) -> None:
        """Write a paragraph; decisions and remarks are kept on one page with what follows."""
        paragraph = self._file.add_paragraph(style=REMARK if block.small else None)
        paragraph.add_run(block.text).bold = block.strong or None
        paragraph.paragraph_format.keep_with_next = block.strong or block.small or block.keeps

    def _listing(self, block: Listing) -> None:
        """Write a list; its numbers are text, so that each list begins with 1."""
        for number, item in enumerate(block.items, start=1):
            sign = f"{number}." if block.numbered else "—"
            form = self._file.add_paragraph(f"{sign}\t{item}").paragraph_format
            form.left_indent, form.first_line_indent = INDENT, Length(-INDENT)
            form.tab_stops.add_tab_stop(INDENT)

    def _facts(self, block: Facts) -> None:
        style = CODE if block.code else FACT
        for cells in self._grid(block.pairs, (LABELS, TEXT_WIDTH - LABELS), style):
            for cell in cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = block.keeps

    def _codes(self, block: Codes) -> None:
        pairs = [(*block.codes[at : at + 2], "")[:2] for at in range(0, len(block.codes), 2)]
        self._grid(pairs, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), CODE)

    def _slips(self, block: Slips) -> None:
        texts = [f"{one.title}\n{one.name}\n{one.code}\n{one.note}" for one in block.slips]
        pairs = [(*texts[at : at + 2], "")[:2] for at in range(0, len(texts), 2)]
        self._grid(pairs, (TEXT_WIDTH / 2, TEXT_WIDTH / 2), CELL)

    def _signatures(self, block: Signatures) -> None:
        for cells in self._grid([(label, "", name) for label, name in block.lines], (60, 45, 60)):
            for cell in cells:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
                cell.paragraphs[0].paragraph_format.keep_with_next = True
            cells[0].paragraphs[0].paragraph_format.space_before = Mm(8)
            borders = added(_properties(cells[1]), "w:tcBorders")
            added(borders, "w:bottom", val="single", sz="4", color="000000")

    def _table(self, block: Table) -> None:
        """Write a table; its heading is repeated on each page, and a short one stays on one."""
        whole = sum(column.share for column in block.columns)
        widths = [column.share * TEXT_WIDTH / whole for column in block.columns]
        table = self._file.add_table(0, len(widths), "Table Grid")
        heading = [column.heading for column in block.columns]
        first, *rest = self._fill(table, [heading, *block.rows], widths, CELL)
        for cell in first:
            cell.paragraphs[0].runs[0].bold = True
            added(_properties(cell), "w:shd", val="clear", fill="EEEEEE")
        numeric = [number for number, column in enumerate(block.columns) if column.numeric]
        for cell in (*first, *(cells[number] for cells in rest for number in numeric)):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        added(_properties(table.rows[0]), "w:tblHeader")
        if len(block.rows) <= SHORT_TABLE:
            for cell in (cell for cells in (first, *rest[:-1]) for cell in cells):
                cell.paragraphs[0].paragraph_format.keep_with_next = True

    def _chart(self, block: Chart) -> None:
        paragraph = self._file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        png = io.BytesIO(next(self._charts))
        picture = paragraph.add_run().add_picture(png, width=Mm(WIDEST))
        if picture.height > Mm(TALLEST):
            picture.width = Length(picture.width * Mm(TALLEST) // picture.height)
            picture.height = Mm(TALLEST)
        picture._inline.docPr.set("descr", block.description)  # noqa: SLF001  no other door to it

    def _grid(
        self, rows: Sequence[Sequence[str]], widths: Sequence[float], style: str = FACT
    ) -> list[list[_Cell]]:
        """Write cells without borders, `widths` in millimetres."""
        return self._fill(self._file.add_table(0, len(widths)), rows, widths, style)

    def _fill(
        self, table: DocxTable, rows: Sequence[Sequence[str]], widths: Sequence[float], style: str
    ) -> list[list[_Cell]]:
        """Fill an empty table, each row kept on one page, and leave a little room below it."""
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        filled, style_id = [], self._file.styles[style].style_id
        for texts in rows:
            cells = list(table.add_row().cells)  # type: ignore[no-untyped-call]  # not annotated
            for cell, text, width in zip(cells, texts, widths, strict=True):
                cell.width = Mm(width)
                paragraph = cell.paragraphs[0]
                paragraph._p.style = style_id  # noqa: SLF001  by name, all styles would be searched
                paragraph.add_run(text)
            filled.append(cells)
            added(_properties(table.rows[-1]), "w:cantSplit")
        self._file.add_paragraph(style=CODE).paragraph_format.keep_with_next = True
        return filled


def _properties(part: _Cell | _Row) -> BaseOxmlElement:
    if isinstance(part, _Cell):
        return part._tc.get_or_add_tcPr()  # noqa: SLF001  no other door to it
    return part._tr.get_or_add_trPr()  # noqa: SLF001  no other door to it


def _undated(content: bytes) -> bytes:
    """Return the archive without the times of its parts."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()
