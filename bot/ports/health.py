"""The store of figures about the database."""

from datetime import datetime
from typing import Protocol

from bot.domain.health import Stored


class HealthStore(Protocol):
    """Figures: what waits in the outbox, what was put aside, and the size of the database."""

    def stored(self, now: datetime) -> Stored: ...
