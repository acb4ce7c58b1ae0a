"""A form of eight fields, as a new noun would declare it; its texts are those of events."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from pydantic import BaseModel

from bot.domain.events.plans import (
    Kind,
    Point,
    checked_capacity,
    checked_description,
    checked_duration,
    checked_place,
    checked_title,
)
from handlers.forms.context import FormContext
from handlers.forms.fields import Duration, Number, Text
from handlers.forms.form import Ending, Form, View
from handlers.forms.lists import Choice, Option
from handlers.forms.opener import Forms, with_forms
from handlers.forms.places import Photo, Place
from handlers.forms.screens import leave_button
from handlers.forms.times import Moment
from handlers.ui.callbacks import ManageButton
from handlers.ui.routes import Routes


class BookButton(CallbackData, prefix="zbook"):
    """Open the form."""


class Booking(BaseModel):
    """What is booked."""

    title: str | None = None
    description: str | None = None
    starts_at: datetime | None = None
    duration: timedelta | None = None
    place: str | None = None
    point: Point | None = None
    kind: Kind | None = None
    capacity: int | None = None
    cover: str | None = None


BookingForm = FormContext[Booking]


@dataclass
class Bookings:
    """The service of the noun: it keeps a booking once for each draft."""

    kept: dict[str, Booking] = field(default_factory=dict)

    async def book(self, draft: str, booking: Booking) -> None:
        """Keep a booking."""
        self.kept.setdefault(draft, booking)


async def _kinds(form: BookingForm) -> list[Option]:
    return [Option(kind, form.label("kind-value", kind=kind)) for kind in Kind]


async def _preview(form: BookingForm) -> View:
    changes = [[form.goes(form.label(f"change-{name}"), name)] for name in ("title", "place")]
    book = form.button(form.label("publish"), "submit", style="success")
    return View(f"Booking: {form.draft.title}", [[book], *changes, [leave_button(form)]])


async def _book(form: BookingForm, bookings: Bookings) -> Ending:
    await bookings.book(form.key, form.draft)
    return Ending("Booked.", form.label("to-list"), ManageButton())


async def _discard(form: BookingForm) -> Ending:
    return Ending(form.words("discarded"), form.label("to-list"), ManageButton())


BOOKING = Form(
    name="booking",
    draft=Booking,
    title="title",
    fields=(
        Text("title", checked_title),
        Text("description", checked_description, skip=True),
        Moment("starts_at", key="day"),
        Duration("duration", checked_duration, presets=(60, 120)),
        Place("place", checked_place),
        Choice("kind", _kinds, Kind),
        Number("capacity", checked_capacity, presets=(10, 20)),
        Photo("cover"),
    ),
    preview=_preview,
    submit=_book,
    discard=_discard,
)


async def open_booking(query: CallbackQuery, forms: Forms) -> None:
    """Begin a booking, or offer the draft of one."""
    await forms.make_new(query, BOOKING)


ROUTES = Routes(prepare=with_forms, buttons={BookButton: open_booking})
