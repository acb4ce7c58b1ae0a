"""The clock against the chain: nothing of a vote happens before what has happened already."""

from datetime import datetime

from bot.domain.polls.refusals import ClockBehind
from bot.ports import Transaction


def clock_behind(tx: Transaction, now: datetime) -> datetime | None:
    """Return the moment of the newest entry if the clock shows less: it was put back."""
    latest = tx.entries.latest()
    return latest if latest is not None and now < latest else None


def require_clock(tx: Transaction, now: datetime) -> None:
    """Refuse whatever would go into the chain with a moment below the newest entry's.

    With the clock put back a ballot would be taken after the deadline, or before the opening.
    """
    latest = clock_behind(tx, now)
    if latest is not None:
        raise ClockBehind(latest)
