"""A draft of an event, and the plan that it becomes."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.events.audiences import Audience, Circle
from bot.domain.events.cards import EventCard
from bot.domain.events.events import Event, EventId, EventState
from bot.domain.events.plans import EventPlan, Kind, Point, checked_publication
from bot.domain.events.recurrence import Recurrence, Rhythm
from bot.domain.people.members import MemberId
from bot.services.events.events import Publication
from handlers.forms.moments import Draft, moment_of, wall_of

FIELDS = ("title", "description", "day", "time", "duration", "place", "audience")


def audience_of(draft: Draft) -> Audience:
    """Return whom a draft is for; people who are invited already stay so."""
    circle = Circle(draft["audience"])
    municipalities = draft.get("municipalities", ()) if circle is Circle.MUNICIPALITIES else ()
    chosen = draft.get("chosen", ()) if circle is Circle.CHOSEN else ()
    return Audience(circle, tuple(municipalities), frozenset([*chosen, *draft.get("invited", ())]))


def deadline_of(draft: Draft, starts_at: datetime) -> datetime | None:
    """Return the RSVP deadline; a draft keeps its distance to the start, in seconds."""
    before = draft.get("deadline")
    return None if before is None else starts_at - timedelta(seconds=before)


def plan_of(draft: Draft, zone: ZoneInfo) -> EventPlan:
    """Return the plan of a whole draft."""
    starts_at = moment_of(draft, zone)
    point, leads = draft.get("point"), draft.get("leads")
    return EventPlan(
        title=draft["title"],
        description=draft["description"],
        starts_at=starts_at,
        duration=timedelta(minutes=draft["duration"]),
        place=draft["place"],
        audience=audience_of(draft),
        kind=Kind(draft.get("kind", Kind.MEETING)),
        room=draft.get("room", ""),
        link=draft.get("link", ""),
        point=None if point is None else Point(*point),
        cover=draft.get("cover"),
        capacity=draft.get("capacity"),
        quota=draft.get("quota"),
        guests=draft.get("guests", 0),
        guests_named=draft.get("guests_named", False),
        rsvp_until=deadline_of(draft, starts_at),
        leads=None if leads is None else tuple(timedelta(minutes=lead) for lead in leads),
    )


def draft_of(event: Event, zone: ZoneInfo) -> dict[str, Any]:
    """Return the draft that becomes an event's plan again; the people it has are invited."""
    people = sorted(event.audience.chosen)
    day, at = wall_of(event.starts_at, zone)
    draft = copy_of(event.plan) | {"day": day, "time": at, "chosen": people, "invited": people}
    if event.publish_at is not None:
        draft["publish_day"], draft["publish_time"] = wall_of(event.publish_at, zone)
    return draft


def copy_of(plan: EventPlan) -> dict[str, Any]:
    """Return a draft like the plan, without a day and a time.

    People who were added one by one to a wider circle (guests from outside, substitutes) came for
    that event alone, and are not taken along.
    """
    by_hand = plan.audience.circle is Circle.CHOSEN
    until, point, leads = plan.rsvp_until, plan.point, plan.leads
    return {
        "title": plan.title,
        "description": plan.description,
        "duration": plan.duration.total_seconds() / 60,
        "place": plan.place,
        "audience": plan.audience.circle,
        "municipalities": list(plan.audience.municipalities),
        "chosen": sorted(plan.audience.chosen) if by_hand else [],
        "kind": plan.kind,
        "room": plan.room,
        "link": plan.link,
        "point": None if point is None else [point.latitude, point.longitude],
        "cover": plan.cover,
        "capacity": plan.capacity,
        "quota": plan.quota,
        "guests": plan.guests,
        "guests_named": plan.guests_named,
        "deadline": None if until is None else (plan.starts_at - until).total_seconds(),
        "leads": None if leads is None else [lead.total_seconds() / 60 for lead in leads],
    }


def recurrence_of(draft: Draft) -> Recurrence | None:
    """Return how a draft repeats; None when it does not."""
    if draft.get("rhythm") is None:
        return None
    until = draft.get("until")
    ends = None if until is None else date.fromisoformat(until)
    return Recurrence(Rhythm(draft["rhythm"]), ends, draft.get("count"))


def publication_of(draft: Draft, zone: ZoneInfo) -> Publication:
    """Return when and how often a draft is published; refuse a time after its start."""
    if draft.get("publish_day") is None:
        return Publication(None, recurrence_of(draft))
    at, starts_at = moment_of(draft, zone, "publish_day", "publish_time"), moment_of(draft, zone)
    return Publication(checked_publication(at, starts_at), recurrence_of(draft))


def card_of(plan: EventPlan, organiser: MemberId, now: datetime, taken: int = 0) -> EventCard:
    """Return the card that members will get once the plan is published."""
    values = {field.name: getattr(plan, field.name) for field in fields(EventPlan)}
    event = Event(**values, id=EventId(0), state=EventState.PUBLISHED, created_by=organiser)
    return EventCard(event, None, now, taken=None if plan.capacity is None else taken)
