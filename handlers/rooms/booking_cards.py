"""How bookings look in messages, and their buttons."""

from collections.abc import Iterator
from datetime import datetime

from aiogram.types import InlineKeyboardMarkup

from bot.domain.rooms.bookings import BookingState
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.resources import Resource
from handlers.rooms.callbacks import (
    CallOffBookingButton,
    KeepAct,
    KeepActButton,
    OwnAct,
    OwnActButton,
    OwnBookingsButton,
    RefuseBookingButton,
)
from handlers.rooms.cards import span_of
from handlers.ui.buttons import Row, keyboard
from handlers.ui.callbacks import EventFromBookingButton, HouseButton
from handlers.ui.texts import Markup, Texts

DATES = 5
"""How many dates of a series a card names."""


def who_of(view: BookingView, t: Texts) -> str:
    """Return whose a booking is: the organisation, or the alliance."""
    return view.organisation or t.plain("booking-alliance")


def what_of(resource: Resource, quantity: int, t: Texts) -> str:
    """Return what is booked, and how many."""
    return t.plain("booking-what", name=resource.plan.name, quantity=quantity, several=quantity > 1)


def booking_words(view: BookingView, t: Texts) -> Markup:
    """Return a booking as HTML."""
    return Markup("\n".join(_booking_lines(view, t)))


def _booking_lines(view: BookingView, t: Texts) -> Iterator[str]:
    booking = view.booking
    thing = view.resource.is_thing
    yield t("booking-title", what=what_of(view.resource, booking.quantity, t))
    yield t("booking-when", span=span_of(booking.span, t))
    others = [one for one in view.dates if one != booking.span.start]
    if others:
        yield t("booking-dates", count=len(view.dates), days=t.days(view.dates[:DATES]))
    yield t("booking-who", house=who_of(view, t), person=view.person, named=bool(view.person))
    if booking.purpose:
        yield t("booking-purpose", purpose=booking.purpose)
    if not thing:
        yield t("booking-people", people=booking.people)
    yield ""
    yield state_words(view, t)
    ahead = booking.state is BookingState.CONFIRMED and booking.claimed_at is None
    if ahead and view.resource.plan.key_holder:
        yield t("room-card-key", holder=view.resource.plan.key_holder)
    if ahead and view.mine:
        yield claim_words(view, t)


def claim_words(view: BookingView, t: Texts) -> str:
    """Return how to check in and when the booking is lost; empty if it cannot be."""
    within = view.resource.plan.claim_within
    if within is None or view.booking.event is not None:
        return ""
    return t("room-card-claim", within=within)


def state_words(view: BookingView, t: Texts) -> Markup:
    """Return the state of a booking in words."""
    booking = view.booking
    return t(
        "booking-state",
        state=booking.state,
        thing=view.resource.is_thing,
        claimed=booking.claimed_at is not None,
        release=booking.release or "none",
        until=booking.offered_until or booking.span.end,
    )


def booking_rows(view: BookingView, now: datetime, t: Texts) -> InlineKeyboardMarkup:
    """Return what the reader can do with a booking."""
    kept = _keeper_rows(view, now, t) if view.kept else []
    mine = _own_rows(view, now, t) if view.mine else []
    back = t.button("button-booking-own", OwnBookingsButton())
    if view.kept and not view.mine:
        back = t.button("button-house-back", HouseButton())
    return keyboard([*kept, *mine, [back]])


def _own(view: BookingView, act: OwnAct, t: Texts, style: str | None = None) -> Row:
    data = OwnActButton(booking_id=view.booking.id, act=act)
    return [t.button(f"button-booking-{act.replace('_', '-')}", data, style)]


def _own_rows(view: BookingView, now: datetime, t: Texts) -> list[Row]:
    booking, over = view.booking, now >= view.booking.span.end
    give_up = [_own(view, OwnAct.GIVE_UP, t, "danger")]
    if len(view.dates) > 1:
        give_up.append(_own(view, OwnAct.GIVE_UP_SERIES, t, "danger"))
    match booking.state:
        case BookingState.REFUSED if not over and view.resource.removed_at is None:
            return [_own(view, OwnAct.WAIT, t, "primary")]
        case BookingState.OFFERED:
            return [
                _own(view, OwnAct.ACCEPT, t, "success"),
                _own(view, OwnAct.DECLINE, t, "danger"),
            ]
        case BookingState.ASKED | BookingState.WAITING if not over:
            return give_up
        case BookingState.CONFIRMED if booking.claimed_at is None and not over:
            renew = [] if booking.renewed else [_own(view, OwnAct.RENEW, t, "success")]
            return [*renew, *give_up]
    return []


def _keeper_rows(view: BookingView, now: datetime, t: Texts) -> list[Row]:
    booking, id_ = view.booking, view.booking.id
    thing, over = view.resource.is_thing, now >= booking.span.end
    if booking.state is BookingState.ASKED and now < booking.span.start:
        yes = KeepActButton(booking_id=id_, act=KeepAct.ASK)
        no = RefuseBookingButton(booking_id=id_)
        return [
            [
                t.button("button-booking-confirm", yes, "success"),
                t.button("button-booking-refuse", no, "danger"),
            ]
        ]
    if booking.state is not BookingState.CONFIRMED:
        return []
    if booking.is_out() and thing:
        back = KeepActButton(booking_id=id_, act=KeepAct.TAKE_BACK)
        return [[t.button("button-booking-take-back", back, "success")]]
    if booking.claimed_at is not None or over:
        return []
    here = KeepActButton(booking_id=id_, act=KeepAct.CHECK_IN)
    rows: list[Row] = [[t.button("button-booking-check-in", here, "success", thing=thing)]]
    if view.organises and booking.event is None and not thing:
        event = EventFromBookingButton(booking_id=id_)
        rows.append([t.button("button-booking-event", event)])
    off = t.button("button-booking-call-off", CallOffBookingButton(booking_id=id_), "danger")
    return [*rows, [off]]


def booking_line(view: BookingView, t: Texts) -> str:
    """Return a booking on a button: when, what, and its state or whose it is."""
    local = view.booking.span.start.astimezone(t.zone)
    return t.plain(
        "booking-line",
        day=t.day_short(view.booking.span.start),
        time=f"{local:%H:%M}",
        name=view.resource.plan.name,
        state=view.booking.state,
    )
