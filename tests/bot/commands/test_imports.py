from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import Result

from bot.documents.spreadsheets import read_sheet
from bot.domain.people.members import LANGUAGES
from bot.domain.people.rows import Column
from tests.disks import no_file_grows_beyond
from tests.wording import texts

Invoke = Callable[..., Result]

BAD = "Фонд «Рассвет»;;123;;;Петров Пётр;;no phone;;;\n"


def test_an_import_tells_what_it_did_and_again_that_nothing_is_left_to_do(invoke: Invoke) -> None:
    first = invoke("import", "members.csv")
    again = invoke("import", "members.csv")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "organisations: 1 added, 0 changed; people: 2 added, 0 changed" in first.stdout
    assert again.stdout == (
        "organisations: 0 added, 0 changed; people: 0 added, 0 changed; 3 unchanged; "
        "rows refused: 0\n"
    )


def test_a_dry_run_prints_each_change_and_makes_none(invoke: Invoke, folder: Path) -> None:
    result = invoke("import", "members.csv", "--dry-run")

    assert result.exit_code == 0
    assert "+ organisation Фонд «Рассвет» (INN 6671000017)\n" in result.stdout
    assert "+ person Иванова Мария (INN 6671000017)\n" in result.stdout
    assert "Would be: organisations: 1 added" in result.stdout
    assert not (folder / "alliance.sqlite3").exists()


def test_a_dry_run_names_the_fields_that_would_change(invoke: Invoke, folder: Path) -> None:
    invoke("import", "members.csv")
    members = folder / "members.csv"
    members.write_text(members.read_text("utf-8").replace("директор", "президент"), "utf-8")

    for _ in range(2):
        result = invoke("import", "members.csv", "--dry-run")
        assert "~ person Иванова Мария (INN 6671000017): position\n" in result.stdout


