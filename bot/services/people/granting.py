"""How roles are given and taken: by an import, by an administrator, or on a planned day."""

from datetime import date, datetime

from bot.domain.people.members import Member, MemberId, OrganisationId, Role
from bot.domain.people.roles import require_organisation
from bot.ports import Transaction


def note_roles(
    tx: Transaction,
    member: MemberId,
    before: frozenset[Role],
    after: frozenset[Role],
    actor: MemberId | None,
    now: datetime,
) -> None:
    """Write down who was given or lost which roles: power never changes hands unseen."""
    if after == before:
        return
    tx.audit.add(
        actor,
        "member.roles",
        f"member:{member}",
        now,
        before=", ".join(sorted(before)),
        after=", ".join(sorted(after)),
    )


def give_role(
    tx: Transaction, member: Member, role: Role, since: date, actor: MemberId | None, now: datetime
) -> None:
    """Give a person a role from today; who has it keeps the day since when."""
    before = tx.members.details(member.id).roles
    require_organisation(member, role)
    if role in before:
        return
    if role is Role.LEADER and member.organisation is not None:
        _give_leadership(tx, member.id, member.organisation, actor, now)
    else:
        tx.members.add_role(member.id, role, since)
    note_roles(tx, member.id, before, before | {role}, actor, now)


def _give_leadership(
    tx: Transaction,
    member: MemberId,
    organisation: OrganisationId,
    actor: MemberId | None,
    now: datetime,
) -> None:
    """Have a person lead their organisation in place of its leader so far."""
    found = tx.organisations.get(organisation)
    former = found.leader if found is not None else None
    held = frozenset[Role]() if former is None else tx.members.details(former).roles
    tx.organisations.save_leader(organisation, member)
    if former is not None:
        note_roles(tx, former, held, held - {Role.LEADER}, actor, now)


def take_role(
    tx: Transaction, member: Member, role: Role, actor: MemberId | None, now: datetime
) -> None:
    """Take a role from a person, if they have it."""
    known = tx.members.details(member.id)
    if role not in known.roles:
        return
    if role is Role.LEADER and member.organisation is not None:
        tx.organisations.save_leader(member.organisation, None)
    else:
        tx.members.remove_role(member.id, role)
    note_roles(tx, member.id, known.roles, known.roles - {role}, actor, now)
