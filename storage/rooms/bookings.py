"""Bookings of rooms, places and things."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.events.events import EventId
from bot.domain.people.members import MemberId, OrganisationId
from bot.domain.rooms.bookings import Booking, BookingId, BookingState, Release, Wish
from bot.domain.rooms.hours import Span
from bot.domain.rooms.resources import Resource, ResourceId
from storage.engine.store import Store, change, insertion
from storage.engine.times import moment, optional_moment, optional_stamp, stamp

COLUMNS = (
    "id",
    "resource_id",
    "organisation_id",
    "member_id",
    "series_id",
    "event_id",
    "with_event",
    "purpose",
    "people",
    "quantity",
    "starts_at",
    "ends_at",
    "busy_until",
    "state",
    "asked_at",
    "confirmed_at",
    "offered_until",
    "coming",
    "renewed",
    "renewal_asked",
    "eve_asked",
    "claimed_at",
    "returned_at",
    "overdue_told",
    "released",
)
SELECT = f"SELECT {', '.join(COLUMNS)} FROM bookings"  # noqa: S608  names
SAVED = tuple(one for one in COLUMNS if one not in {"id", "resource_id", "series_id", "asked_at"})
OPEN = "state IN ('asked', 'confirmed', 'offered', 'waiting')"


class SqliteBookingStore(Store):
    """Bookings, one for each date. A trigger refuses what exceeds the count."""

    grew = False
    """Whether a booking was added or changed."""

    def add(
        self,
        resource: Resource,
        wish: Wish,
        spans: Sequence[Span],
        by: tuple[MemberId, OrganisationId | None],
        now: datetime,
        draft: str | None = None,
    ) -> BookingId:
        """Add a request for these dates; return the first, which names the series."""
        self.grew = True
        first: int | None = None
        for span in spans:
            values = _request(resource, wish, span, by, now)
            values |= {"series_id": first, "renewed": first is None}
            values["draft"] = draft if first is None else None
            (id_,) = self._db.execute(insertion("bookings", values), values).fetchone()
            first = first or id_
        if first is None:
            raise ValueError("a request has at least one date")
        if len(spans) > 1:
            self._db.execute("UPDATE bookings SET series_id = id WHERE id = ?", (first,))
        return BookingId(first)

    def by_draft(self, draft: str) -> BookingId | None:
        """Return the request that was made of a draft."""
        row = self._db.execute("SELECT id FROM bookings WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else BookingId(row[0])

    def get(self, booking: BookingId) -> Booking | None:
        """Return a booking by id."""
        found = self._where("WHERE id = ?", booking)
        return found[0] if found else None

    def save(self, booking: Booking) -> None:
        """Save a changed booking."""
        self.grew = True
        self._db.execute(change("bookings", SAVED), _values(booking))

    def of_series(self, series: BookingId) -> list[Booking]:
        """Return all dates of a series, in order."""
        return self._where("WHERE series_id = ? ORDER BY starts_at", series)

    def within(self, resource: ResourceId, span: Span) -> list[Booking]:
        """Return the open bookings of a resource that occupy it, or would, in a time."""
        return self._where(
            f"WHERE resource_id = ? AND starts_at < ? AND busy_until > ? AND {OPEN} ORDER BY id",
            resource,
            stamp(span.end),
            stamp(span.start),
        )

    def ahead(self, resource: ResourceId, now: datetime) -> list[Booking]:
        """Return the open bookings of a resource that are not over."""
        return self._where(
            f"WHERE resource_id = ? AND busy_until > ? AND {OPEN} ORDER BY starts_at, id",
            resource,
            stamp(now),
        )

    def of_person(
        self, member: MemberId, organisation: OrganisationId | None, since: datetime
    ) -> list[Booking]:
        """Return what a person or their organisation booked, and what they still have."""
        return self._where(
            """
            WHERE (member_id = ? OR organisation_id = ?)
              AND (ends_at > ? OR (claimed_at IS NOT NULL AND state = 'confirmed'
                   AND resource_id IN (SELECT id FROM resources WHERE kind = 'thing')))
              AND state NOT IN ('withdrawn', 'lapsed', 'returned')
            ORDER BY starts_at, id
            """,
            member,
            organisation,
            stamp(since),
        )

    def requests(self) -> list[Booking]:
        """Return the requests to decide on: the first date of each that still waits for that."""
        return self._where(
            """
            WHERE id IN (SELECT min(id) FROM bookings WHERE state = 'asked'
                          GROUP BY coalesce(series_id, id))
            ORDER BY starts_at, id
            """
        )

    def out(self) -> list[Booking]:
        """Return the things that were handed out and not returned."""
        return self._where(
            """
            WHERE state = 'confirmed' AND claimed_at IS NOT NULL
              AND resource_id IN (SELECT id FROM resources WHERE kind = 'thing')
            ORDER BY ends_at, id
            """
        )

    def is_claimed(self, resource: ResourceId) -> bool:
        """Tell whether people came to a room, or have a thing that they did not return."""
        sql = """
            SELECT 1 FROM bookings
             WHERE resource_id = ? AND state = 'confirmed' AND claimed_at IS NOT NULL
            """
        return self._db.execute(sql, (resource,)).fetchone() is not None

    def during(self, span: Span, resource: ResourceId | None = None) -> list[Booking]:
        """Return what was or is confirmed in a time, of one resource or all, in order."""
        return self._where(
            """
            WHERE starts_at < ? AND ends_at > ? AND coalesce(resource_id = ?, 1)
              AND (state IN ('confirmed', 'returned')
                   OR (state = 'released' AND released = 'not_claimed'))
            ORDER BY starts_at, id
            """,
            stamp(span.end),
            stamp(span.start),
            resource,
        )

    def of_organisation(self, organisation: OrganisationId, span: Span) -> list[Booking]:
        """Return what an organisation asked for or has in a time."""
        return self._where(
            """
            WHERE organisation_id = ? AND starts_at < ? AND ends_at > ?
              AND state IN ('asked', 'confirmed', 'offered')
            """,
            organisation,
            stamp(span.end),
            stamp(span.start),
        )

    def unused_of(self, organisation: OrganisationId, now: datetime) -> list[Booking]:
        """Return what an organisation asked for or has, and what it could still wait for.

        What is in use, handed out or over is left out.
        """
        return self._where(
            f"""
            WHERE organisation_id = ? AND ends_at > ? AND claimed_at IS NULL
              AND ({OPEN} OR state = 'refused')
            ORDER BY starts_at, id
            """,
            organisation,
            stamp(now),
        )

    def unused_by(self, member: MemberId, now: datetime) -> list[Booking]:
        """Return what a person asked for or has for the alliance itself, and for no event."""
        own = "member_id = ? AND organisation_id IS NULL AND event_id IS NULL"
        unused = f"ends_at > ? AND claimed_at IS NULL AND {OPEN}"
        return self._where(f"WHERE {own} AND {unused} ORDER BY starts_at, id", member, stamp(now))

    def of_event(self, event: EventId) -> list[Booking]:
        """Return the bookings for an event that are not over by an act."""
        return self._where(f"WHERE event_id = ? AND {OPEN}", event)

    def waiting(self, now: datetime) -> list[ResourceId]:
        """Return the resources for which somebody waits."""
        sql = "SELECT DISTINCT resource_id FROM bookings WHERE state = 'waiting' AND ends_at > ?"
        return [ResourceId(row[0]) for row in self._db.execute(sql, (stamp(now),))]

    def _where(self, condition: str, *values: Any) -> list[Booking]:
        rows = self._db.execute(f"{SELECT} {condition}", values)
        return [_booking(dict(zip(COLUMNS, row, strict=True))) for row in rows]


def _request(
    resource: Resource,
    wish: Wish,
    span: Span,
    by: tuple[MemberId, OrganisationId | None],
    now: datetime,
) -> dict[str, Any]:
    """Return the columns of a date that is asked for."""
    member, organisation = by
    return {
        "resource_id": resource.id,
        "organisation_id": organisation,
        "member_id": member,
        "purpose": wish.purpose,
        "people": wish.people,
        "quantity": wish.quantity,
        "starts_at": stamp(span.start),
        "ends_at": stamp(span.end),
        "busy_until": stamp(span.end + resource.plan.buffer),
        "state": BookingState.ASKED,
        "asked_at": stamp(now),
    }


def _booking(row: dict[str, Any]) -> Booking:
    return Booking(
        id=row["id"],
        resource=row["resource_id"],
        organisation=row["organisation_id"],
        member=row["member_id"],
        purpose=row["purpose"],
        people=row["people"],
        quantity=row["quantity"],
        span=Span(moment(row["starts_at"]), moment(row["ends_at"])),
        busy_until=moment(row["busy_until"]),
        state=BookingState(row["state"]),
        asked_at=moment(row["asked_at"]),
        series=row["series_id"],
        event=row["event_id"],
        with_event=bool(row["with_event"]),
        confirmed_at=optional_moment(row["confirmed_at"]),
        offered_until=optional_moment(row["offered_until"]),
        coming=bool(row["coming"]),
        renewed=bool(row["renewed"]),
        renewal_asked=bool(row["renewal_asked"]),
        eve_asked=bool(row["eve_asked"]),
        claimed_at=optional_moment(row["claimed_at"]),
        returned_at=optional_moment(row["returned_at"]),
        overdue_told=row["overdue_told"],
        release=Release(row["released"]) if row["released"] else None,
    )


def _values(booking: Booking) -> dict[str, Any]:
    return {
        "id": booking.id,
        "organisation_id": booking.organisation,
        "member_id": booking.member,
        "event_id": booking.event,
        "with_event": booking.with_event,
        "purpose": booking.purpose,
        "people": booking.people,
        "quantity": booking.quantity,
        "starts_at": stamp(booking.span.start),
        "ends_at": stamp(booking.span.end),
        "busy_until": stamp(booking.busy_until),
        "state": booking.state,
        "confirmed_at": optional_stamp(booking.confirmed_at),
        "offered_until": optional_stamp(booking.offered_until),
        "coming": booking.coming,
        "renewed": booking.renewed,
        "renewal_asked": booking.renewal_asked,
        "eve_asked": booking.eve_asked,
        "claimed_at": optional_stamp(booking.claimed_at),
        "returned_at": optional_stamp(booking.returned_at),
        "overdue_told": booking.overdue_told,
        "released": booking.release,
    }
