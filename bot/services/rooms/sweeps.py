"""The sweeps of bookings: what happens by itself, one booking in each transaction."""

from dataclasses import replace
from datetime import datetime

from bot.domain.priorities import Priority
from bot.domain.rooms.bookings import Booking, BookingId, BookingState, Release
from bot.domain.rooms.notices import (
    ComingAsked,
    OfBooking,
    RenewalAsked,
    RequestLapsed,
    ReturnOverdue,
    SlotOfferLapsed,
)
from bot.domain.rooms.resources import Resource, ResourceId
from bot.domain.rooms.steps import RoomDue, Step, next_step
from bot.ports import Transaction
from bot.services.rooms.current import concerned, keepers_of
from bot.services.rooms.settling import end, offer_next, plan_step, put, release, tell
from bot.services.rules import AllianceRules
from bot.services.sweeping import each_due
from bot.services.transactions import RuledService


class RoomSweeps(RuledService):
    """Releases, reminders, offers: the bot does them without anybody's tap."""

    def _due(self, tx: Transaction) -> list[BookingId]:
        return [BookingId(one) for one in tx.dues.due(RoomDue.BOOKINGS, self._clock.now())]

    @each_due(RoomDue.BOOKINGS, _due)
    def go_on(self, tx: Transaction, booking: BookingId) -> int:
        """Take the steps of a booking that are due; return how many."""
        now, steps = self._clock.now(), 0
        found = tx.bookings.get(booking)
        while found is not None:
            resource = tx.resources.get(found.resource)
            step = None if resource is None else next_step(found, resource, now)
            if resource is None or step is None or step[0] > now:
                break
            self._take(tx, found, resource, step[1], now)
            steps += 1
            found = tx.bookings.get(booking)
        if found is not None and (left := tx.resources.get(found.resource)) is not None:
            plan_step(tx, found, left, now)
        return steps

    def _waited_for(self, tx: Transaction) -> list[ResourceId]:
        return tx.bookings.waiting(self._clock.now())

    @each_due(RoomDue.OFFERS, _waited_for)
    def offer(self, tx: Transaction, resource: ResourceId) -> int:
        """Offer what became free otherwise, as by an erasure; return how many offers were made."""
        found = tx.resources.get(resource)
        return 0 if found is None else offer_next(tx, found, self._rules, self._clock.now())

    def _take(
        self, tx: Transaction, booking: Booking, resource: Resource, step: Step, now: datetime
    ) -> None:
        match step:
            case Step.LAPSE:
                if booking.state is BookingState.ASKED:
                    self._tell(tx, RequestLapsed(booking.id), booking, now)
                end(tx, booking, resource, BookingState.LAPSED, self._rules, now)
            case Step.END_OFFER:
                self._tell(tx, SlotOfferLapsed(booking.id), booking, now)
                end(tx, booking, resource, BookingState.LAPSED, self._rules, now)
            case Step.ASK_RENEWAL:
                self._tell(tx, RenewalAsked(booking.id), booking, now)
                put(tx, replace(booking, renewal_asked=True), resource, now)
            case Step.RENEW_UNASKED:
                put(tx, replace(booking, renewed=True), resource, now)
            case Step.ASK_COMING:
                self._tell(tx, ComingAsked(booking.id), booking, now)
                put(tx, replace(booking, eve_asked=True), resource, now)
            case Step.RELEASE_UNRENEWED:
                release(tx, booking, resource, Release.NOT_RENEWED, self._rules, now)
            case Step.RELEASE_UNCLAIMED:
                release(tx, booking, resource, Release.NOT_CLAIMED, self._rules, now)
            case Step.REMIND_RETURN:
                self._remind(tx, booking, resource, now)

    def _remind(self, tx: Transaction, booking: Booking, resource: Resource, now: datetime) -> None:
        """Remind who holds a thing, and its keeper; the next reminder is a day ahead."""
        people = {*concerned(tx, booking), *keepers_of(tx, resource)}
        tell(tx, ReturnOverdue(booking.id), sorted(people), now, priority=Priority.REMINDER)
        days = (now - booking.span.end).days + 1
        put(tx, replace(booking, overdue_told=max(days, booking.overdue_told + 1)), resource, now)

    def _tell(self, tx: Transaction, subject: OfBooking, booking: Booking, now: datetime) -> None:
        tell(tx, subject, concerned(tx, booking), now, priority=Priority.REMINDER)


def pass_over(tx: Transaction, booking: BookingId, rules: AllianceRules, now: datetime) -> None:
    """Offer a slot to the next who waits: the offer reached nobody."""
    found = tx.bookings.get(booking)
    if found is None or found.state is not BookingState.OFFERED:
        return
    resource = tx.resources.get(found.resource)
    if resource is not None:
        end(tx, found, resource, BookingState.LAPSED, rules, now)
