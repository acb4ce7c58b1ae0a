"""Read spreadsheets of members: the bytes of a CSV or XLSX file → rows by column."""

import csv
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from bot.documents.workbook_limits import LAST_ROW, excess_of
from bot.domain.people.members import folded
from bot.domain.people.rows import OPTIONAL, Column, Row
from bot.domain.sentences import Told

if TYPE_CHECKING:
    from bot.documents.sheet_marks import MergedColumn

LARGEST_FILE = 20 * 1024 * 1024
MOST_ROWS = 10_000
MOST_CELLS = 200
ZIP_MAGIC = b"PK\x03\x04"
OLD_EXCEL_MAGIC = b"\xd0\xcf\x11\xe0"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

SYNONYMS: dict[Column, tuple[str, ...]] = {
    Column.ORGANISATION: (
        "organization",
        "организация",
        "нко",
        "полное название",
        "полное наименование",
        "название организации",
        "наименование организации",
    ),
    Column.SHORT_NAME: (
        "краткое название",
        "краткое наименование",
        "сокращенное название",
        "сокращенное наименование",
    ),
    Column.INN: ("инн",),
    Column.OGRN: ("огрн",),
    Column.MUNICIPALITY: ("муниципалитет", "муниципальное образование", "город", "территория"),
    Column.PERSON: ("name", "full name", "фио", "ф.и.о.", "человек", "представитель"),
    Column.POSITION: ("должность",),
    Column.PHONE: ("телефон", "номер телефона", "мобильный телефон"),
    Column.EMAIL: ("e mail", "mail", "почта", "электронная почта", "адрес электронной почты"),
    Column.DELEGATE: ("делегат",),
    Column.ROLES: ("role", "роли", "роль"),
    Column.PATRONYMIC: ("отчество",),
    Column.DOCUMENT: ("authority", "документ", "документ о полномочиях", "основание полномочий"),
}
COLUMNS: dict[str, Column] = {
    name: column
    for column in Column
    for name in (column.value.replace("_", " "), *SYNONYMS[column])
}

Cells: TypeAlias = Sequence[str]
Line: TypeAlias = tuple[int, Cells]


class SpreadsheetRefused(Told):
    """The file cannot be read; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """A spreadsheet of members: its rows, and the headings that the import ignores."""

    rows: tuple[Row, ...]
    ignored: tuple[str, ...]


def read_sheet(content: bytes, name: str) -> PeopleSheet:
    """Return the rows of a file called `name`: XLSX, or CSV in UTF-8, UTF-16 or windows-1251.

    The first row that is not empty names the columns, in any order. Refuses, with
    `SpreadsheetRefused`, another kind of file, one without rows, or one that lacks a column.
    """
    if len(content) > LARGEST_FILE:
        raise SpreadsheetRefused("sheet-too-large", path=name)
    table = _xlsx(content, name) if content.startswith(ZIP_MAGIC) else _csv(content, name)
    if not table:
        raise SpreadsheetRefused("sheet-empty", path=name)
    if len(table) > MOST_ROWS + 1:
        raise SpreadsheetRefused("sheet-too-long", path=name, count=str(MOST_ROWS))
    (_, header), *body = table
    columns = _columns(header, name)
    if not body:
        raise SpreadsheetRefused("sheet-without-rows", path=name)
    known = set(columns.values())
    return PeopleSheet(
        rows=tuple(Row(number, _by_column(cells, columns)) for number, cells in body),
        ignored=tuple(
            title.strip()
            for index, title in enumerate(header)
            if title.strip() and index not in known
        ),
    )


def _by_column(cells: Cells, columns: dict[Column, int]) -> dict[Column, str]:
    return {column: cells[index] for column, index in columns.items() if index < len(cells)}


def _columns(header: Cells, name: str) -> dict[Column, int]:
    """Return the position of each column; refuse a header that lacks one or has it twice."""
    columns: dict[Column, int] = {}
    for index, title in enumerate(header):
        column = COLUMNS.get(re.sub(r"[\s_-]+", " ", folded(title)).strip())
        if column in columns:
            raise SpreadsheetRefused("sheet-column-twice", path=name, column=column.value)
        if column is not None:
            columns[column] = index
    missing = [column.value for column in Column if column not in {*columns, *OPTIONAL}]
    if missing:
        raise SpreadsheetRefused(
            "sheet-without-columns", path=name, columns=", ".join(missing), count=len(missing)
        )
    return columns


def _filled(lines: Iterable[Cells]) -> list[Line]:
    """Return the lines that are not empty, with their numbers; at most one more than allowed."""
    numbered = enumerate(lines, start=1)
    filled = ((number, cells) for number, cells in numbered if any(map(str.strip, cells)))
    return list(islice(filled, MOST_ROWS + 2))


# --- CSV ----------------------------------------------------------------------------------------


def _csv(content: bytes, name: str) -> list[Line]:
    text = _text(content, name)
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    try:
        delimiter = max(";,\t", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
        return _filled(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise _not_a_spreadsheet(name) from error


def _text(content: bytes, name: str) -> str:
    """Decode text as Excel and others write it: by its mark, else UTF-8, else windows-1251."""
    if content.startswith(OLD_EXCEL_MAGIC):
        raise SpreadsheetRefused("sheet-of-old-excel", path=name)
    encodings = ("utf-16",) if content.startswith(UTF16_MARKS) else ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0e-\x1f]", text):
            return text
    raise _not_a_spreadsheet(name)


def _not_a_spreadsheet(name: str) -> SpreadsheetRefused:
    return SpreadsheetRefused("sheet-unreadable", path=name)


# --- XLSX ---------------------------------------------------------------------------------------


def _xlsx(content: bytes, name: str) -> list[Line]:
    """Return the rows of the workbook's first sheet with cells.

    A formula counts by its stored value; one without a value stays a formula, so that it is
    refused. Merged cells have their value in each of their rows.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about styles and extensions only
        try:
            excess = excess_of(content)
            lines = _first_sheet(content) if excess is None else []
        except Exception as error:
            # Anything that a damaged file raises in zipfile, the XML parser or openpyxl.
            raise _not_a_spreadsheet(name) from error
    if excess is not None:
        raise SpreadsheetRefused("sheet-excess", path=name, excess=excess)
    return lines


