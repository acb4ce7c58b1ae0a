"""Decide on requests, check people in, hand things out: for keepers and organisers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.people.members import MemberId
from bot.domain.rooms.bookings import CHECK_IN_FROM, Booking, BookingId, BookingState
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingCalledOff, BookingConfirmed, BookingRefused, BookingView
from bot.domain.rooms.quotas import MonthUse, Quota
from bot.domain.rooms.refusals import BookingSettled, SlotTaken, StillHandedOut, TooEarlyToCheckIn
from bot.domain.rooms.resources import Resource, checked_reason
from bot.domain.rooms.slots import Decision, decide
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_insider
from bot.services.rooms.bookings import MINUTES_BEFORE
from bot.services.rooms.current import concerned, dates_in, kept_booking, require_keeping, view_of
from bot.services.rooms.quotas import month_use
from bot.services.rooms.settling import beside, confirmed, end, offer_next, put, tell
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, reading, transaction

ASKED, CONFIRMED = BookingState.ASKED, BookingState.CONFIRMED


@dataclass(frozen=True, slots=True)
class Verdict:
    """What confirming means: the request, which dates are free, whom it refuses."""

    view: BookingView
    confirmed: tuple[datetime, ...]
    taken: tuple[datetime, ...]
    refused: tuple[BookingView, ...]
    use: MonthUse | None = None


class RoomKeeping(RuledService):
    """For organisers, and for the keeper of a resource."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, quota: Quota | None = None
    ) -> None:
        super().__init__(storage, clock, rules)
        self._quota = quota or Quota()

    # --- looking ----------------------------------------------------------------------------

    @reading
    def requests(self, tx: Transaction, actor: MemberId) -> list[BookingView]:
        """List the requests to decide on, the first date first."""
        return self._kept(tx, actor, tx.bookings.requests())

    @reading
    def present(self, tx: Transaction, actor: MemberId) -> list[BookingView]:
        """List what is confirmed for now and the next hours, to check people in."""
        now = self._clock.now()
        today = Span(now - CHECK_IN_FROM, now + 24 * CHECK_IN_FROM)
        return self._kept(
            tx, actor, [one for one in tx.bookings.during(today) if one.state is CONFIRMED]
        )

    @reading
    def handed_out(self, tx: Transaction, actor: MemberId) -> list[BookingView]:
        """List the things that are out, what is overdue first."""
        return self._kept(tx, actor, tx.bookings.out())

    def _kept(
        self, tx: Transaction, actor: MemberId, bookings: Sequence[Booking]
    ) -> list[BookingView]:
        member = require_insider(tx, actor, self._rules)
        require_keeping(tx, member)
        views = [view_of(tx, one, member) for one in bookings]
        return [one for one in views if one.kept]

    # --- deciding ---------------------------------------------------------------------------

    @reading
    def verdict(self, tx: Transaction, actor: MemberId, booking: BookingId) -> Verdict:
        """Return what confirming a request would mean."""
        view = self._request(tx, actor, booking)
        decision = _decided(tx, view)
        member = tx.members.get(actor)
        return Verdict(
            view,
            tuple(one.span.start for one in decision.confirmed),
            tuple(one.span.start for one in decision.taken),
            tuple(view_of(tx, one, member) for one in decision.refused),
            self._use(tx, view, decision),
        )

    def _use(self, tx: Transaction, view: BookingView, decision: Decision) -> MonthUse | None:
        """Return the month's hours of who asked; nothing unless they are too many."""
        if view.resource.is_thing:
            return None
        dates, house = decision.confirmed, view.booking.organisation
        spans, ids = [one.span for one in dates], {one.id for one in dates}
        use = month_use(tx, house, spans, self._quota, self._rules.zone, ids)
        return use if use is not None and use.is_over else None

    @transaction
    def confirm(self, tx: Transaction, actor: MemberId, booking: BookingId) -> Verdict:
        """Confirm a request, as far as its dates are free; those it excludes are refused.

        Refuses if nothing is free any more.
        """
        view, now = self._request(tx, actor, booking), self._clock.now()
        decision, resource = _decided(tx, view), view.resource
        if not decision.confirmed:
            raise SlotTaken
        for one in decision.confirmed:
            put(tx, confirmed(one, now), resource, now)
        for one in (*decision.taken, *decision.refused):
            put(tx, replace(one, state=BookingState.REFUSED), resource, now)
        first = decision.confirmed[0]
        tell(tx, BookingConfirmed(first.id), concerned(tx, first), now, but=actor)
        for one in (*decision.taken[:1], *_first_of_each(decision.refused)):
            tell(tx, BookingRefused(one.id), concerned(tx, one), now, but=actor)
        tx.audit.add(actor, "booking.confirm", f"booking:{first.id}", now)
        member = tx.members.get(actor)
        return Verdict(
            view_of(tx, tx.bookings.get(first.id) or first, member),
            tuple(one.span.start for one in decision.confirmed),
            tuple(one.span.start for one in decision.taken),
            tuple(view_of(tx, one, member) for one in decision.refused),
        )

    @transaction
    def refuse(
        self, tx: Transaction, actor: MemberId, booking: BookingId, reason: str
    ) -> BookingView:
        """Refuse a request, with all its dates."""
        view, now = self._request(tx, actor, booking), self._clock.now()
        for one in dates_in(tx, view.booking, ASKED):
            put(tx, replace(one, state=BookingState.REFUSED), view.resource, now)
        why = checked_reason(reason)
        subject = BookingRefused(view.booking.id, why)
        tell(tx, subject, concerned(tx, view.booking), now, but=actor)
        tx.audit.add(actor, "booking.refuse", f"booking:{booking}", now, reason=why)
        return self._view(tx, actor, booking)

    @transaction
    def call_off(
        self, tx: Transaction, actor: MemberId, booking: BookingId, reason: str
    ) -> BookingView:
        """Call off what is confirmed; whose it was is told why, and the time is offered again."""
        view, now = self._view(tx, actor, booking), self._clock.now()
        view.booking.require_state(CONFIRMED, BookingState.OFFERED, BookingState.WAITING)
        view.booking.require_ahead(now)
        why = checked_reason(reason)
        subject = BookingCalledOff(view.booking.id, why)
        people = concerned(tx, view.booking)
        tell(tx, subject, people, now, but=actor)
        told, state = [actor, *people], BookingState.CALLED_OFF
        end(tx, view.booking, view.resource, state, self._rules, now, told=told)
        tx.audit.add(actor, "booking.call_off", f"booking:{booking}", now, reason=why)
        return self._view(tx, actor, booking)

    # --- at the door ------------------------------------------------------------------------

    @transaction
    def check_in(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Note that somebody came, or hand out a thing."""
        view, now = self._view(tx, actor, booking), self._clock.now()
        found = view.booking
        found.require_state(CONFIRMED)
        if found.claimed_at is not None:
            return view
        found.require_ahead(now)
        if not found.span.start - CHECK_IN_FROM <= now:
            raise TooEarlyToCheckIn(found.span.start, MINUTES_BEFORE)
        if view.resource.is_thing:
            _require_at_hand(tx, view.resource, found)
        put(tx, replace(found, claimed_at=now), view.resource, now)
        tx.audit.add(actor, "booking.check_in", f"booking:{booking}", now)
        return self._view(tx, actor, booking)

    @transaction
    def take_back(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Note that a thing was returned; what is left of its time is free again."""
        view, now = self._view(tx, actor, booking), self._clock.now()
        if not view.resource.is_thing or not view.booking.is_out():
            raise BookingSettled
        returned = replace(view.booking, state=BookingState.RETURNED, returned_at=now)
        put(tx, returned, view.resource, now)
        offer_next(tx, view.resource, self._rules, now)
        tx.audit.add(actor, "booking.take_back", f"booking:{booking}", now)
        return self._view(tx, actor, booking)

    # --- how --------------------------------------------------------------------------------

    def _view(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        return kept_booking(tx, require_insider(tx, actor, self._rules), booking)

    def _request(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        view = self._view(tx, actor, booking)
        view.booking.require_state(ASKED)
        if view.booking.span.start <= self._clock.now():
            raise BookingSettled
        return view


def _decided(tx: Transaction, view: BookingView) -> Decision:
    dates = dates_in(tx, view.booking, ASKED)
    # What holds beside a rival, though not beside the request itself, counts for the rival.
    every = beside(tx, view.resource, beside(tx, view.resource, dates))
    asked = [one for one in every if one.state is ASKED]
    return decide(dates, every, asked, view.resource.plan.count)


def _first_of_each(bookings: Sequence[Booking]) -> list[Booking]:
    """Return the first of the dates of each request."""
    return list({one.series or one.id: one for one in reversed(bookings)}.values())


def _require_at_hand(tx: Transaction, resource: Resource, booking: Booking) -> None:
    """Refuse to hand out what others have not returned yet."""
    out = sum(one.quantity for one in tx.bookings.out() if one.resource == resource.id)
    if out + booking.quantity > resource.plan.count:
        raise StillHandedOut
