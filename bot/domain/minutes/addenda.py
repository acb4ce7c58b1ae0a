"""Addenda to issued minutes: voters may still ask to be recorded as against (ГК 181.2 п. 4)."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.minutes.minutes import AgendaItem
from bot.domain.minutes.participants import Participant
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class LateItem:
    """An agenda item with the voters who asked later; `number` is its number in the minutes.

    In a secret vote nobody can tell whether they really were against.
    """

    number: int
    item: AgendaItem
    voters: tuple[Participant, ...]
    words: dict[VoterId, str]


@dataclass(frozen=True, slots=True)
class Addendum:
    """The `number`th addendum to minutes; `chair` and `secretary` sign it, None if not known."""

    number: int
    issued: IssuedMinutes
    alliance: str
    drawn_up_at: datetime
    items: tuple[LateItem, ...]
    chair: str | None
    secretary: str | None
