from pathlib import Path

from bot.demo.fiction import make_fiction
from bot.demo.workbook import write_workbook
from bot.documents.spreadsheets import read_sheet
from bot.domain.people.imports import check


def test_the_import_reads_the_workbook_as_it_was_meant(tmp_path: Path) -> None:
    figures = make_fiction(1).figures
    path = tmp_path / "alliance.xlsx"
    write_workbook(path, figures)
    sheet = read_sheet(path.read_bytes(), path.name)
    batch = check(sheet.rows)

    assert sheet.ignored == ()
    assert batch.refused == ()
    assert [(row.organisation, row.person) for row in batch.rows] == [
        (figure.organisation, figure.details) for figure in figures
    ]
