"""A document as PDF, read back."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import StreamObject

from bot.documents.blocks import (
    Bar,
    Codes,
    Column,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Sides,
    Signatures,
    Table,
    Title,
)
from bot.documents.charts import drawn
from bot.documents.pdf_files import pdf_file
from bot.documents.texts import cleaned
from tests.bot.documents.papers import CHART, DATED, HOSTILE, chart_png, pages, paper, without_space
from tests.effort import effort

RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№«»—“”…"
READABLE = RUSSIAN + "".join(map(chr, range(0x20, 0x7F)))


def made(document: Document) -> bytes:
    return pdf_file(cleaned(document), [chart_png()])


def test_every_block_stands_in_it_and_the_appendix_on_a_page_of_its_own() -> None:
    first, second = pages(made(paper()))

    for text in (
        *("Альянс", "ПРОТОКОЛ № 1/2026", "заседания Совета", "5 декабря 2026 года"),
        *("г. Екатеринбург", "Секретарь", "Белов И. П.", "Повестка дня", "1. Первое", "2. Второе"),
        *("Решение принято.", "Мелко", "Участник", "Фонд «Рассвет»", "Ассоциация", "ab" * 32),
        *("Председательствующий", "Аверина М. С.", "Протокол № 1/2026 от 5 декабря", "1 / 2"),
    ):
        assert without_space(text) in first, text
    for text in ("Приложение № 1", "AAAA-BBBB", "CCCC-DDDD", "EEEE-FFFF", "2 / 2"):
        assert without_space(text) in second, text


def test_the_heading_of_a_table_is_repeated_on_each_page() -> None:
    rows = tuple((str(number), f"Фонд номер {number}") for number in range(1, 121))
    table = Table((Column("№", 1, numeric=True), Column("Участник", 9)), rows)
    found = pages(made(paper(table)))

    assert len(found) >= 3
    assert all("№Участник" in page for page in found)
    assert all(f"Фондномер{number}" in "".join(found) for number in range(1, 121))


def test_its_properties_say_what_it_is_and_no_other_time_than_its_own() -> None:
    reader = PdfReader(io.BytesIO(made(paper())))
    about = reader.metadata
    moment = datetime(2026, 12, 6, 9, 30, 15, tzinfo=UTC)

    assert about is not None
    assert (about.title, about.author) == ("Протокол № 1/2026", "Альянс")
    assert (about.creation_date, about.modification_date) == (moment, moment)


def test_its_moment_may_have_a_zone_with_a_name_and_microseconds() -> None:
    local = DATED.astimezone(ZoneInfo("Asia/Yekaterinburg")).replace(microsecond=7)
    about = PdfReader(io.BytesIO(made(paper(dated=local)))).metadata

    assert about is not None
    assert (about.creation_date, about.modification_date) == (DATED, DATED)


def test_it_is_for_archives_and_can_be_read_aloud() -> None:
    reader = PdfReader(io.BytesIO(made(paper())))
    about = cast("StreamObject", reader.root_object["/Metadata"].get_object()).get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert str(reader.root_object["/Lang"]) == "ru"


def test_no_font_of_the_machine_is_in_it() -> None:
    content = made(paper(Paragraph("Имя 汉字 مرحبا", strong=True), Codes(("AB",))))
    (page,) = PdfReader(io.BytesIO(content)).pages
    fonts, _ = page._get_fonts()

    assert {str(font).split("+")[1].split("-")[0] for font in fonts} == {
        *("LibertinusSerif", "DejaVuSans", "DejaVuSansMono", "LastResortHE")
    }


def test_the_same_document_gives_the_same_bytes_and_another_others() -> None:
    assert made(paper()) == made(paper())
    assert made(paper()) != made(paper(footer="Другой"))


def test_fifty_bars_fit_on_a_page_with_their_heading() -> None:
    bars = tuple(Bar(f"Кандидат {number}", (1, 1, 1, 1)) for number in range(50))
    high = replace(CHART, bars=bars)

    assert len(pages(pdf_file(paper(Heading("Вопрос 1"), high), [drawn(high)]))) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_name_is_text(text: str) -> None:
    blocks = (
        *(Title(text, text, text), Sides(text, text), Heading(text), Paragraph(text)),
        *(Listing((text,)), Listing((text,), numbered=True), Facts(((text, text),))),
        *(Table((Column(text, 1),), ((text,),)), Signatures(((text, text),))),
    )
    (page,) = pages(made(paper(*blocks, footer=text)))

    assert page.count(without_space(text)) >= 10


def test_a_word_of_300_letters_stays_within_its_cell() -> None:
    table = Table((Column("Имя", 1), Column("Другое", 1)), (("Щ" * 300, "по соседству"),))
    reader = PdfReader(io.BytesIO(made(paper(table))))
    places: list[float] = []

    def note(text: str, _cm: object, matrix: list[float], *_font: object) -> None:
        if "Щ" in text:
            places.append(matrix[4])

    reader.pages[0].extract_text(visitor_text=note)
    assert "Щ" * 300 in pages(made(paper(table)))[0]
    assert len(places) > 3
    assert max(places) < 210 / 2 * 72 / 25.4


@settings(max_examples=effort(5, 100))
@given(st.text(max_size=300))
def test_any_text_at_all_makes_a_pdf_for_archives(text: str) -> None:
    table = Table((Column(text, 1),), ((text,),))
    blocks = (Title(text, text, text), Listing((text,)), Facts(((text, text),)), table)

    assert made(paper(*blocks, footer=text, author=text)).startswith(b"%PDF-1.7")


@settings(max_examples=effort(5, 100))
@given(st.text(READABLE, min_size=1, max_size=80))
def test_what_the_fonts_can_show_can_be_read_back(text: str) -> None:
    (page,) = pages(made(paper(Paragraph(text), footer="")))

    assert without_space(text) in page
