"""Due times: things to be done at a stored time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class DueKind(StrEnum):
    """A kind of due time; each noun has a subclass with its own permanent kinds.

    The values are stored. `due-<value>` in the noun's locale names what was to be done.
    """


@dataclass(frozen=True, slots=True)
class DueTime:
    """Something due at `due_at` (UTC), `lead` before the event, poll or deadline that it concerns.

    `subject` is that one's id; `last` marks the final reminder of a poll.
    """

    subject: int
    lead: timedelta
    due_at: datetime
    last: bool = False
