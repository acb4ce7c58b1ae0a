"""Bookings, and the rules that a wish must keep."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain.events.events import EventId
from bot.domain.events.recurrence import Recurrence, Rhythm, occurrences
from bot.domain.lines import checked_line
from bot.domain.people.members import Member, MemberId, OrganisationId
from bot.domain.refusals import MomentPast
from bot.domain.rooms.hours import Span
from bot.domain.rooms.refusals import (
    BookingOverMidnight,
    BookingSettled,
    BookingsForSpeakers,
    BookingTooFar,
    BookingTooLong,
    BookingTooShort,
    PeopleTooMany,
    QuantityTooLarge,
    ResourceShutOn,
    ResourceShutThen,
)
from bot.domain.rooms.resources import MOST_PEOPLE, Resource, ResourceId, local_day, within_range

BookingId = NewType("BookingId", int)

SHORTEST = timedelta(minutes=15)
PURPOSE_LIMIT = 200
CHECK_IN_FROM = timedelta(minutes=30)
"""How long before the start one can check in."""


class BookingState(StrEnum):
    """The state of a booking. The value is stored."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WAITING = "waiting"
    OFFERED = "offered"
    WITHDRAWN = "withdrawn"
    CALLED_OFF = "called_off"
    RELEASED = "released"
    LAPSED = "lapsed"
    RETURNED = "returned"


HOLDING = frozenset({BookingState.CONFIRMED, BookingState.OFFERED})
"""States that occupy the resource: an offered slot is held until the offer ends."""
OPEN = HOLDING | {BookingState.ASKED, BookingState.WAITING}
"""States of which something may still come."""


class Release(StrEnum):
    """Why a confirmed booking was released. The value is stored."""

    NOT_COMING = "not_coming"
    NOT_CLAIMED = "not_claimed"
    NOT_RENEWED = "not_renewed"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to book: `quantity` of a resource, for `people`; `until` when weekly."""

    span: Span
    purpose: str
    people: int = 1
    quantity: int = 1
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking of one slot; those of a weekly series have the `series` of their first.

    It occupies the resource from the start to `busy_until`: the cleaning included. `coming` is
    whether somebody said yes the day before; `renewed` whether a date of a series is still wanted.
    `claimed_at` is when somebody came, or when a thing was handed out. The flags say what was asked
    or told already. One `with_event` was made with its event, and is given up with it. `member` is
    None once that person was erased, `organisation` for a booking of the alliance itself.
    """

    id: BookingId
    resource: ResourceId
    organisation: OrganisationId | None
    member: MemberId | None
    purpose: str
    people: int
    quantity: int
    span: Span
    busy_until: datetime
    state: BookingState
    asked_at: datetime
    series: BookingId | None = None
    event: EventId | None = None
    with_event: bool = False
    confirmed_at: datetime | None = None
    offered_until: datetime | None = None
    coming: bool = False
    renewed: bool = True
    renewal_asked: bool = False
    eve_asked: bool = False
    claimed_at: datetime | None = None
    returned_at: datetime | None = None
    overdue_told: int = 0
    release: Release | None = None

    @property
    def holds(self) -> bool:
        """Tell whether it occupies the resource."""
        return self.state in HOLDING

    @property
    def busy(self) -> Span:
        """The time in which it occupies the resource."""
        return Span(self.span.start, self.busy_until)

    def require_state(self, *states: BookingState) -> None:
        """Refuse a booking in another state."""
        if self.state not in states:
            raise BookingSettled

    def require_ahead(self, now: datetime) -> None:
        """Refuse a booking that is over."""
        if now >= self.span.end:
            raise BookingSettled

    def is_unused(self, now: datetime, *, thing: bool) -> bool:
        """Tell whether nobody has begun to use it, and somebody still could.

        A room is in use from the start of what is confirmed, a thing once it was handed out.
        """
        begun = self.state is BookingState.CONFIRMED and self.span.start <= now and not thing
        return self.claimed_at is None and not begun and now < self.span.end

    def is_out(self) -> bool:
        """Tell whether a thing was handed out and not returned."""
        return self.state is BookingState.CONFIRMED and self.claimed_at is not None

    def is_of(self, member: Member, speakers: Collection[MemberId]) -> bool:
        """Tell whether a person may act for it: who asked, or who speaks for the organisation.

        Who asked and has moved to another organisation may not.
        """
        asked = self.member == member.id and self.organisation in {None, member.organisation}
        return asked or member.id in speakers


