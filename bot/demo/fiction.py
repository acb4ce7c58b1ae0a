"""A made-up alliance: organisations with valid numbers and the people who represent them."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from importlib import resources
from random import Random
from typing import Any

from stdnum.ru import inn as inn_rules
from stdnum.ru import ogrn as ogrn_rules

from bot.domain.people.members import Role
from bot.domain.people.people import OrganisationDetails, PersonDetails

ORGANISATIONS = 120
PEOPLE = 150
OFFICE = (Role.ORGANISER, Role.ADMINISTRATOR)
COUNCIL = (Role.CHAIR, Role.SECRETARY, *[Role.COUNCIL] * 7)
EVENTS = ("event", "workshop", "next_event")
IN_THE_CAPITAL = 3
"""Every third organisation is from the capital."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A made-up person and the organisation that they represent."""

    first_name: str
    last_name: str
    organisation: OrganisationDetails
    details: PersonDetails


@dataclass(frozen=True, slots=True)
class FictionalEvent:
    """What an organiser types into the form."""

    title: str
    description: str
    place: str
    hour: time


@dataclass(frozen=True, slots=True)
class Applicant:
    """An applicant organisation's answers, and the messages between it and the council."""

    figure: Figure
    phone: str
    about: str
    file: str
    question: str
    answer: str

    @property
    def wrong_inn(self) -> str:
        """The ИНН with a wrong last digit."""
        inn = self.figure.organisation.inn
        return f"{inn[:-1]}{(int(inn[-1]) + 1) % 10}"


@dataclass(frozen=True, slots=True)
class FictionalElection:
    """What the general meeting decides, and the data of a proxy."""

    question: str
    scope: str
    authority: str
    """The document by which the delegates vote."""
    elected_by: str
    """The document by which the present council was elected."""
    place: str
    """Where the meeting takes place."""


@dataclass(frozen=True, slots=True)
class FictionalAssembly:
    """The yearly general meeting: its items, and what is said there."""

    title: str
    report: str
    speaker: str
    priorities: str
    decision: str
    awards: str
    awarded: tuple[str, ...]
    election: str
    objection: str


@dataclass(frozen=True, slots=True)
class FictionalMotions:
    """What the council has decided, and what it is voting on."""

    decided: str
    open: str


@dataclass(frozen=True, slots=True)
class FictionalAnnouncement:
    """What an organiser announces, with an error in it."""

    wrong: str
    wrong_hour: str
    right_hour: str

    @property
    def right(self) -> str:
        """The same without the error."""
        return self.wrong.replace(self.wrong_hour, self.right_hour)


@dataclass(frozen=True, slots=True)
class Fiction:
    """An alliance: organisers first, then the council, the chair first, then the others."""

    figures: tuple[Figure, ...]
    event: FictionalEvent
    workshop: FictionalEvent
    """The event with fewer seats than people who want to come."""
    applicant: Applicant
    election: FictionalElection
    announcement: FictionalAnnouncement
    motions: FictionalMotions
    assembly: FictionalAssembly
    next_event: FictionalEvent
    """Announced after the story, for the visitor of the page."""

    @property
    def organisations(self) -> tuple[OrganisationDetails, ...]:
        """Every organisation once."""
        return tuple(dict.fromkeys(figure.organisation for figure in self.figures))


def make_fiction(seed: int) -> Fiction:
    """Make up an alliance of `ORGANISATIONS` and `PEOPLE`: the same seed gives the same one."""
    parts = tomllib.loads(resources.files(__package__).joinpath("fiction.toml").read_text("utf-8"))
    author = _Author(parts, Random(seed))  # noqa: S311  a story needs no secrets
    *organisations, applying = author.organisations()
    return Fiction(
        author.figures(organisations),
        _event(parts["event"]),
        _event(parts["workshop"]),
        _applicant(parts["applicant"], applying),
        FictionalElection(**parts["election"]),
        FictionalAnnouncement(**parts["announcement"]),
        FictionalMotions(**parts["motions"]),
        FictionalAssembly(**parts["assembly"] | {"awarded": tuple(parts["assembly"]["awarded"])}),
        _event(parts["next_event"]),
    )