def _first_sheet(content: bytes) -> list[Line]:
    from bot.documents.sheet_marks import marks_of  # noqa: PLC0415  openpyxl is heavy

    title, lines = _lines(content, None, values=True)
    if title is None:
        return []
    marks = marks_of(content, title)
    if marks.computes:
        _, formulas = _lines(content, title, values=False)
        lines = _with_formulas(lines, dict(formulas))
    return _filled_down(lines, marks.merged)


def _lines(content: bytes, title: str | None, *, values: bool) -> tuple[str | None, list[Line]]:
    """Return the rows of the sheet with this title, or of the first that has any, and its title.

    They hold the last `values` of formulas, or the formulas themselves.
    """
    from openpyxl import load_workbook  # noqa: PLC0415  heavy, and needed for XLSX only

    workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=values)
    try:
        for sheet in workbook.worksheets:
            if title not in {None, sheet.title}:
                continue
            sheet.reset_dimensions()  # the stored size of a sheet is often wrong
            found = sheet.iter_rows(max_row=LAST_ROW, max_col=MOST_CELLS, values_only=True)
            lines = _filled(_rows(found))
            if lines:
                return sheet.title, lines
    finally:
        workbook.close()
    return None, []


def _with_formulas(lines: Sequence[Line], formulas: Mapping[int, Cells]) -> list[Line]:
    """Put formulas without a stored value in place: no spreadsheet program saved the file."""
    return [
        (number, [value or rest for value, rest in zip(cells, formulas[number], strict=True)])
        if number in formulas
        else (number, cells)
        for number, cells in lines
    ]


def _filled_down(lines: Sequence[Line], merged: "Iterable[MergedColumn]") -> list[Line]:
    """Copy the value of merged cells to each row that they cover."""
    rows = {number: list(cells) for number, cells in lines}
    for one in merged:
        top = rows.get(one.first, [])
        value = top[one.column] if one.column < len(top) else ""
        for number in range(one.first + 1, one.last + 1) if value else ():
            row = rows.get(number)
            if row is not None and one.column < len(row):
                row[one.column] = row[one.column] or value
    return list(rows.items())


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterator[Cells]:
    """Return the texts of each row; an empty row has none, since there may be many."""
    for row in rows:
        yield [] if row.count(None) == len(row) else [_cell(value) for value in row]


def _cell(value: object) -> str:
    """Return a cell's text; of an ИНН or a phone number only digits, never 6671000000.0."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
