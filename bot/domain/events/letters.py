"""Letters of events: what their notices have become by the time they are put into words."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.events.cards import EventBoard, EventCard
from bot.domain.events.doors import Door
from bot.domain.events.events import Event
from bot.domain.events.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    HelperNamed,
    OfferLapsed,
    SeatCalled,
    SeatLost,
    SeatOffered,
    SeatPromoted,
    SubstituteAnswered,
    SubstituteAsked,
)

CardSubject: TypeAlias = (
    EventAnnounced
    | EventMoved
    | EventCancelled
    | EventReminder
    | SeatPromoted
    | SeatOffered
    | SeatCalled
    | OfferLapsed
    | SeatLost
    | HelperNamed
    | EventCardChanged
)


@dataclass(frozen=True, slots=True)
class EventLetter:
    """News of an event, or its card, with all that the words need; `now` is when it is sent.

    `dates` are those of a series that are called off together; none if it is one.
    """

    subject: CardSubject
    card: EventCard
    now: datetime
    dates: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class SubstituteLetter:
    """A request to come in somebody's stead, or the answer to it.

    `name` and `position` are those of the other person, empty for a colleague who has left;
    `guests` come with the seat. `accepted` is None while it is asked.
    """

    subject: SubstituteAsked | SubstituteAnswered
    card: EventCard
    name: str
    position: str
    guests: int
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class MessageLetter:
    """What an organiser wrote, in Telegram's HTML."""

    card: EventCard
    text: str


@dataclass(frozen=True, slots=True)
class PostLetter:
    """An event's card in a group or channel, where everybody sees it."""

    board: EventBoard


@dataclass(frozen=True, slots=True)
class BoardLetter:
    """An event's counts for an organiser."""

    board: EventBoard


@dataclass(frozen=True, slots=True)
class DoorLetter:
    """The door of an event: who came, of how many."""

    door: Door


@dataclass(frozen=True, slots=True)
class ScreenLetter:
    """The code on the hall's screen; no `payload` once it is over."""

    event: Event
    payload: str | None
    arrived: int


EventContent: TypeAlias = (
    EventLetter
    | SubstituteLetter
    | MessageLetter
    | PostLetter
    | BoardLetter
    | DoorLetter
    | ScreenLetter
)
