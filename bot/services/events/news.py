"""Enqueue news of events: notices to many, and edits of messages that show the event."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.events.events import Event, EventId
from bot.domain.events.views import EventView
from bot.domain.mailings import Occasion
from bot.domain.notices import MessageRef, Subject
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.domain.shown import Shown
from bot.ports import Transaction
from bot.services.mailings import enqueue_mailing
from bot.services.shown import edit_of, refresh

LINE_DELAY = timedelta(seconds=10)
"""Delay of edits about positions in the waiting list, so that several moves make one edit."""

FULL_DELAY = timedelta(seconds=20)
"""Delay of edits of all cards after a hall became full or free again: it may change back."""


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
    enqueue_mailing(tx, mailing, organiser, news, recipients, now)


def refresh_tapped(
    tx: Transaction, event: Event, member: MemberId, message: MessageRef | None, now: datetime
) -> None:
    """Renew what a person's act made out of date; the tapped message is now a card."""
    cards = tx.shown.touched(EventView, event.id, [member])
    if message is not None:
        tapped = Shown(event.id, member, message)
        if tapped not in cards:
            tx.shown.save(tapped)
            cards.append(tapped)
    refresh(tx, cards, Priority.ANSWER, now)


def refresh_all(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit of every message that shows the event."""
    refresh(tx, tx.shown.of(EventView, event.id), Priority.BROADCAST, now)


def refresh_counts(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue a slightly delayed edit of each board, check-in and post of the event."""
    counts = tx.shown.of(EventView, event.id, EventView.BOARD, EventView.DOOR, EventView.POST)
    refresh(tx, counts, Priority.REMINDER, now)


def refresh_door(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit of each board and check-in; posts do not show who came."""
    doors = tx.shown.of(EventView, event.id, EventView.BOARD, EventView.DOOR)
    refresh(tx, doors, Priority.REMINDER, now)


def take_down(tx: Transaction, screen: Shown, at: datetime, now: datetime) -> None:
    """Enqueue the last edit of a screen, apart from its regular ones, for when its time ends."""
    edit = edit_of(screen, Priority.REMINDER, at)
    tx.outbox.add([replace(edit, key=f"{edit.key}:end")], now)


def refresh_seats(
    tx: Transaction,
    event: Event,
    told: Collection[MemberId | None],
    renumbered: Collection[MemberId | None],
    now: datetime,
) -> None:
    """Enqueue edits of cards: at once for people told of a seat, later for the others."""
    if not (told or renumbered):
        return
    cards = tx.shown.of(EventView, event.id, EventView.CARD)
    refresh(tx, [c for c in cards if c.member in told], Priority.REMINDER, now)
    later = [c for c in cards if c.member in renumbered and c.member not in told]
    refresh(tx, later, Priority.BROADCAST, now, at=now + LINE_DELAY)


def refresh_cards(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue a low-priority edit of every card."""
    cards = tx.shown.of(EventView, event.id, EventView.CARD)
    refresh(tx, cards, Priority.BROADCAST, now, at=now + FULL_DELAY)


def refresh_eve(tx: Transaction, event: EventId, now: datetime) -> None:
    """Enqueue an edit of the cards of people with a seat, which now offer the pass."""
    seated = {member.id for member, rsvp in tx.rsvps.answered(event) if rsvp.has_seat}
    cards = tx.shown.of(EventView, event, EventView.CARD)
    refresh(tx, [card for card in cards if card.member in seated], Priority.BROADCAST, now)
