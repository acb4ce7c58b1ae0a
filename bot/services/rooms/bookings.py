"""Ask for a room, wait for it, accept it, give it up, check in: for those who book."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.people.members import Member, MemberId
from bot.domain.rooms.bookings import (
    CHECK_IN_FROM,
    Booking,
    BookingId,
    BookingState,
    Release,
    Wish,
    dates_of,
    open_dates,
    require_booker,
    require_wishes,
)
from bot.domain.rooms.hours import Span
from bot.domain.rooms.notices import BookingAsked, BookingGivenUp, BookingView, SlotAccepted
from bot.domain.rooms.quotas import MonthUse, Quota, require_within
from bot.domain.rooms.refusals import (
    BookingSettled,
    NothingBookedNow,
    ResourceGone,
    SlotTaken,
    TooEarlyToCheckIn,
)
from bot.domain.rooms.resources import Resource, ResourceId
from bot.domain.rooms.slots import fits, uses_of
from bot.ports import Clock, Storage, Transaction
from bot.services.access import require_insider
from bot.services.rooms.current import (
    dates_in,
    hosts_of,
    house_of,
    keepers_of,
    own_booking,
    require_resource,
    speakers_of,
)
from bot.services.rooms.quotas import month_use
from bot.services.rooms.settling import confirmed, end, offer_next, plan_step, put, release, tell
from bot.services.rules import RulesSource
from bot.services.transactions import RuledService, reading, transaction

ASKED, CONFIRMED = BookingState.ASKED, BookingState.CONFIRMED
REFUSED, WAITING, OFFERED = BookingState.REFUSED, BookingState.WAITING, BookingState.OFFERED
MINUTES_BEFORE = int(CHECK_IN_FROM.total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a request would mean: its dates, which of them are taken, how many others ask."""

    resource: Resource
    dates: tuple[Span, ...]
    taken: tuple[Span, ...]
    rivals: int
    use: MonthUse | None


