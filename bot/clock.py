"""The real time; everything else is given a clock."""

from datetime import UTC, datetime


class SystemClock:
    """Fulfils `bot.ports.Clock` with the computer's own time."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)
