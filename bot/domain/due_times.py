"""What is due at a time of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class DueKind(StrEnum):
    """What falls due: each noun has a subclass with its kinds, which are all permanent.

    The values are stored. `due-<value>` says in the noun's locales what was to be done.
    """


@dataclass(frozen=True, slots=True)
class DueTime:
    """Something due at `due_at` (UTC), `lead` before what it is about.

    `subject` is the id of what it is about; `last` marks the last call of a poll.
    """

    subject: int
    lead: timedelta
    due_at: datetime
    last: bool = False
