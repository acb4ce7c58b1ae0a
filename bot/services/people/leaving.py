"""How somebody's belonging to an organisation ends, and an organisation's to the alliance."""

from datetime import datetime

from bot.domain.people.affairs import Ended, MembershipEnded
from bot.domain.people.members import Member, Organisation, OrganisationId, Role
from bot.ports import Transaction
from bot.services.access import known_member
from bot.services.events.recounting import recount
from bot.services.events.requests import end_requests
from bot.services.exchange.parting import end_posts_of, withdraw_all
from bot.services.people.telling import tell
from bot.services.polls.news import note_authority, note_departure
from bot.services.rooms.parting import end_bookings_of
from bot.services.rules import AllianceRules


def depart(tx: Transaction, person: Member, rules: AllianceRules, now: datetime) -> Member:
    """Take a person out of their organisation, with all that they did for it.

    With no role in the alliance they become a guest from outside, who keeps their own data and may
    be invited again. Their answers to coming events that they no longer belong to are withdrawn.
    What they did before stays.
    """
    if person.organisation is None:
        return person
    note_departure(tx, person.id, now)
    end_ties(tx, person, rules, now)
    guest = not tx.members.details(person.id).roles - {Role.LEADER}
    recount(tx, [person.id], lambda: _go_out(tx, person, now, guest=guest), rules, now)
    after = known_member(tx, person.id)
    if guest:
        _end_help(tx, after, now)
    return after


def end_membership(
    tx: Transaction,
    organisation: Organisation,
    ended: Ended,
    reason: str,
    rules: AllianceRules,
    now: datetime,
) -> None:
    """End an organisation's membership: nobody speaks for it any more, and its people are told.

    Open polls keep their number of votes. Ballots that it cast stand; nobody casts another one for
    it, not even by proxy.
    """
    people = tx.members.of_organisation(organisation.id)
    for person in people:
        depart(tx, person, rules, now)
    end_posts_of(tx, organisation.id, now)
    tx.organisations.save_left(organisation.id, now)
    end_bookings_of(tx, organisation.id, rules, now)
    note_authority(tx, organisation.id, now)
    news = MembershipEnded(organisation.id, ended, reason)
    tell(tx, people, news, f"{organisation.id}", rules, now)


def end_ties(tx: Transaction, person: Member, rules: AllianceRules, now: datetime) -> None:
    """End what ties a person to their organisation: leading it, their contacts in its card.

    What they responded to in the exchange is withdrawn. Nobody of it waits any longer for them to
    take a seat over, nor do they for a colleague.
    """
    if person.organisation is not None:
        _end_leadership(tx, person, person.organisation)
    tx.directory.forget_contacts(person.id)
    withdraw_all(tx, person.id, now)
    end_requests(tx, person.id, rules, now)
    tx.planned_roles.replace(person.id, Role.LEADER, None, None)
    tx.invitations.withdraw(person.id, now)  # the organisation's leader may have issued them
    tx.tombstones.add_invitations(person.id)


def _end_leadership(tx: Transaction, person: Member, organisation: OrganisationId) -> None:
    """End a person's leadership, and an offer of it by or to them."""
    house = tx.organisations.get(organisation)
    if house is not None and house.leader == person.id:
        tx.organisations.save_leader(organisation, None)
    offer = tx.handovers.of_organisation(organisation)
    if offer is not None and person.id in {offer.leader, offer.successor}:
        tx.handovers.close(organisation)


def _go_out(tx: Transaction, person: Member, now: datetime, *, guest: bool) -> None:
    """Take a person out, and withdraw the answers that are no longer theirs to give."""
    taken = not guest and tx.members.find(None, person.name) is not None
    name = f"{person.name} ({person.id})" if taken else person.name
    tx.members.depart(person.id, name, now, guest=guest)
    after = known_member(tx, person.id)
    for event in tx.events.ending_after(now):
        if event.starts_at > now and not (event.audience.includes(after) or after.is_organiser):
            tx.rsvps.remove(event.id, person.id)


def _end_help(tx: Transaction, person: Member, now: datetime) -> None:
    """No guest checks others in at the door."""
    for event in tx.events.ending_after(now):
        if person.id in tx.doors.helpers(event.id):
            tx.doors.remove_helper(event.id, person.id)