class Bookings(RuledService):
    """For people who organise, or speak for a member organisation."""

    def __init__(
        self, storage: Storage, clock: Clock, rules: RulesSource, *, quota: Quota | None = None
    ) -> None:
        super().__init__(storage, clock, rules)
        self._quota = quota or Quota()

    # --- asking -----------------------------------------------------------------------------

    @reading
    def require_may_ask(self, tx: Transaction, actor: MemberId, resource: ResourceId) -> Resource:
        """Return a resource that the person may ask for."""
        self._booker(tx, actor)
        return require_resource(tx, resource)

    @reading
    def prospect(
        self, tx: Transaction, actor: MemberId, resource: ResourceId, wish: Wish
    ) -> Prospect:
        """Return what a request would mean; refuse one that breaks a rule."""
        return self._prospect(tx, self._booker(tx, actor), resource, wish)

    @transaction
    def ask(
        self,
        tx: Transaction,
        actor: MemberId,
        resource: ResourceId,
        wish: Wish,
        draft: str | None = None,
    ) -> BookingId:
        """Ask for a slot; the same draft is asked once. Requests may overlap."""
        member = self._booker(tx, actor)
        if draft is not None and (made := tx.bookings.by_draft(draft)) is not None:
            return made
        prospect = self._prospect(tx, member, resource, wish)
        now, found = self._clock.now(), prospect.resource
        by = (member.id, house_of(tx, member))
        booking = tx.bookings.add(found, wish, prospect.dates, by, now, draft)
        for one in self._dates(tx, booking):
            plan_step(tx, one, found, now)
        tell(tx, BookingAsked(booking), keepers_of(tx, found), now, but=actor)
        tx.audit.add(actor, "booking.ask", f"booking:{booking}", now, resource=found.plan.name)
        return booking

    def _prospect(
        self, tx: Transaction, member: Member, resource: ResourceId, wish: Wish
    ) -> Prospect:
        now, zone = self._clock.now(), self._rules.zone
        found = require_resource(tx, resource)
        spans = require_wishes(found, wish, dates_of(wish, zone), now, zone)
        taken, rivals = list[Span](), 0
        for span in spans:
            busy = Span(span.start, span.end + found.plan.buffer)
            near = tx.bookings.within(found.id, busy)
            rivals += sum(one.state is ASKED for one in near)
            if not fits(uses_of(near), busy, wish.quantity, found.plan.count):
                taken.append(span)
        house = None if found.is_thing else house_of(tx, member)
        use = month_use(tx, house, spans, self._quota, zone)
        require_within(use, self._quota)
        return Prospect(found, tuple(spans), tuple(taken), rivals, use)

    # --- one's own --------------------------------------------------------------------------

    @transaction
    def give_up(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Withdraw a request, or give up what is confirmed; the time is offered to who waits."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        found = view.booking
        found.require_state(ASKED, WAITING, OFFERED, CONFIRMED)
        found.require_ahead(now)
        if found.claimed_at is not None:
            raise BookingSettled
        if found.state is CONFIRMED:
            keepers = set(keepers_of(tx, view.resource)) - set(hosts_of(tx, found))
            tell(tx, BookingGivenUp(found.id), sorted(keepers), now, but=actor)
        end(tx, found, view.resource, BookingState.WITHDRAWN, self._rules, now, told=[actor])
        self._audit(tx, actor, "booking.give_up", found, now)
        return self._own(tx, actor, booking)

    @transaction
    def give_up_series(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Give up a date and all later ones of its series."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        dates = [
            one
            for one in self._dates(tx, view.booking.series or booking)
            if one.span.start >= view.booking.span.start
            and one.span.end > now
            and one.claimed_at is None
            and one.state in {ASKED, WAITING, OFFERED, CONFIRMED}
        ]
        if not dates:
            raise BookingSettled
        if any(one.state is CONFIRMED for one in dates):
            keepers = set(keepers_of(tx, view.resource))
            if len(dates) == 1:
                keepers -= set(hosts_of(tx, dates[0]))
            tell(tx, BookingGivenUp(booking), sorted(keepers), now, but=actor)
        for one in dates:
            end(tx, one, view.resource, BookingState.WITHDRAWN, self._rules, now, told=[actor])
        self._audit(tx, actor, "booking.give_up", view.booking, now)
        return self._own(tx, actor, booking)

    @transaction
    def come(
        self, tx: Transaction, actor: MemberId, booking: BookingId, *, coming: bool
    ) -> BookingView:
        """Answer «Придёте?»: a no releases the booking at once."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        found = view.booking
        found.require_state(CONFIRMED)
        found.require_ahead(now)
        if coming:
            put(tx, replace(found, coming=True, renewed=True), view.resource, now)
        elif found.claimed_at is not None:
            raise BookingSettled
        else:
            release(tx, found, view.resource, Release.NOT_COMING, self._rules, now, by=actor)
            self._audit(tx, actor, "booking.give_up", found, now)
        return self._own(tx, actor, booking)

    @transaction
    def renew(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Note that a date of a series is still wanted."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        view.booking.require_state(CONFIRMED)
        put(tx, replace(view.booking, renewed=True), view.resource, now)
        return self._own(tx, actor, booking)

    # --- waiting ----------------------------------------------------------------------------

    @transaction
    def wait(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Wait for the time to become free; if it is already, it is offered at once."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        view.booking.require_state(REFUSED)
        view.booking.require_ahead(now)
        if view.resource.removed_at is not None:
            raise ResourceGone
        ahead = [one for one in dates_in(tx, view.booking, REFUSED) if one.span.end > now]
        for one in open_dates(view.resource, ahead, self._rules.zone):
            put(tx, replace(one, state=WAITING), view.resource, now)
        offer_next(tx, view.resource, self._rules, now)
        return self._own(tx, actor, booking)

    @transaction
    def accept(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Accept an offer: it is confirmed without the keeper, who knew of it."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        found = view.booking
        found.require_state(OFFERED)
        if found.offered_until is None or found.offered_until <= now:
            raise SlotTaken
        self._require_within_quota(tx, view)
        put(tx, confirmed(found, now), view.resource, now)
        tell(tx, SlotAccepted(found.id), keepers_of(tx, view.resource), now, but=actor)
        self._audit(tx, actor, "booking.accept", found, now)
        return self._own(tx, actor, booking)

    def _require_within_quota(self, tx: Transaction, view: BookingView) -> None:
        booking, zone = view.booking, self._rules.zone
        house = None if view.resource.is_thing else booking.organisation
        use = month_use(tx, house, [booking.span], self._quota, zone, {booking.id})
        require_within(use, self._quota)

    @transaction
    def decline(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        """Decline an offer; the time is offered to the next who waits."""
        view, now = self._own(tx, actor, booking), self._clock.now()
        view.booking.require_state(OFFERED)
        end(tx, view.booking, view.resource, BookingState.WITHDRAWN, self._rules, now)
        self._audit(tx, actor, "booking.give_up", view.booking, now)
        return self._own(tx, actor, booking)

    # --- checking in ------------------------------------------------------------------------

    @transaction
    def check_in(
        self, tx: Transaction, actor: MemberId, resource: ResourceId, code: str
    ) -> BookingView:
        """Note that somebody came, who scanned the code at the door."""
        member, now = require_insider(tx, actor, self._rules), self._clock.now()
        found = tx.resources.get(resource)
        if found is None or found.door_code != code:
            raise ResourceGone
        span = Span(now, now + CHECK_IN_FROM)
        near = sorted(tx.bookings.within(found.id, span), key=lambda one: one.span.start)
        mine = [
            one
            for one in near
            if one.state is CONFIRMED
            and one.span.end > now
            and one.is_of(member, speakers_of(tx, one.organisation))
        ]
        if not mine:
            raise self._not_now(tx, member, found, now)
        # Who has one booking after another checks in for each.
        booking = next((one for one in mine if one.claimed_at is None), mine[0])
        if booking.claimed_at is None and not found.is_thing:
            put(tx, replace(booking, claimed_at=now), found, now)
            self._audit(tx, actor, "booking.check_in", booking, now)
        return self._own(tx, actor, booking.id)

    def _not_now(
        self, tx: Transaction, member: Member, resource: Resource, now: datetime
    ) -> NothingBookedNow | TooEarlyToCheckIn:
        later = (
            one
            for one in tx.bookings.ahead(resource.id, now)
            if one.state is CONFIRMED and one.is_of(member, speakers_of(tx, one.organisation))
        )
        first = next((one for one in later if one.span.start > now), None)
        if first is None:
            return NothingBookedNow()
        return TooEarlyToCheckIn(first.span.start, MINUTES_BEFORE)

    # --- how --------------------------------------------------------------------------------

    def _booker(self, tx: Transaction, actor: MemberId) -> Member:
        member = require_insider(tx, actor, self._rules)
        require_booker(member, speakers_of(tx, member.organisation))
        return member

    def _own(self, tx: Transaction, actor: MemberId, booking: BookingId) -> BookingView:
        return own_booking(tx, require_insider(tx, actor, self._rules), booking)

    def _dates(self, tx: Transaction, booking: BookingId) -> list[Booking]:
        dates = tx.bookings.of_series(booking)
        single = None if dates else tx.bookings.get(booking)
        return dates if single is None else [single]

    def _audit(
        self, tx: Transaction, actor: MemberId, act: str, booking: Booking, now: datetime
    ) -> None:
        tx.audit.add(actor, act, f"booking:{booking.id}", now)
