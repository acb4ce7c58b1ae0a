"""Plans: the fields of an event before it has an id, and their checks."""

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from bot.domain.events import refusals
from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.lines import checked_line, one_line, paragraphs, within
from bot.domain.refusals import LinkUnreadable, MomentPast, MomentTooFar, ReasonTooLong

TITLE_LIMIT = 120
DESCRIPTION_LIMIT = 2000
PLACE_LIMIT = 200
ROOM_LIMIT = 100
LINK_LIMIT = 500
REASON_LIMIT = 500
CAPACITY_LIMIT = 10_000
GUESTS_LIMIT = 10
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(days=14)
YEARS_AHEAD = 3


class Kind(StrEnum):
    """The kind of an event, shown on its card."""

    MEETING = "meeting"
    GENERAL_MEETING = "general_meeting"
    FORUM = "forum"
    ACTION = "action"
    OTHER = "other"


def checked_title(text: str) -> str:
    """Return a title of one line, 1 to `TITLE_LIMIT` characters, at least one of them visible."""
    return checked_line(text, TITLE_LIMIT, refusals.TitleMissing, refusals.TitleTooLong)


def checked_description(text: str) -> str:
    """Return a description of at most `DESCRIPTION_LIMIT` characters; it may be empty."""
    return within(DESCRIPTION_LIMIT, paragraphs(text), refusals.DescriptionTooLong)


def checked_place(text: str) -> str:
    """Return a place of one line, 1 to `PLACE_LIMIT` characters, at least one of them visible."""
    return checked_line(text, PLACE_LIMIT, refusals.PlaceMissing, refusals.PlaceTooLong)


def checked_room(text: str) -> str:
    """Return a room of one line, at most `ROOM_LIMIT` characters; it may be empty."""
    return within(ROOM_LIMIT, one_line(text), refusals.RoomTooLong)


def checked_link(text: str) -> str:
    """Return a web address of at most `LINK_LIMIT` characters; it may be empty."""
    link = text.strip()
    if not link:
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        raise LinkUnreadable from None
    plain = link.isprintable() and " " not in link and len(link) <= LINK_LIMIT
    if parts.scheme not in {"http", "https"} or not parts.hostname or not plain:
        raise LinkUnreadable
    return link


def checked_reason(text: str) -> str:
    """Return a reason of at most `REASON_LIMIT` characters; it may be empty."""
    return within(REASON_LIMIT, paragraphs(text), ReasonTooLong)


def checked_start(starts_at: datetime, now: datetime) -> datetime:
    """Return a start in the future, within `YEARS_AHEAD` years."""
    if starts_at <= now:
        raise MomentPast(starts_at)
    if starts_at > now + timedelta(days=366 * YEARS_AHEAD):
        raise MomentTooFar(YEARS_AHEAD)
    return starts_at


def checked_duration(duration: timedelta) -> timedelta:
    """Return a duration between `SHORTEST` and `LONGEST`."""
    if not SHORTEST <= duration <= LONGEST:
        raise refusals.DurationOutOfRange(int(SHORTEST.total_seconds() // 60), LONGEST.days)
    return duration


def checked_capacity(capacity: int | None) -> int | None:
    """Return a capacity in people, 1 to `CAPACITY_LIMIT`; None means no limit."""
    if capacity is not None and not 1 <= capacity <= CAPACITY_LIMIT:
        raise refusals.CapacityOutOfRange(CAPACITY_LIMIT)
    return capacity


def checked_quota(quota: int | None, capacity: int | None) -> int | None:
    """Return how many of one organisation may come, at most the capacity; None means no limit."""
    most = capacity or CAPACITY_LIMIT
    if quota is not None and not 1 <= quota <= most:
        raise refusals.QuotaOutOfRange(most)
    return quota


def checked_guests(guests: int) -> int:
    """Return how many guests each person may bring, 0 to `GUESTS_LIMIT`."""
    if not 0 <= guests <= GUESTS_LIMIT:
        raise refusals.GuestsOutOfRange(GUESTS_LIMIT)
    return guests


def checked_deadline(
    rsvp_until: datetime | None, starts_at: datetime, now: datetime
) -> datetime | None:
    """Return the RSVP deadline; refuse one in the past or after the start."""
    if rsvp_until is not None and not now < rsvp_until <= starts_at:
        raise refusals.DeadlineOutOfRange(starts_at)
    return rsvp_until


def checked_publication(publish_at: datetime, starts_at: datetime) -> datetime:
    """Return when an event is published; refuse a time that is not before its start."""
    if publish_at >= starts_at:
        raise refusals.PublicationTooLate(starts_at)
    return publish_at


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlan:
    """A planned event, before it has an id. Times are UTC.

    Only those who are going see `link`. `quota` is how many people of one organisation may come,
    guests included; `guests` how many guests each person may bring, with names if `guests_named`.
    `rsvp_until` is the RSVP deadline. `leads` are the reminders' lead times; None means those of
    the alliance. `cover` is the id of a photo at Telegram.
    """

    title: str
    description: str
    starts_at: datetime
    duration: timedelta
    place: str
    audience: Audience
    kind: Kind = Kind.MEETING
    room: str = ""
    link: str = ""
    point: Point | None = None
    cover: str | None = None
    capacity: int | None = None
    quota: int | None = None
    guests: int = 0
    guests_named: bool = False
    rsvp_until: datetime | None = None
    leads: tuple[timedelta, ...] | None = None

    @property
    def ends_at(self) -> datetime:
        """When the event is over."""
        return self.starts_at + self.duration

    @property
    def is_limited(self) -> bool:
        """Tell whether somebody may have to wait for a seat."""
        return self.capacity is not None or self.quota is not None

    def with_changes(self, seen: "EventPlan", wanted: "EventPlan") -> "EventPlan":
        """Return this plan with the changes between `seen`, which somebody saw, and `wanted`."""
        names = (field.name for field in fields(EventPlan))
        changed = {n: getattr(wanted, n) for n in names if getattr(wanted, n) != getattr(seen, n)}
        return replace(self, **changed)

    def checked(self, now: datetime) -> "EventPlan":
        """Return the plan with each field checked; refuse one that breaks a rule."""
        if (
            self.audience.circle is AudienceCircle.MUNICIPALITIES
            and not self.audience.municipalities
        ):
            raise refusals.AudienceEmpty
        return replace(
            self,
            title=checked_title(self.title),
            description=checked_description(self.description),
            starts_at=checked_start(self.starts_at, now),
            duration=checked_duration(self.duration),
            place=checked_place(self.place),
            room=checked_room(self.room),
            link=checked_link(self.link),
            capacity=checked_capacity(self.capacity),
            quota=checked_quota(self.quota, self.capacity),
            guests=checked_guests(self.guests),
            rsvp_until=checked_deadline(self.rsvp_until, self.starts_at, now),
        )
