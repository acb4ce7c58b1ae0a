"""The form that creates, copies or changes an event."""

from bot.domain.events.audiences import AudienceCircle
from bot.domain.events.plans import (
    Kind,
    checked_capacity,
    checked_description,
    checked_duration,
    checked_guests,
    checked_link,
    checked_place,
    checked_room,
    checked_title,
)
from bot.domain.events.recurrence import Rhythm
from handlers.events.forms.audiences import AudienceField, ChosenPeople, Municipalities, find, towns
from handlers.events.forms.endings import unchanged
from handlers.events.forms.halls import Hall, halls
from handlers.events.forms.options import Capacity, GuestsField, Quota, kinds
from handlers.events.forms.plans import EventDraft
from handlers.events.forms.previews import EventForm, preview, submit
from handlers.events.forms.repeats import Repeat, rhythms
from handlers.events.forms.times import Deadline, PublicationTime
from handlers.events.forms.values import VALUES
from handlers.forms.fields import Duration, Text
from handlers.forms.form import Form
from handlers.forms.leads import Leads
from handlers.forms.lists import Choice
from handlers.forms.places import Location, Photo, Place
from handlers.forms.times import Moment

ABOUT = "about"
"""The group of options with further data of the event itself."""


def _is_new(form: EventForm) -> bool:
    return form.subject is None


def _may_book(form: EventForm) -> bool:
    """Tell whether a room can be booked with the event: it is new and has none."""
    return form.subject is None and form.draft.booking is None


def _is_unpublished(form: EventForm) -> bool:
    """Tell whether nobody was told of the event yet."""
    return form.subject is None or form.begun.publish_at is not None


EVENT = Form(
    name="event",
    draft=EventDraft,
    title="title",
    fields=(
        Text("title", checked_title),
        Text("description", checked_description, skip=True),
        Moment("starts_at", key="day"),
        Duration("duration", checked_duration, presets=(60, 90, 120, 180, 240, 480)),
        Place("place", checked_place),
        AudienceField("audience", read=AudienceCircle),
    ),
    parts=(
        Municipalities("municipalities", towns, named=True, parent="audience", keep=False),
        ChosenPeople("chosen", find, key="people", fixed="invited", parent="audience", keep=False),
    ),
    options=(
        Choice("kind", kinds, Kind, group=ABOUT),
        Photo("cover", removable=True, group=ABOUT),
        Location("point", removable=True, group=ABOUT),
        Text("room", checked_room, removable=True, group=ABOUT),
        Hall("hall", halls, int, removable=True, group=ABOUT, when=_may_book),
        Text("link", checked_link, removable=True, group=ABOUT),
        Capacity("capacity", checked_capacity, removable=True),
        Quota("quota", presets=(1, 2, 3, 5), removable=True),
        Deadline("deadline", another=True, removable=True),
        GuestsField("guests", checked_guests, presets=range(6)),
        Leads("leads", width=2),
        Repeat("rhythm", rhythms, Rhythm, removable=True, when=_is_new),
        PublicationTime("publish_at", key="publication", another=True, when=_is_unpublished),
    ),
    values=VALUES,
    preview=preview,
    submit=submit,
    discard=unchanged,
)
