"""Detect a server clock that was set back: acts in a vote may not be dated before earlier ones."""

from datetime import datetime, timedelta

from bot.domain.polls.refusals import ClockBehind
from bot.ports import Transaction

BELIEVED = timedelta(days=1)
"""The largest difference to the last act of any noun that counts as a clock set back.

With a larger one the act may have been dated by a clock that was ahead, and nobody should wait
until that time comes. The times in the chain of votes always count.
"""


def clock_behind(tx: Transaction, now: datetime) -> datetime | None:
    """Return the newest stored time if the clock shows less: it was set back.

    The clock may have been wrong before the process started, which only the database shows.
    """
    of_entry, of_act = tx.entries.latest()
    if of_act is not None and of_act - now > BELIEVED:
        of_act = None
    latest = max((moment for moment in (of_entry, of_act) if moment is not None), default=None)
    return latest if latest is not None and now < latest else None


def require_clock(tx: Transaction, now: datetime) -> None:
    """Refuse entries of the chain that would be dated before the newest stored time.

    With the clock set back, ballots would be accepted after the deadline, or before the opening.
    """
    latest = clock_behind(tx, now)
    if latest is not None:
        raise ClockBehind(latest)
