import csv
import io
import re
from collections.abc import Callable
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.documents import workbook_limits
from bot.documents.spreadsheets import MOST_ROWS, PeopleSheet, SpreadsheetRefused, read_sheet
from bot.domain.people.rows import Column
from tests.wording import in_english

HEADER = [column.value for column in Column]
RUSSIAN = [
    "Организация",
    "Краткое название",
    "ИНН",
    "ОГРН",
    "Муниципалитет",
    "ФИО",
    "Должность",
    "Телефон",
    "Электронная почта",
    "Делегат",
    "Роли",
    "Отчество",
    "Документ",
]
PERSON = [
    "Фонд «Рассвет»; дети",
    "Рассвет",
    "0100000011",
    "",
    "Екатеринбург",
    'Иванова "Маша" Мария',
    "директор, член правления",
    "+7 922 123-45-67",
    "maria@example.org",
    "да",
    "leader, council",
    "Сергеевна",
    "решение правления № 2",
]


def csv_of(rows: list[list[str]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_of(rows: list[list[object]]) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def cells(sheet: PeopleSheet) -> list[list[str]]:
    return [[row.cells[column] for column in Column] for row in sheet.rows]


def refusal(content: bytes) -> str:
    with pytest.raises(SpreadsheetRefused) as refused:
        read_sheet(content, "members.csv")
    return in_english(refused.value.sentence)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_separator(
    encoding: str, delimiter: str
) -> None:
    sheet = read_sheet(csv_of([HEADER, PERSON], delimiter, encoding), "members.csv")

    assert cells(sheet) == [PERSON]
    assert sheet.ignored == ()


@pytest.mark.parametrize("header", [HEADER, RUSSIAN, [name.upper() for name in RUSSIAN]])
def test_columns_have_english_and_russian_names_in_any_case(header: list[str]) -> None:
    assert cells(read_sheet(csv_of([header, PERSON]), "members.csv")) == [PERSON]


def test_columns_stand_in_any_order() -> None:
    backwards = csv_of([HEADER[::-1], PERSON[::-1]])

    assert cells(read_sheet(backwards, "members.csv")) == [PERSON]


def test_unknown_columns_are_left_out_and_named() -> None:
    sheet = read_sheet(csv_of([[*HEADER, " Заметка ", ""], [*PERSON, "x", "y"]]), "members.csv")

    assert sheet.ignored == ("Заметка",)
    assert cells(sheet) == [PERSON]


def test_missing_columns_are_named() -> None:
    words = refusal(csv_of([HEADER[:-4], PERSON[:-4]]))

    assert "lacks the columns delegate, roles:" in words


def test_a_file_without_patronymics_and_documents_is_taken() -> None:
    sheet = read_sheet(csv_of([HEADER[:-2], PERSON[:-2]]), "members.csv")

    assert {Column.PATRONYMIC, Column.DOCUMENT}.isdisjoint(sheet.rows[0].cells)


def test_a_column_that_stands_twice_is_named() -> None:
    assert "the column inn twice" in refusal(csv_of([[*HEADER, "ИНН"], [*PERSON, "1"]]))


def test_rows_are_numbered_as_the_spreadsheet_shows_them() -> None:
    blank = [""] * len(HEADER)
    sheet = read_sheet(csv_of([blank, HEADER, PERSON, blank, PERSON]), "members.csv")

    assert [row.number for row in sheet.rows] == [3, 5]


def test_a_cell_of_two_lines_counts_as_one_row() -> None:
    two_lines = ["Фонд\nРассвет", *PERSON[1:]]
    sheet = read_sheet(csv_of([HEADER, two_lines, PERSON]), "members.csv")

    assert [row.number for row in sheet.rows] == [2, 3]
    assert sheet.rows[0].cells[Column.ORGANISATION] == "Фонд\nРассвет"


def test_a_short_row_lacks_cells_and_breaks_nothing() -> None:
    sheet = read_sheet(csv_of([HEADER, PERSON[:3]]), "members.csv")

    assert sheet.rows[0].cells == dict(zip(list(Column)[:3], PERSON[:3], strict=True))


def test_an_xlsx_reads_like_a_csv() -> None:
    sheet = read_sheet(xlsx_of([list(HEADER), list(PERSON)]), "members.xlsx")

    empty_as_text = [[text or "" for text in PERSON]]
    assert cells(sheet) == empty_as_text


def test_numbers_in_an_xlsx_become_plain_digits_and_text_keeps_its_zero() -> None:
    numbers: list[object] = [*PERSON]
    numbers[2:4] = ["0100000011", 1026600000019]
    numbers[7] = 79221234567.0
    numbers[9] = True
    sheet = read_sheet(xlsx_of([list(HEADER), numbers]), "members.xlsx")

    (row,) = sheet.rows
    assert row.cells[Column.INN] == "0100000011"
    assert row.cells[Column.OGRN] == "1026600000019"
    assert row.cells[Column.PHONE] == "79221234567"
    assert row.cells[Column.DELEGATE] == "True"


def test_the_rows_of_an_xlsx_are_numbered_across_gaps_and_empty_sheets() -> None:
    workbook = Workbook()
    sheet = workbook.create_sheet("members")
    for column, (title, text) in enumerate(zip(HEADER, PERSON, strict=True), start=1):
        sheet.cell(2, column, title)
        sheet.cell(7, column, text)
    content = io.BytesIO()
    workbook.save(content)

    assert [row.number for row in read_sheet(content.getvalue(), "m.xlsx").rows] == [7]


def test_what_is_merged_over_several_rows_stands_in_each_of_them() -> None:
    rest = [""] * (len(HEADER) - 6)
    colleague = ["", "", "", "", "", "Петров Пётр", *rest]
    other = ["Фонд «Закат»", "", "0100000012", "", "", "Ли Ян", *rest]
    workbook = Workbook()
    workbook.worksheets[0].title = "Обложка"
    sheet = workbook.create_sheet("Члены & гости")
    for row in (HEADER, PERSON, colleague, other, colleague):
        sheet.append(row)
    for merged in ("A2:A3", "B2:B3", "C2:C3", "E2:E3", "A4:B4", "D4:D5"):
        sheet.merge_cells(merged)
    content = io.BytesIO()
    workbook.save(content)

    found = cells(read_sheet(content.getvalue(), "members.xlsx"))

    assert found[1] == [*PERSON[:5], "Петров Пётр", *rest]
    assert found[2] == other
    assert found[3] == colleague, "a cell that is left empty without being merged stays so"


def test_a_formula_without_a_value_is_kept_as_one_and_another_counts_by_its_value() -> None:
    empty = xlsx_of(
        [list[object](HEADER), [*PERSON[:5], '=CONCATENATE("Ли"," ","Ян")', *PERSON[6:]]]
    )
    (row,) = cells(read_sheet(empty, "members.xlsx"))
    assert row[5].startswith("=CONCATENATE")

    saved = forged(
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("<v>", "<f>A1</f><v>", 1) if "<v>" in xml else xml,
    )
    assert read_sheet(saved, "members.xlsx").rows


@pytest.mark.parametrize("content", [b"", b"\n\n", b";;;\n;;\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert "is empty" in refusal(content)


def test_an_empty_workbook_is_refused() -> None:
    assert "is empty" in refusal(xlsx_of([]))


def test_a_header_alone_is_refused() -> None:
    assert "has headings only" in refusal(csv_of([HEADER]))


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n\x01\x02",
        b"PK\x03\x04 and no more of it",
        xlsx_of([["a"]])[:-100],
        "name\x98".encode("latin-1"),
    ],
)
def test_what_is_no_spreadsheet_is_refused(content: bytes) -> None:
    assert "is not a spreadsheet: save it as XLSX or CSV" in refusal(content)


def test_an_old_or_protected_excel_file_gets_its_own_remedy() -> None:
    assert "without a password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)


def test_more_rows_than_are_taken_at_once_are_refused_and_none_is_dropped() -> None:
    lines = [HEADER] + [PERSON] * MOST_ROWS

    assert len(read_sheet(csv_of(lines), "members.csv").rows) == MOST_ROWS
    assert f"more than {MOST_ROWS} rows" in refusal(csv_of([*lines, PERSON]))


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    assert "larger than 20 MB" in refusal(b"x" * (20 * 1024 * 1024 + 1))


# --- workbooks that are larger than they look ----------------------------------------------------

WORKBOOK = xlsx_of([list(HEADER), list(PERSON)])
SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"
CELL = '<c t="inlineStr"><is><t>Ян</t></is></c>'


def forged(part: str, change: Callable[[str], str]) -> bytes:
    """Return a good workbook of which one part is another one."""
    content = io.BytesIO()
    with ZipFile(io.BytesIO(WORKBOOK)) as good, ZipFile(content, "w", ZIP_DEFLATED) as made:
        for name in good.namelist():
            xml = good.read(name)
            made.writestr(name, change(xml.decode()) if name == part else xml)
    return content.getvalue()


def with_rows(xml: str) -> bytes:
    return forged(SHEET, lambda sheet: sheet.replace("</sheetData>", f"{xml}</sheetData>"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (with_rows(f'<row r="1000000000000">{CELL}</row>'), "row 1000000000000, below row 20000"),
        (with_rows(f'<row r="20001">{CELL}</row>'), "row 20001, below row 20000"),
        (with_rows('<row r="3">' + "<c/>" * 16_385 + "</row>"), "more than 16384 columns"),
        (forged(STYLES, lambda xml: f"<!DOCTYPE a [<!ENTITY b 'c'>]>{xml}"), "a document type"),
        (
            forged("xl/workbook.xml", lambda xml: re.sub("<sheet .*?/>", r"\g<0>" * 101, xml)),
            "more than 100 sheets",
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_read(
    content: bytes, words: str
) -> None:
    assert words in (told := refusal(content))
    assert "copy the members' rows into a new file" in told


@pytest.mark.parametrize(
    ("limit", "most", "words"),
    [
        ("MOST_ELEMENTS", 2_000, "more than 2000 cells and texts"),
        ("LARGEST_UNPACKED", 2**20, "more than 1 MB when it is unpacked"),
    ],
)
def test_cells_and_bytes_are_counted_over_all_parts(
    monkeypatch: pytest.MonkeyPatch, limit: str, most: int, words: str
) -> None:
    """The limits themselves would take seconds to reach."""
    assert len(read_sheet(WORKBOOK, "members.xlsx").rows) == 1
    monkeypatch.setattr(workbook_limits, limit, most)
    assert len(read_sheet(WORKBOOK, "members.xlsx").rows) == 1

    row, padding = f'<row r="3">{"<c/>" * 1_000}</row>', " " * 2**19
    more = with_rows(row * 2 + padding * 2)
    assert len(more) < len(WORKBOOK) + 2_000
    assert words in refusal(more)


def test_a_workbook_of_too_many_parts_is_refused() -> None:
    content = io.BytesIO(WORKBOOK)
    with ZipFile(content, "a") as made:
        for number in range(1_000):
            made.writestr(f"xl/media/{number}.png", b"")

    assert "more than 1000 parts" in refusal(content.getvalue())


def test_an_empty_row_at_the_end_of_the_sheet_hides_nobody() -> None:
    """LibreOffice writes one with a height of its own."""
    sheet = read_sheet(with_rows('<row r="1048576" ht="15"/>'), "members.xlsx")

    assert cells(sheet) == [[text or "" for text in PERSON]]


def test_the_last_row_that_is_read_may_hold_somebody() -> None:
    last = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in HEADER)
    sheet = read_sheet(with_rows(f'<row r="20000">{last}</row>'), "members.xlsx")

    assert [row.number for row in sheet.rows] == [2, 20_000]


def test_a_workbook_may_hold_pictures() -> None:
    content = io.BytesIO(WORKBOOK)
    with ZipFile(content, "a") as made:
        made.writestr("xl/media/image1.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 1000)

    assert len(read_sheet(content.getvalue(), "members.xlsx").rows) == 1


TEXT = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(st.lists(TEXT, min_size=len(HEADER), max_size=len(HEADER)), st.sampled_from(";,\t"))
def test_every_text_comes_back_from_a_quoted_csv(person: list[str], delimiter: str) -> None:
    sheet = read_sheet(csv_of([HEADER, person], delimiter, "utf-8-sig"), "members.csv")

    assert cells(sheet) == [person]


DAMAGE = st.lists(st.tuples(st.integers(4, 4000), st.integers(0, 255)), min_size=1, max_size=20)


@given(DAMAGE)
def test_a_damaged_workbook_is_read_or_refused_but_never_breaks(
    damage: list[tuple[int, int]],
) -> None:
    content = bytearray(WORKBOOK)
    for place, byte in damage:
        content[place] = byte

    # Any other exception fails the test.
    with suppress(SpreadsheetRefused):
        read_sheet(bytes(content), "members.xlsx")
