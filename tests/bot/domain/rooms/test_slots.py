"""Who fits beside whom, against a model that counts each quarter of an hour."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refusals import MomentPast
from bot.domain.rooms.bookings import (
    Booking,
    BookingState,
    Wish,
    dates_of,
    require_wish,
    require_wishes,
)
from bot.domain.rooms.hours import OpenHours, Span, Week
from bot.domain.rooms.refusals import (
    BookingOverMidnight,
    BookingTooFar,
    BookingTooLong,
    BookingTooShort,
    PeopleTooMany,
    QuantityTooLarge,
    ResourceShutOn,
    ResourceShutThen,
)
from bot.domain.rooms.resources import Closure, ClosureId
from bot.domain.rooms.slots import decide, fits, free_spans, next_in_line, starts_within, uses_of
from tests.rooms import (
    DAY,
    HALL,
    HOUR,
    MINUTE,
    NOON,
    NOW,
    PLACES,
    TENT,
    a_booking,
    a_resource,
    a_wish,
)

YEKATERINBURG, BERLIN = ZoneInfo("Asia/Yekaterinburg"), ZoneInfo("Europe/Berlin")
QUARTER = 15 * MINUTE
GRID = 40
"""Quarters of the model's day."""

a_part = st.builds(
    lambda start, length, quantity, buffer: (start, length, quantity, buffer),
    st.integers(0, GRID - 1),
    st.integers(1, 8),
    st.integers(1, 3),
    st.integers(0, 2),
)


def _booking(number: int, part: tuple[int, int, int, int]) -> Booking:
    start, length, quantity, buffer = part
    return a_booking(
        number, NOON + start * QUARTER, length * QUARTER, buffer=buffer * QUARTER, quantity=quantity
    )


class Grid:
    """The model: how many are occupied in each quarter."""

    def __init__(self, count: int) -> None:
        self.count, self.taken = count, [0] * (GRID + 20)

    def takes(self, part: tuple[int, int, int, int], sign: int = 1) -> None:
        start, length, quantity, buffer = part
        for quarter in range(start, start + length + buffer):
            self.taken[quarter] += sign * quantity

    def has_room(self, part: tuple[int, int, int, int]) -> bool:
        start, length, quantity, buffer = part
        return all(
            taken + quantity <= self.count for taken in self.taken[start : start + length + buffer]
        )


@given(st.integers(1, 4), st.lists(st.tuples(a_part, st.booleans()), max_size=12))
def test_requests_are_confirmed_exactly_where_each_quarter_has_room(
    count: int, acts: list[tuple[tuple[int, int, int, int], bool]]
) -> None:
    grid, held = Grid(count), dict[int, tuple[Booking, tuple[int, int, int, int]]]()
    for number, (part, cancels) in enumerate(acts, start=1):
        if cancels and held:
            _, former = held.pop(min(held))
            grid.takes(former, -1)
        asked = _booking(number, part)
        decision = decide([asked], [one for one, _ in held.values()], [], count)
        assert bool(decision.confirmed) is grid.has_room(part)
        if decision.confirmed:
            grid.takes(part)
            held[number] = (replace(asked, state=BookingState.CONFIRMED), part)
    assert max(grid.taken) <= count


@given(st.integers(1, 3), a_part, st.lists(a_part, max_size=8), st.lists(a_part, max_size=6))
def test_a_confirmation_refuses_exactly_those_for_whom_nothing_is_left(
    count: int,
    wanted: tuple[int, int, int, int],
    before: list[tuple[int, int, int, int]],
    others: list[tuple[int, int, int, int]],
) -> None:
    grid, held = Grid(count), list[Booking]()
    for number, part in enumerate(before, start=100):
        if grid.has_room(part):
            grid.takes(part)
            held.append(replace(_booking(number, part), state=BookingState.CONFIRMED))
    mine = _booking(1, wanted)
    rivals = [_booking(number, part) for number, part in enumerate(others, start=2)]
    decision = decide([mine], held, [mine, *rivals], count)
    if not grid.has_room(wanted):
        assert decision.taken == (mine,)
        assert decision.refused == ()
        return
    grid.takes(wanted)
    refused = {
        one.id
        for one, part in zip(rivals, others, strict=True)
        if not grid.has_room(part) and one.busy.overlaps(mine.busy)
    }
    assert {one.id for one in decision.refused} == refused


