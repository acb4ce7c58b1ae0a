"""Settle the seats of events whose answers come to count for another person or organisation."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.events.news import refresh_counts
from bot.services.events.seating import reseat
from bot.services.rules import AllianceRules


def recount(
    tx: Transaction,
    people: Iterable[MemberId],
    change: Callable[[], None],
    rules: AllianceRules,
    now: datetime,
) -> None:
    """Make a change to these people, and settle the events ahead that they have answered."""
    concerned = tuple(people)
    answered = [
        event
        for event in tx.events.ending_after(now)
        if any(tx.rsvps.get(event.id, one) is not None for one in concerned)
    ]
    before = {event.id: tx.rsvps.roster(event) for event in answered}
    change()
    for event in answered:
        if not event.is_cancelled:
            reseat(tx, event, before[event.id], tx.rsvps.roster(event), rules, now)
        refresh_counts(tx, event, now)
