"""Event cards, as one person and as organisers see them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.events.events import Event
from bot.domain.events.recurrence import Rhythm
from bot.domain.events.rsvps import Answer, Rsvp, Turnout
from bot.domain.events.seats import Seat

NEAR = timedelta(days=1)
"""How long before the start the card offers the pass."""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as one person sees it.

    `number` is their position in the waiting list, from 1. `taken` is the number of taken seats,
    None without a limit. `series_ahead` is how many dates of its series lie ahead, this one
    included; `rhythm` is how it repeats. `called` tells those who wait that a seat is free and they
    may take it. `of_organisation` tells whether the person belongs to one, so that a colleague
    could replace them, `invited` whether the event is for the person: organisers see all events.
    """

    event: Event
    rsvp: Rsvp | None
    now: datetime
    number: int | None = None
    taken: int | None = None
    muted: bool = False
    series_ahead: int = 1
    substitute: str | None = None
    """The colleague who was asked to replace the person, and has not answered."""
    stand_in: str | None = None
    """The colleague who agreed to replace the person."""
    rhythm: Rhythm | None = None
    called: bool = False
    of_organisation: bool = False
    invited: bool = True

    @property
    def answer(self) -> Answer | None:
        """What the person answered."""
        return self.rsvp.answer if self.rsvp else None

    @property
    def seat(self) -> Seat | None:
        """Whether the person has a seat or waits, if they want to come."""
        return self.rsvp.seat if self.rsvp else None

    @property
    def over(self) -> bool:
        """Tell whether the event has ended."""
        return self.event.is_over(self.now)

    @property
    def takes_answers(self) -> bool:
        """Tell whether the card still has buttons for answers."""
        return self.invited and not (self.event.is_cancelled or self.over)

    @property
    def takes_newcomers(self) -> bool:
        """Tell whether somebody can still say that they will come."""
        return self.takes_answers and self.event.takes_rsvps(self.now)

    def takes(self, answer: Answer) -> bool:
        """Tell whether the person can give this answer now; after the deadline no stronger one."""
        steps_back = answer is Answer.MAYBE and self.answer is Answer.GOING
        less = answer in {Answer.DECLINED, self.answer} or steps_back
        return self.takes_answers and (less or self.takes_newcomers)

    @property
    def has_seat(self) -> bool:
        """Tell whether the person has a seat."""
        return self.rsvp is not None and self.rsvp.has_seat

    @property
    def guests(self) -> int:
        """How many guests the person brings."""
        return self.rsvp.guests if self.rsvp else 0

    @property
    def is_near(self) -> bool:
        """Tell whether it begins within a day, or has begun."""
        return self.event.starts_at - self.now <= NEAR

    @property
    def is_full(self) -> bool:
        """Tell whether somebody who answers now would have to wait."""
        capacity = self.event.capacity
        return capacity is not None and self.taken is not None and self.taken >= capacity

    @property
    def is_asked_again(self) -> bool:
        """Tell whether the day of the event changed after the person answered."""
        return self.rsvp is not None and self.event.asks_again(self.rsvp.holds_since())


@dataclass(frozen=True, slots=True)
class EventBoard:
    """An event as organisers see it, with the counts. `arrived` have checked in.

    `taken` is how many seats are gone or held, None where there is no limit.
    """

    event: Event
    turnout: Turnout
    now: datetime
    taken: int | None = None
    arrived: int = 0
    series_ahead: int = 1
    posted: bool = False

    @property
    def over(self) -> bool:
        """Tell whether the event has ended."""
        return self.event.is_over(self.now)

    @property
    def free(self) -> int | None:
        """How many seats are left; None where there is no limit."""
        if self.event.capacity is None or self.taken is None:
            return None
        return max(0, self.event.capacity - self.taken)

    @property
    def can_change(self) -> bool:
        """Tell whether the event can still be changed, moved or cancelled."""
        return not (self.event.is_cancelled or self.over)
