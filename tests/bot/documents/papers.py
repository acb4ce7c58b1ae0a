"""A document with every kind of block, and what can be read in the files that come of it."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.table import Table as DocxTable
from pypdf import PdfReader

from bot.documents.blocks import (
    Bar,
    Chart,
    Codes,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Slip,
    Slips,
    Table,
    Title,
)
from bot.documents.charts import drawn
from bot.documents.typography import NO_BREAK

DATED = datetime(2026, 12, 6, 9, 30, 15, tzinfo=UTC)
HOSTILE = (
    "#let x = [*bold*] $1/2$ `raw` @ref <lab> // c /* d */ \\n",
    "<b>&amp;</b> «кавычки» “a” \"q\" 'z' ]]> {{x}} ${y}",
    "=== _a_ ~b~ --- %s %(x)s",
)
CHART = Chart(
    title="Принять план",
    series=("За", "Против", "Воздержались", "Не голосовали"),
    bars=(Bar("Принято", (6, 1, 2, 1), needed=5),),
    needed="Нужно «за»",
    description="За — 6",
)


def paper(*blocks: Any, **changes: Any) -> Document:
    everything = (
        Title("Альянс", "ПРОТОКОЛ № 1/2026", "заседания Совета"),
        Sides("5 декабря 2026 года", "г. Екатеринбург"),
        Facts((("Секретарь", "Белов И. П."),)),
        Heading("Повестка дня"),
        Listing(("Первое", "Второе"), numbered=True),
        Paragraph("Решение принято.", strong=True),
        Paragraph("Мелко", small=True),
        CHART,
        Table(
            (Column("№", 1, numeric=True), Column("Участник", 9)),
            (("1", "Фонд «Рассвет»\nЕкатеринбург"), ("2", "Ассоциация")),
        ),
        Facts((("Бюллетени", "ab" * 32),), code=True, keeps=True),
        Signatures((("Председательствующий", "Аверина М. С."),)),
        Heading("Приложение № 1", appendix=True),
        Codes(("AAAA-BBBB", "CCCC-DDDD", "EEEE-FFFF")),
        Slips(
            tuple(Slip(f"Фонд {one}", "Глава", "ABCD-EF23", "Откройте страницу") for one in "123")
        ),
    )
    document = Document(
        title="Протокол № 1/2026",
        author="Альянс",
        language="ru",
        dated=DATED,
        footer="Протокол № 1/2026 от 5 декабря",
        blocks=blocks or everything,
    )
    return replace(document, **changes)


@cache
def chart_png() -> bytes:
    """Return the picture of `CHART`, drawn once."""
    return drawn(CHART)


def opened(content: bytes) -> DocxDocument:
    return docx.Document(io.BytesIO(content))


def words(file: DocxDocument) -> list[str]:
    """Return all paragraphs of a DOCX, those in tables too, in their order, with plain spaces."""
    found: list[str] = []
    for part in file.iter_inner_content():
        if isinstance(part, DocxTable):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return [text.replace(NO_BREAK, " ") for text in found]


def pages(content: bytes) -> list[str]:
    """Return what a PDF's pages say, without any space: lines break where they like."""
    reader = PdfReader(io.BytesIO(content))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)
