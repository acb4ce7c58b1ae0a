"""How news of an event gets into the outbox: notices to many, and edits of what is on display."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.events.events import Event
from bot.domain.events.notices import EventCardChanged
from bot.domain.mailings import MailingId, Occasion
from bot.domain.notices import MailingProgressed, MessageRef, Notice, Subject
from bot.domain.people.members import Member, MemberId
from bot.domain.priorities import Priority
from bot.ports import Card, Transaction, View

DELAYS = {View.BOARD: timedelta(seconds=1), View.DOOR: timedelta(seconds=1)}
"""Counts are renewed at most this often: many answers make one edit."""

POST_DELAY = timedelta(seconds=4)
"""A group takes 20 messages a minute, edits among them (telegram.md): the post takes 15."""

LINE_DELAY = timedelta(seconds=10)
"""Whoever moves up in a line sees it a little later, in one edit."""


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


def enqueue_mailing(
    tx: Transaction,
    mailing: MailingId,
    organiser: Member,
    news: Subject,
    recipients: Iterable[Member],
    now: datetime,
    *,
    when: Callable[[Member], datetime] | None = None,
) -> None:
    """Enqueue what a mailing says to each recipient, and the organiser's progress message.

    It is said now, or to each when `when` says.
    """
    notices = [
        _mailed(mailing, member.id, news, when(member) if when else now) for member in recipients
    ]
    tx.outbox.add([progress_notice(mailing, organiser.id, now), *notices], now)


def refresh_answered(tx: Transaction, event: Event, cards: Iterable[Card], now: datetime) -> None:
    """Enqueue edits after an answer: the person's own cards at once, the others' counts soon."""
    changed = EventCardChanged(event.id)
    tx.outbox.add([_edit(card, changed, Priority.ANSWER, now) for card in cards], now)


def refresh_tapped(
    tx: Transaction, event: Event, member: MemberId, message: MessageRef | None, now: datetime
) -> None:
    """Renew what a person's act makes out of date; the tapped message is a card from now on."""
    cards = tx.cards.touched(event.id, member)
    if message is not None:
        tapped = Card(event.id, member, message)
        if tapped not in cards:
            tx.cards.add(event.id, member, message)
            cards.append(tapped)
    refresh_answered(tx, event, cards, now)


def refresh_all(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit of every message that shows the event."""
    changed = EventCardChanged(event.id)
    cards = tx.cards.of_event(event.id)
    tx.outbox.add([_edit(card, changed, Priority.BROADCAST, now) for card in cards], now)


def refresh_counts(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit of each board, door and post of the event, a little later."""
    changed = EventCardChanged(event.id)
    cards = tx.cards.of_event(event.id, View.BOARD, View.DOOR, View.POST)
    tx.outbox.add([_edit(card, changed, Priority.REMINDER, now) for card in cards], now)


def refresh_door(tx: Transaction, event: Event, now: datetime) -> None:
    """Enqueue an edit of each board and door of the event: a post does not tell who came."""
    changed = EventCardChanged(event.id)
    cards = tx.cards.of_event(event.id, View.BOARD, View.DOOR)
    tx.outbox.add([_edit(card, changed, Priority.REMINDER, now) for card in cards], now)


def refresh_screens(tx: Transaction, screens: Iterable[Card], at: datetime, now: datetime) -> None:
    """Enqueue an edit of each screen for the moment at which what it shows is out of date."""
    edits = [_edit(card, EventCardChanged(card.event), Priority.REMINDER, at) for card in screens]
    tx.outbox.add(edits, now)


def take_down(tx: Transaction, screen: Card, at: datetime, now: datetime) -> None:
    """Enqueue the last edit of a screen, besides those for its turns: its time is over then."""
    edit = _edit(screen, EventCardChanged(screen.event), Priority.REMINDER, at)
    tx.outbox.add([replace(edit, key=f"{edit.key}:end")], now)


def refresh_seats(
    tx: Transaction,
    event: Event,
    told: Collection[MemberId | None],
    renumbered: Collection[MemberId | None],
    now: datetime,
) -> None:
    """Enqueue edits of people's cards: of those told of a seat at once, of the others later."""
    if not (told or renumbered):
        return
    changed = EventCardChanged(event.id)
    cards = tx.cards.of_event(event.id, View.CARD)
    soon = [_edit(c, changed, Priority.REMINDER, now) for c in cards if c.member in told]
    later = [
        _edit(card, changed, Priority.BROADCAST, now + LINE_DELAY)
        for card in cards
        if card.member in renumbered and card.member not in told
    ]
    tx.outbox.add([*soon, *later], now)


def progress_notice(mailing: MailingId, organiser: MemberId, now: datetime) -> Notice:
    """Return the message in which whoever tells many sees how far it has come."""
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


def _edit(card: Card, subject: Subject, priority: Priority, now: datetime) -> Notice:
    """Return the edit of a message; one that shows counts waits for more to come together."""
    if card.view is View.CARD:
        delay = timedelta(0)
    else:
        delay = POST_DELAY if card.view is View.POST else DELAYS.get(card.view, timedelta(0))
        priority = max(priority, Priority.REMINDER)
    return Notice(
        key=f"card:{card.message.chat}:{card.message.message}",
        recipient=card.member,
        subject=subject,
        priority=priority,
        not_before=now + delay,
        edits=card.message,
        chat=card.message.chat if card.member is None else None,
    )
