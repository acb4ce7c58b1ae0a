import csv
import io
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import segno
from openpyxl import load_workbook

from bot.documents.leaflets import Leaflets, LeafletsRefused
from bot.services.people.invitations import IssuedInvitation
from tests.wording import texts

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
UNTIL = datetime(2026, 12, 31, 9, 30, tzinfo=UTC)
PAYLOADS = ("i_AAAAAAAAAAAAAAAAAAAAAA", "i_BBBBBBBBBBBBBBBBBBBBBB")
LINKS = [f"https://t.me/alliance_bot?start={payload}" for payload in PAYLOADS]
NASTY = '=HYPERLINK("http://evil")<script>alert(1)</script>'
INVITED = [
    IssuedInvitation("Иванова Мария", "Фонд «Рассвет»", PAYLOADS[0], UNTIL),
    IssuedInvitation(NASTY, "R&D", PAYLOADS[1], UNTIL),
]
RUSSIAN_MOMENT = "четверг, 31 декабря, 14:30 (Екатеринбург)"


def leaflets(language: str = "ru") -> Leaflets:
    words = texts(language)
    return Leaflets("Альянс <НКО>", "alliance_bot", language, words.zone_name(), words.plain)


def quietly(done: int, total: int) -> None:
    """Take the progress and say nothing."""


@pytest.fixture
def page(tmp_path: Path) -> str:
    leaflets().write(tmp_path / "out.html", INVITED, quietly)
    return (tmp_path / "out.html").read_text("utf-8")


def test_each_person_has_a_card_with_name_organisation_link_and_expiry(page: str) -> None:
    first, second = re.findall(r"<article>.*?</article>", page, re.DOTALL)

    assert "<h2>Иванова Мария</h2>" in first
    assert "Фонд «Рассвет»" in first
    assert f'<a href="{LINKS[0]}">{LINKS[0]}</a>' in first
    assert f"Срок действия: {RUSSIAN_MOMENT}" in first
    assert LINKS[1] in second


def test_each_card_has_the_qr_code_of_its_own_link(page: str) -> None:
    drawn = re.findall(r'<svg[^>]*>.*?<path[^>]* d="([^"]+)"', page, re.DOTALL)

    expected = [segno.make_qr(link, error="m").svg_inline(border=0) for link in LINKS]
    assert drawn == [re.findall(r' d="([^"]+)"', svg)[-1] for svg in expected]
    assert drawn[0] != drawn[1]


def test_whatever_a_name_contains_is_only_text_on_the_page(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "Альянс &lt;НКО&gt;" in page
    assert "R&amp;D" in page


def test_the_page_loads_nothing_from_elsewhere_and_every_blank_is_filled(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"\bsrc=|@import|url\(", page)
    assert "$" not in page


def test_the_page_speaks_the_alliances_language(tmp_path: Path) -> None:
    leaflets("en").write(tmp_path / "out.html", INVITED, quietly)
    page = (tmp_path / "out.html").read_text("utf-8")

    assert '<html lang="en">' in page
    assert "2 invitations" in page
    assert "Valid until Thursday, 31 December, 14:30 (Yekaterinburg)" in page


def test_a_page_for_nobody_says_so(tmp_path: Path) -> None:
    leaflets().write(tmp_path / "out.html", [], quietly)

    assert "Все уже подключились" in (tmp_path / "out.html").read_text("utf-8")


def test_the_csv_opens_in_a_russian_excel_and_computes_nothing(tmp_path: Path) -> None:
    leaflets().write(tmp_path / "out.csv", INVITED, quietly)
    content = (tmp_path / "out.csv").read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows == [
        ["Имя", "Организация", "Ссылка", "Срок действия"],
        ["Иванова Мария", "Фонд «Рассвет»", LINKS[0], RUSSIAN_MOMENT],
        ["'" + NASTY, "R&D", LINKS[1], RUSSIAN_MOMENT],
    ]


def test_the_xlsx_has_text_and_never_a_formula(tmp_path: Path) -> None:
    leaflets().write(tmp_path / "out.xlsx", INVITED, quietly)
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Имя", "Организация", "Ссылка", "Срок действия"],
        ["Иванова Мария", "Фонд «Рассвет»", LINKS[0], RUSSIAN_MOMENT],
        [NASTY, "R&D", LINKS[1], RUSSIAN_MOMENT],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize("suffix", ["html", "csv", "xlsx"])
def test_only_its_owner_can_read_the_links(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    leaflets().write(path, INVITED, quietly)

    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_process_of_the_same_number_left_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    (tmp_path / f".out.csv.{os.getpid()}.partial").touch()
    leaflets().write(path, INVITED, quietly)
    assert "Иванова" in path.read_text("utf-8-sig")


@pytest.mark.parametrize("suffix", ["html", "csv", "xlsx"])
def test_the_progress_ends_with_everything_done(tmp_path: Path, suffix: str) -> None:
    seen: list[tuple[int, int]] = []
    leaflets().write(
        tmp_path / f"out.{suffix}", INVITED, lambda done, total: seen.append((done, total))
    )

    assert seen[-1] == (2, 2)


@pytest.mark.parametrize("name", ["out", "out.pdf", "out.HTM"])
def test_another_form_is_refused_with_the_ones_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(LeafletsRefused, match="leaflets-suffix"):
        leaflets().write(tmp_path / name, INVITED, quietly)


def test_a_missing_folder_is_refused_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(LeafletsRefused, match="file-not-written"):
        leaflets().write(tmp_path / "missing" / "out.csv", INVITED, quietly)
