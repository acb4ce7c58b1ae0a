"""Render news of events: the card, or what happened to the event or the person's seat."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from aiogram.types import InlineKeyboardMarkup

from bot.domain.events import notices
from bot.domain.events.cards import EventCard
from bot.domain.events.letters import EventLetter
from handlers.events import card_keyboards, door_keyboards
from handlers.events.cards import event_card, event_head
from handlers.ui import keyboards
from handlers.ui.lengths import CAPTION_LIMIT, MESSAGE_LIMIT
from handlers.ui.letters import Rendered, Sight
from handlers.ui.texts import Texts

News: TypeAlias = tuple[str, InlineKeyboardMarkup]


def render_news(letter: EventLetter, t: Texts, sight: Sight) -> Rendered:
    """Return the text, the keyboard and the picture of a letter, if it has one."""
    if news := NEWS.get(type(letter.subject)):
        return Rendered(*news(letter.subject, letter, t))
    return CARDS[type(letter.subject)](letter.card, t, sight)


def _announced(card: EventCard, t: Texts, sight: Sight) -> Rendered:
    """Return an invitation; with a cover it is a picture."""
    cover, opening = card.event.cover, t("notice-event-announced")
    return Rendered(
        _words(card, t, opening, caption=bool(cover) or sight.caption),
        card_keyboards.event_card(card, t, asks=False),
        cover,
    )


def _changed(card: EventCard, t: Texts, sight: Sight) -> Rendered:
    words = _words(card, t, "", caption=sight.caption)
    return Rendered(words, card_keyboards.event_card(card, t, asks=False))


def _words(card: EventCard, t: Texts, opening: str, *, caption: bool) -> str:
    """Return a card within Telegram's limit for this message."""
    limit = CAPTION_LIMIT if caption else MESSAGE_LIMIT
    return str(event_card(card, t, opening=opening, limit=limit))


def _moved(subject: notices.EventMoved, letter: EventLetter, t: Texts) -> News:
    card = letter.card
    words = t(
        "notice-event-moved",
        what=_what_moved(subject),
        old=subject.old_start,
        place=subject.old_place or "",
        head=event_head(card.event, t),
        answer="again" if card.is_asked_again else _standing(card),
    )
    return words, card_keyboards.moved_event(card, t)


def _cancelled(_subject: notices.EventCancelled, letter: EventLetter, t: Texts) -> News:
    card, dates = letter.card, letter.dates
    event = card.event
    words = t(
        "notice-event-cancelled",
        title=event.title,
        starts=event.starts_at,
        dates=t.days(dates),
        series=bool(dates),
        reason=event.reason,
        given=bool(event.reason),
    )
    return words, card_keyboards.cancelled_event(card, t, series=bool(dates))


def _reminder(subject: notices.EventReminder, letter: EventLetter, t: Texts) -> News:
    card, now = letter.card, letter.now
    event = card.event
    words = t(
        "notice-event-reminder",
        days=_days_until(event.starts_at, now, t),
        left=event.starts_at - now,
        head=event_head(event, t),
        answer="asked" if subject.asks and card.has_seat else _standing(card),
    )
    return words, card_keyboards.event_card(card, t, asks=subject.asks)


def _promoted(_subject: notices.SeatPromoted, letter: EventLetter, t: Texts) -> News:
    words = t("notice-seat-promoted", head=event_head(letter.card.event, t))
    return words, _buttons(letter, t)


def _offered(subject: notices.SeatOffered, letter: EventLetter, t: Texts) -> News:
    head = event_head(letter.card.event, t)
    return t("notice-seat-offered", head=head, until=subject.until), _buttons(letter, t)


def _called(_subject: notices.SeatCalled, letter: EventLetter, t: Texts) -> News:
    words = t("notice-seat-called", head=event_head(letter.card.event, t))
    return words, _buttons(letter, t)


def _lost(_subject: notices.SeatLost, letter: EventLetter, t: Texts) -> News:
    head, number = event_head(letter.card.event, t), letter.card.number or 1
    return t("notice-seat-lost", head=head, number=number), _buttons(letter, t)


def _lapsed(_subject: notices.OfferLapsed, letter: EventLetter, t: Texts) -> News:
    words = t("notice-offer-lapsed", head=event_head(letter.card.event, t))
    return words, keyboards.to_card(letter.card, t)


def _helper(_subject: notices.HelperNamed, letter: EventLetter, t: Texts) -> News:
    event = letter.card.event
    words = t("notice-helper-named", head=event_head(event, t))
    return words, door_keyboards.entrance(event.id, t)


def _buttons(letter: EventLetter, t: Texts) -> InlineKeyboardMarkup:
    return card_keyboards.event_card(letter.card, t, asks=False)


CARDS: Mapping[type[notices.EventSubject], Callable[[EventCard, Texts, Sight], Rendered]] = {
    notices.EventAnnounced: _announced,
    notices.EventCardChanged: _changed,
}
"""Letters that show the whole card."""

NEWS: Mapping[type[notices.EventSubject], Callable[[Any, EventLetter, Texts], News]] = {
    notices.EventMoved: _moved,
    notices.EventCancelled: _cancelled,
    notices.EventReminder: _reminder,
    notices.SeatPromoted: _promoted,
    notices.SeatOffered: _offered,
    notices.SeatCalled: _called,
    notices.SeatLost: _lost,
    notices.OfferLapsed: _lapsed,
    notices.HelperNamed: _helper,
}
"""Letters with a text of their own."""


def _what_moved(subject: notices.EventMoved) -> str:
    moved, elsewhere = subject.old_start != subject.new_start, subject.old_place is not None
    return "both" if moved and elsewhere else "place" if elsewhere else "time"


def _standing(card: EventCard) -> str:
    """Return the Fluent variable for the person's seat."""
    return card.seat or card.answer or "none"


def _days_until(moment: datetime, now: datetime, t: Texts) -> int:
    return (moment.astimezone(t.zone).date() - now.astimezone(t.zone).date()).days
