"""An event with its counts, as every service that shows it derives it."""

from datetime import datetime

from bot.domain.events import Event, EventBoard, Turnout
from bot.ports import Transaction


def event_board(tx: Transaction, event: Event, now: datetime) -> EventBoard:
    """Return the event with its counts; the silent are those told who have said nothing."""
    counted = tx.events.turnout(event.id)
    spoken = counted.going + counted.maybe + counted.declined
    addressed = sum(
        event.audience.includes(member)
        for member in tx.members.all()
        if member.consent_version is not None
    )
    turnout = Turnout(
        counted.going, counted.maybe, counted.declined, silent=max(0, addressed - spoken)
    )
    return EventBoard(event, turnout, over=event.is_over(now))
