"""What ends in the house when an organisation leaves the alliance, or a person is erased."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.notices import BookingGivenUp
from bot.ports import Transaction
from bot.services.rooms.current import event_of, keepers_of
from bot.services.rooms.settling import offer_next, put, tell
from bot.services.rules import AllianceRules


def end_bookings_of(
    tx: Transaction, organisation: OrganisationId, rules: AllianceRules, now: datetime
) -> None:
    """End an organisation's requests, waits and bookings, and offer the time to who waits.

    What is in use or handed out is left as it is. A room in which an event takes place stays
    booked, for the alliance itself.
    """
    theirs = tx.bookings.unused_of(organisation, now)
    kept = [one for one in theirs if event_of(tx, one)]
    ended = [one for one in theirs if one not in kept]
    for one in kept:
        _keep_for_event(tx, one, now)
    _end_all(tx, ended, rules, now)


def end_bookings_by(tx: Transaction, member: MemberId, rules: AllianceRules, now: datetime) -> None:
    """End what a person booked for the alliance itself who is about to be erased.

    What an event takes place in stays, and what is in use or handed out.
    """
    _end_all(tx, tx.bookings.unused_by(member, now), rules, now)


def _end_all(tx: Transaction, ended: list[Booking], rules: AllianceRules, now: datetime) -> None:
    for one in ended:  # all of them before the first offer, so that none is made to them
        _end(tx, one, now)
    _tell_keepers(tx, ended, now)
    for id_ in dict.fromkeys(one.resource for one in ended if one.holds):
        if (resource := tx.resources.get(id_)) is not None:
            offer_next(tx, resource, rules, now)


def _keep_for_event(tx: Transaction, booking: Booking, now: datetime) -> None:
    """Take a booking over for the alliance: it is needed as long as its event is."""
    resource = tx.resources.get(booking.resource)
    if resource is not None:
        taken_over = replace(booking, organisation=None, member=None, with_event=True)
        put(tx, taken_over, resource, now)


def _end(tx: Transaction, booking: Booking, now: datetime) -> None:
    resource = tx.resources.get(booking.resource)
    if resource is not None:
        withdrawn = replace(booking, state=BookingState.WITHDRAWN, offered_until=None)
        put(tx, withdrawn, resource, now)


def _tell_keepers(tx: Transaction, ended: list[Booking], now: datetime) -> None:
    """Tell the keepers of what was confirmed, once of each series."""
    firsts: dict[int, Booking] = {}
    for one in ended:
        if one.state is BookingState.CONFIRMED:
            firsts.setdefault(one.series or one.id, one)
    for one in firsts.values():
        if (resource := tx.resources.get(one.resource)) is not None:
            tell(tx, BookingGivenUp(one.id), keepers_of(tx, resource), now)
