"""End requests for substitutes, and tell the people who asked."""

from datetime import datetime

from bot.domain.events.events import EventId
from bot.domain.events.notices import SubstituteAnswered
from bot.domain.events.substitutions import Substitution, SubstitutionState
from bot.domain.events.views import EventView
from bot.domain.notices import Notice
from bot.domain.people.members import MemberId
from bot.domain.priorities import Priority
from bot.ports import Transaction
from bot.services.access import require_event
from bot.services.rules import AllianceRules
from bot.services.shown import refresh


def withdraw_request(tx: Transaction, event: EventId, member: MemberId, now: datetime) -> None:
    """Withdraw the request of a person who no longer has a seat to hand over."""
    asked = tx.substitutions.open_of(event, member)
    if asked is not None:
        tx.substitutions.save(asked.id, SubstitutionState.WITHDRAWN, now)


def end_requests(tx: Transaction, person: MemberId, rules: AllianceRules, now: datetime) -> None:
    """End the requests of and to a person who leaves the organisation; who asked them is told."""
    for event in tx.events.ending_after(now):
        withdraw_request(tx, event.id, person, now)
    for request in tx.substitutions.open_to(person):
        tx.substitutions.save(request.id, SubstitutionState.REFUSED, now)
        tell_asker(tx, request, rules, now)


def tell_asker(tx: Transaction, request: Substitution, rules: AllianceRules, now: datetime) -> None:
    """Tell the person who asked of the answer, and renew their cards and the counts.

    This waits for the end of their quiet hours, unless the event begins before that.
    """
    event = require_event(tx, request.event)
    morning = rules.daytime_of(tx.members.get(request.member), now)
    pressing = morning >= event.starts_at
    notice = Notice(
        key=f"substitution:{request.id}:answered",
        recipient=request.member,
        subject=SubstituteAnswered(event.id, request.id),
        priority=Priority.ANSWER if pressing else Priority.REMINDER,
        not_before=now if pressing else morning,
    )
    tx.outbox.add([notice], now)
    cards = tx.shown.touched(EventView, event.id, [request.member])
    refresh(tx, cards, Priority.ANSWER, now)
