"""A sample of the members' spreadsheet, to fill in and import."""

from collections.abc import Callable
from typing import TypeAlias

from bot.documents.workbooks import Sheet, workbook_of
from bot.domain.people.rows import OPTIONAL, REQUIRED, Column

Words: TypeAlias = Callable[[str], str]
"""Returns a text of `imports.ftl` in the alliance's language."""

SEPARATOR = "|"
"""Separates the examples of a column."""
PEOPLE_WIDTHS = {Column.ORGANISATION: 52, Column.ROLES: 32}
WIDTH = 24
COLUMNS_WIDTHS = (WIDTH, 110, 40)


def members_sample(words: Words) -> bytes:
    """Return an XLSX workbook: a few invented people, and what each column of them means."""
    headings = [words(f"import-{column}") for column in Column]
    examples = [_examples(words, column) for column in Column]
    people = list(zip(*examples, strict=True))
    columns = [
        (heading, words(f"import-{column}-about"), words(_need(column)))
        for heading, column in zip(headings, Column, strict=True)
    ]
    return workbook_of(
        Sheet(
            words("import-people"),
            headings,
            people,
            [PEOPLE_WIDTHS.get(column, WIDTH) for column in Column],
            typed_as_text=True,
        ),
        Sheet(
            words("import-columns"),
            [words("import-column"), words("import-column-about"), words("import-column-need")],
            columns,
            COLUMNS_WIDTHS,
        ),
    )


def _examples(words: Words, column: Column) -> list[str]:
    return [cell.strip() for cell in words(f"import-{column}-examples").split(SEPARATOR)]


def _need(column: Column) -> str:
    if column in REQUIRED:
        return "import-need-required"
    return "import-need-none" if column in OPTIONAL else "import-need-column"
