"""The dates of a series: by the wall clock, by the calendar, up to an end."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events.recurrence import MOST_OCCURRENCES, Recurrence, Rhythm, occurrences
from bot.domain.events.refusals import RepetitionTooLong, RepetitionTooShort
from tests.clocks import at

YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
BERLIN = ZoneInfo("Europe/Berlin")

zones = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "UTC",
            "Asia/Yekaterinburg",
            "Europe/Berlin",
            "America/Santiago",  # changes at midnight
            "Australia/Lord_Howe",  # changes by half an hour
        )
    ]
)
firsts = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone
rhythms = st.sampled_from(Rhythm)
counts = st.integers(2, MOST_OCCURRENCES)


def times(rhythm: Rhythm, count: int) -> Recurrence:
    return Recurrence(rhythm, until=None, count=count)


def days(recurrence: Recurrence, first: str, zone: ZoneInfo = YEKATERINBURG) -> list[str]:
    """The days of a series that begins at 18:30; each must be at 18:30 too."""
    found = occurrences(recurrence, at(f"{first}T18:30", zone), zone)
    local = [moment.astimezone(zone) for moment in found]
    assert {moment.time() for moment in local} == {time(18, 30)}
    return [f"{moment:%Y-%m-%d}" for moment in local]


@pytest.mark.parametrize(
    ("rhythm", "first", "then"),
    [
        (Rhythm.WEEKLY, "2026-12-24", ["2026-12-31", "2027-01-07"]),
        (Rhythm.BIWEEKLY, "2026-12-24", ["2027-01-07", "2027-01-21"]),
        (Rhythm.MONTHLY_BY_DATE, "2026-11-05", ["2026-12-05", "2027-01-05"]),
        (Rhythm.MONTHLY_BY_DATE, "2027-01-30", ["2027-03-30", "2027-04-30"]),
        (Rhythm.MONTHLY_BY_DATE, "2027-01-31", ["2027-03-31", "2027-05-31", "2027-07-31"]),
        (Rhythm.MONTHLY_BY_DATE, "2027-01-29", ["2027-03-29", "2027-04-29"]),
        (Rhythm.MONTHLY_BY_DATE, "2028-01-29", ["2028-02-29", "2028-03-29"]),
        (Rhythm.MONTHLY_BY_DATE, "2028-02-29", ["2028-03-29", "2028-04-29"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-12-01", ["2027-01-05", "2027-02-02"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-12-07", ["2027-01-04", "2027-02-01"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-11-10", ["2026-12-08", "2027-01-12"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2027-01-22", ["2027-02-26", "2027-03-26", "2027-04-23"]),
        (
            Rhythm.MONTHLY_BY_WEEKDAY,
            "2027-01-24",
            ["2027-02-28", "2027-03-28", "2027-04-25", "2027-05-23"],
        ),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-11-27", ["2026-12-25", "2027-01-29"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-11-24", ["2026-12-29", "2027-01-26"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2026-12-25", ["2027-01-29", "2027-02-26"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2027-02-22", ["2027-03-29", "2027-04-26"]),
        (Rhythm.MONTHLY_BY_WEEKDAY, "2028-02-29", ["2028-03-28", "2028-04-25", "2028-05-30"]),
    ],
)
def test_a_series_keeps_its_rhythm(rhythm: Rhythm, first: str, then: list[str]) -> None:
    assert days(times(rhythm, len(then) + 1), first) == [first, *then]


@pytest.mark.parametrize(
    ("until", "last"),
    [("2027-01-06", "2026-12-31"), ("2027-01-07", "2027-01-07"), ("2027-01-13", "2027-01-07")],
)
def test_the_last_day_belongs_to_the_series(until: str, last: str) -> None:
    weekly = Recurrence(Rhythm.WEEKLY, until=date.fromisoformat(until), count=None)
    assert days(weekly, "2026-12-24")[-1] == last


def test_the_last_day_is_a_day_of_the_zone() -> None:
    weekly = Recurrence(Rhythm.WEEKLY, until=date(2026, 12, 8), count=None)
    first = at("2026-12-01T02:00", YEKATERINBURG)
    assert first.date() == date(2026, 11, 30)
    assert occurrences(weekly, first, YEKATERINBURG) == [first, first + timedelta(weeks=1)]
    assert len(occurrences(weekly, first, ZoneInfo("UTC"))) == 2
    with pytest.raises(RepetitionTooShort):
        occurrences(Recurrence(Rhythm.WEEKLY, date(2026, 12, 7), None), first, YEKATERINBURG)


def test_a_weekday_is_one_of_the_zone() -> None:
    first = at("2026-12-01T02:00", YEKATERINBURG)  # a Tuesday there, still a Monday in UTC
    _, second = occurrences(times(Rhythm.MONTHLY_BY_WEEKDAY, 2), first, YEKATERINBURG)
    assert second == at("2027-01-05T02:00", YEKATERINBURG)


def test_the_time_on_the_clock_stays_when_the_clocks_change() -> None:
    before, after = occurrences(times(Rhythm.WEEKLY, 2), at("2027-03-25T18:30", BERLIN), BERLIN)
    assert (before, after) == (
        datetime(2027, 3, 25, 17, 30, tzinfo=UTC),
        datetime(2027, 4, 1, 16, 30, tzinfo=UTC),
    )


def test_a_day_on_which_the_clocks_skip_the_time_is_left_out_and_not_counted() -> None:
    found = occurrences(times(Rhythm.WEEKLY, 3), at("2027-03-21T02:30", BERLIN), BERLIN)
    assert found == [
        at(text, BERLIN) for text in ("2027-03-21T02:30", "2027-04-04T02:30", "2027-04-11T02:30")
    ]


def test_of_a_time_that_the_clocks_show_twice_the_first_is_meant() -> None:
    _, twice = occurrences(times(Rhythm.WEEKLY, 2), at("2027-10-24T02:30", BERLIN), BERLIN)
    assert twice == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_series_begins_at_the_very_moment_it_was_given() -> None:
    first = at("2026-10-25T02:30", BERLIN, fold=1)
    found = occurrences(times(Rhythm.WEEKLY, MOST_OCCURRENCES), first, BERLIN)
    assert found[0] == first
    assert at("2027-10-31T02:30", BERLIN, fold=0) in found


def test_a_series_of_60_is_the_longest() -> None:
    first = at("2026-12-01T18:30", YEKATERINBURG)
    last = date(2026, 12, 1) + timedelta(weeks=59)
    assert len(occurrences(times(Rhythm.WEEKLY, 60), first, YEKATERINBURG)) == 60
    assert len(occurrences(Recurrence(Rhythm.WEEKLY, last, None), first, YEKATERINBURG)) == 60


@pytest.mark.parametrize(
    ("until", "count"),
    [(None, 61), (None, 10**9), (date(2026, 12, 1) + timedelta(weeks=60), None), (date.max, None)],
)
def test_a_longer_series_is_refused(until: date | None, count: int | None) -> None:
    with pytest.raises(RepetitionTooLong) as refusal:
        days(Recurrence(Rhythm.WEEKLY, until, count), "2026-12-01")
    assert refusal.value.limit == 60


@pytest.mark.parametrize(
    ("until", "count"),
    [(None, 1), (None, 0), (None, -1), (date(2026, 12, 7), None), (date(2026, 11, 30), None)],
)
def test_what_takes_place_once_is_refused(until: date | None, count: int | None) -> None:
    with pytest.raises(RepetitionTooShort):
        days(Recurrence(Rhythm.WEEKLY, until, count), "2026-12-01")


@pytest.mark.parametrize(("until", "count"), [(None, None), (date(2027, 1, 1), 5)])
def test_a_recurrence_has_one_end(until: date | None, count: int | None) -> None:
    with pytest.raises(ValueError, match="either"):
        Recurrence(Rhythm.WEEKLY, until, count)


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        occurrences(times(Rhythm.WEEKLY, 2), datetime(2026, 12, 1), BERLIN)  # noqa: DTZ001 - the point of the test


@given(rhythms, firsts, zones, counts)
def test_a_series_has_as_many_moments_as_asked_each_later_than_the_one_before(
    rhythm: Rhythm, first: datetime, zone: ZoneInfo, count: int
) -> None:
    found = occurrences(times(rhythm, count), first, zone)
    assert found[0] == first
    assert len(found) == count
    assert all(one < other for one, other in pairwise(found))
    assert {moment.tzinfo for moment in found} == {UTC}


@given(rhythms, firsts, zones, counts)
def test_the_clocks_of_the_zone_show_the_same_time_at_each(
    rhythm: Rhythm, first: datetime, zone: ZoneInfo, count: int
) -> None:
    found = occurrences(times(rhythm, count), first, zone)
    assert {moment.astimezone(zone).time() for moment in found} == {first.astimezone(zone).time()}


@given(
    st.sampled_from([Rhythm.WEEKLY, Rhythm.BIWEEKLY, Rhythm.MONTHLY_BY_WEEKDAY]),
    firsts,
    zones,
    counts,
)
def test_each_is_on_the_weekday_of_the_first(
    rhythm: Rhythm, first: datetime, zone: ZoneInfo, count: int
) -> None:
    found = occurrences(times(rhythm, count), first, zone)
    assert {moment.astimezone(zone).weekday() for moment in found} == {
        first.astimezone(zone).weekday()
    }


@given(firsts, zones, counts)
def test_each_of_a_monthly_series_is_on_the_day_of_the_first_in_a_month_of_its_own(
    first: datetime, zone: ZoneInfo, count: int
) -> None:
    found = occurrences(times(Rhythm.MONTHLY_BY_DATE, count), first, zone)
    local = [moment.astimezone(zone) for moment in found]
    assert {moment.day for moment in local} == {first.astimezone(zone).day}
    assert len({(moment.year, moment.month) for moment in local}) == count


@given(firsts, zones, counts)
def test_a_monthly_series_by_weekday_leaves_out_no_month(
    first: datetime, zone: ZoneInfo, count: int
) -> None:
    steady = first.astimezone(zone).replace(hour=18)  # a time that no clock skips
    found = occurrences(times(Rhythm.MONTHLY_BY_WEEKDAY, count), steady, zone)
    months = [moment.astimezone(zone) for moment in found]
    passed = {(one.year * 12 + one.month) - (steady.year * 12 + steady.month) for one in months}
    assert passed == set(range(count))


@given(rhythms, firsts, zones, counts)
def test_ending_on_the_last_day_of_a_series_gives_the_same_series(
    rhythm: Rhythm, first: datetime, zone: ZoneInfo, count: int
) -> None:
    found = occurrences(times(rhythm, count), first, zone)
    until = found[-1].astimezone(zone).date()
    assert occurrences(Recurrence(rhythm, until, None), first, zone) == found
