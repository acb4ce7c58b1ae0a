"""Letters: what notices have become by the time they are put into words."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.cards import EventBoard, EventCard
from bot.domain.doors import Door
from bot.domain.events import Event
from bot.domain.mailings import Report
from bot.domain.notices import (
    EventAnnounced,
    EventCancelled,
    EventCardChanged,
    EventMoved,
    EventReminder,
    HelperNamed,
    MessageRef,
    OfferLapsed,
    SeatCalled,
    SeatLost,
    SeatOffered,
    SeatPromoted,
    SubstituteAnswered,
    SubstituteAsked,
)
from bot.domain.priorities import Priority

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
    """News of an event, or its card, with all that the words need; `now` is when it is sent."""

    subject: CardSubject
    card: EventCard
    now: datetime


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


@dataclass(frozen=True, slots=True)
class ReportLetter:
    """A mailing's progress, or its report when it is done."""

    report: Report


Content: TypeAlias = (
    EventLetter
    | SubstituteLetter
    | MessageLetter
    | PostLetter
    | BoardLetter
    | DoorLetter
    | ScreenLetter
    | ReportLetter
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice ready to be put into words for its recipient."""

    chat: int
    language: str
    priority: Priority
    content: Content
    edits: MessageRef | None = None
