"""What people want to be sent of the exchange, and when."""

from dataclasses import dataclass
from datetime import time, timedelta

from bot.domain.people.reachability import Weekly

DIGEST_TIME = Weekly(0, time(10))
"""When the weekly digest is sent, in the alliance's zone."""
MATCH_PERIOD = timedelta(days=7)
"""An organisation is told of at most one matching post within this time."""
SETTLING = timedelta(minutes=15)
"""A post is sent to nobody before that: its author may still correct it."""
DIGEST_LIMIT = 15
"""Posts of a digest; it says how many more there are."""


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """A person's choices: a weekly digest of some `fields` (none: of all), and matching posts."""

    digest: bool = False
    matches: bool = True
    fields: tuple[str, ...] = ()
