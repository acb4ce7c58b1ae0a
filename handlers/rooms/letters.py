"""Letters about bookings, with what can be answered."""

from collections.abc import Callable

from bot.domain.rooms.notices import BookingLetter, BookingView
from handlers.rooms.booking_cards import booking_words, claim_words, what_of, who_of
from handlers.rooms.callbacks import (
    BookingButton,
    KeepAct,
    KeepActButton,
    OwnAct,
    OwnActButton,
    RefuseBookingButton,
    RoomsButton,
)
from handlers.rooms.cards import span_of
from handlers.ui.buttons import Row, keyboard
from handlers.ui.callbacks import EventButton
from handlers.ui.letters import Rendered, Renderers, Sight
from handlers.ui.texts import Texts


def render(letter: BookingLetter, t: Texts, _sight: Sight) -> Rendered:
    """Return the news of a booking."""
    view, booking = letter.view, letter.view.booking
    head = t(
        f"booking-news-{letter.news.replace('_', '-')}",
        what=what_of(view.resource, booking.quantity, t),
        span=span_of(booking.span, t),
        house=who_of(view, t),
        mine=view.mine,
        reason=letter.reason,
        given=bool(letter.reason),
        until=letter.until or booking.span.end,
        release=booking.release or "none",
        series=len(view.dates) > 1 and letter.event is None,
        days=t.days(view.dates) if view.dates else "",
        thing=view.resource.is_thing,
        key=view.resource.plan.key_holder,
        known=bool(view.resource.plan.key_holder),
        title=letter.event.title if letter.event else "",
    )
    more = {"asked": booking_words, "confirmed": claim_words}.get(letter.news)
    words = "\n\n".join(filter(None, [head, more(view, t) if more else ""]))
    rows = ROWS.get(letter.news, _open)(view, t)
    return Rendered(words, keyboard(rows))


def _open(view: BookingView, t: Texts) -> list[Row]:
    return [[t.button("button-booking", BookingButton(booking_id=view.booking.id))]]


def _asked(view: BookingView, t: Texts) -> list[Row]:
    id_ = view.booking.id
    yes = KeepActButton(booking_id=id_, act=KeepAct.ASK)
    no = RefuseBookingButton(booking_id=id_)
    return [
        [
            t.button("button-booking-confirm", yes, "success"),
            t.button("button-booking-refuse", no, "danger"),
        ]
    ]


def _acts(*acts: tuple[OwnAct, str, str]) -> Callable[[BookingView, Texts], list[Row]]:
    """Return what makes a row with a button for each act, and the way to the booking."""

    def rows(view: BookingView, t: Texts) -> list[Row]:
        id_ = view.booking.id
        row = [
            t.button(f"button-booking-{key}", OwnActButton(booking_id=id_, act=act), style)
            for act, key, style in acts
        ]
        return [row, *_open(view, t)]

    return rows


def _gone(_view: BookingView, t: Texts) -> list[Row]:
    return [[t.button("button-rooms", RoomsButton())]]


def _to_event(view: BookingView, t: Texts) -> list[Row]:
    event = view.booking.event
    return [[t.button("button-open-event", EventButton(event_id=event))]] if event else []


ROWS: dict[str, Callable[[BookingView, Texts], list[Row]]] = {
    "asked": _asked,
    "refused": _acts((OwnAct.WAIT, "wait", "primary")),
    "offered": _acts((OwnAct.ACCEPT, "accept", "success"), (OwnAct.DECLINE, "decline", "danger")),
    "eve": _acts((OwnAct.COME, "come", "success"), (OwnAct.NOT_COME, "not-come", "danger")),
    "renewal": _acts((OwnAct.RENEW, "renew", "success"), (OwnAct.NOT_COME, "not-needed", "danger")),
    "offer_lapsed": _gone,
    "lapsed": _gone,
    "released": _gone,
    "called_off": _gone,
    "hall_lost": _to_event,
}
"""The buttons of each news; of others, the way to the booking."""

LETTERS: Renderers = {BookingLetter: render}
