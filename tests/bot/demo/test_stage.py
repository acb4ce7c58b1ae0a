from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.stage import ZONE, first_morning

MIDNIGHT = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("hours", range(0, 8 * 24, 5))
def test_the_story_begins_on_the_coming_tuesday_at_eleven(hours: int) -> None:
    now = MIDNIGHT + timedelta(hours=hours, minutes=59)
    morning = first_morning(now)
    local = morning.astimezone(ZONE)

    assert (local.weekday(), local.hour, local.minute, local.second) == (1, 11, 0, 0)
    assert timedelta(0) < morning - now <= timedelta(days=8)
