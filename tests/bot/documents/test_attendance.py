"""The list of an event's people, written and read back."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.attendance import AttendanceRow, attendance_sheet

YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
BERLIN = ZoneInfo("Europe/Berlin")
HEADINGS = (
    "Имя",
    "Организация",
    "Муниципалитет",
    "Должность",
    "Ответ",
    "Гости",
    "Кто",
    "Ответил",
    "Очередь",
    "Пришёл",
)
SUMS = ("Организация", "Придут с гостями", "Пришли")
MARIA = AttendanceRow(
    name="Иванова Мария",
    organisation="Фонд «Рассвет»",
    municipality="Екатеринбург",
    position="Директор",
    answer="Придёт",
    guests=2,
    guest_names=("Пётр", "Анна"),
    answered_at=datetime(2026, 12, 1, 9, 30, 15, 250_000, tzinfo=UTC),
    line=None,
    arrived_at=datetime(2026, 12, 31, 19, 5, tzinfo=UTC),
)
WAITING = replace(
    MARIA, name="Ким Олег", guests=0, guest_names=(), answered_at=None, line=3, arrived_at=None
)
STRANGE = [
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    '=HYPERLINK("http://x")',
    "http://x",
    "mailto:a@example.org",
    "internal:Sheet!A1",
    "{=1}",
    "#N/A",
    "#REF!",
    "007",
    "6671000000",
    "1e5",
    "TRUE",
    "2026-12-05",
    " по краям ",
    "две\nстроки",
    "<b>&amp;</b>",
    "👩‍👩‍👧 Ёлка 🎄",
]


def written(
    rows: Sequence[AttendanceRow],
    organisations: Sequence[tuple[str, int, int]] = (),
    *,
    title: str = "Собрание",
    second: str = "По организациям",
    zone: ZoneInfo = YEKATERINBURG,
) -> Workbook:
    content = attendance_sheet(title, HEADINGS, rows, second, SUMS, organisations, zone)
    return load_workbook(io.BytesIO(content))


def values(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def names(title: str, second: str) -> list[str]:
    return written([], title=title, second=second).sheetnames


def test_each_person_is_a_row_in_the_order_given() -> None:
    people = written([MARIA, WAITING]).worksheets[0]

    assert (
        values(people)
        == [
            HEADINGS,
            (
                "Иванова Мария",
                "Фонд «Рассвет»",
                "Екатеринбург",
                "Директор",
                "Придёт",
                2,
                "Пётр, Анна",
                datetime(2026, 12, 1, 14, 30, 15),  # noqa: DTZ001 - Excel's dates have no zone
                None,
                datetime(2027, 1, 1, 0, 5),  # noqa: DTZ001
            ),
            ("Ким Олег", *values(people)[1][1:5], 0, None, None, 3, None),
        ]
    )


def test_each_organisation_is_a_row_of_the_second_sheet() -> None:
    sums = written([MARIA], [("Фонд «Рассвет»", 3, 1), ("=1+1", 0, 0)]).worksheets[1]

    assert values(sums) == [SUMS, ("Фонд «Рассвет»", 3, 1), ("=1+1", 0, 0)]
    assert sums["A3"].data_type == "s"


def test_moments_are_dates_by_the_clocks_of_the_zone_in_winter_and_in_summer() -> None:
    summer = replace(MARIA, answered_at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    people = written([summer], zone=BERLIN).worksheets[0]

    assert people["H2"].value == datetime(2026, 7, 2, 0, 30)  # noqa: DTZ001
    assert people["J2"].value == datetime(2026, 12, 31, 20, 5)  # noqa: DTZ001
    assert {people[cell].data_type for cell in ("H2", "J2")} == {"d"}
    assert {people[cell].number_format for cell in ("H2", "J2")} == {"dd.mm.yyyy hh:mm"}


@pytest.mark.parametrize("text", STRANGE)
def test_whatever_a_person_wrote_stays_text(text: str) -> None:
    row = AttendanceRow(text, text, text, text, text, 1, (text,), None, None, None)
    people = written([row]).worksheets[0]
    cells = [people.cell(2, column) for column in (1, 2, 3, 4, 5, 7)]

    assert [cell.value for cell in cells] == [text] * 6
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_a_heading_stays_text_as_well() -> None:
    content = attendance_sheet("А", ["=1+1"] * 10, [], "Б", ["@SUM(A1)"] * 3, [], YEKATERINBURG)

    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        assert {cell.data_type for cell in sheet[1]} == {"s"}


def test_a_long_name_is_whole_and_one_beyond_excels_limit_is_cut() -> None:
    long = "Ы" * 10_000
    people = written([replace(MARIA, name=long, guest_names=(long,) * 4)]).worksheets[0]

    assert people["A2"].value == long
    assert people["G2"].value == ", ".join([long] * 4)[:32_767]


def test_an_emoji_counts_as_two_and_is_never_cut_in_half() -> None:
    """Excel counts in UTF-16: 16,383 emoji fill 32,766 of 32,767 units."""
    people = written([replace(MARIA, name="🎄" * 20_000)]).worksheets[0]

    assert people["A2"].value == "🎄" * 16_383


def test_what_xml_cannot_hold_is_left_out() -> None:
    people = written([replace(MARIA, name="А\x00\x0b\x1f\ufffe\uffff\ud83dБ")], title="С\x00т")

    assert people.worksheets[0]["A2"].value == "АБ"
    assert people.sheetnames[0] == "Ст"


def test_five_hundred_people_are_five_hundred_rows() -> None:
    rows = [replace(MARIA, name=f"Человек {number}") for number in range(500)]
    people = written(rows).worksheets[0]

    assert people.max_row == 501
    assert [row[0] for row in values(people)[1:]] == [row.name for row in rows]


@pytest.mark.parametrize("rows", [[], [MARIA, WAITING]])
def test_the_headings_are_bold_stay_in_sight_and_filter_all_rows(rows: list[AttendanceRow]) -> None:
    sums = [("Фонд", 1, 0)] * len(rows)
    for sheet, last in zip(written(rows, sums).worksheets, "JC", strict=True):
        assert all(cell.font.bold for cell in sheet[1])
        assert not any(cell.font.bold for row in sheet.iter_rows(min_row=2) for cell in row)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{last}{1 + len(rows)}"


def test_the_columns_are_wide_enough_for_what_they_hold() -> None:
    people, sums = written([MARIA]).worksheets

    assert people.column_dimensions["A"].width > 30
    assert people.column_dimensions["J"].width > len("01.01.2027 00:05")
    assert sums.column_dimensions["A"].width > 40


@pytest.mark.parametrize("headings", [HEADINGS[:9], (*HEADINGS, "Подпись")])
def test_a_heading_too_few_or_too_many_is_refused(headings: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        attendance_sheet("А", headings, [MARIA], "Б", SUMS, [], YEKATERINBURG)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Собрание", "Собрание"),
        ("Встреча: [А/Б]? *\\", "Встреча А Б"),
        ("'Заря'", "Заря"),
        ("Клуб 'Заря' и мы", "Клуб 'Заря' и мы"),
        ("  Первая\nвторая\t", "Первая вторая"),
        ("а" * 31, "а" * 31),
        ("а" * 32, "а" * 31),
        ("а" * 30 + "'б", "а" * 30),
        ("а" * 30 + " б", "а" * 30),
        ("🎄" * 16, "🎄" * 15),
        ("", "1"),
        (" ' ", "1"),
        ("[]:*?/\\", "1"),
        ("History", "History 1"),
    ],
)
def test_a_title_becomes_a_name_that_excel_allows(title: str, name: str) -> None:
    assert names(title, "Итоги") == [name, "Итоги"]


@pytest.mark.parametrize(
    ("title", "second", "name"),
    [
        ("Итоги", "итоги", "итоги 2"),
        ("а" * 40, "а" * 40, "а" * 29 + " 2"),
        ("", "", "2"),
        ("1", "", "2"),
    ],
)
def test_the_second_sheet_never_takes_the_name_of_the_first(
    title: str, second: str, name: str
) -> None:
    assert names(title, second)[1] == name
