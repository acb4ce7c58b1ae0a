"""The clock against the record: nothing of a vote happens before what has happened already."""

from datetime import datetime, timedelta

from bot.domain.polls.refusals import ClockBehind
from bot.ports import Transaction

BELIEVED = timedelta(days=1)
"""How far below the last act of any noun the clock may be for it to be the clock that is wrong.

Further apart, a clock that was ahead once may as well have dated the act: nobody should wait for
it to come true. The chain is believed whatever it says.
"""


def clock_behind(tx: Transaction, now: datetime) -> datetime | None:
    """Return the newest moment that is known if the clock shows less: it was put back.

    Or it was wrong already when the process started, which nothing but the database can tell.
    """
    of_entry, of_act = tx.entries.latest()
    if of_act is not None and of_act - now > BELIEVED:
        of_act = None
    latest = max((moment for moment in (of_entry, of_act) if moment is not None), default=None)
    return latest if latest is not None and now < latest else None


def require_clock(tx: Transaction, now: datetime) -> None:
    """Refuse whatever would go into the chain with a moment below the newest that is known.

    With the clock put back a ballot would be taken after the deadline, or before the opening.
    """
    latest = clock_behind(tx, now)
    if latest is not None:
        raise ClockBehind(latest)
