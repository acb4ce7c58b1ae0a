"""A decision can be challenged for six months (ГК 181.4 п. 5), the last day included."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.polls.challenge import challenge_ends


@pytest.mark.parametrize(
    ("known", "ends"),
    [
        ("2026-12-01", "2027-06-02"),
        ("2026-08-31", "2027-03-01"),
        ("2027-08-31", "2028-03-01"),
        ("2026-06-30", "2026-12-31"),
    ],
)
def test_the_term_ends_a_day_after_the_same_day_of_the_sixth_month(known: str, ends: str) -> None:
    assert challenge_ends(datetime.fromisoformat(known)) == datetime.fromisoformat(ends)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_the_term_is_never_shorter_than_six_months(known: datetime) -> None:
    ends = challenge_ends(known)

    assert timedelta(days=181) <= ends - known <= timedelta(days=186)
