"""An event as a calendar sees it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event as a calendar sees it. Moments know their offset from UTC.

    `uid` never changes, and `sequence` grows with each change: so a calendar replaces the event
    it has. `latitude` and `longitude` are degrees (WGS 84), known together or not at all.
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
