"""Imports of members: check that rows agree, and work out what they change."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Generic, TypeVar

from bot.domain.people.members import Role, folded
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.domain.people.rows import Column, ImportedRow, Problem, Row, RowFault, check_row

D = TypeVar("D", OrganisationDetails, PersonDetails)
PersonKey = tuple[str, str]
"""How an import identifies a person: the organisation's ИНН and the folded name."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that is not imported, and why."""

    number: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of a file that are valid and agree with each other, and the refused ones."""

    rows: tuple[ImportedRow, ...]
    refused: tuple[RefusedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The stored organisations by ИНН, their ИНН by ОГРН, and the stored people of a batch.

    Those of `left` are no longer members.
    """

    organisations: Mapping[str, OrganisationDetails] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[PersonKey, PersonDetails] = field(default_factory=dict)
    left: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change(Generic[D]):
    """An organisation or a person before (None: new) and after the import."""

    inn: str
    before: D | None
    after: D

    @property
    def is_new(self) -> bool:
        """Tell whether it is added."""
        return self.before is None

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields that differ."""
        return tuple(
            part.name
            for part in fields(self.after)
            if self.before is None
            or getattr(self.before, part.name) != getattr(self.after, part.name)
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import changes, what it leaves unchanged, and which rows are refused."""

    organisations: tuple[Change[OrganisationDetails], ...]
    people: tuple[Change[PersonDetails], ...]
    unchanged: int
    refused: tuple[RefusedRow, ...]

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the stored data are the same as the file's."""
        return not (self.organisations or self.people)

    def counts(self) -> dict[str, int]:
        """Return the figures of the plan, by name."""
        return {
            "organisations_added": sum(change.is_new for change in self.organisations),
            "organisations_changed": sum(not change.is_new for change in self.organisations),
            "people_added": sum(change.is_new for change in self.people),
            "people_changed": sum(not change.is_new for change in self.people),
            "unchanged": self.unchanged,
            "refused": len(self.refused),
        }


def check(rows: Iterable[Row]) -> Batch:
    """Validate each row, and refuse all rows that contradict each other.

    An empty cell contradicts nothing: it takes the value of the organisation's other rows. Case, ё
    and spaces make no difference: the first row's spelling is used.
    """
    good: list[ImportedRow] = []
    problems: dict[int, list[Problem]] = {}
    for row in rows:
        checked = check_row(row)
        if isinstance(checked, ImportedRow):
            good.append(checked)
        else:
            problems[row.number] = checked
    for number, problem in _contradictions(good):
        problems.setdefault(number, []).append(problem)
    agreed = [row for row in good if row.number not in problems]
    return Batch(tuple(_completed(agreed)), _refused(problems))


def _refused(problems: Mapping[int, list[Problem]]) -> tuple[RefusedRow, ...]:
    return tuple(RefusedRow(number, tuple(problems[number])) for number in sorted(problems))


@dataclass(frozen=True, slots=True)
class _Rule:
    """Rows with the same `key` must have the same `value`; empty values are ignored."""

    column: Column
    key: Callable[[ImportedRow], str | PersonKey | None]
    value: Callable[[ImportedRow], str | PersonDetails | None]


def _leader(row: ImportedRow) -> str | None:
    return folded(row.person.name) if Role.LEADER in row.person.roles else None


RULES = (
    _Rule(Column.ORGANISATION, lambda row: row.organisation.inn, lambda row: row.organisation.name),
    _Rule(
        Column.SHORT_NAME, lambda row: row.organisation.inn, lambda row: row.organisation.short_name
    ),
    _Rule(Column.OGRN, lambda row: row.organisation.inn, lambda row: row.organisation.ogrn),
    _Rule(
        Column.MUNICIPALITY,
        lambda row: row.organisation.inn,
        lambda row: row.organisation.municipality,
    ),
    _Rule(Column.INN, lambda row: row.organisation.ogrn, lambda row: row.organisation.inn),
    _Rule(Column.ROLES, lambda row: row.organisation.inn, _leader),
    _Rule(Column.PERSON, lambda row: row.key, lambda row: row.person),
)


