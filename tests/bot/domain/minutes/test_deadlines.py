"""Decisions can be challenged for six months; changes are registered in seven working days."""

from datetime import date

import pytest

from bot.domain.minutes.deadlines import registration_ends
from bot.domain.polls.challenge import last_day_to_challenge


@pytest.mark.parametrize(
    ("decided", "ends"),
    [
        (date(2026, 12, 5), date(2027, 6, 5)),
        (date(2026, 1, 31), date(2026, 7, 31)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 30), date(2028, 2, 29)),
    ],
)
def test_a_decision_can_be_challenged_for_six_months(decided: date, ends: date) -> None:
    """ГК 181.4 п. 5; a month without that day ends with its last (ГК 192 п. 3)."""
    assert last_day_to_challenge(decided) == ends


@pytest.mark.parametrize(
    ("decided", "ends"),
    [
        (date(2026, 12, 4), date(2026, 12, 15)),  # a Friday
        (date(2026, 12, 5), date(2026, 12, 15)),  # a Saturday
        (date(2026, 12, 7), date(2026, 12, 16)),  # a Monday
    ],
)
def test_seven_working_days_leave_out_weekends(decided: date, ends: date) -> None:
    assert registration_ends(decided) == ends
