"""Workbooks for Excel: a few worksheets, in which text from people stays text."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

DATE_FORMAT = "dd.mm.yyyy hh:mm"
TEXT_FORMAT = "@"
LONGEST_TEXT = 32_767
"""UTF-16 units in a cell, as Excel counts (Excel specifications and limits)."""
LONGEST_NAME = 31
"""UTF-16 units in the name of a worksheet."""
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that a file of XML 1.0 cannot hold: Excel would call it damaged."""
NO_NAME = re.compile(r"[\s\[\]:*?/\\]+")
RESERVED_NAME = "history"

Cell: TypeAlias = str | int | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: headings, and under each a cell of every row; `widths` in characters.

    The title becomes its name as far as Excel allows. Moments are naive: see `wall_clock`. With
    `typed_as_text`, cells of further rows are text too: otherwise Excel would drop a number's
    leading 0.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]
    typed_as_text: bool = False


def workbook_of(*sheets: Sheet) -> bytes:
    """Return an XLSX workbook of these worksheets. Nothing in it is a formula or a link.

    It takes half a second for a thousand people: call it in a thread, never on the event loop.
    """
    from openpyxl import Workbook  # noqa: PLC0415  heavy, and needed for XLSX only

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in sheets:
        _add(workbook, sheet)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _add(workbook: "Workbook", added: Sheet) -> None:
    """Append a worksheet with a bold, fixed first row that filters the others."""
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet = workbook.create_sheet(_sheet_name(added.title, workbook.sheetnames))
    for number, row in enumerate([added.headings, *added.rows], start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, _text(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"  # a name that begins with = is still a name
            elif isinstance(value, datetime):
                cell.number_format = DATE_FORMAT
    for column, (_, width) in enumerate(zip(added.headings, added.widths, strict=True), start=1):
        sheet.cell(1, column).font = Font(bold=True)
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = width
        if added.typed_as_text:
            dimension.number_format = TEXT_FORMAT
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def wall_clock(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """Return the local time in `zone`, to the second: dates in Excel have no zone."""
    if moment is None:
        return None
    return moment.astimezone(zone).replace(microsecond=0, tzinfo=None)


def _text(text: str) -> str:
    return _cut(NO_XML.sub("", text), LONGEST_TEXT)


def _cut(text: str, units: int) -> str:
    """Return the beginning of `text` within this many UTF-16 units, without half an emoji."""
    return text.encode("utf-16-le", "ignore")[: 2 * units].decode("utf-16-le", "ignore")


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    r"""Return `title` as Excel allows it: no `[]:*?/\`, no apostrophe at the ends, not used twice.

    One that is empty, taken or reserved is replaced by the worksheet's number.
    """
    name = _cut(NO_NAME.sub(" ", NO_XML.sub("", title)).strip(" '"), LONGEST_NAME).strip(" '")
    if name and name.casefold() not in {RESERVED_NAME, *(other.casefold() for other in taken)}:
        return name
    number = f" {len(taken) + 1}"
    return (_cut(name, LONGEST_NAME - len(number)) + number).strip()
