"""Undo the publication of an event while nobody has been told of it."""

from dataclasses import dataclass

from bot.domain.events.events import Event, EventId
from bot.domain.events.recurrence import Recurrence
from bot.domain.events.refusals import AlreadyPublished
from bot.domain.people.members import MemberId
from bot.ports import Transaction
from bot.services.access import require_event, require_organiser
from bot.services.events.publishing import call_off, rest_of
from bot.services.rooms.for_events import HallOfEvent, hall_of
from bot.services.transactions import RuledService, reading, transaction


@dataclass(frozen=True, slots=True)
class Retracted:
    """An event that was taken back: its plan, its hall and its recurrence."""

    event: Event
    hall: HallOfEvent
    recurrence: Recurrence | None = None


class Retractions(RuledService):
    """Undoing publications, for organisers."""

    @reading
    def is_open(self, tx: Transaction, actor: MemberId, event: EventId) -> bool:
        """Tell whether nobody has been told of an event yet."""
        require_organiser(tx, actor, self._rules)
        return require_event(tx, event).is_scheduled

    @transaction
    def retract(self, tx: Transaction, actor: MemberId, event: EventId) -> Retracted:
        """Take back an event with the later dates of its series; nobody is told of them.

        Refused once people have been told.
        """
        organiser = require_organiser(tx, actor, self._rules)
        found = require_event(tx, event)
        now = self._clock.now()
        found.require_open(now)
        if not found.is_scheduled:
            raise AlreadyPublished
        dates = [one for one in rest_of(tx, found, now) if one.is_scheduled]
        hall = hall_of(tx, dates)
        for one in dates:
            call_off(tx, organiser, one, "", now)
        if found.series is None:
            return Retracted(found, hall)
        return Retracted(found, hall, Recurrence(tx.events.rhythm(found.series), None, len(dates)))
