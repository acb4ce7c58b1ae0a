"""The directory as files."""

import json
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from bot.documents.blocks import Heading, Paragraph
from bot.documents.directory import COLUMNS, booklet, directory_workbook, site_files
from bot.domain.directory.cards import Card, CardDetails, ContactKind
from bot.domain.people.members import Organisation, OrganisationId

EMAIL = (ContactKind.EMAIL, "dom@example.org")
HOUSE = Card(
    Organisation(OrganisationId(1), "=Дом <b>", "", "6671000017", None, "Лесной", None),
    "Анна Орлова",
    CardDetails("<script>alert(1)</script>", ("Спорт",), "https://dom.example.org", "", (EMAIL,)),
)
EMPTY = Card(Organisation(OrganisationId(2), "Пусто", "", "6671000024", None, "", None))


def test_the_workbook_has_a_row_for_each_card_and_no_formula() -> None:
    content = directory_workbook([HOUSE, EMPTY], "Альянс", str)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert rows[1][:5] == ("=Дом <b>", "=Дом <b>", "6671000017", "Лесной", "Анна Орлова")
    assert len(rows) == 3


def test_the_booklet_is_ordered_by_municipality() -> None:
    now = datetime(2026, 12, 1, tzinfo=UTC)
    blocks = booklet([HOUSE, EMPTY], "Альянс", "Справочник", "ru", now, str).blocks
    texts = [one.text for one in blocks if isinstance(one, Heading | Paragraph)]
    assert texts == ["Пусто", "Лесной", "=Дом <b>", "<script>alert(1)</script>"]


def test_the_page_for_the_site_shows_what_is_public_and_runs_nothing() -> None:
    files = site_files([HOUSE, EMPTY], "Альянс & <Ко>", "ru")
    html, data = files["index.html"].decode(), json.loads(files["directory.json"])
    assert "Орлова" not in html + json.dumps(data, ensure_ascii=False)
    assert "<script>" not in html
    assert "<title>Альянс &amp; &lt;Ко&gt;</title>" in html
    assert '<a href="https://dom.example.org"' in html
    assert data[0]["email"] == "dom@example.org"
    assert data[1] == {"title": "Пусто", "name": "Пусто", "inn": "6671000024"}