def _applicant(parts: dict[str, str], organisation: OrganisationDetails) -> Applicant:
    first_name, last_name = parts["first_name"], parts["last_name"]
    name = f"{first_name} {last_name}"
    details = PersonDetails(
        name, parts["position"], email=parts["email"], roles=frozenset({Role.LEADER})
    )
    figure = Figure(first_name, last_name, organisation, details)
    words = {key: parts[key] for key in ("phone", "about", "file", "question", "answer")}
    return Applicant(figure, **words)


def _event(parts: dict[str, str]) -> FictionalEvent:
    hour = time.fromisoformat(parts["hour"])
    return FictionalEvent(parts["title"], parts["description"], parts["place"], hour)


class _Author:
    """Composes names, numbers and positions."""

    def __init__(self, parts: dict[str, Any], random: Random) -> None:
        self._parts = parts
        self._random = random

    def organisations(self) -> list[OrganisationDetails]:
        """Return the alliance's own centre, then the others; the last one is not a member yet."""
        centre, applicant = self._parts["centre"], self._parts["applicant"]
        names = [
            (centre["name"], centre["short_name"]),
            *self._names()[: ORGANISATIONS - 1],
            (applicant["name"], applicant["short_name"]),
        ]
        serials = self._random.sample(range(100_000), len(names))
        return [
            OrganisationDetails(
                name, short_name, self._inn(serial), self._ogrn(serial), self._home(index)
            )
            for index, ((name, short_name), serial) in enumerate(zip(names, serials, strict=True))
        ]

    def _names(self) -> list[tuple[str, str]]:
        """Return all full and short names that can be composed, shuffled."""
        names = []
        for theme in self._parts["themes"]:
            for name in theme["names"]:
                kind, short_kind = self._random.choice(theme["kinds"])
                names.append((f"{kind} «{name}»", f"{short_kind} «{name}»"))
        self._random.shuffle(names)
        return names

    def _inn(self, serial: int) -> str:
        number = f"{self._parts['region']}{self._random.randint(1, 60):02}{serial:05}"
        return number + inn_rules.calc_company_check_digit(number)

    def _ogrn(self, serial: int) -> str:
        """Return 1, the year, the region, the number of the entry, and the check digit."""
        year = self._random.randint(3, 24)
        number = f"1{year:02}{self._parts['region']}00{serial:05}"
        return number + ogrn_rules.calc_check_digit(number + "0")

    def _home(self, index: int) -> str:
        capital, *others = self._parts["municipalities"]
        home: str = capital if index % IN_THE_CAPITAL == 0 else self._random.choice(others)
        return home

    def figures(self, organisations: Sequence[OrganisationDetails]) -> tuple[Figure, ...]:
        """Return organisers, the council, the other leaders, and delegates."""
        centre, *others = organisations
        names = self._people()
        offices = self._parts["positions"]
        figures = [
            self._figure(next(names), centre, position, f"organiser{number}", role)
            for number, (position, role) in enumerate(
                zip(offices["organiser"], OFFICE, strict=True), start=1
            )
        ]
        council: dict[int, Role] = dict(enumerate(COUNCIL))
        for number, organisation in enumerate([*others, centre]):
            roles = {Role.LEADER, council.get(number, Role.LEADER)}
            position = self._random.choice(offices["leader"])
            figures.append(
                self._figure(next(names), organisation, position, f"leader{number}", *roles)
            )
        for number, organisation in enumerate(self._random.sample(others, PEOPLE - len(figures))):
            position = self._random.choice(offices["delegate"])
            figures.append(self._figure(next(names), organisation, position, f"delegate{number}"))
        return tuple(figures)

    def _people(self) -> Iterator[tuple[str, str]]:
        """Yield people's names, each once, women and men alternating."""
        names = self._parts["names"]
        first_names = (names["male"], names["female"])
        pairs = [
            (first, surname[gender])
            for gender in range(2)
            for first in first_names[gender]
            for surname in names["surnames"]
        ]
        taken: set[str] = set()
        while True:
            name = self._random.choice(pairs)
            if " ".join(name) not in taken:
                taken.add(" ".join(name))
                yield name

    def _figure(
        self,
        name: tuple[str, str],
        organisation: OrganisationDetails,
        position: str,
        mailbox: str,
        *roles: Role,
    ) -> Figure:
        details = PersonDetails(
            " ".join(name),
            position,
            email=f"{mailbox}@alliance.example",
            delegate=not roles,
            roles=frozenset(roles),
        )
        return Figure(*name, organisation, details)
