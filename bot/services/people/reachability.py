"""People whom messages do not reach, new invitations for them, and the weekly digest."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.notices import Notice
from bot.domain.people.invitations import authority_over, lets_in
from bot.domain.people.members import Member, MemberId, OrganisationId, Role
from bot.domain.people.people import PersonDetails
from bot.domain.people.reachability import (
    ContactState,
    OrganisationReach,
    PeopleDue,
    Person,
    ReachabilityChanged,
    ReachabilityLetter,
    Reached,
    Snapshot,
    changes,
    reached,
)
from bot.domain.people.refusals import (
    InvitationNeedsAdministrator,
    OrganisationNotFound,
    PersonReached,
)
from bot.domain.priorities import Priority
from bot.domain.refusals import ButtonTooOld
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_member, require_organiser
from bot.services.notices import Asked
from bot.services.people.invitations import IssuedInvitation, issue
from bot.services.rules import RulesSource
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService, reading, transaction


@dataclass(frozen=True, slots=True)
class PersonalInvitation:
    """An invitation to pass on by other means, with the person's contact data."""

    person: Person
    details: PersonDetails
    issued: IssuedInvitation


class Reachability(RuledService):
    """What organisers see of unreachable people."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, valid_for: timedelta
    ) -> None:
        super().__init__(storage, clock, rules)
        self._valid_for = valid_for

    @reading
    def overview(self, tx: Transaction, actor: MemberId) -> Reached:
        """Return the reachability of the whole alliance."""
        require_organiser(tx, actor, self._rules)
        return _reached(tx)

    @reading
    def reach_of(
        self, tx: Transaction, actor: MemberId, organisation: OrganisationId
    ) -> OrganisationReach:
        """Return an organisation and its people."""
        require_organiser(tx, actor, self._rules)
        for one in _reached(tx).organisations:
            if one.organisation.id == organisation:
                return one
        raise OrganisationNotFound

    @transaction
    def invite(self, tx: Transaction, actor: MemberId, member: MemberId) -> PersonalInvitation:
        """Issue a personal invitation in place of every earlier one of that person.

        A person who blocked the bot may use it from another account, for instance after losing a
        telephone. Refuses people whom messages reach, guests from outside, the erased, people whom
        the issuer may not invite (`lets_in`), and an issuer whose new account is not confirmed.
        """
        inviter = require_member(tx, actor, self._rules)
        if Role.LEADER not in inviter.roles:
            inviter.require_organiser()
        inviter.require_account_confirmed()
        since = tx.reachability.blocked_since()
        known = {person.id: person for person in tx.members.all() if not person.guest}
        if member not in known:
            raise ButtonTooOld
        person = Person(known[member], since.get(member))
        if person.contact in {ContactState.REACHED, ContactState.UNFINISHED}:
            raise PersonReached(person.member.name)
        authority = authority_over(inviter, person.member)
        if authority is None or not lets_in(authority, person.member):
            raise InvitationNeedsAdministrator
        now = self._clock.now()
        tx.invitations.withdraw(member, now)
        tx.tombstones.add_invitations(member)
        issued = issue(tx, person.member, now + self._valid_for, authority)
        tx.audit.add(inviter.id, "invitation.issue", f"member:{member}", now)
        return PersonalInvitation(person, tx.members.details(member), issued)

    def _weeks_due(self, tx: Transaction) -> list[int]:
        """Return the time of the digest that is due; None if it was sent."""
        weekly = self._rules.weekly
        if weekly is None:
            return []
        due = weekly.last(self._clock.now(), self._rules.zone)
        told = tx.reachability.told_until()
        return [int(due.timestamp())] if told is None or told < due else []

    @each_due(PeopleDue.DIGEST, _weeks_due)
    def send_digest(self, tx: Transaction, week: int) -> int:
        """Send organisers the weekly digest of changes, if any; return how many get it.

        Nothing is sent before the first whole week: there is nothing to compare with. It comes
        after each organiser's quiet hours.
        """
        now = self._clock.now()
        due = datetime.fromtimestamp(week, UTC)
        last = tx.reachability.last_digest()
        if last is None:
            tx.reachability.save_digest(due, Snapshot())
            return 0
        due_before, told = last
        if due <= due_before:
            return 0
        standing = _reached(tx).snapshot
        tx.reachability.save_digest(due, standing)
        changed = changes(told, standing)
        if changed is None:
            return 0
        organisers = [m for m in tx.members.all() if m.has_joined and m.is_organiser]
        tx.outbox.add([self._notice(m, changed, due, now) for m in organisers], now)
        return len(organisers)

    def _notice(
        self, organiser: Member, changed: ReachabilityChanged, due: datetime, now: datetime
    ) -> Notice:
        return Notice(
            key=f"reachability:{due.timestamp():.0f}:{organiser.id}",
            recipient=organiser.id,
            subject=changed,
            priority=Priority.REMINDER,
            not_before=self._rules.daytime_of(organiser, now),
        )


def compose_digest(tx: Transaction, asked: Asked[ReachabilityChanged]) -> ReachabilityLetter | None:
    """Return the digest for an organiser, as of the time of sending; None without changes.

    Changes that were reversed, and people who are gone, are left out.
    """
    changed = asked.subject
    if asked.member is None or not asked.member.is_organiser:
        return None
    standing = _reached(tx)
    silent = {one.organisation.id for one in standing.silent}
    lost = {one.organisation.id for one in standing.lost}
    names = {
        one.id: one.short_name or one.name
        for one in (h.organisation for h in standing.organisations)
    }
    blocked = {person.member.id: person.member for person in standing.blocked}
    reachable = {m.id: m for m in tx.members.all() if m.has_joined and m.reachable}
    letter = ReachabilityLetter(
        silent=tuple(names[one] for one in changed.silent if one in lost),
        reached=tuple(names[one] for one in changed.reached if one in names.keys() - silent),
        blocked=tuple(blocked[one] for one in changed.blocked if one in blocked),
        returned=tuple(reachable[one] for one in changed.returned if one in reachable),
        silent_now=len(silent),
        blocked_now=len(blocked),
    )
    told = (letter.silent, letter.reached, letter.blocked, letter.returned)
    return letter if any(told) else None


def _reached(tx: Transaction) -> Reached:
    since = tx.reachability.blocked_since()
    return reached(tx.organisations.all(), tx.members.all(), since)
