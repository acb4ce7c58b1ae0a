"""The data of people and organisations as they are entered; they may have no id yet."""

from dataclasses import dataclass

from bot.domain.people.members import OrganisationId, Role


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """An organisation as entered: `inn` 10 digits and `ogrn` 13 digits or None, both checked."""

    name: str
    short_name: str
    inn: str
    ogrn: str | None
    municipality: str


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """A person as entered. `phone` in E.164 or empty; `roles` without the implied ones.

    `patronymic` is added to a `name` that does not have it. `document` is the basis of their right
    to vote, as minutes name it: a decision of the board, a standing power of attorney.
    """

    name: str
    position: str = ""
    phone: str = ""
    email: str = ""
    delegate: bool = False
    roles: frozenset[Role] = frozenset()
    patronymic: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What an administrator enters of a person, each part as the cell of a spreadsheet.

    `organisation` is None for a person who belongs to none.
    """

    organisation: OrganisationId | None
    name: str
    patronymic: str = ""
    position: str = ""
    phone: str = ""
    email: str = ""
    delegate: bool = False


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    """A new organisation as an administrator enters it: the full name, and the ИНН."""

    name: str
    inn: str
