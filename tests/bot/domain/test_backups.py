"""Nightly backups: when one is due, and which are kept."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.backups import SENDING_LIMIT, BackupFile, BackupLetter, BackupPlan, number_of

PLAN = BackupPlan(hour=3, daily=3, weekly=2)
ZONE = ZoneInfo("Asia/Yekaterinburg")
NIGHT = date(2026, 12, 1)  # a Tuesday
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_a_night_begins_at_the_hour_in_the_alliance_s_zone() -> None:
    three = datetime(2026, 11, 30, 22, 0, tzinfo=UTC)  # in Yekaterinburg

    assert PLAN.night(three - timedelta(seconds=1), ZONE) == NIGHT - timedelta(days=1)
    assert PLAN.night(three, ZONE) == NIGHT
    assert PLAN.night(three + timedelta(hours=23, minutes=59), ZONE) == NIGHT


def test_the_last_nights_and_one_of_each_of_the_last_weeks_are_kept() -> None:
    nights = {NIGHT - timedelta(days=days) for days in range(40)}

    kept = nights - PLAN.superseded(nights, NIGHT)

    assert kept == {
        NIGHT,
        date(2026, 11, 30),
        date(2026, 11, 29),  # the last three, the last of them the last of its week
    }
    assert nights - BackupPlan(3, 3, 4).superseded(nights, NIGHT) == kept | {
        date(2026, 11, 22),
        date(2026, 11, 15),
    }


def test_a_night_to_come_is_neither_counted_nor_removed() -> None:
    nights = {NIGHT + timedelta(days=days) for days in range(-3, 4)}

    assert PLAN.superseded(nights, NIGHT) == {NIGHT - timedelta(days=3)}


@given(st.sets(DAYS), DAYS, st.integers(1, 20), st.integers(0, 20))
def test_rotation_keeps_what_it_promises_and_repeating_it_removes_nothing(
    nights: set[date], latest: date, daily: int, weekly: int
) -> None:
    plan = BackupPlan(3, daily, weekly)
    superseded = plan.superseded(nights, latest)
    past = sorted(night for night in nights if night <= latest)

    assert superseded <= nights
    assert not superseded & set(past[-daily:])
    assert len(past) - len(superseded) <= daily + weekly
    assert plan.superseded(nights - superseded, latest) == set()


@given(st.sets(DAYS, min_size=1), st.integers(1, 20), st.integers(1, 20))
def test_a_backup_of_last_week_is_there_if_any_was_made_then(
    nights: set[date], daily: int, weekly: int
) -> None:
    latest = max(nights)
    kept = nights - BackupPlan(3, daily, weekly).superseded(nights, latest)

    weeks = sorted({night.isocalendar()[:2] for night in nights})[-weekly:]
    assert set(weeks) <= {night.isocalendar()[:2] for night in kept}


def test_the_number_of_a_night_can_be_read() -> None:
    assert number_of(NIGHT) == 20261201


def test_a_file_of_more_than_fifty_megabytes_cannot_be_sent() -> None:
    assert BackupLetter(BackupFile("x", SENDING_LIMIT)).can_be_sent
    assert not BackupLetter(BackupFile("x", SENDING_LIMIT + 1)).can_be_sent
