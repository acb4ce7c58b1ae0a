"""What is due at a time of its own, of an event or a poll."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class DueTime:
    """Something due at `due_at` (UTC), `lead` before what it is about.

    `subject` is the id of the event or poll; `last` marks the last call of a poll.
    """

    subject: int
    lead: timedelta
    due_at: datetime
    last: bool = False
