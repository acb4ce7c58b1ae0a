"""Addenda: what is appended to issued minutes, for the right to it does not end with them."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.minutes.minutes import AgendaItem
from bot.domain.minutes.participants import Participant
from bot.domain.minutes.plans import IssuedMinutes
from bot.domain.polls.voters import VoterId


@dataclass(frozen=True, slots=True)
class LateItem:
    """An item of the agenda with those who asked later; `number` is its place in the minutes.

    In a secret vote nobody can tell whether it is true that they were against.
    """

    number: int
    item: AgendaItem
    voters: tuple[Participant, ...]
    words: dict[VoterId, str]


@dataclass(frozen=True, slots=True)
class Addendum:
    """The `number`th addendum to minutes; `chair` and `secretary` sign it, None is not known."""

    number: int
    issued: IssuedMinutes
    alliance: str
    drawn_up_at: datetime
    items: tuple[LateItem, ...]
    chair: str | None
    secretary: str | None