def test_cleaning_is_between_two_bookings() -> None:
    first = a_booking(1, buffer=30 * MINUTE, state=BookingState.CONFIRMED)
    uses = uses_of([first])
    soon = Span(first.span.end + 15 * MINUTE, first.span.end + HOUR)
    later = Span(first.span.end + 30 * MINUTE, first.span.end + HOUR)
    assert not fits(uses, soon, 1, 1)
    assert fits(uses, later, 1, 1)


def test_who_waited_longest_and_fits_is_next() -> None:
    held = [a_booking(1, state=BookingState.CONFIRMED)]
    same = a_booking(2, state=BookingState.WAITING)
    free = a_booking(3, NOON + 3 * HOUR, state=BookingState.WAITING)
    late = a_booking(4, NOON + 3 * HOUR, state=BookingState.WAITING)
    assert next_in_line([late, free, same], held, 1, NOW) == free
    assert next_in_line([same], held, 1, NOW) is None
    assert next_in_line([free], held, 1, free.span.end) is None


@given(
    st.lists(st.tuples(st.integers(0, 51), st.integers(1, 10)), max_size=6),
    st.sampled_from([0, 15, 30]),
    st.sampled_from([0, 8, 30]),
)
def test_what_is_shown_as_free_is_free_and_the_rest_is_not(
    taken: list[tuple[int, int]], buffer: int, later: int
) -> None:
    """Each quarter from 9:00 to 22:00 is tried as a booking, by the rules themselves."""
    day, cleaning = date(2026, 12, 1), buffer * MINUTE
    hall = a_resource(replace(HALL, buffer=cleaning, week=Week((OpenHours(540, 1260),) * 7)))
    now = NOW + later * QUARTER
    held = list[Booking]()
    for number, (start, length) in enumerate(taken, start=1):
        one = a_booking(number, NOW + start * QUARTER, length * QUARTER, buffer=cleaning)
        if fits(uses_of(held), one.busy, 1, 1):
            held.append(replace(one, state=BookingState.CONFIRMED))
    spans = free_spans(hall, held, day, now, YEKATERINBURG)
    for quarter in range(52):
        wish = a_wish(NOW + quarter * QUARTER, QUARTER)
        busy = Span(wish.span.start, wish.span.end + cleaning)
        possible = fits(uses_of(held), busy, 1, 1) and _is_allowed(wish, now, hall)
        shown = any(one.start <= wish.span.start and wish.span.end <= one.end for one in spans)
        assert shown is possible, quarter


def _is_allowed(wish: Wish, now: datetime, hall: object) -> bool:
    try:
        require_wish(hall, wish, now, YEKATERINBURG)  # type: ignore[arg-type]
    except (MomentPast, ResourceShutThen, ResourceShutOn):
        return False
    return True


