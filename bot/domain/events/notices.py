"""Notices of events: what is said of them, and whether it still has something to say."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.domain.events.events import Event, EventId
from bot.domain.events.rsvps import Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.mailings import MailingId
from bot.domain.people.members import Member


@dataclass(frozen=True, slots=True)
class EventAnnounced:
    """An event has been published."""

    event: EventId


@dataclass(frozen=True, slots=True)
class EventMoved:
    """An event moved from `old_start` to `new_start` (UTC), or to another place, or both."""

    event: EventId
    old_start: datetime
    new_start: datetime
    old_place: str | None = None
    new_place: str | None = None


@dataclass(frozen=True, slots=True)
class EventCancelled:
    """An event will not take place, nor will the `others`: later dates of its series."""

    event: EventId
    others: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True)
class EventReminder:
    """An event is near. For the start it had when the reminder fell due (UTC).

    `asks` whoever goes whether they still come.
    """

    event: EventId
    starts_at: datetime
    lead: timedelta
    asks: bool = False


@dataclass(frozen=True, slots=True)
class SeatPromoted:
    """A seat was found for somebody who waited."""

    event: EventId


@dataclass(frozen=True, slots=True)
class SeatOffered:
    """A seat is held for somebody who waited, until `until` (UTC)."""

    event: EventId
    until: datetime


@dataclass(frozen=True, slots=True)
class SeatCalled:
    """A seat is free shortly before the start: whoever waits and takes it first has it."""

    event: EventId


@dataclass(frozen=True, slots=True)
class OfferLapsed:
    """An offered seat was not taken in time; the person is no longer in line."""

    event: EventId


@dataclass(frozen=True, slots=True)
class SeatLost:
    """There are fewer seats than before: the person is back in the line."""

    event: EventId


@dataclass(frozen=True, slots=True)
class SubstituteAsked:
    """A colleague is asked to come in somebody's stead."""

    event: EventId
    substitution: SubstitutionId


@dataclass(frozen=True, slots=True)
class SubstituteAnswered:
    """Whoever asked a colleague hears the answer."""

    event: EventId
    substitution: SubstitutionId


@dataclass(frozen=True, slots=True)
class HelperNamed:
    """Somebody may let people in at the door of an event."""

    event: EventId


@dataclass(frozen=True, slots=True)
class ScreenOpened:
    """A code for the hall's screen, shown until then (UTC) to whoever asked for it."""

    event: EventId
    until: datetime


@dataclass(frozen=True, slots=True)
class EventMessage:
    """What an organiser writes to people of an event; the mailing holds the text."""

    event: EventId
    mailing: MailingId


@dataclass(frozen=True, slots=True)
class EventPosted:
    """An event's card goes to a group or channel."""

    event: EventId


@dataclass(frozen=True, slots=True)
class EventCardChanged:
    """A message that shows an event is out of date: it is edited in place.

    A member's card, an organiser's board, a helper's door, a screen's code or a group's post.
    """

    event: EventId


EventSubject: TypeAlias = (
    EventAnnounced
    | EventMoved
    | EventCancelled
    | EventReminder
    | SeatPromoted
    | SeatOffered
    | SeatCalled
    | OfferLapsed
    | SeatLost
    | SubstituteAsked
    | SubstituteAnswered
    | HelperNamed
    | ScreenOpened
    | EventMessage
    | EventPosted
    | EventCardChanged
)


def concerns(
    subject: EventSubject, event: Event, member: Member, rsvp: Rsvp | None, now: datetime
) -> bool:
    """Tell whether a notice still has something to say at the moment it would be sent.

    A reminder concerns those who are expected, for the time it was meant; news of an event concern
    nobody once it is over, or once newer news has overtaken it; news of a seat concern whoever
    still stands there.
    """
    if isinstance(subject, EventCancelled):
        return now < event.ends_at
    if isinstance(subject, EventCardChanged | EventMessage):
        return True
    open_ = not (event.is_cancelled or event.is_over(now))
    return open_ and _has_something_to_say(subject, event, member, rsvp, now)


def _has_something_to_say(
    subject: EventSubject, event: Event, member: Member, rsvp: Rsvp | None, now: datetime
) -> bool:
    seat = rsvp.seat if rsvp else None
    match subject:
        case EventReminder(starts_at=starts_at):
            expected = rsvp is not None and rsvp.is_expected
            concerned = expected and now < event.starts_at == starts_at
        case EventAnnounced():
            concerned = event.audience.includes(member)
        case EventMoved():
            concerned = rsvp is not None and rsvp.is_concerned and _is_still_there(subject, event)
        case SeatPromoted():
            concerned = seat is Seat.SEATED
        case SeatOffered(until=until):
            concerned = rsvp is not None and rsvp.offered_until == until and now < until
        case SeatCalled() | SeatLost():
            concerned = seat is Seat.WAITING
        case OfferLapsed():
            concerned = rsvp is None
        case SubstituteAsked():
            concerned = now < event.starts_at
        case _:
            concerned = True
    return concerned


def _is_still_there(moved: EventMoved, event: Event) -> bool:
    """Tell whether newer news have not overtaken all of it: the time, or the place."""
    in_time = moved.old_start != moved.new_start == event.starts_at
    return in_time or (moved.new_place is not None and moved.new_place == event.place)