def require_booker(member: Member, speakers: Collection[MemberId]) -> None:
    """Refuse a person who neither organises nor speaks for an organisation."""
    if not member.is_organiser and member.id not in speakers:
        raise BookingsForSpeakers


def checked_purpose(text: str) -> str:
    """Return what the booking is for."""
    return checked_line(text, PURPOSE_LIMIT)


def checked_people(number: int) -> int:
    """Return the number of people."""
    return within_range(number, 1, MOST_PEOPLE)


def checked_length(length: timedelta) -> timedelta:
    """Return how long a booking lasts; refuse one that is too short for anything."""
    if length < SHORTEST:
        raise BookingTooShort(SHORTEST // timedelta(minutes=1))
    return length


def require_wish(resource: Resource, wish: Wish, now: datetime, zone: ZoneInfo) -> None:
    """Refuse what the rules of the resource do not allow; whether it is free is not asked here."""
    span, plan = wish.span, resource.plan
    if span.start < now:
        raise MomentPast(span.start)
    checked_length(span.length)
    if span.length > plan.longest:
        raise BookingTooLong(plan.longest)
    if span.start > now + plan.ahead:
        raise BookingTooFar(plan.ahead.days)
    require_open(resource, span, zone)
    if wish.quantity > plan.count:
        raise QuantityTooLarge(plan.count)
    if plan.capacity is not None and wish.people > plan.capacity:
        raise PeopleTooMany(plan.capacity)


def require_open(resource: Resource, span: Span, zone: ZoneInfo) -> None:
    """Refuse a time at which the resource is closed.

    A thing is only fetched and returned while it is open, so it may be away at night.
    """
    first = local_day(span.start, zone)
    last = local_day(span.end - timedelta(microseconds=1), zone)
    if first != last and not resource.is_thing:
        raise BookingOverMidnight
    for day, moment in ((first, span.start), (last, span.end)):
        closure, hours = resource.closure_on(day), resource.plan.week.span(day, zone)
        if closure is not None or hours is None:
            reason = closure.reason if closure else ""
            raise ResourceShutOn(reason, bool(reason))
        if not hours.start <= moment <= hours.end:
            raise ResourceShutThen(str(resource.plan.week.on(day)))


def open_dates(resource: Resource, dates: Iterable[Booking], zone: ZoneInfo) -> list[Booking]:
    """Return the dates at which the resource is open; refuse if there is none."""
    found, shut = list[Booking](), None
    for one in dates:
        try:
            require_open(resource, one.span, zone)
        except (BookingOverMidnight, ResourceShutOn, ResourceShutThen) as refusal:
            shut = shut or refusal
        else:
            found.append(one)
    if shut is not None and not found:
        raise shut
    return found


def dates_of(wish: Wish, zone: ZoneInfo) -> list[Span]:
    """Return the time of each date: one, or one a week up to `until`.

    The clocks show the same times on each, also after they were changed.
    """
    if wish.until is None:
        return [wish.span]
    weekly = Recurrence(Rhythm.WEEKLY, wish.until, None)
    starts = occurrences(weekly, wish.span.start, zone)
    return [Span(start, start + wish.span.length) for start in starts]


def require_wishes(
    resource: Resource, wish: Wish, spans: Collection[Span], now: datetime, zone: ZoneInfo
) -> list[Span]:
    """Return the dates that the rules allow; refuse if the first one is not allowed.

    Later dates on which it is closed are left out; one too far ahead is refused.
    """
    allowed: list[Span] = []
    for span in spans:
        date_of = Wish(span, wish.purpose, wish.people, wish.quantity)
        try:
            require_wish(resource, date_of, now, zone)
        except (ResourceShutOn, ResourceShutThen):
            if not allowed:
                raise
            continue
        allowed.append(span)
    return allowed
