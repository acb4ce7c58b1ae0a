"""The screen of the house: its address, and what it shows."""

from datetime import datetime, timedelta

from bot.domain.digests import digest_of, is_same, new_page_secret
from bot.domain.people.members import MemberId
from bot.domain.rooms.bookings import Booking
from bot.domain.rooms.hours import Span
from bot.domain.rooms.refusals import HouseScreenClosed
from bot.domain.rooms.resources import Resource, local_day
from bot.domain.rooms.today import HouseSlot, HouseToday, RoomToday, room_now, shown_today
from bot.ports import Transaction
from bot.services.access import require_organiser
from bot.services.transactions import RuledService, reading, transaction

SUBJECT = "house:1"


class HouseScreens(RuledService):
    """One address is valid at a time; who has it sees the bookings of the day."""

    @reading
    def issued_at(self, tx: Transaction, actor: MemberId) -> datetime | None:
        """Return when the valid address was issued; None without one."""
        require_organiser(tx, actor, self._rules)
        return tx.house_screens.issued_at()

    @transaction
    def issue(self, tx: Transaction, actor: MemberId) -> str:
        """Return the secret of a new address, which is told once; the one before is revoked."""
        organiser, now = require_organiser(tx, actor, self._rules), self._clock.now()
        secret = new_page_secret()
        tx.house_screens.revoke(now)
        tx.house_screens.add(digest_of(secret), now)
        tx.audit.add(organiser.id, "resource.screen", SUBJECT, now)
        return secret

    @transaction
    def revoke(self, tx: Transaction, actor: MemberId) -> None:
        """Revoke the address at once; nothing happens without one."""
        organiser, now = require_organiser(tx, actor, self._rules), self._clock.now()
        if tx.house_screens.revoke(now):
            tx.audit.add(organiser.id, "resource.screen_revoke", SUBJECT, now)

    @reading
    def today(self, tx: Transaction, secret: str) -> HouseToday:
        """Return what the screen shows; refuse an address that is not valid."""
        stored = tx.house_screens.valid()
        if stored is None or not is_same(digest_of(secret), stored):
            raise HouseScreenClosed
        now = self._clock.now()
        rooms = [self._room(tx, one, now) for one in tx.resources.all() if not one.is_thing]
        return HouseToday(self._rules.alliance, now, tuple(rooms))

    def _room(self, tx: Transaction, resource: Resource, now: datetime) -> RoomToday:
        zone, plan = self._rules.zone, resource.plan
        start = datetime.combine(local_day(now, zone), datetime.min.time(), zone)
        near = tx.bookings.within(resource.id, Span(start, start + timedelta(days=1)))
        return RoomToday(
            plan.kind,
            plan.name,
            plan.count,
            room_now(resource, near, now, zone),
            tuple(_slot(tx, one) for one in shown_today(near)),
        )


def _slot(tx: Transaction, booking: Booking) -> HouseSlot:
    house = None if booking.organisation is None else tx.organisations.get(booking.organisation)
    name = "" if house is None else house.display_name
    return HouseSlot(booking.span, name, booking.purpose, booking.quantity)
