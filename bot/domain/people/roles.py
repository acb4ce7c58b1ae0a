"""Roles that administrators give and take: from a day on, until a day, by whom it is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType

from bot.domain.letters import LetterContent
from bot.domain.notices import Subject
from bot.domain.people.members import Member, MemberId, Role
from bot.domain.people.refusals import (
    LastAdministrator,
    RoleDaysPast,
    RoleDaysReversed,
    RoleDaysTooFar,
    RoleNeedsOrganisation,
)

PlannedRoleId = NewType("PlannedRoleId", int)

DAYS_AHEAD = timedelta(days=3653)
"""Ten years: no office lasts longer."""


@dataclass(frozen=True, slots=True)
class PlannedRole:
    """A role that is given to a person, or taken (not `gives`), as a day begins."""

    id: PlannedRoleId
    member: MemberId
    role: Role
    gives: bool
    day: date


@dataclass(frozen=True, slots=True)
class Term:
    """A role of a person: `since` when (None: not known), `until` which day, that day included.

    Without `begun` it is yet to be given.
    """

    role: Role
    begun: bool
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonRoles:
    """A person with every role that was given to them, or will be."""

    member: Member
    terms: tuple[Term, ...]


class RolesChanged(Subject, kind="people.roles_changed"):
    """A notice to the person: these roles were given to them, and these taken."""

    given: tuple[Role, ...]
    taken: tuple[Role, ...]


class MenuChanged(Subject, kind="people.menu_changed"):
    """A notice without words: the person's command menu is to show what they may now."""


class RolesLetter(LetterContent):
    """The roles that a person was given and still has, and those that they have no more."""

    given: tuple[Role, ...]
    taken: tuple[Role, ...]


class MenuLetter(LetterContent):
    """The person whose command menu is renewed."""

    member: Member


def terms_of(
    held: Iterable[Role], since: dict[Role, date], planned: Iterable[PlannedRole]
) -> tuple[Term, ...]:
    """Return the roles that a person has or will have, in the order of `Role`."""
    begins = {one.role: one.day for one in planned if one.gives}
    ends = {one.role: one.day - timedelta(days=1) for one in planned if not one.gives}
    has = frozenset(held)
    return tuple(
        Term(role, role in has, since.get(role) or begins.get(role), ends.get(role))
        for role in Role
        if role in has or role in begins
    )


def check_days(since: date | None, until: date | None, today: date) -> None:
    """Refuse a time that is over, ends before it begins, or is too far ahead; None is unlimited."""
    days = [day for day in (since, until) if day is not None]
    if any(day < today for day in days):
        raise RoleDaysPast
    if any(day > today + DAYS_AHEAD for day in days):
        raise RoleDaysTooFar
    if since is not None and until is not None and until < since:
        raise RoleDaysReversed


def require_organisation(member: Member, role: Role) -> None:
    """Refuse to have somebody lead an organisation who belongs to none."""
    if role is Role.LEADER and member.organisation is None:
        raise RoleNeedsOrganisation


def has_administrator(everybody: Iterable[Member], without: MemberId | None = None) -> bool:
    """Tell whether an administrator has joined, besides one person."""
    return any(one.is_administrator and one.has_joined for one in everybody if one.id != without)


def require_administrator_left(
    everybody: Iterable[Member], without: MemberId | None = None
) -> None:
    """Refuse to leave the alliance without an administrator who has joined."""
    if not has_administrator(everybody, without):
        raise LastAdministrator
