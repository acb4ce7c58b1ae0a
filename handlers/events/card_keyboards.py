"""Keyboards of event cards: the answers first, everything else one tap away."""

from typing import TypeVar

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.events.cards import EventCard
from bot.domain.events.events import EventId
from bot.domain.events.rsvps import Answer
from bot.domain.events.seats import Seat
from handlers.events.callbacks.events import (
    AttendeesButton,
    CalendarButton,
    GuestNamesButton,
    GuestsButton,
    KeepSeatButton,
    MapButton,
    MoreButton,
    MuteButton,
    MyEventsButton,
    PassButton,
    RsvpButton,
    SeriesRsvpButton,
    SubstituteButton,
    WithdrawButton,
)
from handlers.ui.buttons import Row, button, keyboard, listed, pairs, short, turning
from handlers.ui.callbacks import EventButton, EventsButton
from handlers.ui.pages import Page
from handlers.ui.texts import Texts

T = TypeVar("T")

STYLES = {Answer.GOING: "success", Answer.MAYBE: "primary", Answer.DECLINED: "danger"}


def event_card(card: EventCard, t: Texts, *, asks: bool = False) -> InlineKeyboardMarkup:
    """Return the answers, or (`asks`) the question whether the person still comes, and the rest."""
    asks = asks and card.has_seat and card.takes_answers
    return keyboard(
        [
            _question(card, t) if asks else _answers(card, t),
            [] if _is_eve(card) else _series(card, t),
            _guests(card, t),
            _seat(card, t, asks=asks),
            _needed_at_the_door(card, t),
            [
                button(t.plain("button-more"), _more(card, shown=True)),
                t.button("button-all-events", EventsButton()),
            ],
        ]
    )


