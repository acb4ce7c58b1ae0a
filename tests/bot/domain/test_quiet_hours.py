"""Quiet hours by the wall clock, across midnight and changes of the clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.quiet_hours import QuietHours
from tests.clocks import at

NIGHT = QuietHours(time(22), time(9))
SIESTA = QuietHours(time(13), time(15))
YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
BERLIN = ZoneInfo("Europe/Berlin")

STEADY = [ZoneInfo(name) for name in ("UTC", "Asia/Kathmandu", "Asia/Tokyo")]
CHANGING = [
    ZoneInfo(name)
    for name in (
        "Asia/Yekaterinburg",
        "Europe/Berlin",
        "America/New_York",
        "America/Santiago",  # changes at midnight
        "Australia/Lord_Howe",  # changes by half an hour
        "Africa/Casablanca",
    )
]


@st.composite
def quiet_hours(draw: st.DrawFn) -> QuietHours:
    """More than an hour of each day is loud, so that no change of the clock can swallow it."""
    start = draw(st.integers(0, 24 * 60 - 1))
    length = draw(st.integers(1, 22 * 60 + 59))
    ends = divmod((start + length) % (24 * 60), 60)
    return QuietHours(time(*divmod(start, 60)), time(*ends))


moments = st.datetimes(datetime(2000, 1, 1), datetime(2036, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone
zones = st.sampled_from(STEADY + CHANGING)


@pytest.mark.parametrize(
    ("hours", "local", "quiet"),
    [
        (NIGHT, time(21, 59, 59), False),
        (NIGHT, time(22), True),
        (NIGHT, time(0), True),
        (NIGHT, time(8, 59, 59), True),
        (NIGHT, time(9), False),
        (SIESTA, time(12, 59), False),
        (SIESTA, time(13), True),
        (SIESTA, time(15), False),
        (SIESTA, time(23), False),
    ],
)
def test_the_start_is_quiet_and_the_end_is_not(hours: QuietHours, local: time, quiet: bool) -> None:
    assert hours.contains(local) is quiet


def test_a_start_that_equals_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="another time"):
        QuietHours(time(9), time(9))


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        NIGHT.end_after(datetime(2026, 1, 1), BERLIN)  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize(
    ("hours", "moment", "end"),
    [
        (NIGHT, "2026-03-10T21:00", "2026-03-10T21:00"),
        (NIGHT, "2026-03-10T22:00", "2026-03-11T09:00"),
        (NIGHT, "2026-03-11T00:30", "2026-03-11T09:00"),
        (NIGHT, "2026-03-11T09:00", "2026-03-11T09:00"),
        (NIGHT, "2026-12-31T23:00", "2027-01-01T09:00"),
        (SIESTA, "2026-03-10T14:00", "2026-03-10T15:00"),
        (SIESTA, "2026-03-10T16:00", "2026-03-10T16:00"),
    ],
)
def test_a_quiet_moment_waits_for_the_end_in_the_zone(
    hours: QuietHours, moment: str, end: str
) -> None:
    assert hours.end_after(at(moment, YEKATERINBURG), YEKATERINBURG) == at(end, YEKATERINBURG)


def test_a_night_in_which_the_clock_springs_forward_is_an_hour_shorter() -> None:
    evening = at("2026-03-28T22:00", BERLIN)
    assert NIGHT.end_after(evening, BERLIN) - evening == timedelta(hours=10)


def test_a_night_in_which_the_clock_falls_back_is_an_hour_longer() -> None:
    evening = at("2026-10-24T22:00", BERLIN)
    assert NIGHT.end_after(evening, BERLIN) - evening == timedelta(hours=12)


def test_an_end_that_the_clock_skips_is_read_by_the_offset_before() -> None:
    hours = QuietHours(time(22), time(2, 30))
    evening = at("2026-03-28T23:00", BERLIN)
    assert hours.end_after(evening, BERLIN) == at("2026-03-29T03:30", BERLIN)


@pytest.mark.parametrize(
    ("moment", "fold", "end_fold"), [("2026-10-25T02:10", 0, 0), ("2026-10-25T02:10", 1, 1)]
)
def test_of_an_end_that_comes_twice_the_next_one_counts(
    moment: str, fold: int, end_fold: int
) -> None:
    hours = QuietHours(time(22), time(2, 30))
    end = hours.end_after(at(moment, BERLIN, fold=fold), BERLIN)
    assert end == at("2026-10-25T02:30", BERLIN, fold=end_fold)


def test_a_day_whose_only_loud_hour_is_skipped_is_quiet_until_the_next_day() -> None:
    hours = QuietHours(time(3), time(2))
    morning = at("2026-03-28T04:00", BERLIN)
    assert hours.end_after(morning, BERLIN) == at("2026-03-30T02:00", BERLIN)


@given(quiet_hours(), moments, zones)
def test_the_end_is_loud_in_utc_and_at_most_a_day_and_an_hour_ahead(
    hours: QuietHours, moment: datetime, zone: ZoneInfo
) -> None:
    end = hours.end_after(moment, zone)
    assert end.tzinfo is UTC
    assert not hours.contains(end.astimezone(zone).time())
    assert moment <= end < moment + timedelta(hours=25)


@given(quiet_hours(), moments, zones)
def test_the_end_of_the_end_is_itself(hours: QuietHours, moment: datetime, zone: ZoneInfo) -> None:
    end = hours.end_after(moment, zone)
    assert hours.end_after(end, zone) == end


@given(quiet_hours(), moments, st.sampled_from(STEADY))
def test_all_that_is_waited_through_is_quiet(
    hours: QuietHours, moment: datetime, zone: ZoneInfo
) -> None:
    end = hours.end_after(moment, zone)
    waited = end - moment
    for step in range(20):
        passed = (moment + waited * step / 20).astimezone(zone)
        assert not waited or hours.contains(passed.time())
