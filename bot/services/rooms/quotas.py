"""How much an organisation has booked in a month."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.people.members import OrganisationId
from bot.domain.rooms.bookings import BookingId
from bot.domain.rooms.hours import Span
from bot.domain.rooms.quotas import MonthUse, Quota, fullest_month
from bot.ports import Transaction

MONTH = timedelta(days=32)


def month_use(
    tx: Transaction,
    organisation: OrganisationId | None,
    spans: Sequence[Span],
    quota: Quota,
    zone: ZoneInfo,
    but: Collection[BookingId] = (),
) -> MonthUse | None:
    """Return the hours of the fullest month if an organisation also books these times.

    Bookings of `but` are left out, as things are. None without a limit or an organisation.
    """
    if organisation is None or quota.monthly is None or not spans:
        return None
    start, end = min(one.start for one in spans), max(one.end for one in spans)
    booked = tx.bookings.of_organisation(organisation, Span(start - MONTH, end + MONTH))
    things = {one.id for one in tx.resources.all() if one.is_thing}
    rooms = [one.span for one in booked if one.resource not in things and one.id not in but]
    return fullest_month(rooms, spans, quota, zone)