def moved_event(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return the card's keyboard with the file that updates a calendar's entry."""
    renewed = _renewed_calendar(card, t)
    first, *others = event_card(card, t).inline_keyboard
    rest = [[one for one in row if one.callback_data != renewed.callback_data] for row in others]
    return keyboard([first, [renewed], *rest])


def cancelled_event(card: EventCard, t: Texts, *, series: bool) -> InlineKeyboardMarkup:
    """Return the file that removes the event, or its `series`, from a calendar; and other ways."""
    event = EventButton(event_id=card.event.id)
    return keyboard(
        [
            [_renewed_calendar(card, t, series=series)],
            [t.button("button-open-event", event)],
            [t.button("button-all-events", EventsButton())],
        ]
    )


def to_event(event: int, t: Texts) -> InlineKeyboardMarkup:
    """Return the way to the event's card."""
    data = EventButton(event_id=EventId(event))
    return keyboard([[t.button("button-open-event", data)]])


def more(card: EventCard, t: Texts) -> InlineKeyboardMarkup:
    """Return all buttons besides the answers, and the way back."""
    event = card.event.id
    series, eve = card.series_ahead > 1, _is_eve(card)
    has_pass = card.has_seat and not card.over
    offered = [
        (True, "button-attendees", AttendeesButton(event_id=event)),
        (card.event.point is not None, "button-map", MapButton(event_id=event)),
        (not eve, "button-calendar", CalendarButton(event_id=event)),
        (series, "button-calendar-series", CalendarButton(event_id=event, series=True)),
        (has_pass and not eve, "button-pass", PassButton(event_id=event)),
        (_can_hand_over(card), "button-substitute", SubstituteButton(event_id=event)),
    ]
    buttons = [t.button(key, data) for wanted, key, data in offered if wanted]
    back = button(t.plain("button-back"), _more(card, shown=False))
    return keyboard([*pairs(buttons), *_own(card, t), [back]])


def event_list(page: Page[EventCard], t: Texts, *, mine: bool) -> InlineKeyboardMarkup:
    """Return «Все» and «Мои», a button for each event with the person's answer, and other pages."""
    tabs = [
        t.button("button-tab", data(), tab=name, chosen=bool(chosen))
        for data, name in ((EventsButton, "all"), (MyEventsButton, "mine"))
        for chosen in [mine is (name == "mine")]
    ]
    tab = MyEventsButton if mine else EventsButton
    return keyboard([tabs, *listed(page, _line, tab(), t)])


def attendees(event: int, page: Page[T], t: Texts) -> InlineKeyboardMarkup:
    """Return the other pages of the event's attendees, and the way to its card."""
    back = t.button("button-back", EventButton(event_id=EventId(event)))
    return keyboard([turning(page, AttendeesButton(event_id=EventId(event)), t), [back]])


def _answers(card: EventCard, t: Texts) -> Row:
    """Return the possible answers, in words that fit the person's present state."""
    if card.seat is Seat.OFFERED or card.called:
        taken = "offered" if card.seat is Seat.OFFERED else "called"
        row = [_answer(card, Answer.GOING, t, taken), _answer(card, Answer.DECLINED, t, "unable")]
        return row if card.takes_answers else []
    waits = card.seat is Seat.WAITING
    return [
        _answer(card, answer, t, "waiting" if waits and answer is Answer.GOING else answer)
        for answer in Answer
        if card.takes(answer)
    ]


def _question(card: EventCard, t: Texts) -> Row:
    """Return the answers to «Всё ещё придёте?»."""
    going, unable = (Answer.GOING, "still"), (Answer.DECLINED, "unable")
    return [_answer(card, answer, t, words) for answer, words in (going, unable)]


def _answer(card: EventCard, answer: Answer, t: Texts, words: str) -> InlineKeyboardButton:
    """Return an answer's button; the present answer is marked unless the day changed since."""
    said = card.answer is answer and not card.is_asked_again
    chosen = said and words in {answer, "waiting"}
    inviting = words in {"offered", "called", "still"}
    return t.button(
        "button-answer",
        RsvpButton(event_id=card.event.id, answer=answer),
        STYLES[answer] if chosen or inviting else None,
        answer=words,
        chosen=chosen,
    )


def _series(card: EventCard, t: Texts) -> Row:
    """Return the buttons that give this answer, or «going», for all dates of the series."""
    answer = Answer.DECLINED if card.answer is Answer.DECLINED else Answer.GOING
    if card.series_ahead < 2 or not card.takes(answer):  # noqa: PLR2004  one is no series
        return []
    data = SeriesRsvpButton(event_id=card.event.id, answer=answer)
    return [t.button("button-series", data, answer=answer)]


def _guests(card: EventCard, t: Texts) -> Row:
    """Return the buttons for guests, one more or less or by name, for people who are going."""
    event, brought = card.event, card.guests
    if card.answer is not Answer.GOING or not card.takes_answers:
        return []
    row = []
    if brought and event.guests_named:
        row.append(_bring(card, 0, "button-guests-none", t))
    elif brought:
        row.append(_bring(card, brought - 1, "button-guest-less", t))
    if event.guests and event.guests_named:
        names = GuestNamesButton(event_id=event.id)
        row.append(t.button("button-guest-names", names))
    elif brought < event.guests and card.takes_newcomers:
        row.append(_bring(card, brought + 1, "button-guest-more", t))
    return row


def _bring(card: EventCard, guests: int, words: str, t: Texts) -> InlineKeyboardButton:
    return t.button(words, GuestsButton(event_id=card.event.id, count=guests))


def _seat(card: EventCard, t: Texts, *, asks: bool) -> Row:
    """Return what somebody with a seat is likely to need; the rest is under «Ещё»."""
    if not card.has_seat or not card.takes_answers:
        return []
    event = card.event.id
    row = []
    if card.substitute is not None:
        row.append(t.button("button-keep-seat", KeepSeatButton(event_id=event)))
    elif asks and _can_hand_over(card):
        row.append(t.button("button-substitute", SubstituteButton(event_id=event)))
    return row


def _is_eve(card: EventCard) -> bool:
    """Tell whether somebody with a seat comes soon: then other buttons are shown."""
    return card.has_seat and card.takes_answers and card.is_near


def _needed_at_the_door(card: EventCard, t: Texts) -> Row:
    """Return the buttons that somebody with a seat needs from the day before."""
    if not _is_eve(card):
        return []
    event = card.event.id
    return [
        t.button("button-pass", PassButton(event_id=event)),
        t.button("button-calendar", CalendarButton(event_id=event)),
    ]


def _own(card: EventCard, t: Texts) -> list[Row]:
    """Return the buttons for an existing answer: reminders, and withdrawal."""
    if card.rsvp is None or not card.takes_answers:
        return []
    event = card.event.id
    own = [t.button("button-withdraw", WithdrawButton(event_id=event))]
    if card.rsvp.is_expected or card.muted:
        mute = t.plain("button-mute", muted=card.muted)
        own = [button(mute, MuteButton(event_id=event, muted=not card.muted)), *own]
    return [own, _series(card, t) if _is_eve(card) else []]


def _can_hand_over(card: EventCard) -> bool:
    return card.has_seat and card.takes_answers and card.of_organisation and card.substitute is None


def _line(card: EventCard, t: Texts) -> InlineKeyboardButton:
    words = t.plain(
        "button-event",
        day=t.day_short(card.event.starts_at),
        title=card.event.title,
        answer=card.seat or card.answer or "none",
    )
    return button(short(words), EventButton(event_id=card.event.id))


def _renewed_calendar(card: EventCard, t: Texts, *, series: bool = False) -> InlineKeyboardButton:
    data = CalendarButton(event_id=card.event.id, series=series)
    return t.button("button-calendar-renew", data)


def _more(card: EventCard, *, shown: bool) -> str:
    return MoreButton(event_id=card.event.id, shown=shown).pack()
