"""A document as DOCX, read back."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.blocks import Bar, Column, Document, Heading, Listing, Paragraph, Table, Title
from bot.documents.charts import drawn
from bot.documents.docx_files import docx_file
from bot.documents.texts import cleaned
from bot.documents.typography import NO_BREAK
from tests.bot.documents.papers import CHART, HOSTILE, chart_png, opened, paper, words
from tests.effort import effort


def made(document: Document) -> bytes:
    return docx_file(cleaned(document), [chart_png()])


def test_every_block_stands_in_it_in_its_order() -> None:
    found = [text for text in words(opened(made(paper()))) if text]

    assert found == [
        *("Альянс", "ПРОТОКОЛ № 1/2026", "заседания Совета"),
        *("5 декабря 2026 года", "г. Екатеринбург", "Секретарь", "Белов И. П."),
        *("Повестка дня", "1.\tПервое", "2.\tВторое", "Решение принято.", "Мелко"),
        *("№", "Участник", "1", "Фонд «Рассвет»\nЕкатеринбург", "2", "Ассоциация"),
        *("Бюллетени", "ab" * 32, "Председательствующий", "Аверина М. С."),
        *("Приложение № 1", "AAAA-BBBB", "CCCC-DDDD", "EEEE-FFFF"),
        *(f"Фонд {one}\nГлава\nABCD-EF23\nОткройте страницу" for one in "123"),
    ]


def test_headings_are_headings_and_an_appendix_begins_a_page() -> None:
    file = opened(made(paper()))
    headings = {
        p.text: p for p in file.paragraphs if ((p.style and p.style.name) or "")[:4] == "Head"
    }

    assert [*headings] == ["ПРОТОКОЛ № 1/2026", "Повестка дня", "Приложение № 1"]
    assert headings["Приложение № 1"].paragraph_format.page_break_before
    assert not headings["Повестка дня"].paragraph_format.page_break_before


def test_the_heading_of_a_table_is_repeated_and_no_row_is_torn() -> None:
    rows = tuple((str(number), "Фонд") for number in range(120))
    table = Table((Column("№", 1, numeric=True), Column("Участник", 9)), rows)
    (written,) = opened(made(paper(table))).tables
    marks = [row._tr.get_or_add_trPr() for row in written.rows]

    assert [mark.find(qn("w:tblHeader")) is not None for mark in marks] == [True] + [False] * 120
    assert all(mark.find(qn("w:cantSplit")) is not None for mark in marks)
    assert [row.cells[0].text for row in written.rows][1:] == [row[0] for row in rows]


def test_it_is_a4_with_numbered_pages() -> None:
    section = opened(made(paper())).sections[0]
    footer = section.footer.paragraphs[0]
    fields = [field.text for field in footer._p.iter(qn("w:instrText"))]

    assert section.page_width == pytest.approx(Mm(210), rel=0.001)
    assert section.page_height == pytest.approx(Mm(297), rel=0.001)
    assert footer.text.startswith("Протокол № 1/2026 от 5 декабря\t")
    assert fields == ["PAGE", "NUMPAGES"]


def test_its_properties_say_what_it_is_and_no_other_time_than_its_own() -> None:
    content = made(paper())
    properties = opened(content).core_properties

    assert (properties.title, properties.author) == ("Протокол № 1/2026", "Альянс")
    assert (properties.language, properties.comments) == ("ru", "")
    moment = datetime(2026, 12, 6, 9, 30, 15, tzinfo=UTC)
    assert (properties.created, properties.modified) == (moment, moment)
    with ZipFile(io.BytesIO(content)) as archive:
        assert {part.date_time[0] for part in archive.infolist()} == {1980}


def test_a_very_long_title_is_cut_in_the_properties_only() -> None:
    long = "Ы" * 300
    file = opened(made(paper(Title(long, long, long), title=long, author=long)))

    assert file.core_properties.title == long[:255]
    assert words(file).count(long) == 3


def test_the_same_document_gives_the_same_bytes_and_another_others() -> None:
    assert made(paper()) == made(paper())
    assert made(paper()) != made(paper(footer="Другой"))


def test_a_chart_is_a_picture_with_a_description_that_fits_the_page() -> None:
    bars = tuple(Bar(f"{number}", (1, 1, 1, 1)) for number in range(50))
    high = replace(CHART, bars=bars, description="Пятьдесят «кандидатов» & <Ко>")
    file = opened(docx_file(paper(CHART, high), [chart_png(), drawn(high)]))
    small, tall = file.inline_shapes

    assert (small.width, tall.height) == (Mm(135), Mm(225))
    assert small.height < Mm(60)
    assert tall.width / tall.height == pytest.approx(1280 / height_of(drawn(high)), rel=0.01)
    assert tall._inline.docPr.get("descr") == "Пятьдесят «кандидатов» & <Ко>"


def height_of(png: bytes) -> int:
    return int.from_bytes(png[20:24], "big")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_name_is_text(text: str) -> None:
    table = Table((Column(text, 1),), ((text,),))
    found = words(opened(made(paper(Paragraph(text), Heading(text), table, footer=text))))

    assert [one for one in found if one] == [text] * 4


@settings(max_examples=effort(5, 100))
@given(st.text(max_size=300))
def test_any_text_is_there_but_for_what_no_file_can_hold(text: str) -> None:
    table = Table((Column("Имя", 1),), ((text,),))
    found = words(opened(made(paper(Listing((text,)), table, title=text, author=text))))

    clean = cleaned(text).replace(NO_BREAK, " ")  # as `words` reads it
    assert found[0] == f"—\t{clean}"
    assert found[2] == clean