def test_bad_rows_are_reported_with_number_and_reason_and_good_ones_go_in(
    invoke: Invoke, folder: Path
) -> None:
    with (folder / "members.csv").open("a", encoding="utf-8") as file:
        file.write(BAD)
    result = invoke("import", "members.csv")

    assert result.exit_code == 1
    assert "! row 4, inn: “123” is not an organisation's INN: it has 10 digits" in result.stdout
    assert "! row 4, phone: “no phone” is not a phone number: write one number" in result.stdout
    assert "people: 2 added, 0 changed; 0 unchanged; rows refused: 1" in result.stdout


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("Закат;;6671000017;;;Ли Су;;;;;", "organisation: “Закат” disagrees with row 2, 3"),
        (";;6671000024;;;Ли Су;;;;;", "organisation: is missing: write it"),
        (f"{'я' * 301};;6671000024;;;Ли Су;;;;;", "…” is too long: write at most 300 characters"),
        ("Закат;;6671000024;12;;Ли Су;;;;;", "ogrn: “12” is not an organisation's OGRN: it has 13"),
        ("Закат;;6671000024;;;Ли Су;;;a@b;;", "email: “a@b” is not an e-mail address: write"),
        ("Закат;;6671000024;;;Ли Су;;;;?;", "delegate: “?” is neither yes nor no: write yes"),
        ("Закат;;6671000024;;;Ли Су;;;;;king", "roles: “king” is not a role: write leader"),
    ],
)
def test_every_fault_has_its_words_and_its_remedy(
    invoke: Invoke, folder: Path, row: str, complaint: str
) -> None:
    with (folder / "members.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    result = invoke("import", "members.csv", "--dry-run")

    assert result.exit_code == 1
    assert complaint in result.stdout


def test_an_ogrn_that_is_taken_is_told(invoke: Invoke, folder: Path) -> None:
    header = (folder / "members.csv").read_text("utf-8").splitlines()[0]
    for inn in ("6671000017", "6671000024"):
        rows = f"{header}\nОрганизация {inn};;{inn};1026600000019;;Ли Ян;;;;;\n"
        (folder / "members.csv").write_text(rows, "utf-8")
        result = invoke("import", "members.csv")

    assert "ogrn: “1026600000019” is another organisation's: see which" in result.stdout


def test_columns_that_mean_nothing_are_named(invoke: Invoke, folder: Path) -> None:
    text = (folder / "members.csv").read_text("utf-8").replace("roles", "roles;заметка")
    (folder / "members.csv").write_text(text, "utf-8")

    assert "left out: заметка" in invoke("import", "members.csv", "--dry-run").stderr


def test_a_file_that_is_not_there_or_no_spreadsheet_is_refused(
    invoke: Invoke, folder: Path
) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    missing, picture = invoke("import", "nothing.csv"), invoke("import", "picture.png")

    assert (missing.exit_code, picture.exit_code) == (1, 1)
    assert "nothing.csv cannot be read" in missing.stderr
    assert "picture.png is not a spreadsheet: save it as XLSX or CSV" in picture.stderr
    assert not (folder / "alliance.sqlite3").exists()


def test_invitations_follow_an_import(invoke: Invoke, folder: Path) -> None:
    result = invoke("import", "members.csv", "--invitations", "out.csv", "--bot", "@alliance_bot")

    assert result.exit_code == 0
    assert "out.csv has 2 invitations" in result.stdout
    lines = (folder / "out.csv").read_text("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Имя", "Иванова Мария", "Ли Ян"]
    assert lines[1].split(";")[2].startswith("https://t.me/alliance_bot?start=i_")


def test_nobody_goes_in_when_the_invitations_could_not_be_written(
    invoke: Invoke, folder: Path
) -> None:
    result = invoke("import", "members.csv", "--invitations", "out.pdf", "--bot", "alliance_bot")

    assert result.exit_code == 1
    assert "choose a name that ends with .html, .csv or .xlsx" in result.stderr
    assert not (folder / "alliance.sqlite3").exists()


def test_a_dry_run_hands_out_no_invitations(invoke: Invoke, folder: Path) -> None:
    result = invoke("import", "members.csv", "--dry-run", "--invitations", "out.csv")

    assert result.exit_code == 2
    assert not (folder / "out.csv").exists()


def test_a_file_without_end_is_refused_after_as_much_as_is_allowed(invoke: Invoke) -> None:
    result = invoke("import", "/dev/zero")

    assert result.exit_code == 1
    assert "/dev/zero is larger than 20\xa0MB" in result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_imported_as_it_is_and_is_in_the_alliances_language(
    invoke: Invoke, folder: Path, language: str
) -> None:
    with (folder / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f'[alliance]\nlanguage = "{language}"\n')

    written = invoke("import", "--example", "sample.xlsx")
    assert written.exit_code == 0
    people, columns = load_workbook(folder / "sample.xlsx").worksheets
    assert people.title == texts(language).plain("import-people")
    assert columns.max_row == len(Column) + 1
    dry = invoke("import", "sample.xlsx", "--dry-run")
    imported = invoke("import", "sample.xlsx")

    assert (dry.exit_code, imported.exit_code) == (0, 0)
    assert imported.stderr == ""
    counts = {"organisations_added": 2, "people_added": 3, "unchanged": 0, "refused": 0}
    none = {"organisations_changed": 0, "people_changed": 0}
    assert texts(language).plain("import-sum", dry=False, **counts, **none) in imported.stdout


def test_what_is_typed_into_the_example_stays_text(invoke: Invoke, folder: Path) -> None:
    """Otherwise Excel takes the 0 at the beginning of an ИНН away."""
    invoke("import", "--example", "sample.xlsx")
    people = load_workbook(folder / "sample.xlsx").worksheets[0]

    assert {dimension.number_format for dimension in people.column_dimensions.values()} == {"@"}


def test_the_example_explains_each_column_under_the_heading_that_an_import_reads(
    invoke: Invoke, folder: Path
) -> None:
    invoke("import", "--example", "sample.xlsx")
    people, columns = load_workbook(folder / "sample.xlsx").worksheets
    headings = [cell.value for cell in people[1]]

    assert [row[0].value for row in columns.iter_rows(min_row=2)] == headings
    assert len(headings) == len(Column)
    assert not read_sheet((folder / "sample.xlsx").read_bytes(), "sample.xlsx").ignored


def test_a_full_disk_leaves_no_half_of_an_example(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.documents.samples.members_sample", lambda _: b"a sample")
    with no_file_grows_beyond(0):
        refused = invoke("import", "--example", "sample.xlsx")

    assert refused.exit_code == 1
    assert "cannot be written" in refused.stderr
    assert invoke("import", "--example", "sample.xlsx").exit_code == 0


def test_an_example_replaces_no_file_and_is_an_xlsx(invoke: Invoke, folder: Path) -> None:
    before = (folder / "members.csv").read_bytes()
    (folder / "mine.xlsx").write_bytes(b"mine")
    taken, other = (
        invoke("import", "--example", "mine.xlsx"),
        invoke("import", "--example", "a.csv"),
    )
    both = invoke("import", "--example", "b.xlsx", "--dry-run")
    nowhere = invoke("import", "--example", "no/folder.xlsx")

    assert (taken.exit_code, other.exit_code, both.exit_code, nowhere.exit_code) == (1, 1, 2, 1)
    assert "mine.xlsx is there already: choose another name" in taken.stderr
    assert "choose a name that ends with .xlsx" in other.stderr
    assert "cannot be written (No such file or directory)" in nowhere.stderr
    assert (folder / "mine.xlsx").read_bytes() == b"mine"
    assert (folder / "members.csv").read_bytes() == before
