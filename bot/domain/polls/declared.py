"""The outcome of a closed poll."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.polls.seals import Head, Seal
from bot.domain.polls.tallies import Result


@dataclass(frozen=True, slots=True)
class Declared:
    """A closed poll's outcome; `head` is the chain's, including the entry of the close.

    `statements_until` (UTC) the minutes wait for voters who were against; None if for nobody.
    """

    result: Result
    seal: Seal
    head: Head
    statements_until: datetime | None = None
