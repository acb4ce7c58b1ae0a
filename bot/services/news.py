"""How news of an event gets into the outbox: notices to many, and edits of what is on display."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.events import Event
from bot.domain.mailings import MailingId, Occasion
from bot.domain.members import Member, MemberId
from bot.domain.notices import (
    EventBoardChanged,
    EventCardChanged,
    MailingProgressed,
    Notice,
    Subject,
)
from bot.domain.priorities import Priority
from bot.ports import Card, Transaction

BOARD_DELAY = timedelta(seconds=1)
"""An organiser's counts are renewed at most this often: many answers make one edit."""


def tell_many(
    tx: Transaction,
    occasion: Occasion,
    event: Event,
    organiser: Member,
    news: Subject,
    recipients: Iterable[Member],
    now: datetime,
    *,
    not_joined: int = 0,
) -> None:
    """Enqueue one notice for each recipient, and the organiser's progress message."""
    mailing = tx.mailings.add(occasion, event.id, organiser.id, not_joined, now)
    notices = [_mailed(mailing, member.id, news, now) for member in recipients]
    tx.outbox.add([_progress(mailing, organiser.id, now), *notices], now)


def refresh_cards(
    tx: Transaction, event: Event, cards: Iterable[Card], priority: Priority, now: datetime
) -> None:
    """Enqueue an edit for each of these cards."""
    changed = EventCardChanged(event.id)
    tx.outbox.add([_edit(card, changed, priority, now) for card in cards], now)


def refresh_boards(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit for each organiser's board of the event, a little later."""
    changed = EventBoardChanged(event.id)
    later = now + BOARD_DELAY
    boards = tx.events.boards(event.id)
    tx.outbox.add([_edit(board, changed, Priority.REMINDER, later) for board in boards], now)


def _progress(mailing: MailingId, organiser: MemberId, now: datetime) -> Notice:
    return Notice(
        key=f"mailing:{mailing}:progress",
        recipient=organiser,
        subject=MailingProgressed(mailing),
        priority=Priority.ANSWER,
        not_before=now,
    )


def _mailed(mailing: MailingId, member: MemberId, news: Subject, now: datetime) -> Notice:
    return Notice(
        key=f"mailing:{mailing}:{member}",
        recipient=member,
        subject=news,
        priority=Priority.BROADCAST,
        not_before=now,
        mailing=mailing,
    )


def _edit(card: Card, subject: Subject, priority: Priority, not_before: datetime) -> Notice:
    return Notice(
        key=f"card:{card.message.chat}:{card.message.message}",
        recipient=card.member,
        subject=subject,
        priority=priority,
        not_before=not_before,
        edits=card.message,
    )
