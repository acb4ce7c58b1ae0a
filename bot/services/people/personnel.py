"""What administrators do with people's data in the chat: add a person, correct the data."""

from dataclasses import fields, replace

from bot.domain.people.imports import check
from bot.domain.people.members import Member, MemberId, Organisation, OrganisationId, Role, folded
from bot.domain.people.people import OrganisationEntry, PersonDetails, PersonEntry
from bot.domain.people.refusals import (
    CellRefused,
    OrganisationKnown,
    OrganisationNotFound,
    PersonChangedMeanwhile,
    PersonKnown,
    PersonNotFound,
)
from bot.domain.people.rows import Column, Row, read_cell
from bot.ports import Transaction
from bot.services.access import (
    known_member,
    require_administrator,
    require_confirmed_administrator,
    require_person,
)
from bot.services.events.recounting import recount
from bot.services.people.granting import take_role
from bot.services.people.imports import apply_batch
from bot.services.people.leaving import end_ties
from bot.services.people.own import member_house
from bot.services.polls.news import note_authority, note_departure
from bot.services.transactions import RuledService, reading, transaction

CELLS = {
    "name": Column.PERSON,
    "patronymic": Column.PATRONYMIC,
    "position": Column.POSITION,
    "phone": Column.PHONE,
    "email": Column.EMAIL,
}
"""The parts of an entry that are checked as the cell of a column is."""


class Personnel(RuledService):
    """All of it is for administrators."""

    @reading
    def organisations(self, tx: Transaction, actor: MemberId) -> list[Organisation]:
        """Return all organisations, by name."""
        require_administrator(tx, actor, self._rules)
        return sorted(tx.organisations.all(), key=lambda one: folded(one.short_name or one.name))

    @transaction
    def add(
        self,
        tx: Transaction,
        actor: MemberId,
        entry: PersonEntry,
        founded: OrganisationEntry | None = None,
    ) -> Member:
        """Add a person, as an import with one row would; `founded` is a new organisation of theirs.

        Refuses cells that an import refuses, a name that the organisation has already, and an ИНН
        that another organisation has.
        """
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        batch = check([Row(1, {**_house_cells(tx, entry.organisation, founded), **_cells(entry)})])
        if batch.refused:
            raise CellRefused(batch.refused[0].problems[0].fault.name.lower())
        row = batch.rows[0]
        house = tx.organisations.by_inn(row.organisation.inn)
        if house is not None:
            if founded is not None:
                raise OrganisationKnown(house.short_name or house.name)
            _require_free(tx, house.id, row.person.name)
        now = self._clock.now()
        apply_batch(tx, batch, administrator.id, now)
        added = _found(tx, row.organisation.inn, row.person.name)
        tx.audit.add(administrator.id, "member.add", f"member:{added.id}", now)
        return added

    @reading
    def entry(self, tx: Transaction, actor: MemberId, member: MemberId) -> PersonEntry:
        """Return what was entered of a person; refuse guests and the erased."""
        require_administrator(tx, actor, self._rules)
        return _entry(require_person(tx, member), tx.members.details(member))

    @transaction
    def correct(
        self,
        tx: Transaction,
        actor: MemberId,
        member: MemberId,
        seen: PersonEntry,
        entry: PersonEntry,
    ) -> Member:
        """Save what an administrator corrected of a person, as they had `seen` it.

        Who comes to another organisation no longer leads the one before nor speaks for it, and
        needs a new invitation. Refuses cells that an import refuses, a name that the organisation
        has already, and data that somebody else has changed since.
        """
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        person, before = require_person(tx, member), tx.members.details(member)
        if _entry(person, before) != seen:
            raise PersonChangedMeanwhile
        after, moves = _corrected(before, entry), entry.organisation != person.organisation
        _require_free(tx, entry.organisation, after.name, member)
        if moves:
            self._move(tx, administrator, person, entry.organisation)
            after = replace(after, document="")  # it is the former organisation's
        if before != after:
            tx.members.update(member, after)
        if moves or before.delegate != after.delegate:
            note_departure(tx, member, self._clock.now())
            if person.organisation is not None:
                note_authority(tx, person.organisation, self._clock.now())
        self._note(tx, administrator, person, _changed(before, after), entry.organisation)
        return known_member(tx, member)

    def _move(
        self,
        tx: Transaction,
        administrator: Member,
        person: Member,
        organisation: OrganisationId | None,
    ) -> None:
        """Take a person out of one organisation into another; their answers count for that."""
        if organisation is not None:
            member_house(tx, organisation)
        now = self._clock.now()
        take_role(tx, person, Role.LEADER, administrator.id, now)
        end_ties(tx, person, self._rules, now)

        def move() -> None:
            tx.members.move(person.id, organisation, now)

        recount(tx, [person.id], move, self._rules, now)

    def _note(
        self,
        tx: Transaction,
        administrator: Member,
        person: Member,
        changed: list[str],
        organisation: OrganisationId | None,
    ) -> None:
        """Write down who corrected what, without the data itself."""
        now, subject, moved = self._clock.now(), f"member:{person.id}", person.organisation
        if changed:
            parts = ", ".join(changed)
            tx.audit.add(administrator.id, "member.correct", subject, now, parts=parts)
        if moved != organisation:
            tx.audit.add(
                administrator.id, "member.move", subject, now, before=moved, after=organisation
            )


def _entry(person: Member, details: PersonDetails) -> PersonEntry:
    return PersonEntry(
        person.organisation,
        details.name,
        details.patronymic,
        details.position,
        details.phone,
        details.email,
        delegate=details.delegate,
    )


def _corrected(before: PersonDetails, entry: PersonEntry) -> PersonDetails:
    """Return a person's details with what was entered; refuse cells that an import refuses."""
    values = {name: read_cell(column, getattr(entry, name)) for name, column in CELLS.items()}
    speaks = entry.delegate and entry.organisation is not None
    return replace(before, **values, delegate=speaks)


def _changed(before: PersonDetails, after: PersonDetails) -> list[str]:
    return [
        part.name
        for part in fields(after)
        if getattr(before, part.name) != getattr(after, part.name)
    ]


def _require_free(
    tx: Transaction, organisation: OrganisationId | None, name: str, member: MemberId | None = None
) -> None:
    """Refuse a name that somebody else in the organisation has."""
    if tx.members.find(organisation, name) not in {None, member}:
        raise PersonKnown(name)


def _found(tx: Transaction, inn: str, name: str) -> Member:
    house = tx.organisations.by_inn(inn)
    added = None if house is None else tx.members.find(house.id, name)
    if added is None:  # cannot happen: the person was added just now
        raise PersonNotFound
    return known_member(tx, added)


def _cells(entry: PersonEntry) -> dict[Column, str]:
    typed = {column: getattr(entry, name) for name, column in CELLS.items()}
    return {**typed, Column.DELEGATE: "yes" if entry.delegate else "no"}


def _house_cells(
    tx: Transaction, organisation: OrganisationId | None, founded: OrganisationEntry | None
) -> dict[Column, str]:
    """Return the cells of an organisation as it is, or of a new one."""
    if founded is not None:
        return {Column.ORGANISATION: founded.name, Column.INN: founded.inn}
    if organisation is None:
        raise OrganisationNotFound
    house = member_house(tx, organisation)
    return {
        Column.ORGANISATION: house.name,
        Column.SHORT_NAME: house.short_name,
        Column.INN: house.inn,
        Column.OGRN: house.ogrn or "",
        Column.MUNICIPALITY: house.municipality,
    }