def test_times_to_start_are_full_hours_spread_over_the_day() -> None:
    free = [Span(NOW, NOW + 2 * HOUR + QUARTER), Span(NOW + 3 * HOUR + QUARTER, NOW + 5 * HOUR)]
    starts = [(one - NOW) // MINUTE for one in starts_within(free)]
    assert starts == [0, 60, 120, 195, 240]
    assert len(starts_within([Span(NOW, NOW + 12 * HOUR)])) <= 8
    assert starts_within([]) == []


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 95), st.integers(1, 20))
def test_a_weekly_series_shows_the_same_clock_over_a_change_of_it(
    first: date, quarter: int, weeks: int
) -> None:
    wall = time(*divmod(quarter * 15, 60))
    start = datetime.combine(first, wall, BERLIN)
    if start.astimezone(ZoneInfo("UTC")).astimezone(BERLIN).time() != wall:
        return  # the clocks skip this time on the first day
    wish = replace(a_wish(start, HOUR), until=first + timedelta(weeks=weeks))
    spans = dates_of(wish, BERLIN)
    expected = [first + timedelta(weeks=number) for number in range(weeks + 1)]
    skipped = [
        day
        for day in expected
        if datetime.combine(day, wall, BERLIN).astimezone(ZoneInfo("UTC")).astimezone(BERLIN).time()
        != wall
    ]
    local = [one.start.astimezone(BERLIN) for one in spans]
    assert [one.date() for one in local] == [one for one in expected if one not in skipped]
    assert {one.time() for one in local} == {wall}
    assert {one.length for one in spans} == {HOUR}


CLOSED = Closure(ClosureId(1), date(2026, 12, 15), date(2026, 12, 16), "ремонт")


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (a_wish(NOW - MINUTE), MomentPast),
        (a_wish(NOON, MINUTE), BookingTooShort),
        (a_wish(NOON, timedelta(0)), BookingTooShort),
        (a_wish(NOON, 365 * DAY), BookingTooLong),
        (a_wish(NOON, 9 * HOUR), BookingTooLong),
        (a_wish(NOON + 365 * DAY), BookingTooFar),
        (a_wish(NOON + 8 * HOUR, 5 * HOUR), BookingOverMidnight),
        (a_wish(NOON - 4 * HOUR), ResourceShutThen),
        (a_wish(NOON + 8 * HOUR), ResourceShutThen),
        (a_wish(quantity=2), QuantityTooLarge),
        (a_wish(people=41), PeopleTooMany),
    ],
)
def test_a_wish_that_breaks_a_rule_is_refused(wish: Wish, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        require_wish(a_resource(), wish, NOW, YEKATERINBURG)


def test_on_closed_days_nothing_is_booked() -> None:
    closed = a_resource(closures=(CLOSED,))
    with pytest.raises(ResourceShutOn) as refused:
        require_wish(closed, a_wish(), NOW, YEKATERINBURG)
    assert refused.value.reason == "ремонт"
    assert free_spans(closed, [], date(2026, 12, 16), NOW, YEKATERINBURG) == []
    weekend = a_resource(replace(HALL, week=Week((OpenHours(540, 1260),) * 5 + (None, None))))
    with pytest.raises(ResourceShutOn):
        require_wish(weekend, a_wish(NOON + 4 * DAY), NOW, YEKATERINBURG)


def test_later_dates_of_a_series_on_closed_days_are_left_out() -> None:
    wish = replace(a_wish(NOON - 7 * DAY), until=date(2026, 12, 22))
    hall = a_resource(closures=(CLOSED,))
    spans = require_wishes(hall, wish, dates_of(wish, YEKATERINBURG), NOW, YEKATERINBURG)
    assert [(one.start - NOON).days for one in spans] == [-7, 7]


def test_a_thing_may_be_away_at_night_but_is_fetched_and_returned_while_it_is_open() -> None:
    tent = a_resource(TENT)
    require_wish(tent, a_wish(NOON, 2 * DAY, quantity=2), NOW, YEKATERINBURG)
    with pytest.raises(ResourceShutThen):
        require_wish(tent, a_wish(NOON, 2 * DAY + 11 * HOUR), NOW, YEKATERINBURG)


def test_a_booking_may_last_until_midnight() -> None:
    late = a_resource(replace(PLACES, week=Week((OpenHours(0, 1440),) * 7)))
    start = datetime.combine(date(2026, 12, 15), time(22), YEKATERINBURG)
    require_wish(late, a_wish(start, 2 * HOUR), NOW, YEKATERINBURG)
