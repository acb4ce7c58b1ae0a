"""The alliance as a spreadsheet that an administrator would import."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook

from bot.demo.fiction import Figure
from bot.domain.people.rows import Column


def write_workbook(path: Path, figures: Iterable[Figure]) -> None:
    """Write an XLSX file with a row for each person and the columns of the import."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append([column.value for column in Column])
    for figure in figures:
        cells = _cells(figure)
        sheet.append([cells.get(column, "") for column in Column])
    workbook.save(path)


def _cells(figure: Figure) -> dict[Column, str]:
    organisation, person = figure.organisation, figure.details
    return {
        Column.ORGANISATION: organisation.name,
        Column.SHORT_NAME: organisation.short_name,
        Column.INN: organisation.inn,
        Column.OGRN: organisation.ogrn or "",
        Column.MUNICIPALITY: organisation.municipality,
        Column.PERSON: person.name,
        Column.POSITION: person.position,
        Column.EMAIL: person.email,
        Column.DELEGATE: "yes" if person.delegate else "no",
        Column.ROLES: ", ".join(sorted(person.roles)),
        Column.PATRONYMIC: person.patronymic,
        Column.DOCUMENT: person.document,
    }
