"""Carry out a decision, in the transaction that closes the poll."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.people.affairs import Ended
from bot.domain.people.members import Role
from bot.domain.polls.plans import CandidateId
from bot.domain.polls.polls import Poll
from bot.domain.polls.tallies import Outcome, Result
from bot.ports import Transaction
from bot.services.applications.admissions import carry_out_admissions
from bot.services.people.granting import tell_roles
from bot.services.people.leaving import end_membership
from bot.services.polls.electing import present_candidates
from bot.services.rules import AllianceRules


def carry_out(
    tx: Transaction, poll: Poll, result: Result, rules: AllianceRules, now: datetime
) -> None:
    """Carry out what a poll decided; a tie waits for its second round or lot."""
    carry_out_admissions(tx, poll, result, rules, now)
    _exclude(tx, poll, result, rules, now)
    if poll.elects_council:
        seat(tx, poll, result.having(Outcome.ELECTED), rules, now)


def _exclude(
    tx: Transaction, poll: Poll, result: Result, rules: AllianceRules, now: datetime
) -> None:
    """End the membership of an organisation that was excluded, unless it has left meanwhile."""
    house = None if poll.excludes is None else tx.organisations.get(poll.excludes)
    adopted = all(item.outcome is Outcome.ADOPTED for item in result.items)
    if house is None or not house.is_member or not adopted:
        return
    end_membership(tx, house, Ended.EXCLUDED, poll.question, rules, now)
    tx.audit.add(None, "organisation.exclude", f"organisation:{house.id}", now, poll=poll.id)


def seat(
    tx: Transaction, poll: Poll, winners: Iterable[CandidateId], rules: AllianceRules, now: datetime
) -> None:
    """Give those elected the role of the council, from today in the alliance's zone.

    Present members stay: an administrator ends their terms. Who is elected again begins a new term,
    which does not end on the day that was planned for the former one. Somebody erased during the
    vote gets no seat. Nor does a guest from outside: plans with guests are refused now, but older
    polls may have them.
    """
    today = now.astimezone(rules.zone).date()
    for person in present_candidates(tx, poll, winners).values():
        held = tx.members.details(person).roles
        tx.members.add_role(person, Role.COUNCIL, today)
        tx.planned_roles.replace(person, Role.COUNCIL, None, None)
        tell_roles(tx, person, held, held | {Role.COUNCIL}, now)
        tx.audit.add(None, "council.elect", f"poll:{poll.id}", now, member=person)
