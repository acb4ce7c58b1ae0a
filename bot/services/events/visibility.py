"""To whom an event is open: who sees it, and who may answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.domain.events.events import Event, EventId
from bot.domain.events.refusals import EventForOthers, EventNotFound
from bot.domain.events.views import EventView
from bot.domain.people.members import Member
from bot.ports import Transaction
from bot.services.access import require_event


def event_seen_by(tx: Transaction, member: Member, event: EventId) -> Event:
    """Return an event that a person may see; refuse any other."""
    found = require_event(tx, event)
    with _others_know(tx, found):
        found.require_visible(member)
    return found


def event_open_to(tx: Transaction, member: Member, event: EventId, now: datetime) -> Event:
    """Return an event that a person is invited to and can still answer; refuse any other."""
    found = require_event(tx, event)
    with _others_know(tx, found):
        found.require_invited(member)
    found.require_open(now)
    return found


@contextmanager
def _others_know(tx: Transaction, event: Event) -> Iterator[None]:
    """Say whom an event is for instead of hiding it, if a group or channel shows it anyway."""
    try:
        yield
    except EventNotFound:
        if tx.shown.of(EventView, event.id, EventView.POST):
            raise EventForOthers from None
        raise
