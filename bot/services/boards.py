"""An event with its counts, as every service that shows it derives it."""

from datetime import datetime

from bot.domain.events import Event, EventBoard, Turnout
from bot.domain.members import Member
from bot.ports import Transaction


def event_board(
    tx: Transaction, event: Event, now: datetime, people: list[Member] | None = None
) -> EventBoard:
    """Return the event with its counts; the silent are those told who have said nothing.

    `people` is everybody, for whoever has them at hand.
    """
    counted = tx.events.turnout(event.id)
    answered = tx.events.answerers(event.id)
    everybody = tx.members.all() if people is None else people
    silent = sum(
        member.has_joined and event.audience.includes(member) and member.id not in answered
        for member in everybody
    )
    turnout = Turnout(counted.going, counted.maybe, counted.declined, silent)
    return EventBoard(event, turnout, over=event.is_over(now))
