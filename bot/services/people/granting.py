"""How roles are given and taken, whatever the occasion; the person is told of it."""

from datetime import date, datetime

from bot.domain.notices import Notice
from bot.domain.people.members import Member, MemberId, OrganisationId, Role
from bot.domain.people.roles import (
    MenuChanged,
    MenuLetter,
    RolesChanged,
    RolesLetter,
    require_organisation,
)
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.notices import Asked


def note_roles(
    tx: Transaction,
    member: MemberId,
    before: frozenset[Role],
    after: frozenset[Role],
    actor: MemberId | None,
    now: datetime,
    *,
    told: bool = False,
) -> None:
    """Write down who was given or lost which roles, and tell the person unless others `told` it."""
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
    tell_roles(tx, member, before, after, now, told=told)


def tell_roles(
    tx: Transaction,
    member: MemberId,
    before: frozenset[Role],
    after: frozenset[Role],
    now: datetime,
    *,
    told: bool = False,
) -> None:
    """Renew a person's menu now, and tell them of their roles after their quiet hours.

    Who is `told` by other news only gets the menu. Who has not joined yet is greeted with the right
    menu when they do.
    """
    person = tx.members.get(member)
    if person is None or not person.has_joined or before == after:
        return
    subject = RolesChanged(_in_order(after - before), _in_order(before - after))
    key = f"{member}:{now.timestamp():.6f}"
    menu = Notice(f"menu:{key}", member, MenuChanged(), Priority.ANSWER, now)
    news = Notice(f"roles:{key}", member, subject, Priority.REMINDER, now)
    tx.outbox.add([menu] if told else [menu, news], now)


def _in_order(roles: frozenset[Role]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


def compose_roles(tx: Transaction, asked: Asked[RolesChanged]) -> RolesLetter | None:
    """Return what is still so of the roles that changed; None if nothing is."""
    member, subject = asked.member, asked.subject
    if member is None or not member.has_joined:
        return None
    held = tx.members.details(member.id).roles
    given = tuple(role for role in subject.given if role in held)
    taken = tuple(role for role in subject.taken if role not in held)
    return RolesLetter(given, taken) if given or taken else None


def compose_menu(_tx: Transaction, asked: Asked[MenuChanged]) -> MenuLetter | None:
    """Return the person whose menu is renewed."""
    return None if asked.member is None else MenuLetter(asked.member)


def give_role(
    tx: Transaction,
    member: Member,
    role: Role,
    since: date,
    actor: MemberId | None,
    now: datetime,
    *,
    told: bool = False,
) -> None:
    """Give a person a role from today; who has it keeps the day since when."""
    before = tx.members.details(member.id).roles
    require_organisation(member, role)
    if role in before:
        return
    if role is Role.LEADER and member.organisation is not None:
        give_leadership(tx, member.id, member.organisation, actor, now, told=told)
    else:
        tx.members.add_role(member.id, role, since)
    note_roles(tx, member.id, before, before | {role}, actor, now, told=told)


def give_leadership(
    tx: Transaction,
    member: MemberId,
    organisation: OrganisationId,
    actor: MemberId | None,
    now: datetime,
    *,
    told: bool = False,
) -> None:
    """Have a person lead their organisation in place of its leader so far."""
    found = tx.organisations.get(organisation)
    former = found.leader if found is not None else None
    held = frozenset[Role]() if former is None else tx.members.details(former).roles
    tx.organisations.save_leader(organisation, member)
    if former is not None and former != member:
        note_roles(tx, former, held, held - {Role.LEADER}, actor, now, told=told)


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
