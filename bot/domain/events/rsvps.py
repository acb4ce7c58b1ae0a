"""RSVPs: people's answers, their guests, and whether they have a seat."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.events.refusals import GuestNameMissing, GuestNameTooLong
from bot.domain.events.seats import Seat
from bot.domain.lines import checked_line

GUEST_NAME_LIMIT = 100
OUT_OF_ORDER = timedelta(minutes=10)
"""Answers within this time are ordered by the ids of their updates."""


class Answer(StrEnum):
    """A person's answer to an invitation; the last one counts."""

    GOING = "going"
    MAYBE = "maybe"
    DECLINED = "declined"


EXPECTED = frozenset({Answer.GOING, Answer.MAYBE})
"""People who get news of a change."""


class Group(StrEnum):
    """Groups of an event's people, to list or to write to."""

    GOING = "going"
    WAITING = "waiting"
    MAYBE = "maybe"
    DECLINED = "declined"
    SILENT = "silent"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Rsvp:
    """A person's answer to an event. Times are UTC.

    A person who is going has a `place` in the order of answers and a `seat`, with `guests` beside
    them (the names of some or all in `guest_names`); nobody else has any. `order` is the id of the
    update that brought the answer. `confirmed_at` is when the person last said that it holds.
    """

    answer: Answer
    answered_at: datetime
    order: int = 0
    seat: Seat | None = None
    place: int | None = None
    offered_until: datetime | None = None
    guests: int = 0
    guest_names: tuple[str, ...] = ()
    confirmed_at: datetime | None = None

    @property
    def size(self) -> int:
        """How many seats the person and their guests need."""
        return 1 + self.guests

    @property
    def has_seat(self) -> bool:
        """Tell whether the person is going and has a seat, so neither waits nor is offered one."""
        return self.seat is Seat.SEATED

    @property
    def is_expected(self) -> bool:
        """Tell whether the person gets reminders: they have a seat, or may come."""
        return self.has_seat or self.answer is Answer.MAYBE

    @property
    def is_concerned(self) -> bool:
        """Tell whether the person gets news of a change: they are expected or wait."""
        return self.answer in EXPECTED

    def overtaken_by(self, order: int, now: datetime) -> bool:
        """Tell whether the answer being handled was given before this one.

        After a quiet week Telegram may start the ids over, so an older row does not count.
        """
        return order < self.order and now - self.answered_at < OUT_OF_ORDER

    def holds_since(self) -> datetime:
        """Return when the person last gave or confirmed this answer."""
        return max(self.answered_at, self.confirmed_at or self.answered_at)

    def lapsed(self, now: datetime) -> bool:
        """Tell whether an offered seat was not taken in time."""
        return self.offered_until is not None and self.offered_until <= now

    def confirmed(self, now: datetime, order: int) -> "Rsvp":
        """Return the answer as confirmed: it keeps its time and place, and accepts an offer."""
        seat = Seat.SEATED if self.seat is Seat.OFFERED else self.seat
        return replace(self, order=order, confirmed_at=now, seat=seat, offered_until=None)


@dataclass(frozen=True, slots=True)
class Standing:
    """The result of an answer; `number` is the position in the waiting list, from 1."""

    answer: Answer
    seat: Seat | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people gave which answer. `going` have seats, with `guests` besides.

    `waiting` wait or were offered a seat, `silent` were told and have not answered; of the
    `organisations_told` so many `organisations` have answered; no message reaches
    `organisations_unreached`.
    """

    going: int = 0
    guests: int = 0
    maybe: int = 0
    declined: int = 0
    waiting: int = 0
    silent: int = 0
    organisations: int = 0
    organisations_told: int = 0
    organisations_unreached: int = 0


def checked_guest_name(text: str) -> str:
    """Return a guest's name of one line, 1 to `GUEST_NAME_LIMIT` characters."""
    return checked_line(text, GUEST_NAME_LIMIT, GuestNameMissing, GuestNameTooLong)
