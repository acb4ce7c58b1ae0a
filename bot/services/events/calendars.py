"""An event as an entry for people's calendars."""

from bot.domain.events.calendars import CalendarEntry
from bot.domain.events.events import Event
from bot.domain.events.rsvps import Rsvp


def calendar_entry(event: Event, rsvp: Rsvp | None, alliance: str) -> CalendarEntry:
    """Return the entry; the link of an event online is only for those who have a seat."""
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
