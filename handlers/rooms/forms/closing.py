"""Close a room for some days, and open it again."""

from datetime import date

from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.people.members import Member
from bot.domain.rooms.resources import Resource, ResourceId, checked_reason
from bot.services.rooms.managing import RoomManaging
from handlers.forms.context import FormContext
from handlers.forms.fields import Text
from handlers.forms.form import Ending, Form, View, given
from handlers.forms.opener import Forms, with_forms
from handlers.forms.screens import edit_rows, leave_button, unchanged
from handlers.forms.times import CalendarDay
from handlers.rooms.callbacks import CloseRoomButton, ClosuresButton, OpenAgainButton, RoomButton
from handlers.rooms.cards import closure_words, day_of
from handlers.ui.buttons import keyboard
from handlers.ui.edits import show
from handlers.ui.pages import PAGE
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup, Texts


class ClosureDraft(BaseModel):
    """Days on which a room is to be closed."""

    first: date | None = None
    last: date | None = None
    reason: str | None = None


ClosureForm = FormContext[ClosureDraft]


async def _preview(form: ClosureForm, room_managing: RoomManaging, member: Member) -> View:
    first, last = given(form.draft.first), given(form.draft.last)
    resource = ResourceId(form.concerned)
    touched = await room_managing.touched(member.id, resource, (first, last))
    words = form.words(
        "preview",
        name=touched.resource.plan.name,
        first=day_of(first, form.t),
        last=day_of(last, form.t),
        single=first == last,
        bookings=touched.bookings,
        organisations=touched.organisations,
    )
    yes = form.button(form.label("yes"), "submit", style="danger")
    return View(words, [[yes], *edit_rows(form), [leave_button(form)]])


async def _close(form: ClosureForm, room_managing: RoomManaging, member: Member) -> Ending:
    draft = form.draft
    count = await room_managing.close(
        member.id,
        ResourceId(form.concerned),
        given(draft.first),
        given(draft.last),
        given(draft.reason),
    )
    return _at_room(form, form.words("done", bookings=count))


def _at_room(form: ClosureForm, words: str) -> Ending:
    return Ending(
        words, form.t.plain("button-room"), RoomButton(resource_id=ResourceId(form.concerned))
    )


CLOSE = Form(
    name="room-close",
    draft=ClosureDraft,
    fields=(CalendarDay("first"), CalendarDay("last"), Text("reason", checked_reason, skip=True)),
    preview=_preview,
    submit=_close,
    discard=unchanged(_at_room),
    texts="room-close",
    values={
        "first": lambda draft, t: day_of(given(draft.first), t),
        "last": lambda draft, t: day_of(given(draft.last), t),
    },
)


async def close(
    query: CallbackQuery,
    callback_data: CloseRoomButton,
    member: Member,
    room_managing: RoomManaging,
    forms: Forms,
) -> None:
    """Ask on which days a room is closed."""
    resource = await room_managing.resource(member.id, callback_data.resource_id)
    await forms.open_for(query, CLOSE, resource.id)


async def list_closures(
    query: CallbackQuery,
    callback_data: ClosuresButton,
    member: Member,
    room_managing: RoomManaging,
    t: Texts,
) -> None:
    """List the closed periods, each with a button that deletes it."""
    resource = await room_managing.resource(member.id, callback_data.resource_id)
    await _show_closures(query, resource, t)


async def open_again(
    query: CallbackQuery,
    callback_data: OpenAgainButton,
    member: Member,
    room_managing: RoomManaging,
    t: Texts,
) -> None:
    """Delete a closed period."""
    resource = await room_managing.open_again(
        member.id, callback_data.resource_id, callback_data.closure_id
    )
    await _show_closures(query, resource, t)


async def _show_closures(query: CallbackQuery, resource: Resource, t: Texts) -> None:
    latest = resource.closures[-PAGE:]
    lines = [closure_words(one, t) for one in latest]
    words = t("room-closures", name=resource.plan.name, count=len(latest))
    rows = [
        [
            t.button(
                "button-room-open-again",
                OpenAgainButton(resource_id=resource.id, closure_id=one.id),
                first=day_of(one.first, t),
            )
        ]
        for one in latest
    ]
    back = t.button("button-back", RoomButton(resource_id=resource.id))
    await show(query, Markup("\n".join([words, *lines])), keyboard([*rows, [back]]))


ROUTES = Routes(
    prepare=with_forms,
    buttons={CloseRoomButton: close, ClosuresButton: list_closures, OpenAgainButton: open_again},
)
