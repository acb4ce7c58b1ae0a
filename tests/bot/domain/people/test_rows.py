import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.ru import inn as inn_rules

from bot.domain.people.members import Role
from bot.domain.people.rows import Column, ImportedRow, Problem, Row, RowFault, check_row, tidy

INN = "6671000017"
OGRN = "1026600000019"


def row(**cells: str) -> Row:
    filled = {"organisation": "Фонд «Рассвет»", "inn": INN, "person": "Иванова Мария"} | cells
    return Row(2, {Column(name): text for name, text in filled.items()})


def good(**cells: str) -> ImportedRow:
    checked = check_row(row(**cells))
    assert isinstance(checked, ImportedRow)
    return checked


def problems(**cells: str) -> list[Problem]:
    checked = check_row(row(**cells))
    assert isinstance(checked, list)
    return checked


def fault(**cells: str) -> RowFault:
    (problem,) = problems(**cells)
    assert problem.column in cells
    return problem.fault


def test_a_full_row_reads_as_an_organisation_and_a_person() -> None:
    checked = good(
        short_name="Рассвет",
        ogrn=OGRN,
        municipality="Екатеринбург",
        position="директор",
        phone="8 (922) 123-45-67",
        email="maria@example.org",
        delegate="да",
        roles="руководитель, council",
    )

    assert checked.organisation.name == "Фонд «Рассвет»"
    assert checked.organisation.short_name == "Рассвет"
    assert checked.organisation.inn == INN
    assert checked.organisation.ogrn == OGRN
    assert checked.organisation.municipality == "Екатеринбург"
    assert checked.person.name == "Иванова Мария"
    assert checked.person.position == "директор"
    assert checked.person.phone == "+79221234567"
    assert checked.person.email == "maria@example.org"
    assert checked.person.delegate is True
    assert checked.person.roles == {Role.LEADER, Role.COUNCIL}


def test_an_organisation_an_inn_and_a_person_suffice() -> None:
    checked = good()

    assert checked.organisation.ogrn is None
    assert (checked.person.phone, checked.person.email) == ("", "")
    assert checked.person.delegate is False
    assert checked.person.roles == frozenset()


def test_each_bad_cell_of_a_row_is_named() -> None:
    found = problems(inn="1", phone="call me", person="  ")

    assert {problem.column: problem.fault for problem in found} == {
        Column.INN: RowFault.NOT_INN,
        Column.PHONE: RowFault.NOT_PHONE,
        Column.PERSON: RowFault.MISSING,
    }


@pytest.mark.parametrize("column", ["organisation", "inn", "person"])
@pytest.mark.parametrize("empty", ["", " \t", "\u00a0", "—", "-", "\u200b"])
def test_what_a_row_cannot_do_without_is_missed(column: str, empty: str) -> None:
    assert fault(**{column: empty}) is RowFault.MISSING


@pytest.mark.parametrize(
    "text",
    [
        "6671000018",  # the check digit
        "667100001",  # a leading zero that a spreadsheet ate
        "500100732259",  # a person's
        "0000000000",  # there is no region 00
        "66710000A7",
        "6671000017.0",
        "٦٦٧١٠٠٠٠١٧",
    ],
)
def test_whatever_is_not_an_organisations_inn_is_refused(text: str) -> None:
    assert fault(inn=text) is RowFault.NOT_INN


def test_an_inn_keeps_its_leading_zero_and_loses_its_spaces() -> None:
    assert good(inn=" 0100 000 011 ").organisation.inn == "0100000011"


@pytest.mark.parametrize(
    "text", ["1026600000018", "385768585948949", "102660000001", "0026600000019", "OGRN"]
)
def test_whatever_is_not_an_organisations_ogrn_is_refused(text: str) -> None:
    assert fault(ogrn=text) is RowFault.NOT_OGRN


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("89221234567", "+79221234567"),
        ("79221234567", "+79221234567"),
        ("9221234567", "+79221234567"),
        ("+7 (343) 371-12-34", "+73433711234"),
        ("+49 30 901820", "+4930901820"),
        ("-", ""),
    ],
)
def test_a_phone_is_read_as_it_is_dialled_in_russia(text: str, number: str) -> None:
    assert good(phone=text).person.phone == number


