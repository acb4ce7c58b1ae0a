"""A draft of an event, and its plan."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from pydantic import BaseModel

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.plans import EventPlan, Kind, Point, checked_publication
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.people.members import MemberId
from bot.domain.rooms.bookings import BookingId
from bot.domain.rooms.notices import BookingView
from bot.domain.rooms.resources import ResourceId
from bot.services.events.events import Publication
from bot.services.events.retractions import Retracted
from handlers.forms.form import given


class EventDraft(BaseModel):
    """The entered data of an event; None means not entered, or no limit.

    `deadline` is its distance to the start; `invited` are people whom the event already has.
    """

    title: str | None = None
    description: str | None = None
    starts_at: datetime | None = None
    duration: timedelta | None = None
    place: str | None = None
    audience: AudienceCircle | None = None
    municipalities: tuple[str, ...] = ()
    chosen: tuple[MemberId, ...] = ()
    invited: tuple[MemberId, ...] = ()
    kind: Kind = Kind.MEETING
    room: str = ""
    link: str = ""
    point: Point | None = None
    cover: str | None = None
    capacity: int | None = None
    quota: int | None = None
    guests: int = 0
    guests_named: bool = False
    deadline: timedelta | None = None
    leads: tuple[timedelta, ...] | None = None
    rhythm: Rhythm | None = None
    until: date | None = None
    count: int | None = None
    publish_at: datetime | None = None
    hall: ResourceId | None = None
    hall_name: str = ""
    booking: BookingId | None = None


def audience_of(draft: EventDraft) -> Audience:
    """Return a draft's audience; people who are invited already stay in it."""
    circle: AudienceCircle = given(draft.audience)
    municipalities = draft.municipalities if circle is AudienceCircle.MUNICIPALITIES else ()
    chosen = draft.chosen if circle is AudienceCircle.CHOSEN else ()
    return Audience(circle, municipalities, frozenset([*chosen, *draft.invited]))


def deadline_of(draft: EventDraft) -> datetime | None:
    """Return the RSVP deadline."""
    start: datetime = given(draft.starts_at)
    return None if draft.deadline is None else start - draft.deadline


def plan_of(draft: EventDraft) -> EventPlan:
    """Return the plan of a complete draft."""
    return EventPlan(
        title=given(draft.title),
        description=given(draft.description),
        starts_at=given(draft.starts_at),
        duration=given(draft.duration),
        place=given(draft.place),
        audience=audience_of(draft),
        kind=draft.kind,
        room=draft.room,
        link=draft.link,
        point=draft.point,
        cover=draft.cover,
        capacity=draft.capacity,
        quota=draft.quota,
        guests=draft.guests,
        guests_named=draft.guests_named,
        rsvp_until=deadline_of(draft),
        leads=draft.leads,
    )


def draft_of(event: Event) -> EventDraft:
    """Return the draft for an existing plan; the people it has are invited."""
    people = tuple(sorted(event.audience.chosen))
    known = {"chosen": people, "invited": people, "publish_at": event.publish_at}
    return copy_of(event.plan).model_copy(update={"starts_at": event.starts_at, **known})


def draft_again(retracted: Retracted) -> EventDraft:
    """Return the draft of an event that was taken back, to continue it."""
    event, recurrence, hall = retracted.event, retracted.recurrence, retracted.hall
    again: dict[str, Any] = {
        "starts_at": event.starts_at,
        "hall": hall.hall,
        "hall_name": hall.name,
        "booking": hall.booking,
    }
    if recurrence is not None:
        again |= {"rhythm": recurrence.rhythm, "count": recurrence.count}
    return copy_of(event.plan).model_copy(update=again)


def draft_in(view: BookingView) -> EventDraft:
    """Return the draft of an event that takes place in what was booked."""
    booking, hall = view.booking, view.resource
    return EventDraft(
        title=booking.purpose or None,
        starts_at=booking.span.start,
        duration=booking.span.length,
        room=hall.plan.name,
        hall_name=hall.plan.name,
        capacity=hall.plan.capacity,
        booking=booking.id,
    )


def copy_of(plan: EventPlan) -> EventDraft:
    """Return a draft like the plan, without a day and a time.

    People added one by one to a group (guests from outside, substitutes) were added for that event
    only, and are not copied.
    """
    until, by_hand = plan.rsvp_until, plan.audience.circle is AudienceCircle.CHOSEN
    return EventDraft(
        title=plan.title,
        description=plan.description,
        duration=plan.duration,
        place=plan.place,
        audience=plan.audience.circle,
        municipalities=plan.audience.municipalities,
        chosen=tuple(sorted(plan.audience.chosen)) if by_hand else (),
        kind=plan.kind,
        room=plan.room,
        link=plan.link,
        point=plan.point,
        cover=plan.cover,
        capacity=plan.capacity,
        quota=plan.quota,
        guests=plan.guests,
        guests_named=plan.guests_named,
        deadline=None if until is None else plan.starts_at - until,
        leads=plan.leads,
    )


def recurrence_of(draft: EventDraft) -> Recurrence | None:
    """Return a draft's recurrence; None if it has none."""
    if draft.rhythm is None:
        return None
    return Recurrence(draft.rhythm, draft.until, draft.count)


def publication_of(draft: EventDraft) -> Publication:
    """Return when and how often a draft is published; refuse a time after its start."""
    at = draft.publish_at
    if at is not None:
        checked_publication(at, given(draft.starts_at))
    return Publication(
        at, recurrence_of(draft), undoable=True, hall=draft.hall, booking=draft.booking
    )


def card_of(plan: EventPlan, organiser: MemberId, now: datetime, taken: int = 0) -> EventCard:
    """Return the card that members will get."""
    values = {field.name: getattr(plan, field.name) for field in fields(EventPlan)}
    event = Event(**values, id=EventId(0), state=EventState.PUBLISHED, created_by=organiser)
    return EventCard(event, None, now, taken=None if plan.capacity is None else taken)
