"""News of an event in words: its card, or what has happened to it and to the person's seat."""

from datetime import datetime

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events.cards import EventCard
from bot.domain.events.letters import CardSubject, EventLetter
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    HelperNamed,
    OfferLapsed,
    SeatCalled,
    SeatLost,
    SeatOffered,
    SeatPromoted,
)
from handlers.events import card_keyboards, door_keyboards
from handlers.events.cards import event_card, event_head
from handlers.ui import keyboards
from handlers.ui.lengths import CAPTION_LIMIT, MESSAGE_LIMIT
from handlers.ui.texts import Texts


def event_letter(
    letter: EventLetter, t: Texts, *, caption: bool
) -> tuple[str, InlineKeyboardMarkup, str | None]:
    """Return the words, the keyboard and the picture of a letter, if it has one.

    The announcement of an event with a cover is a picture; its words, and those of a card that is
    a `caption` already, are within what Telegram lets stand under one.
    """
    card, subject = letter.card, letter.subject
    announced = isinstance(subject, EventAnnounced)
    cover = card.event.cover if announced else None
    if announced or isinstance(subject, EventCardChanged):
        limit = CAPTION_LIMIT if cover or caption else MESSAGE_LIMIT
        opening = t("notice-event-announced") if announced else ""
        text = str(event_card(card, t, opening=opening, limit=limit))
    else:
        text = _news(letter, t)
    return text, _keyboard(letter, t), cover


def _keyboard(letter: EventLetter, t: Texts) -> InlineKeyboardMarkup:
    subject, card = letter.subject, letter.card
    match subject:
        case EventCancelled():
            return card_keyboards.cancelled_event(card, t, series=bool(letter.dates))
        case OfferLapsed():
            return keyboards.to_card(card, t)
        case HelperNamed():
            return door_keyboards.entrance(card.event.id, t)
        case EventMoved():
            return card_keyboards.moved_event(card, t)
        case _:
            asks = isinstance(subject, EventReminder) and subject.asks
            return card_keyboards.event_card(card, t, asks=asks)


def _news(letter: EventLetter, t: Texts) -> str:
    """Return what is said of an event when it is more than its card."""
    subject, card, now = letter.subject, letter.card, letter.now
    event = card.event
    match subject:
        case EventMoved(old_start=old_start, old_place=old_place):
            return t(
                "notice-event-moved",
                what=_what_moved(subject),
                old=old_start,
                place=old_place or "",
                head=event_head(event, t),
                answer="anew" if card.is_asked_anew else _standing(card),
            )
        case EventCancelled():
            return t(
                "notice-event-cancelled",
                title=event.title,
                starts=event.starts_at,
                dates=t.days(letter.dates),
                series="yes" if letter.dates else "no",
                reason=event.reason,
                given="yes" if event.reason else "no",
            )
        case EventReminder(asks=asks):
            return t(
                "notice-event-reminder",
                days=_days_until(event.starts_at, now, t),
                left=event.starts_at - now,
                head=event_head(event, t),
                answer="asked" if asks and card.has_seat else _standing(card),
            )
        case _:
            return _seat(subject, card, t)


def _seat(subject: CardSubject, card: EventCard, t: Texts) -> str:
    head = event_head(card.event, t)
    match subject:
        case SeatOffered(until=until):
            return t("notice-seat-offered", head=head, until=until)
        case SeatPromoted():
            return t("notice-seat-promoted", head=head)
        case SeatCalled():
            return t("notice-seat-called", head=head)
        case SeatLost():
            return t("notice-seat-lost", head=head, number=card.number or 1)
        case OfferLapsed():
            return t("notice-offer-lapsed", head=head)
        case _:
            return t("notice-helper-named", head=head)


def _what_moved(subject: EventMoved) -> str:
    moved, elsewhere = subject.old_start != subject.new_start, subject.old_place is not None
    return "both" if moved and elsewhere else "place" if elsewhere else "time"


def _standing(card: EventCard) -> str:
    """Return where the person stands, as the texts choose their words by it."""
    return card.seat or card.answer or "none"


def _days_until(moment: datetime, now: datetime, t: Texts) -> int:
    return (moment.astimezone(t.zone).date() - now.astimezone(t.zone).date()).days
