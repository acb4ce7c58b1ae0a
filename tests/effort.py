"""How much a run of the suite tries: little each time, much with `--long`."""

import os
from typing import TypeVar

from hypothesis import HealthCheck, settings

T = TypeVar("T")

VARIABLE = "LONG_TESTS"
"""Set for the workers and the processes that tests start, too: no name of the bot's settings."""


def settle(*, long: bool) -> None:
    """Decide for this process and those it starts; called before any test module is imported."""
    if long:
        os.environ[VARIABLE] = "1"
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings.register_profile(
        "short", max_examples=30, deadline=None, derandomize=True, suppress_health_check=slow
    )
    settings.register_profile("long", max_examples=400, deadline=None, suppress_health_check=slow)
    settings.load_profile("long" if is_long() else "short")


def is_long() -> bool:
    """Tell whether this run was asked for with `--long`."""
    return VARIABLE in os.environ


def effort(short: T, long: T) -> T:
    """Return how many, or which, of something this run tries."""
    return long if is_long() else short