def _contradictions(rows: list[ImportedRow]) -> Iterator[tuple[int, Problem]]:
    for rule in RULES:
        groups: defaultdict[str | PersonKey, list[ImportedRow]] = defaultdict(list)
        for row in rows:
            key = rule.key(row)
            if key and rule.value(row):
                groups[key].append(row)
        for group in groups.values():
            yield from _disagreements(rule, group)


def _disagreements(rule: _Rule, group: list[ImportedRow]) -> Iterator[tuple[int, Problem]]:
    for row in group:
        told = _plain(rule.value(row))
        others = tuple(each.number for each in group if _plain(rule.value(each)) != told)
        if others:
            yield row.number, Problem(rule.column, RowFault.CONTRADICTION, _cell(row, rule), others)


def _plain(value: str | PersonDetails | None) -> object:
    """Return a value for comparison, without case, ё and extra spaces."""
    if isinstance(value, PersonDetails):
        return tuple(_plain_field(getattr(value, one.name)) for one in fields(value))
    return _plain_field(value)


def _plain_field(value: object) -> object:
    return folded(value).replace(" ", "") if isinstance(value, str) else value


def _cell(row: ImportedRow, rule: _Rule) -> str:
    value = rule.value(row)
    return value if isinstance(value, str) else row.person.name


def _completed(rows: list[ImportedRow]) -> Iterator[ImportedRow]:
    """Give each row of an organisation all data that any of its rows has."""
    complete: dict[str, OrganisationDetails] = {}
    for row in rows:
        told = row.organisation
        sofar = complete.setdefault(told.inn, told)
        complete[told.inn] = replace(
            sofar,
            short_name=sofar.short_name or told.short_name,
            ogrn=sofar.ogrn or told.ogrn,
            municipality=sofar.municipality or told.municipality,
        )
    for row in rows:
        yield replace(row, organisation=complete[row.organisation.inn])


def plan(batch: Batch, known: Known) -> Plan:
    """Compare a batch with the stored data; refuse rows with another organisation's ОГРН.

    Also rows of an organisation that left: it is admitted again, not imported.

    An import can give the administrator's role but never remove it, so nobody locks themselves out.
    """
    problems = {row.number: list(row.problems) for row in batch.refused}
    organisations: dict[str, Change[OrganisationDetails]] = {}
    people: dict[PersonKey, Change[PersonDetails]] = {}
    for row in batch.rows:
        inn, ogrn = row.organisation.inn, row.organisation.ogrn
        if ogrn and known.owners.get(ogrn, inn) != inn:
            problems[row.number] = [Problem(Column.OGRN, RowFault.TAKEN, ogrn)]
            continue
        if inn in known.left:
            problems[row.number] = [Problem(Column.INN, RowFault.LEFT, inn)]
            continue
        organisations[inn] = Change(inn, known.organisations.get(inn), row.organisation)
        before = known.people.get(row.key)
        people.setdefault(row.key, Change(inn, before, _kept(before, row.person)))
    changed = tuple(change for change in organisations.values() if change.fields)
    persons = tuple(change for change in people.values() if change.fields)
    return Plan(
        organisations=changed,
        people=persons,
        unchanged=len(organisations) + len(people) - len(changed) - len(persons),
        refused=_refused(problems),
    )


def _kept(before: PersonDetails | None, after: PersonDetails) -> PersonDetails:
    """Return the new data of a person; missing patronymics and documents keep the stored ones."""
    if before is None:
        return after
    roles = after.roles | (before.roles & {Role.ADMINISTRATOR})
    return replace(
        after,
        roles=roles,
        patronymic=after.patronymic or before.patronymic,
        document=after.document or before.document,
    )
