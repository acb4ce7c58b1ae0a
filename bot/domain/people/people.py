"""The imported data of people and organisations, which may have no id yet."""

from dataclasses import dataclass

from bot.domain.people.members import Role


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
