"""What a closed poll came to."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import Result


@dataclass(frozen=True, slots=True)
class Declared:
    """What a closed poll came to; `head` is that of the chain with the close in it.

    The minutes wait `statements_until` then (UTC) for those who were against; None is for nobody.
    """

    result: Result
    seal: Seal
    head: Head
    statements_until: datetime | None = None
