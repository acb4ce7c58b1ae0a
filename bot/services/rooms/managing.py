"""Add, change, close and remove what can be booked: for organisers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.people.members import MemberId
from bot.domain.people.searches import Match, search
from bot.domain.rooms.bookings import Booking, BookingState
from bot.domain.rooms.notices import BookingCalledOff
from bot.domain.rooms.refusals import (
    CountTooLow,
    ResourceChanged,
    ResourceNameTaken,
    RoomWasUsed,
    StillHandedOut,
)
from bot.domain.rooms.resources import (
    ClosureId,
    Resource,
    ResourceId,
    ResourceKind,
    ResourcePlan,
    checked_closure,
    checked_reason,
    local_day,
    new_door_code,
)
from bot.domain.rooms.slots import peak, uses_of
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.rooms.current import concerned, require_resource
from bot.services.rooms.settling import beside, put, tell, tell_hosts
from bot.services.transactions import RuledService, reading, transaction

MATCHES = 8


@dataclass(frozen=True, slots=True)
class Touched:
    """What closing or removing a resource would touch."""

    resource: Resource
    bookings: int
    organisations: int


class RoomManaging(RuledService):
    """For organisers."""

    @reading
    def require_organising(self, tx: Transaction, actor: MemberId) -> None:
        """Refuse a person who does not organise."""
        require_organiser(tx, actor, self._rules)

    @reading
    def resource(self, tx: Transaction, actor: MemberId, resource: ResourceId) -> Resource:
        """Return a resource to be changed."""
        require_organiser(tx, actor, self._rules)
        return require_resource(tx, resource)

    @reading
    def search_people(self, tx: Transaction, actor: MemberId, text: str) -> list[Match]:
        """Find people who could be the keeper."""
        require_organiser(tx, actor, self._rules)
        return search(tx.members.all(), text, MATCHES)

    @transaction
    def add(self, tx: Transaction, actor: MemberId, plan: ResourcePlan) -> ResourceId:
        """Add something that can be booked; its name must be new."""
        require_organiser(tx, actor, self._rules)
        now = self._clock.now()
        _require_new_name(tx, plan, None)
        resource = tx.resources.add(plan, new_door_code(), now)
        tx.audit.add(actor, "resource.add", f"resource:{resource}", now, name=plan.name)
        return resource

    @transaction
    def change(
        self,
        tx: Transaction,
        actor: MemberId,
        resource: ResourceId,
        plan: ResourcePlan,
        version: int,
    ) -> Resource:
        """Change a resource as seen at `version`; what is booked already stays as it is."""
        require_organiser(tx, actor, self._rules)
        found, now = require_resource(tx, resource), self._clock.now()
        if found.version != version:
            raise ResourceChanged
        _require_new_name(tx, plan, found.id)
        if plan.kind is not found.plan.kind:
            _require_unused(tx, found, plan)
        held = [one for one in tx.bookings.ahead(found.id, now) if one.holds]
        uses = uses_of(beside(tx, found, held))
        if any(peak(uses, one.busy) > plan.count for one in held):
            raise CountTooLow
        tx.resources.save(found.id, plan, now)
        tx.audit.add(actor, "resource.change", f"resource:{found.id}", now, name=plan.name)
        return require_resource(tx, resource)

    @reading
    def touched(
        self,
        tx: Transaction,
        actor: MemberId,
        resource: ResourceId,
        days: tuple[date, date] | None = None,
    ) -> Touched:
        """Return what closing on these days, or removing, would touch."""
        require_organiser(tx, actor, self._rules)
        found, now = require_resource(tx, resource), self._clock.now()
        ahead = self._ahead(tx, found, days, now)
        houses = {one.organisation for one in ahead} - {None}
        return Touched(found, len(ahead), len(houses))

    @transaction
    def close(
        self,
        tx: Transaction,
        actor: MemberId,
        resource: ResourceId,
        first: date,
        last: date,
        reason: str,
    ) -> int:
        """Close a resource on these days; call off what was booked then, and return how much."""
        require_organiser(tx, actor, self._rules)
        found, now = require_resource(tx, resource), self._clock.now()
        days = checked_closure(first, last, local_day(now, self._rules.zone))
        why = checked_reason(reason)
        if all((one.first, one.last) != days for one in found.closures):  # else a second tap
            tx.resources.add_closure(found.id, *days, why)
            tx.audit.add(actor, "resource.close", f"resource:{found.id}", now, reason=why)
        return self._call_off(tx, found, self._ahead(tx, found, days, now), why, now)

    @transaction
    def open_again(
        self, tx: Transaction, actor: MemberId, resource: ResourceId, closure: ClosureId
    ) -> Resource:
        """Delete a closed period."""
        require_organiser(tx, actor, self._rules)
        found = require_resource(tx, resource)
        if any(one.id == closure for one in found.closures):
            tx.resources.remove_closure(closure)
            now = self._clock.now()
            tx.audit.add(actor, "resource.open", f"resource:{found.id}", now)
        return require_resource(tx, resource)

    @transaction
    def remove(self, tx: Transaction, actor: MemberId, resource: ResourceId, reason: str) -> int:
        """Remove a resource; call off what was booked ahead, and return how much."""
        require_organiser(tx, actor, self._rules)
        found, now = require_resource(tx, resource), self._clock.now()
        why = checked_reason(reason)
        tx.resources.remove(found.id, now)
        tx.audit.add(actor, "resource.remove", f"resource:{found.id}", now, name=found.plan.name)
        return self._call_off(tx, found, self._ahead(tx, found, None, now), why, now)

    def _ahead(
        self, tx: Transaction, resource: Resource, days: tuple[date, date] | None, now: datetime
    ) -> list[Booking]:
        """Return what is open ahead, within these days if they are given.

        What has begun, or was handed out, is left as it is.
        """
        found = tx.bookings.ahead(resource.id, now)
        ahead = [one for one in found if one.is_unused(now, thing=resource.is_thing)]
        if days is None:
            return ahead
        return [one for one in ahead if self._is_on(one, days)]

    def _is_on(self, booking: Booking, days: tuple[date, date]) -> bool:
        zone = self._rules.zone
        first = local_day(booking.span.start, zone)
        last = local_day(booking.span.end - timedelta(microseconds=1), zone)
        return first <= days[1] and days[0] <= last

    def _call_off(
        self,
        tx: Transaction,
        resource: Resource,
        bookings: list[Booking],
        reason: str,
        now: datetime,
    ) -> int:
        for one in bookings:
            off = replace(one, state=BookingState.CALLED_OFF, offered_until=None)
            put(tx, off, resource, now)
            people = concerned(tx, one)
            tell(tx, BookingCalledOff(one.id, reason), people, now)
            tell_hosts(tx, one, people, now)
        return len(bookings)


def _require_unused(tx: Transaction, resource: Resource, plan: ResourcePlan) -> None:
    """Refuse another kind if somebody has it: only things are handed out and taken back.

    Of a room that became a thing, all who ever came would have it.
    """
    used = tx.bookings.is_claimed(resource.id)
    if used and resource.is_thing:
        raise StillHandedOut
    if used and plan.kind is ResourceKind.THING:
        raise RoomWasUsed


def _require_new_name(tx: Transaction, plan: ResourcePlan, but: ResourceId | None) -> None:
    name = plan.name.casefold()
    if any(one.plan.name.casefold() == name and one.id != but for one in tx.resources.all()):
        raise ResourceNameTaken
