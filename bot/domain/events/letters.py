"""Letters of events: the data of their notices at the time of sending."""

from datetime import datetime

from bot.domain.events.cards import EventBoard, EventCard
from bot.domain.events.doors import Door
from bot.domain.events.events import Event
from bot.domain.events.notices import EventSubject
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.letters import LetterContent


class EventLetter(LetterContent):
    """News of an event, or its card, with all data for the text; `now` is when it is sent.

    `dates` are those of a series that are cancelled together; empty for a single one.
    """

    subject: EventSubject
    card: EventCard
    now: datetime
    dates: tuple[datetime, ...] = ()


class SubstituteRequestLetter(LetterContent):
    """A request to replace somebody, with `guests`; `name` and `position` are that person's."""

    substitution: SubstitutionId
    card: EventCard
    name: str
    position: str
    guests: int


class SubstituteReplyLetter(LetterContent):
    """The answer to such a request; `name` is empty for a colleague who has left."""

    card: EventCard
    name: str
    position: str
    accepted: bool


class MessageLetter(LetterContent):
    """What an organiser wrote before 0.1.0, as Telegram HTML; see `EventMessage`."""

    card: EventCard
    text: str


class PostLetter(LetterContent):
    """An event's card in a group or channel, visible to everybody."""

    board: EventBoard


class BoardLetter(LetterContent):
    """An event's counts, for an organiser."""

    board: EventBoard


class DoorLetter(LetterContent):
    """The check-in of an event: how many came, of how many."""

    door: Door


class ScreenLetter(LetterContent):
    """The check-in code on the hall's screen; `payload` is empty once it has ended."""

    event: Event
    payload: str | None
    arrived: int
