"""Events, who they are for, and what people answer."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, TypeAlias

from bot.domain.members import Member, MemberId, Role
from bot.domain.refusals import (
    DescriptionTooLong,
    DurationOutOfRange,
    EventIsCancelled,
    EventIsOver,
    EventNotFound,
    MomentPast,
    MomentTooFar,
    MomentUnchanged,
    PlaceMissing,
    PlaceTooLong,
    ReasonTooLong,
    TitleMissing,
    TitleTooLong,
)

EventId = NewType("EventId", int)

TITLE_LIMIT = 120
DESCRIPTION_LIMIT = 2000
PLACE_LIMIT = 200
REASON_LIMIT = 500
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(days=14)
YEARS_AHEAD = 3
MISLEADING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Direction marks of Unicode: one of them turns round all that follows on a card."""


class Answer(StrEnum):
    """What a person says to an invitation; the last word counts."""

    GOING = "going"
    MAYBE = "maybe"
    DECLINED = "declined"


EXPECTED = frozenset({Answer.GOING, Answer.MAYBE})
"""Those whom reminders concern."""


class Audience(StrEnum):
    """Whom an event is for."""

    EVERYBODY = "everybody"
    DELEGATES = "delegates"
    COUNCIL = "council"

    def includes(self, member: Member) -> bool:
        """Tell whether `member` is one of those whom the event is for."""
        match self:
            case Audience.EVERYBODY:
                return True
            case Audience.DELEGATES:
                return member.delegate or Role.LEADER in member.roles
            case Audience.COUNCIL:
                return Role.COUNCIL in member.roles


class EventState(StrEnum):
    """An event is published or it does not exist; a draft is the wizard's affair."""

    PUBLISHED = "published"
    CANCELLED = "cancelled"


TooLong: TypeAlias = type[TitleTooLong | DescriptionTooLong | PlaceTooLong | ReasonTooLong]


def _within(limit: int, text: str, too_long: TooLong) -> str:
    if len(text) > limit:
        raise too_long(limit, len(text))
    return text


def _line(text: str) -> str:
    """Return `text` on one line; nothing if there is nothing in it to be seen."""
    line = " ".join(text.translate(MISLEADING).split())
    return line if any(unicodedata.category(letter)[0] not in "CMZ" for letter in line) else ""


def checked_title(text: str) -> str:
    """Return a title of one line, 1 to `TITLE_LIMIT` characters, something of it to be seen."""
    title = _line(text)
    if not title:
        raise TitleMissing
    return _within(TITLE_LIMIT, title, TitleTooLong)


def checked_description(text: str) -> str:
    """Return a description of at most `DESCRIPTION_LIMIT` characters; it may be empty."""
    return _within(DESCRIPTION_LIMIT, text.translate(MISLEADING).strip(), DescriptionTooLong)


def checked_place(text: str) -> str:
    """Return a place of one line, 1 to `PLACE_LIMIT` characters, something of it to be seen."""
    place = _line(text)
    if not place:
        raise PlaceMissing
    return _within(PLACE_LIMIT, place, PlaceTooLong)


def checked_reason(text: str) -> str:
    """Return a reason of at most `REASON_LIMIT` characters; it may be empty."""
    return _within(REASON_LIMIT, text.translate(MISLEADING).strip(), ReasonTooLong)


def checked_start(starts_at: datetime, now: datetime) -> datetime:
    """Return a start that lies ahead, within `YEARS_AHEAD` years."""
    if starts_at <= now:
        raise MomentPast(starts_at)
    if starts_at > now + timedelta(days=366 * YEARS_AHEAD):
        raise MomentTooFar(YEARS_AHEAD)
    return starts_at


def checked_duration(duration: timedelta) -> timedelta:
    """Return a duration between `SHORTEST` and `LONGEST`."""
    if not SHORTEST <= duration <= LONGEST:
        raise DurationOutOfRange(int(SHORTEST.total_seconds() // 60), LONGEST.days)
    return duration


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What an organiser has in mind: an event before it has an id. Times are UTC."""

    title: str
    description: str
    starts_at: datetime
    duration: timedelta
    place: str
    audience: Audience

    def checked(self, now: datetime) -> "EventPlan":
        """Return the plan with each field as the rules want it; refuse what breaks them."""
        return replace(
            self,
            title=checked_title(self.title),
            description=checked_description(self.description),
            starts_at=checked_start(self.starts_at, now),
            duration=checked_duration(self.duration),
            place=checked_place(self.place),
        )


@dataclass(frozen=True, slots=True)
class Event:
    """A published event. Times are UTC; `reason` is set when it was cancelled with one."""

    id: EventId
    title: str
    description: str
    starts_at: datetime
    duration: timedelta
    place: str
    audience: Audience
    state: EventState
    reason: str
    created_by: MemberId

    @property
    def ends_at(self) -> datetime:
        """When the event is over."""
        return self.starts_at + self.duration

    @property
    def is_cancelled(self) -> bool:
        """A cancelled event stays to be read, and takes no answers."""
        return self.state is EventState.CANCELLED

    def is_over(self, now: datetime) -> bool:
        """Tell whether the event has ended."""
        return now >= self.ends_at

    def require_open(self, now: datetime) -> None:
        """Refuse answers and changes once the event is cancelled or over."""
        if self.is_cancelled:
            raise EventIsCancelled(self.title)
        if self.is_over(now):
            raise EventIsOver(self.title)

    def require_invited(self, member: Member) -> None:
        """Refuse an answer of whoever the event is not for."""
        if not self.audience.includes(member):
            raise EventNotFound

    def require_visible(self, member: Member) -> None:
        """Refuse whoever the event is neither for nor theirs to look after, as if it were not."""
        if not (self.audience.includes(member) or member.is_organiser):
            raise EventNotFound

    def moved(self, starts_at: datetime, now: datetime) -> "Event":
        """Return the event at another time; refuse a past one, and the one it has."""
        self.require_open(now)
        if starts_at == self.starts_at:
            raise MomentUnchanged
        return replace(self, starts_at=checked_start(starts_at, now))

    def cancelled(self, reason: str, now: datetime) -> "Event":
        """Return the event called off."""
        self.require_open(now)
        return replace(self, state=EventState.CANCELLED, reason=checked_reason(reason))


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many people gave which answer, and how many have not said anything."""

    going: int = 0
    maybe: int = 0
    declined: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event as one person sees it."""

    event: Event
    answer: Answer | None
    over: bool

    @property
    def takes_answers(self) -> bool:
        """Tell whether the card still has its buttons."""
        return not (self.event.is_cancelled or self.over)


@dataclass(frozen=True, slots=True)
class EventBoard:
    """An event as organisers see it: with the counts."""

    event: Event
    turnout: Turnout
    over: bool

    @property
    def can_change(self) -> bool:
        """Tell whether the event can still be moved or cancelled."""
        return not (self.event.is_cancelled or self.over)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an audience touches: people who can be told, and those who cannot."""

    people: int
    organisations: int
    unreachable: int
    not_joined: int
