"""When the bot really works, and when it does not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.health import BOUNDS, Durations, State, Stored, SweepState, Trouble

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WELL = State(
    at=NOW,
    running=1000,
    reached=12,
    sweeps=(SweepState("reminders", 1, 0.5), SweepState("numbers", 60, 59)),
    stored=Stored(waiting=1, oldest=NOW - timedelta(minutes=1), put_aside=0, size=4096),
)


def sweep(**changes: object) -> State:
    state = replace(WELL.sweeps[0], **changes)  # type: ignore[arg-type]  # of any field
    return replace(WELL, sweeps=(state, WELL.sweeps[1]))


def oldest(age: timedelta) -> State:
    return replace(WELL, stored=Stored(1, NOW - age, 0, 4096))


@pytest.mark.parametrize(
    ("state", "troubles"),
    [
        (WELL, ()),
        (replace(WELL, reached=50), ()),
        (replace(WELL, reached=51), (Trouble.TELEGRAM,)),
        (replace(WELL, reached=None), (Trouble.TELEGRAM,)),
        (sweep(succeeded=41), ()),
        (sweep(succeeded=42), (Trouble.SWEEP,)),
        (sweep(error="ValueError"), (Trouble.SWEEP,)),
        (sweep(failures=7), ()),
        (oldest(timedelta(minutes=10)), ()),
        (oldest(timedelta(minutes=11)), (Trouble.OUTBOX,)),
        (oldest(timedelta(hours=-1)), ()),
        (replace(WELL, stored=None), (Trouble.DATABASE,)),
        (replace(WELL, stored=Stored(0, None, 3, 4096)), ()),
        (replace(WELL, reached=600, stored=None), (Trouble.TELEGRAM, Trouble.DATABASE)),
    ],
)
def test_the_bot_works_unless_something_is_amiss(
    state: State, troubles: tuple[Trouble, ...]
) -> None:
    assert state.troubles == troubles


@given(st.lists(st.floats(0, 100), max_size=50))
def test_each_duration_is_counted_once_at_the_first_bound_that_it_does_not_exceed(
    seconds: list[float],
) -> None:
    durations = Durations()
    for one in seconds:
        durations = durations.and_one(one)

    assert durations.count == len(seconds)
    assert durations.total == pytest.approx(sum(seconds))
    for place, bound in enumerate(BOUNDS):
        assert sum(durations.counts[: place + 1]) == sum(one <= bound for one in seconds)