@pytest.mark.parametrize("text", ["123", "2345678", "+7 999", "8 922 123 45 67, 8 922 765 43 21"])
def test_whatever_cannot_be_dialled_is_refused(text: str) -> None:
    assert fault(phone=text) is RowFault.NOT_PHONE


@pytest.mark.parametrize(
    "text", ["maria", "maria@", "@example.org", "a@b", "a@b.c, d@e.f", "a@@b.c"]
)
def test_whatever_is_not_one_address_is_refused(text: str) -> None:
    assert fault(email=text) is RowFault.NOT_EMAIL


@pytest.mark.parametrize(
    ("text", "delegate"),
    [
        ("да", True),
        ("ДА", True),
        ("yes", True),
        ("1", True),
        ("True", True),
        ("нет", False),
        ("No", False),
        ("0", False),
        ("", False),
    ],
)
def test_delegate_is_yes_or_no(text: str, *, delegate: bool) -> None:
    assert good(delegate=text).person.delegate is delegate


def test_a_perhaps_is_no_answer() -> None:
    assert fault(delegate="возможно") is RowFault.NOT_YES_OR_NO


@pytest.mark.parametrize(
    "text",
    [
        "chair,secretary",
        "chair; secretary",
        "Chair secretary",
        "председатель, секретарь",
        " ПРЕДСЕДАТЕЛЬ;;Секретарь ",
    ],
)
def test_roles_are_written_with_any_separator_in_both_languages(text: str) -> None:
    assert good(roles=text).person.roles == {Role.CHAIR, Role.SECRETARY}


@pytest.mark.parametrize("text", ["=A2&B2", "=", "#REF!", "#Н/Д"])
def test_a_formula_that_shows_nothing_is_called_one(text: str) -> None:
    assert fault(person=text) is RowFault.FORMULA


def test_one_unknown_role_refuses_the_row() -> None:
    assert fault(roles="council, king") is RowFault.NOT_ROLE


@pytest.mark.parametrize(
    ("column", "limit"),
    [
        ("organisation", 300),
        ("short_name", 100),
        ("municipality", 100),
        ("person", 200),
        ("position", 200),
    ],
)
def test_names_are_as_long_as_the_database_takes_and_no_longer(column: str, limit: int) -> None:
    good(**{column: "я" * limit})

    assert fault(**{column: "я" * (limit + 1)}) is RowFault.TOO_LONG


def test_a_cell_is_put_on_one_line_without_invisible_characters() -> None:
    assert tidy(" Иванова\n  Мария\u200b\u00a0Петровна\u202e ") == "Иванова Мария Петровна"


def test_a_person_is_the_same_whatever_the_case_and_the_letter_yo() -> None:
    assert good(person="СЕМЁНОВ Пётр").key == good(person="Семенов  петр").key


@given(st.integers(min_value=10_000_000, max_value=999_999_999))
def test_every_inn_with_its_check_digit_is_taken_and_no_other(digits: int) -> None:
    start = f"{digits:09}"
    if start.startswith("00"):
        return
    right = inn_rules.calc_company_check_digit(start)

    for last in "0123456789":
        checked = check_row(row(inn=start + last))
        assert isinstance(checked, ImportedRow) == (last == right)


@given(st.dictionaries(st.sampled_from(list(Column)), st.text(max_size=40)))
def test_no_text_whatever_breaks_the_reading(cells: dict[Column, str]) -> None:
    checked = check_row(Row(7, cells))

    assert isinstance(checked, ImportedRow) or all(problem.column for problem in checked)
