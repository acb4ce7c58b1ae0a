"""What administrators do with people's roles in the chat: find people, give roles and take them."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.domain.people.members import Member, MemberId, Role, TelegramId, folded
from bot.domain.people.reachability import PeopleDue
from bot.domain.people.refusals import (
    AdministratorByConfiguration,
    LastAdministrator,
    RoleNeedsOrganisation,
    RoleNotForGuests,
    RoleNotHeld,
)
from bot.domain.people.roles import (
    PersonRoles,
    PlannedRole,
    PlannedRoleId,
    check_days,
    require_administrator_left,
    require_organisation,
    terms_of,
)
from bot.ports import Clock, Storage, Transaction
from bot.services.access import (
    require_administrator,
    require_confirmed_administrator,
    require_person,
)
from bot.services.people.granting import give_role, take_role
from bot.services.rules import RulesSource
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction

DAY = timedelta(days=1)
KEPT = (AdministratorByConfiguration, LastAdministrator, RoleNeedsOrganisation, RoleNotForGuests)
"""Why a role stays as it is though its day has come."""


class Appointments(RuledService):
    """Who may what. All of it is for administrators.

    The `administrators` of the configuration keep that role, whatever is tapped.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        rules: RulesSource,
        *,
        administrators: frozenset[TelegramId],
    ) -> None:
        super().__init__(storage, clock, rules)
        self._administrators = administrators

    @reading
    def find(self, tx: Transaction, actor: MemberId, text: str) -> list[Member]:
        """Return the people with every word of a text in their name or their organisation's."""
        require_administrator(tx, actor, self._rules)
        words = folded(text).split()
        return [
            one
            for one in tx.members.all()
            if words and not one.guest and _has(words, one.name, one.organisation_name or "")
        ]

    @reading
    def roles_of(self, tx: Transaction, actor: MemberId, member: MemberId) -> PersonRoles:
        """Return a person with their roles; refuse guests and the erased."""
        require_administrator(tx, actor, self._rules)
        return _roles_of(tx, require_person(tx, member))

    @transaction
    def give(
        self,
        tx: Transaction,
        actor: MemberId,
        member: MemberId,
        role: Role,
        since: date | None = None,
        until: date | None = None,
    ) -> PersonRoles:
        """Give a person a role from today or a later day, for good or until a day (inclusive).

        Who has it already keeps it, until that day. Refuses days that make no sense, guests, a
        leader without an organisation, and an end for an administrator of the configuration or the
        last one.
        """
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        person = require_person(tx, member)
        today, now = self._today(), self._clock.now()
        check_days(since, until, today)
        require_organisation(person, role)
        if until is not None:
            self._require_removable(tx, person, role)
        held = tx.members.details(member).roles  # those that others bring along are not given yet
        later = since is not None and since > today and role not in held
        if not later:
            give_role(tx, person, role, today, administrator.id, now)
        takes = None if until is None else until + DAY
        tx.planned_roles.replace(member, role, since if later else None, takes)
        if later or until is not None:
            starts = f"{since}" if later else None
            days = {"since": starts, "until": None if until is None else f"{until}"}
            tx.audit.add(
                administrator.id, "member.plan_role", f"member:{member}", now, role=role, **days
            )
        return _roles_of(tx, require_person(tx, member))

    @transaction
    def take(self, tx: Transaction, actor: MemberId, member: MemberId, role: Role) -> PersonRoles:
        """Take a role from a person now, and what is planned of it.

        Refuses to take the last administrator's role, or that of one of the configuration.
        """
        administrator = require_confirmed_administrator(tx, actor, self._rules)
        person = require_person(tx, member)
        terms = {one.role: one for one in _roles_of(tx, person).terms}
        if role not in terms:
            raise RoleNotHeld(person.name)
        now = self._clock.now()
        if terms[role].begun:
            self._require_removable(tx, person, role)
            take_role(tx, person, role, administrator.id, now)
        else:
            tx.audit.add(administrator.id, "member.unplan_role", f"member:{member}", now, role=role)
        tx.planned_roles.replace(member, role, None, None)
        return _roles_of(tx, require_person(tx, member))

    def _due(self, tx: Transaction) -> list[PlannedRoleId]:
        return tx.planned_roles.due(self._today())

    @each_due(PeopleDue.ROLE, _due)
    def apply_planned(self, tx: Transaction, planned: PlannedRoleId) -> int:
        """Give or take a role whose day has come; return whether that was still possible.

        The last administrator keeps the role, and a leader-to-be without an organisation, or a
        person who is a guest from outside by then, stays without it: the audit log says so.
        """
        change = tx.planned_roles.take(planned)
        person = None if change is None else tx.members.get(change.member)
        if change is None or person is None or change.day > self._today():
            return 0
        try:
            self._change(tx, person, change)
        except KEPT as refusal:
            tx.audit.add(
                None,
                "member.roles_kept",
                f"member:{person.id}",
                self._clock.now(),
                role=change.role,
                reason=type(refusal).__name__,
            )
            return 0
        return 1

    def _change(self, tx: Transaction, person: Member, change: PlannedRole) -> None:
        now = self._clock.now()
        if change.gives:
            if person.guest:
                raise RoleNotForGuests(person.name)
            give_role(tx, person, change.role, change.day, None, now)
        elif change.role in tx.members.details(person.id).roles:
            self._require_removable(tx, person, change.role)
            take_role(tx, person, change.role, None, now)

    def _require_removable(self, tx: Transaction, person: Member, role: Role) -> None:
        if role is not Role.ADMINISTRATOR:
            return
        if person.telegram_id in self._administrators:
            raise AdministratorByConfiguration
        require_administrator_left(tx.members.all(), person.id)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._rules.zone).date()


def _roles_of(tx: Transaction, member: Member) -> PersonRoles:
    held = tx.members.details(member.id).roles
    known = {role: tx.members.roles_since(role).get(member.id) for role in held}
    since = {role: day for role, day in known.items() if day is not None}
    return PersonRoles(member, terms_of(held, since, tx.planned_roles.of_member(member.id)))


def _has(words: Iterable[str], *names: str) -> bool:
    plain = folded(" ".join(names))
    return all(word in plain for word in words)
