"""What the exchange has brought about in a year, for the alliance's report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.exchange.posts import Direction, PostKind


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Something that was handed over; the title is empty after the author was erased."""

    at: datetime
    direction: Direction
    kind: PostKind
    title: str
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class OrganisationOutcome:
    """How often an organisation gave something, and got something."""

    name: str
    gave: int
    got: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The outcomes of a calendar year; `missed` is how often nobody came."""

    year: int
    published: int
    missed: int
    handed_over: Sequence[HandedOver]

    def count(self, kind: PostKind, direction: Direction | None = None) -> int:
        """Return how many of a kind were handed over, offers and needs or one of them."""
        return sum(
            one.kind is kind and direction in {None, one.direction} for one in self.handed_over
        )

    @property
    def organisations(self) -> list[OrganisationOutcome]:
        """The organisations that gave or got something, the most active first."""
        givers = [one.giver for one in self.handed_over]
        receivers = [one.receiver for one in self.handed_over]
        found = [
            OrganisationOutcome(name, givers.count(name), receivers.count(name))
            for name in sorted({*givers, *receivers})
        ]
        return sorted(found, key=lambda one: -(one.gave + one.got))
