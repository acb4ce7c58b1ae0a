"""The form that asks for a room, places or a thing."""

from datetime import date, datetime, timedelta

from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.people.members import Member
from bot.domain.refusals import Refusal
from bot.domain.rooms.bookings import Wish, checked_length, checked_people, checked_purpose
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import MOST_COUNT, ResourceId, ResourceKind, within_range
from bot.services.rooms.bookings import Bookings, Prospect
from handlers.forms.context import Filling, FormContext
from handlers.forms.fields import Duration, Number, Text
from handlers.forms.form import PREVIEW, Ending, Form, View, given
from handlers.forms.opener import Forms, with_forms
from handlers.forms.screens import preview_rows
from handlers.forms.times import Moment
from handlers.rooms.booking_cards import what_of
from handlers.rooms.callbacks import BookButton, BookingButton, RoomButton
from handlers.rooms.cards import moment_of, span_of
from handlers.rooms.forms.fields import LastDay
from handlers.ui.refusals import refusal_words
from handlers.ui.routes import Routes
from handlers.ui.texts import Markup

DATES = 6


class BookingDraft(BaseModel):
    """A request as it is entered."""

    resource: int = 0
    kind: ResourceKind = ResourceKind.ROOM
    starts_at: datetime | None = None
    length: timedelta | None = None
    quantity: int | None = None
    purpose: str | None = None
    people: int | None = None
    until: date | None = None


BookingForm = FormContext[BookingDraft]


def checked_quantity(number: int) -> int:
    """Return how many are wanted."""
    return within_range(number, 1, MOST_COUNT)


def _is_room(form: Filling) -> bool:
    return bool(form.draft.kind is ResourceKind.ROOM)


def _has_several(form: Filling) -> bool:
    return not _is_room(form)


def _is_used_there(form: Filling) -> bool:
    return bool(form.draft.kind is not ResourceKind.THING)


def wish_of(draft: BookingDraft) -> Wish:
    """Return what a complete draft wants."""
    start = given(draft.starts_at)
    quantity = 1 if draft.kind is ResourceKind.ROOM else given(draft.quantity)
    people = 1 if draft.kind is ResourceKind.THING else given(draft.people)
    span = Span(start, start + given(draft.length))
    return Wish(span, given(draft.purpose), people, quantity, draft.until)


async def _preview(form: BookingForm, bookings: Bookings, member: Member) -> View:
    wish, resource = wish_of(form.draft), ResourceId(form.draft.resource)
    send = form.button(form.label("send"), "submit", style="success")
    try:
        prospect = await bookings.prospect(member.id, resource, wish)
    except Refusal as refusal:
        wrong = form.words("wrong", wrong=refusal_words(refusal, form.t))
        return View(wrong, preview_rows(form, []))
    return View(_words(form, wish, prospect), preview_rows(form, [[send]]))


def _words(form: BookingForm, wish: Wish, prospect: Prospect) -> str:
    t = form.t
    taken = [one.start for one in prospect.taken]
    what = what_of(prospect.resource, wish.quantity, t)
    plan = form.words("preview", what=what, span=span_of(wish.span, t), purpose=wish.purpose)
    if not prospect.resource.is_thing:
        plan = Markup(f"{plan}\n{form.words('preview-people', people=wish.people)}")
    lines = [
        plan,
        form.words(
            "series",
            count=len(prospect.dates),
            days=t.days([one.start for one in prospect.dates[:DATES]]),
        )
        if len(prospect.dates) > 1
        else "",
        form.words("taken", days=t.days(taken), all=len(taken) == len(prospect.dates))
        if taken
        else "",
        form.words("rivals", count=prospect.rivals) if prospect.rivals else "",
        form.words("over", used=prospect.use.used, allowed=prospect.use.allowed)
        if prospect.use is not None and prospect.use.is_over
        else "",
    ]
    return "\n\n".join(filter(None, lines))


async def _ask(form: BookingForm, bookings: Bookings, member: Member) -> Ending:
    resource = ResourceId(form.draft.resource)
    booking = await bookings.ask(member.id, resource, wish_of(form.draft), form.key)
    button = BookingButton(booking_id=booking)
    return Ending(form.words("sent"), form.t.plain("button-booking"), button)


async def _discard(form: BookingForm) -> Ending:
    button = RoomButton(resource_id=ResourceId(form.draft.resource))
    return Ending(form.words("discarded"), form.t.plain("button-room"), button)


BOOK = Form(
    name="room-book",
    draft=BookingDraft,
    fields=(
        Moment("starts_at", key="day", another=True),
        Duration("length", checked_length, presets=(60, 90, 120, 180, 240, 480), key="duration"),
        Number("quantity", checked_quantity, presets=(1, 2, 3, 5), when=_has_several),
        Text("purpose", checked_purpose),
        Number("people", checked_people, presets=(5, 10, 20, 40), when=_is_used_there),
    ),
    parts=(LastDay("until", parent=PREVIEW, keep=False, when=_is_used_there),),
    preview=_preview,
    submit=_ask,
    discard=_discard,
    desk=False,
    texts="room-book",
    lists="room-book",
)


async def book(
    query: CallbackQuery,
    callback_data: BookButton,
    member: Member,
    bookings: Bookings,
    forms: Forms,
) -> None:
    """Open the form, from the time that was tapped on."""
    resource = await bookings.require_may_ask(member.id, callback_data.resource_id)
    start = moment_of(callback_data.at)
    draft = BookingDraft(resource=resource.id, kind=resource.plan.kind, starts_at=start)
    await forms.make_copy(query, BOOK, draft)


ROUTES = Routes(prepare=with_forms, buttons={BookButton: book})
