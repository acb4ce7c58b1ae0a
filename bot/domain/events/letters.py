"""Letters of events: what their notices have become by the time they are put into words."""

from datetime import datetime

from bot.domain.events.cards import EventBoard, EventCard
from bot.domain.events.doors import Door
from bot.domain.events.events import Event
from bot.domain.events.notices import EventSubject
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.letters import LetterContent


class EventLetter(LetterContent):
    """News of an event, or its card, with all that the words need; `now` is when it is sent.

    `dates` are those of a series that are called off together; none if it is one.
    """

    subject: EventSubject
    card: EventCard
    now: datetime
    dates: tuple[datetime, ...] = ()


class SubstituteRequestLetter(LetterContent):
    """A request to come with `guests` instead of somebody: `name` and `position` are theirs."""

    substitution: SubstitutionId
    card: EventCard
    name: str
    position: str
    guests: int


class SubstituteReplyLetter(LetterContent):
    """The answer to such a request; the name is empty for a colleague who has left."""

    card: EventCard
    name: str
    position: str
    accepted: bool


class MessageLetter(LetterContent):
    """What an organiser wrote before 0.1.0, in Telegram's HTML; see `EventMessage`."""

    card: EventCard
    text: str


class PostLetter(LetterContent):
    """An event's card in a group or channel, where everybody sees it."""

    board: EventBoard


class BoardLetter(LetterContent):
    """An event's counts for an organiser."""

    board: EventBoard


class DoorLetter(LetterContent):
    """The door of an event: who came, of how many."""

    door: Door


class ScreenLetter(LetterContent):
    """The code on the hall's screen; no `payload` once it is over."""

    event: Event
    payload: str | None
    arrived: int
