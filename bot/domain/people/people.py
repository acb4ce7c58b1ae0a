"""What is known of a person and an organisation before and beside their ids: as imported."""

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
    """A person as entered. `phone` in E.164 or empty; `roles` as given, not the implied ones.

    `patronymic` is said where `name` does not have it already. `document` is what their right to
    vote rests on, as the minutes name it: a decision of the board, a standing power of attorney.
    """

    name: str
    position: str = ""
    phone: str = ""
    email: str = ""
    delegate: bool = False
    roles: frozenset[Role] = frozenset()
    patronymic: str = ""
    document: str = ""
