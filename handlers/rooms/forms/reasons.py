"""Forms that need a reason, which may be empty: refuse, call off, remove."""

from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.people.members import Member
from bot.domain.rooms.bookings import BookingId
from bot.domain.rooms.resources import ResourceId, checked_reason
from bot.services.rooms.keeping import RoomKeeping
from bot.services.rooms.managing import RoomManaging, Touched
from bot.services.rooms.rooms import Rooms
from handlers.forms.context import FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.opener import Forms, with_forms
from handlers.forms.screens import leave_button, unchanged
from handlers.rooms.callbacks import (
    BookingButton,
    CallOffBookingButton,
    RefuseBookingButton,
    RemoveRoomButton,
    RoomButton,
    RoomsButton,
)
from handlers.ui.routes import Routes


class RoomReason(BaseModel):
    """Why; empty without a reason."""

    reason: str | None = None


ReasonForm = FormContext[RoomReason]


def at_booking(form: ReasonForm, words: str) -> Ending:
    """End with the way to the booking."""
    button = BookingButton(booking_id=BookingId(form.concerned))
    return Ending(words, form.t.plain("button-booking"), button)


def at_room(form: ReasonForm, words: str) -> Ending:
    """End with the way to the room."""
    return Ending(
        words, form.t.plain("button-room"), RoomButton(resource_id=ResourceId(form.concerned))
    )


async def _preview(form: ReasonForm) -> View:
    reason = given(form.draft.reason)
    words = form.words("preview", reason=reason, given=bool(reason))
    return _view(form, words)


def _view(form: ReasonForm, words: str) -> View:
    yes = form.button(form.label("yes"), "submit", style="danger")
    back = form.goes(form.t.plain("button-back"), "reason")
    return View(words, [[yes], [back, leave_button(form)]])


async def _preview_removal(form: ReasonForm, room_managing: RoomManaging, member: Member) -> View:
    touched: Touched = await room_managing.touched(member.id, ResourceId(form.concerned))
    reason = given(form.draft.reason)
    words = form.words(
        "preview",
        name=touched.resource.plan.name,
        reason=reason,
        given=bool(reason),
        bookings=touched.bookings,
        organisations=touched.organisations,
    )
    return _view(form, words)


async def _refuse(form: ReasonForm, room_keeping: RoomKeeping, member: Member) -> Ending:
    await room_keeping.refuse(member.id, BookingId(form.concerned), given(form.draft.reason))
    return at_booking(form, form.words("done"))


async def _call_off(form: ReasonForm, room_keeping: RoomKeeping, member: Member) -> Ending:
    await room_keeping.call_off(member.id, BookingId(form.concerned), given(form.draft.reason))
    return at_booking(form, form.words("done"))


async def _remove(form: ReasonForm, room_managing: RoomManaging, member: Member) -> Ending:
    resource, reason = ResourceId(form.concerned), given(form.draft.reason)
    count = await room_managing.remove(member.id, resource, reason)
    words = form.words("done", bookings=count)
    return Ending(words, form.t.plain("button-rooms"), RoomsButton())


REFUSE = Form(
    name="room-refuse",
    draft=RoomReason,
    fields=(Text("reason", checked_reason, skip=True),),
    preview=_preview,
    submit=_refuse,
    discard=unchanged(at_booking),
    desk=False,
    texts="room-refuse",
)
CALL_OFF = Form(
    name="room-call-off",
    draft=RoomReason,
    fields=(Text("reason", checked_reason, skip=True),),
    preview=_preview,
    submit=_call_off,
    discard=unchanged(at_booking),
    desk=False,
    texts="room-call-off",
)
REMOVE = Form(
    name="room-remove",
    draft=RoomReason,
    fields=(Text("reason", checked_reason, skip=True),),
    preview=_preview_removal,
    submit=_remove,
    discard=unchanged(at_room),
    texts="room-remove",
)


async def refuse(
    query: CallbackQuery,
    callback_data: RefuseBookingButton | CallOffBookingButton,
    member: Member,
    rooms: Rooms,
    forms: Forms,
) -> None:
    """Ask why a request is refused, or a booking called off."""
    view = await rooms.booking(member.id, callback_data.booking_id)
    view.resource.require_keeper(member)
    form = REFUSE if isinstance(callback_data, RefuseBookingButton) else CALL_OFF
    await forms.open_for(query, form, view.booking.id)


async def remove(
    query: CallbackQuery,
    callback_data: RemoveRoomButton,
    member: Member,
    room_managing: RoomManaging,
    forms: Forms,
) -> None:
    """Ask why a resource is removed."""
    resource = await room_managing.resource(member.id, callback_data.resource_id)
    await forms.open_for(query, REMOVE, resource.id)


ROUTES = Routes(
    prepare=with_forms,
    buttons={RefuseBookingButton: refuse, CallOffBookingButton: refuse, RemoveRoomButton: remove},
)
