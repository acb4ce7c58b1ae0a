"""Where the database tells how it is."""

from datetime import datetime
from typing import Protocol

from bot.domain.health import Stored


class HealthStore(Protocol):
    """What waits, what was put aside, and how large all of it is."""

    def stored(self, now: datetime) -> Stored: ...
