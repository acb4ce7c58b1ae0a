"""What tells the time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; only the app knows the real one."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
