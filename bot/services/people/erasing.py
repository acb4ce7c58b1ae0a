"""Erase a person for good."""

from datetime import datetime

from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import known_member
from bot.services.applications.news import take_back_all
from bot.services.events.news import refresh_counts
from bot.services.events.requests import tell_asker
from bot.services.events.seating import reseat
from bot.services.exchange.parting import forget_in_exchange
from bot.services.meetings.parting import lose
from bot.services.polls.news import note_departure
from bot.services.rooms.parting import end_bookings_by
from bot.services.rules import AllianceRules


def erase_person(tx: Transaction, member: MemberId, rules: AllianceRules, now: datetime) -> None:
    """Erase a person's data, and free what they held (152-ФЗ art. 9 p. 2 and art. 21)."""
    known_member(tx, member)
    answered = [
        event for event in tx.events.ending_after(now) if tx.rsvps.get(event.id, member) is not None
    ]
    rosters = {event.id: tx.rsvps.roster(event) for event in answered}
    asked = tx.substitutions.open_to(member)
    take_back_all(tx, member, rules, now)
    lose(tx, member, now)
    note_departure(tx, member, now)
    forget_in_exchange(tx, member, now)
    end_bookings_by(tx, member, rules, now)
    tx.tombstones.add_person(member)
    tx.members.erase(member, now)
    for event in answered:
        before = rosters[event.id]
        if not event.is_cancelled:
            reseat(tx, event, before, before.without(member), rules, now, member)
        refresh_counts(tx, event, now)
    for request in asked:
        tell_asker(tx, request, rules, now)
