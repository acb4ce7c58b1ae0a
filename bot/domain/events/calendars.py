"""Events as calendar entries."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events.events import Event
from bot.domain.events.rsvps import Rsvp


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event as a calendar entry. Times have their UTC offset.

    `uid` never changes, and `sequence` grows with each change, so that calendars replace their
    entry. `latitude` and `longitude` are degrees (WGS 84), both given or both None.
    """

    uid: str
    sequence: int
    title: str
    description: str
    starts_at: datetime
    ends_at: datetime
    place: str
    url: str | None
    latitude: float | None
    longitude: float | None
    cancelled: bool
    changed_at: datetime
    organiser: str


def calendar_entry(event: Event, rsvp: Rsvp | None, alliance: str) -> CalendarEntry:
    """Return the calendar entry; the link of an online event is only for those who have a seat."""
    going = rsvp is not None and rsvp.has_seat
    return CalendarEntry(
        uid=event.uid,
        sequence=event.sequence,
        title=event.title,
        description=event.description,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=", ".join(filter(None, [event.place, event.room])),
        url=event.link if going and event.link else None,
        latitude=event.point.latitude if event.point else None,
        longitude=event.point.longitude if event.point else None,
        cancelled=event.is_cancelled,
        changed_at=event.changed_at or event.starts_at,
        organiser=alliance,
    )
