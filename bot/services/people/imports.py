"""Import people and their organisations."""

from datetime import datetime

from bot.domain.people.imports import Batch, Change, Known, PersonKey, Plan, plan
from bot.domain.people.members import MemberId, Organisation, OrganisationId, Role
from bot.domain.people.people import OrganisationDetails, PersonDetails
from bot.ports import Transaction
from bot.services.people.granting import give_leadership, note_roles
from bot.services.transactions import Service, reading, transaction


class Imports(Service):
    """Imports of members' spreadsheets; the file overrides stored data, even by empty cells."""

    @reading
    def preview(self, tx: Transaction, batch: Batch) -> Plan:
        """Tell what `apply` would do, and do nothing."""
        return plan_of(tx, batch)

    @transaction
    def apply(self, tx: Transaction, batch: Batch, actor: MemberId | None = None) -> Plan:
        """Store the valid rows; `actor` None is the command line.

        People whom the file does not name stay unchanged, except that a new leader of an
        organisation replaces the previous one.
        """
        return apply_batch(tx, batch, actor, self._clock.now())


def plan_of(tx: Transaction, batch: Batch) -> Plan:
    """Compare a batch with what is stored."""
    return plan(batch, _known(tx, batch))


def apply_batch(tx: Transaction, batch: Batch, actor: MemberId | None, now: datetime) -> Plan:
    """Add and change what the good rows say, and write down who did that."""
    planned = plan_of(tx, batch)
    if planned.changes_nothing:
        return planned
    for organisation in planned.organisations:
        _save_organisation(tx, organisation)
    for person in planned.people:
        _save_person(tx, person)
        _note_roles(tx, person, actor, now)
    for person in sorted(planned.people, key=_leads):  # who leaves office goes first
        _save_leader(tx, person, actor, now)
    tx.audit.add(actor, "import", "members", now, **planned.counts())
    return planned


def _note_roles(
    tx: Transaction, change: Change[PersonDetails], actor: MemberId | None, now: datetime
) -> None:
    _, member = _ids(tx, change)
    before = change.before.roles if change.before else frozenset()
    if member is not None:
        note_roles(tx, member, before, change.after.roles, actor, now)


def _known(tx: Transaction, batch: Batch) -> Known:
    organisations = {row.organisation.inn: row.organisation for row in batch.rows}
    stored = {inn: found for inn in organisations if (found := tx.organisations.by_inn(inn))}
    ogrns = {details.ogrn for details in organisations.values() if details.ogrn}
    owners = {ogrn: found.inn for ogrn in ogrns if (found := tx.organisations.by_ogrn(ogrn))}
    people: dict[PersonKey, PersonDetails] = {}
    for row in batch.rows:
        organisation = stored.get(row.organisation.inn)
        member = organisation and tx.members.find(organisation.id, row.person.name)
        if member:
            people[row.key] = tx.members.details(member)
    left = frozenset(inn for inn, found in stored.items() if not found.is_member)
    return Known({inn: _details(found) for inn, found in stored.items()}, owners, people, left)


def _details(stored: Organisation) -> OrganisationDetails:
    return OrganisationDetails(
        stored.name, stored.short_name, stored.inn, stored.ogrn, stored.municipality
    )


def _save_organisation(tx: Transaction, change: Change[OrganisationDetails]) -> None:
    stored = tx.organisations.by_inn(change.inn)
    if stored is None:
        tx.organisations.add(change.after)
    else:
        tx.organisations.update(stored.id, change.after)


def _save_person(tx: Transaction, change: Change[PersonDetails]) -> None:
    organisation, member = _ids(tx, change)
    if member is None:
        tx.members.add(change.after, organisation)
    else:
        tx.members.update(member, change.after)


def _save_leader(
    tx: Transaction, change: Change[PersonDetails], actor: MemberId | None, now: datetime
) -> None:
    organisation, member = _ids(tx, change)
    if _leads(change) and member is not None:
        give_leadership(tx, member, organisation, actor, now)
    elif change.before and Role.LEADER in change.before.roles:
        tx.organisations.save_leader(organisation, None)


def _leads(change: Change[PersonDetails]) -> bool:
    return Role.LEADER in change.after.roles


def _ids(tx: Transaction, change: Change[PersonDetails]) -> tuple[OrganisationId, MemberId | None]:
    """Return the ids of a person's organisation and of the person, if known."""
    organisation = tx.organisations.by_inn(change.inn)
    if organisation is None:
        raise LookupError(change.inn)
    return organisation.id, tx.members.find(organisation.id, change.after.name)
