"""Who fits beside whom: the sum of what is held never exceeds the count, at any moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.domain.rooms.bookings import SHORTEST, Booking, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import Resource

PER_DAY = 6
"""Times to start that are offered for a day."""


@dataclass(frozen=True, slots=True)
class Use:
    """How many of a resource are occupied in a time."""

    span: Span
    quantity: int


def uses_of(bookings: Iterable[Booking]) -> list[Use]:
    """Return what bookings occupy, cleaning included; those that hold nothing are left out."""
    return [Use(one.busy, one.quantity) for one in bookings if one.holds]


def peak(uses: Iterable[Use], span: Span) -> int:
    """Return how many are occupied at most at a moment of `span`."""
    near = [use for use in uses if use.span.overlaps(span)]
    moments = {span.start, *(use.span.start for use in near if use.span.start > span.start)}
    return max(
        sum(use.quantity for use in near if use.span.start <= moment < use.span.end)
        for moment in moments
    )


def fits(uses: Iterable[Use], span: Span, quantity: int, count: int) -> bool:
    """Tell whether `quantity` more fit into a time, its cleaning included."""
    return peak(uses, span) + quantity <= count


@dataclass(frozen=True, slots=True)
class Decision:
    """What confirming some dates of a request means: which fit, which do not, whom it refuses."""

    confirmed: tuple[Booking, ...]
    taken: tuple[Booking, ...]
    refused: tuple[Booking, ...]


def decide(
    dates: Sequence[Booking], held: Sequence[Booking], asked: Sequence[Booking], count: int
) -> Decision:
    """Return what follows if the `dates` of a request are confirmed beside what is `held`.

    Of the others that `asked`, those are refused for whom nothing is left at their time.
    """
    uses, confirmed, taken = uses_of(held), list[Booking](), list[Booking]()
    for one in dates:
        if fits(uses, one.busy, one.quantity, count):
            uses.append(Use(one.busy, one.quantity))
            confirmed.append(one)
        else:
            taken.append(one)
    ours = {one.id for one in dates}
    refused = [
        one
        for one in asked
        if one.id not in ours
        and any(one.busy.overlaps(other.busy) for other in confirmed)
        and not fits(uses, one.busy, one.quantity, count)
    ]
    return Decision(tuple(confirmed), tuple(taken), tuple(refused))


def next_in_line(
    waiting: Iterable[Booking], held: Iterable[Booking], count: int, now: datetime
) -> Booking | None:
    """Return the first who waits and for whom there is room; who came first comes first."""
    uses = uses_of(held)
    line = (one for one in waiting if one.state is BookingState.WAITING and one.span.end > now)
    for one in sorted(line, key=lambda one: (one.asked_at, one.id)):
        if fits(uses, one.busy, one.quantity, count):
            return one
    return None


def free_spans(
    resource: Resource,
    held: Iterable[Booking],
    day: date,
    now: datetime,
    zone: ZoneInfo,
    quantity: int = 1,
) -> list[Span]:
    """Return when on a day `quantity` of a resource can be had for `SHORTEST` or longer.

    Time for cleaning is left before the next booking.
    """
    hours = resource.plan.week.span(day, zone)
    if hours is None or resource.closure_on(day) is not None:
        return []
    uses, buffer, room = uses_of(held), resource.plan.buffer, resource.plan.count - quantity
    edges = _edges(uses, Span(hours.start, hours.end + buffer), hours.end)
    spans: list[Span] = []
    for start, end in pairwise(edges):
        if peak(uses, Span(start, end)) > room:
            continue
        if spans and spans[-1].end == start:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return [
        free for one in spans if (free := _usable(one, uses, hours, buffer, now)).length >= SHORTEST
    ]


def _edges(uses: Iterable[Use], within: Span, end: datetime) -> list[datetime]:
    """Return when what is free may change in a time, in order; `end` is one of these moments."""
    found = {edge for use in uses for edge in (use.span.start, use.span.end)}
    inside = {one for one in found if within.start < one < within.end}
    return sorted(inside | {within.start, end})


def _usable(span: Span, uses: list[Use], hours: Span, buffer: timedelta, now: datetime) -> Span:
    """Return the part of a free time in which a booking may lie."""
    follows = any(use.span.start == span.end for use in uses)
    end = span.end - buffer if follows else span.end
    return Span(max(span.start, _quarter(now)), min(end, hours.end))


def _quarter(now: datetime) -> datetime:
    """Return the next full quarter of an hour."""
    return now + (datetime.min.replace(tzinfo=now.tzinfo) - now) % SHORTEST


def starts_within(spans: Iterable[Span], most: int = PER_DAY) -> list[datetime]:
    """Return times at which a booking can start: where a free time begins, and full hours.

    There are no more than `most`, spread over the day.
    """
    hour = timedelta(hours=1)
    found: list[datetime] = []
    for span in spans:
        moment = span.start
        while moment + SHORTEST <= span.end:
            found.append(moment)
            moment = moment.replace(minute=0) + hour
    step = -(-len(found) // most) if found else 1
    return found[::step]
