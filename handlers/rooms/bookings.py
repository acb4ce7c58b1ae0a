"""One's own bookings: look, wait, accept, give up, check in at the door."""

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.domain.people.members import Member
from bot.domain.rooms.bookings import BookingId, BookingState
from bot.domain.rooms.doors import DOOR_PREFIX, door_in
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.refusals import BookingGone
from bot.ports import Clock
from bot.services.rooms.bookings import Bookings
from bot.services.rooms.rooms import Rooms
from handlers.rooms.booking_cards import booking_line, booking_rows, booking_words, what_of
from handlers.rooms.callbacks import (
    BookingButton,
    OwnAct,
    OwnActButton,
    OwnBookingsButton,
    RoomsButton,
)
from handlers.ui.buttons import button, keyboard, listed, short
from handlers.ui.edits import show
from handlers.ui.pages import page_of
from handlers.ui.routes import Only, Routes, on
from handlers.ui.texts import Texts
from handlers.ui.welcome import joined


async def list_own(
    query: CallbackQuery, callback_data: OwnBookingsButton, member: Member, rooms: Rooms, t: Texts
) -> None:
    """List one's own bookings."""
    views = await rooms.own(member.id)
    page = page_of(views, callback_data.page)
    rows = [*listed(page, line, OwnBookingsButton(), t), [t.button("button-rooms", RoomsButton())]]
    await show(query, t("booking-mine", count=len(views)), keyboard(rows))


def line(view: BookingView, t: Texts) -> InlineKeyboardButton:
    """Return the button of a booking in a list."""
    return button(short(booking_line(view, t)), BookingButton(booking_id=view.booking.id))


async def open_booking(
    query: CallbackQuery,
    callback_data: BookingButton,
    member: Member,
    rooms: Rooms,
    clock: Clock,
    t: Texts,
) -> None:
    """Show a booking."""
    view = await rooms.booking(member.id, callback_data.booking_id)
    await show(query, booking_words(view, t), booking_rows(view, clock.now(), t))


async def ask_to_give_up(
    query: CallbackQuery, callback_data: OwnActButton, member: Member, rooms: Rooms, t: Texts
) -> None:
    """Ask before a booking, or the rest of a series, is given up."""
    view = await rooms.booking(member.id, callback_data.booking_id)
    if not view.mine:
        raise BookingGone
    series = callback_data.act is OwnAct.GIVE_UP_SERIES
    later = [one for one in view.dates if one >= view.booking.span.start]
    words = t(
        "booking-give-up",
        what=what_of(view.resource, view.booking.quantity, t),
        start=view.booking.span.start,
        series=series,
        count=len(later),
        confirmed=view.booking.state is BookingState.CONFIRMED,
    )
    yes = t.button(
        "button-booking-give-up-yes", callback_data.model_copy(update={"sure": True}), "danger"
    )
    back = t.button("button-back", BookingButton(booking_id=view.booking.id))
    await show(query, words, keyboard([[yes], [back]]))


async def act(
    query: CallbackQuery,
    callback_data: OwnActButton,
    member: Member,
    bookings: Bookings,
    clock: Clock,
    t: Texts,
) -> None:
    """Do what the button says, and show the booking."""
    view = await _done(bookings, member, callback_data.booking_id, callback_data.act)
    await show(query, booking_words(view, t), booking_rows(view, clock.now(), t))


async def _done(
    bookings: Bookings, member: Member, booking: BookingId, wanted: OwnAct
) -> BookingView:
    if wanted in {OwnAct.COME, OwnAct.NOT_COME}:
        return await bookings.come(member.id, booking, coming=wanted is OwnAct.COME)
    acts = {
        OwnAct.GIVE_UP: bookings.give_up,
        OwnAct.GIVE_UP_SERIES: bookings.give_up_series,
        OwnAct.WAIT: bookings.wait,
        OwnAct.ACCEPT: bookings.accept,
        OwnAct.DECLINE: bookings.decline,
        OwnAct.RENEW: bookings.renew,
    }
    return await acts[wanted](member.id, booking)


async def check_in(
    message: Message,
    command: CommandObject,
    member: Member,
    bookings: Bookings,
    clock: Clock,
    t: Texts,
) -> None:
    """Check in who scanned the code at the door."""
    resource, code = door_in(command.args or "")
    view = await bookings.check_in(member.id, resource, code)
    words = t("booking-here", what=view.resource.plan.name, until=view.booking.span.end)
    await message.answer(words, reply_markup=booking_rows(view, clock.now(), t))


ROUTES = Routes(
    buttons={
        OwnBookingsButton: list_own,
        BookingButton: open_booking,
        on(OwnActButton, act=OwnAct.GIVE_UP, sure=False): ask_to_give_up,
        on(OwnActButton, act=OwnAct.GIVE_UP_SERIES, sure=False): ask_to_give_up,
        OwnActButton: act,
    },
    links={DOOR_PREFIX: Only(joined, check_in)},
)
