"""A row of the members' spreadsheet, checked and turned into an organisation and a person."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from bot.domain.people.members import Role, folded
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.refusals import CellRefused
from bot.domain.people.registers import EMAIL_LIMIT, email_of, inn_of, ogrn_of, phone_of


class Column(StrEnum):
    """The columns of an import; each must be there, except the optional ones, and may be empty."""

    ORGANISATION = "organisation"
    SHORT_NAME = "short_name"
    INN = "inn"
    OGRN = "ogrn"
    MUNICIPALITY = "municipality"
    PERSON = "person"
    POSITION = "position"
    PHONE = "phone"
    EMAIL = "email"
    DELEGATE = "delegate"
    ROLES = "roles"
    PATRONYMIC = "patronymic"
    DOCUMENT = "document"


class RowFault(StrEnum):
    """What is wrong with a cell."""

    MISSING = "missing"
    TOO_LONG = "too long"
    NOT_INN = "not an organisation's INN"
    NOT_OGRN = "not an organisation's OGRN"
    NOT_PHONE = "not a phone number"
    NOT_EMAIL = "not an e-mail address"
    NOT_YES_OR_NO = "neither yes nor no"
    NOT_ROLE = "not a role"
    CONTRADICTION = "contradicted by other rows"
    TAKEN = "another organisation's"
    LEFT = "of an organisation that has left the alliance"
    FORMULA = "a formula without a value"


LIMITS: Mapping[Column, int] = {
    Column.ORGANISATION: 300,
    Column.SHORT_NAME: 100,
    Column.MUNICIPALITY: 100,
    Column.PERSON: 200,
    Column.POSITION: 200,
    Column.PATRONYMIC: 100,
    Column.DOCUMENT: 300,
    Column.EMAIL: EMAIL_LIMIT,
}
REQUIRED = frozenset({Column.ORGANISATION, Column.INN, Column.PERSON})
OPTIONAL = frozenset({Column.PATRONYMIC, Column.DOCUMENT})
DASHES = frozenset("-–—")
FAILED_FORMULAS = frozenset(
    {
        *("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!"),
        *("#ССЫЛКА!", "#ИМЯ?", "#ЗНАЧ!", "#ДЕЛ/0!", "#Н/Д", "#ПУСТО!", "#ЧИСЛО!"),
    }
)
"""Error values of spreadsheet programs, in English and Russian."""
YES_OR_NO: Mapping[str, bool] = {
    **dict.fromkeys(("", "no", "нет", "0", "false", "ложь"), False),
    **dict.fromkeys(("yes", "да", "1", "true", "истина", "+"), True),
}
ROLES: Mapping[str, Role] = {
    **{role.value: role for role in Role},
    "organizer": Role.ORGANISER,
    "руководитель": Role.LEADER,
    "совет": Role.COUNCIL,
    "председатель": Role.CHAIR,
    "секретарь": Role.SECRETARY,
    "организатор": Role.ORGANISER,
    "администратор": Role.ADMINISTRATOR,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file; `number` is the row number that the spreadsheet shows."""

    number: int
    cells: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row is refused; `rows` are the others that contradict it."""

    column: Column
    fault: RowFault
    value: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A valid row."""

    number: int
    organisation: OrganisationDetails
    person: PersonDetails

    @property
    def key(self) -> tuple[str, str]:
        """The organisation's ИНН and the person's folded name, which identify the person."""
        return self.organisation.inn, folded(self.person.name)


class _Faulty(Exception):  # noqa: N818  what a reader says of its cell; it never leaves this module
    def __init__(self, fault: RowFault) -> None:
        super().__init__(fault)
        self.fault = fault


def check_row(row: Row) -> ImportedRow | list[Problem]:
    """Return the row's data, or every problem in it."""
    values: dict[Column, Any] = {}
    problems: list[Problem] = []
    for column in Column:
        text = tidy(row.cells.get(column, ""))
        try:
            values[column] = _read(column, text)
        except _Faulty as faulty:
            problems.append(Problem(column, faulty.fault, text))
    return problems or _imported(row.number, values)


def check_cell(column: Column, text: str) -> str:
    """Return what a cell says, on one line; refuse what cannot be in it."""
    read_cell(column, text)
    return tidy(text)


def read_cell(column: Column, text: str) -> Any:
    """Return the value of a single cell; refuse what cannot be in it."""
    try:
        return _read(column, tidy(text))
    except _Faulty as faulty:
        raise CellRefused(faulty.fault.name.lower()) from None


def _imported(number: int, values: Mapping[Column, Any]) -> ImportedRow:
    organisation = OrganisationDetails(
        name=values[Column.ORGANISATION],
        short_name=values[Column.SHORT_NAME],
        inn=values[Column.INN],
        ogrn=values[Column.OGRN],
        municipality=values[Column.MUNICIPALITY],
    )
    person = PersonDetails(
        name=values[Column.PERSON],
        position=values[Column.POSITION],
        phone=values[Column.PHONE],
        email=values[Column.EMAIL],
        delegate=values[Column.DELEGATE],
        roles=values[Column.ROLES],
        patronymic=values[Column.PATRONYMIC],
        document=values[Column.DOCUMENT],
    )
    return ImportedRow(number, organisation, person)


def tidy(text: str) -> str:
    """Return a cell's text on one line, without invisible characters; a single dash is empty."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    visible = "".join(letter for letter in line if unicodedata.category(letter)[0] != "C").strip()
    return "" if visible in DASHES else visible


def _read(column: Column, text: str) -> Any:
    if not text and column in REQUIRED:
        raise _Faulty(RowFault.MISSING)
    if text.startswith("=") or text in FAILED_FORMULAS:
        raise _Faulty(RowFault.FORMULA)
    if len(text) > LIMITS.get(column, len(text)):
        raise _Faulty(RowFault.TOO_LONG)
    reader = READERS.get(column)
    return reader(text) if reader else text


def _inn(text: str) -> str:
    number = inn_of(text)
    if number is None:
        raise _Faulty(RowFault.NOT_INN)
    return number


def _ogrn(text: str) -> str | None:
    number = ogrn_of(text)
    if text and number is None:
        raise _Faulty(RowFault.NOT_OGRN)
    return number


def _phone(text: str) -> str:
    number = phone_of(text) if text else ""
    if number is None:
        raise _Faulty(RowFault.NOT_PHONE)
    return number


def _email(text: str) -> str:
    if text and email_of(text) is None:
        raise _Faulty(RowFault.NOT_EMAIL)
    return text


def _delegate(text: str) -> bool:
    try:
        return YES_OR_NO[text.casefold()]
    except KeyError:
        raise _Faulty(RowFault.NOT_YES_OR_NO) from None


def _roles(text: str) -> frozenset[Role]:
    """Return the roles, separated by commas, semicolons or spaces."""
    try:
        return frozenset(ROLES[word] for word in re.split(r"[,;\s]+", text.casefold()) if word)
    except KeyError:
        raise _Faulty(RowFault.NOT_ROLE) from None


Reader: TypeAlias = Callable[[str], Any]
READERS: Mapping[Column, Reader] = {
    Column.INN: _inn,
    Column.OGRN: _ogrn,
    Column.PHONE: _phone,
    Column.EMAIL: _email,
    Column.DELEGATE: _delegate,
    Column.ROLES: _roles,
}
