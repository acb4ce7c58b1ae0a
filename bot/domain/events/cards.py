"""Cards: an event as one person sees it, and as organisers do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.events.events import Event
from bot.domain.events.recurrence import Rhythm
from bot.domain.events.rsvps import Answer, Rsvp, Turnout
from bot.domain.events.seats import Seat

NEAR = timedelta(days=1)
"""So long before the start a pass is close at hand."""


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as one person sees it.

    `number` is theirs in line, from 1. `taken` is how many seats are gone, None where there is no
    limit. `series_ahead` is how many dates of its series lie ahead, this one included; `rhythm` is
    how it repeats. `called` tells those who wait that there is room: they may take it.
    `of_organisation` tells whether there could be colleagues to come instead, `invited` whether
    the event is for the person: organisers see the others too.
    """

    event: Event
    rsvp: Rsvp | None
    now: datetime
    number: int | None = None
    taken: int | None = None
    muted: bool = False
    series_ahead: int = 1
    substitute: str | None = None
    """The colleague who has been asked to come instead, and has not answered."""
    stand_in: str | None = None
    """The colleague who has agreed to come instead, and comes."""
    rhythm: Rhythm | None = None
    called: bool = False
    of_organisation: bool = False
    invited: bool = True

    @property
    def answer(self) -> Answer | None:
        """What the person said."""
        return self.rsvp.answer if self.rsvp else None

    @property
    def seat(self) -> Seat | None:
        """Where somebody stands who wants to come."""
        return self.rsvp.seat if self.rsvp else None

    @property
    def over(self) -> bool:
        """Tell whether the event has ended."""
        return self.event.is_over(self.now)

    @property
    def takes_answers(self) -> bool:
        """Tell whether the card still has its buttons."""
        return self.invited and not (self.event.is_cancelled or self.over)

    @property
    def takes_newcomers(self) -> bool:
        """Tell whether somebody can still say that they come."""
        return self.takes_answers and self.event.takes_rsvps(self.now)

    def takes(self, answer: Answer) -> bool:
        """Tell whether the person can say this now: after the RSVP deadline only less than before.

        What has been said can be said again, and taken back.
        """
        steps_back = answer is Answer.MAYBE and self.answer is Answer.GOING
        less = answer in {Answer.DECLINED, self.answer} or steps_back
        return self.takes_answers and (less or self.takes_newcomers)

    @property
    def has_seat(self) -> bool:
        """Tell whether the person can come."""
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
        """Tell whether a newcomer would have to wait."""
        capacity = self.event.capacity
        return capacity is not None and self.taken is not None and self.taken >= capacity

    @property
    def is_asked_anew(self) -> bool:
        """Tell whether the day changed after the person had answered."""
        return self.rsvp is not None and self.event.asks_anew(self.rsvp.holds_since())


@dataclass(frozen=True, slots=True)
class EventBoard:
    """An event as organisers see it: with the counts. `arrived` were seen at the door.

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
