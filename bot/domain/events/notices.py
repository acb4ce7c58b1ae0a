"""Notices of events, and whether they are still worth sending."""

from datetime import datetime, timedelta

from bot.domain.events.events import Event, EventId
from bot.domain.events.rsvps import Rsvp
from bot.domain.events.seats import Seat
from bot.domain.events.substitutions import SubstitutionId
from bot.domain.mailings import MailingId
from bot.domain.notices import Subject
from bot.domain.people.members import Member


class EventSubject(Subject):
    """A notice of an event."""

    event: EventId

    def concerns(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        """Tell whether it is still worth sending; mostly not once the event is over."""
        return self._is_timely(event, now) and self._holds(event, member, rsvp, now)

    def _is_timely(self, event: Event, now: datetime) -> bool:
        return not (event.is_cancelled or event.is_over(now))

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return True


class EventAnnounced(EventSubject, kind="event.announced"):
    """An event has been published."""

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return event.audience.includes(member)


class EventMoved(EventSubject, kind="event.moved"):
    """An event moved from `old_start` to `new_start` (UTC), or to another place, or both."""

    old_start: datetime
    new_start: datetime
    old_place: str | None = None
    new_place: str | None = None

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is not None and rsvp.is_concerned and self._is_still_there(event)

    def _is_still_there(self, event: Event) -> bool:
        """Tell whether part of the news is still current: the time or the place."""
        in_time = self.old_start != self.new_start == event.starts_at
        return in_time or (self.new_place is not None and self.new_place == event.place)


class EventCancelled(EventSubject, kind="event.cancelled"):
    """An event is cancelled, and so are the `others`: later dates of its series."""

    others: tuple[EventId, ...] = ()

    def _is_timely(self, event: Event, now: datetime) -> bool:
        return now < event.ends_at


class EventReminder(EventSubject, kind="event.reminder"):
    """A reminder of an event, for the start that it had when the reminder fell due (UTC).

    With `asks`, those who are going are asked whether they still come.
    """

    starts_at: datetime
    lead: timedelta
    asks: bool = False

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        expected = rsvp is not None and rsvp.is_expected
        return expected and now < event.starts_at == self.starts_at


class SeatPromoted(EventSubject, kind="event.seat_promoted"):
    """Somebody who waited got a seat."""

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is not None and rsvp.seat is Seat.SEATED


class SeatOffered(EventSubject, kind="event.seat_offered"):
    """A seat is held for somebody who waited, until `until` (UTC)."""

    until: datetime

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is not None and rsvp.offered_until == self.until and now < self.until


class SeatCalled(EventSubject, kind="event.seat_called"):
    """A seat is free shortly before the start: the first person who takes it gets it."""

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is not None and rsvp.seat is Seat.WAITING


class OfferLapsed(EventSubject, kind="event.offer_lapsed"):
    """An offered seat was not taken in time; the person is no longer on the waiting list."""

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is None


class SeatLost(EventSubject, kind="event.seat_lost"):
    """There are fewer seats than before: the person is on the waiting list again."""

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return rsvp is not None and rsvp.seat is Seat.WAITING


class SubstituteAsked(EventSubject, kind="event.substitute_asked"):
    """A colleague is asked to replace somebody."""

    substitution: SubstitutionId

    def _holds(self, event: Event, member: Member, rsvp: Rsvp | None, now: datetime) -> bool:
        return now < event.starts_at


class SubstituteAnswered(EventSubject, kind="event.substitute_answered"):
    """The answer, for the person who asked a colleague."""

    substitution: SubstitutionId


class HelperNamed(EventSubject, kind="event.helper_named"):
    """Somebody may check people in at an event."""


class ScreenOpened(EventSubject, kind="event.screen_opened"):
    """A check-in code for the hall's screen, shown to its recipient until then (UTC)."""

    until: datetime


class EventMessage(EventSubject, kind="event.message"):
    """A message from an organiser to people of an event; the mailing holds the text.

    Announcements have taken its place, and nothing enqueues it any more. What waits in the outbox
    during the upgrade to 0.1.0 is still delivered; with 0.2.0 this can go, and `MessageLetter`.
    """

    mailing: MailingId

    def _is_timely(self, event: Event, now: datetime) -> bool:
        return True


class EventPosted(EventSubject, kind="event.posted"):
    """An event's card is posted in a group or channel."""


class EventCardChanged(EventSubject, kind="event.card_changed"):
    """A card, board, check-in, screen or post that shows an event is out of date and is edited."""

    def _is_timely(self, event: Event, now: datetime) -> bool:
        return True
