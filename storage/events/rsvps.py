"""Answers to events, and the order in which they came."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.events.events import Event, EventId
from bot.domain.events.reminders import Expected
from bot.domain.events.rsvps import Answer, Rsvp, Turnout
from bot.domain.events.seats import Party, Roster, Seat
from bot.domain.people.members import Member, MemberId
from storage.engine.store import Store
from storage.engine.times import (
    durations,
    moment,
    optional_hours,
    optional_moment,
    optional_stamp,
    stamp,
)
from storage.people.member_rows import SELECT as SELECT_MEMBER
from storage.people.member_rows import member_from

COLUMNS = (
    "answer, answered_at, update_id, seat, place, offered_until, guests, guest_names, confirmed_at"
)
WIDTH = 9

TURNOUT = """
SELECT count(*) FILTER (WHERE seat = 'seated'),
       coalesce(sum(guests) FILTER (WHERE seat = 'seated'), 0),
       count(*) FILTER (WHERE answer = 'maybe'),
       count(*) FILTER (WHERE answer = 'declined'),
       count(*) FILTER (WHERE seat IN ('offered', 'waiting'))
  FROM rsvps WHERE event_id = ?
"""


def _rsvp(row: tuple[Any, ...]) -> Rsvp:
    answer, answered, order, seat, place, until, guests, names, confirmed = row
    return Rsvp(
        Answer(answer),
        moment(answered),
        order,
        seat=None if seat is None else Seat(seat),
        place=place,
        offered_until=optional_moment(until),
        guests=guests,
        guest_names=tuple(json.loads(names)) if guests else (),
        confirmed_at=optional_moment(confirmed),
    )


def _names(names: Sequence[str]) -> str:
    """Return the names of guests as stored text; most people bring none."""
    return json.dumps(names, ensure_ascii=False) if names else "[]"


def _party(row: tuple[Any, ...]) -> Party:
    member, organisation, size, place, seat, until, reachable = row
    offered_until = optional_moment(until)
    return Party(member, organisation, size, place, Seat(seat), offered_until, bool(reachable))


class SqliteRsvpStore(Store):
    """RSVPs as rows; counts are derived, never stored."""

    def get(self, event: EventId, member: MemberId) -> Rsvp | None:
        """Return what a person has said."""
        row = self._db.execute(
            f"SELECT {COLUMNS} FROM rsvps WHERE event_id = ? AND member_id = ?",  # noqa: S608
            (event, member),
        ).fetchone()
        return None if row is None else _rsvp(row)

    def save(self, event: EventId, member: MemberId, rsvp: Rsvp) -> None:
        """Save the last word of a person, and where they stand."""
        self._db.execute(
            """
            INSERT INTO rsvps (event_id, member_id, answer, answered_at, update_id, seat, place,
                               offered_until, guests, guest_names, confirmed_at)
            VALUES (:event, :member, :answer, :answered_at, :order, :seat, :place,
                    :offered_until, :guests, :guest_names, :confirmed_at)
            ON CONFLICT (event_id, member_id) DO UPDATE
               SET answer = excluded.answer, answered_at = excluded.answered_at,
                   update_id = excluded.update_id, seat = excluded.seat, place = excluded.place,
                   offered_until = excluded.offered_until, guests = excluded.guests,
                   guest_names = excluded.guest_names, confirmed_at = excluded.confirmed_at
            """,
            {
                "event": event,
                "member": member,
                "answer": rsvp.answer,
                "answered_at": stamp(rsvp.answered_at),
                "order": rsvp.order,
                "seat": rsvp.seat,
                "place": rsvp.place,
                "offered_until": optional_stamp(rsvp.offered_until),
                "guests": rsvp.guests,
                "guest_names": _names(rsvp.guest_names),
                "confirmed_at": optional_stamp(rsvp.confirmed_at),
            },
        )

    def remove(self, event: EventId, member: MemberId) -> None:
        """Forget what a person has said."""
        self._db.execute("DELETE FROM rsvps WHERE event_id = ? AND member_id = ?", (event, member))

    def next_place(self, event: EventId) -> int:
        """Return the place behind everybody who wants to come."""
        row = self._db.execute(
            """
            SELECT coalesce(max(place), 0) + 1 FROM rsvps
             WHERE event_id = ? AND place IS NOT NULL  -- as the index has it
            """,
            (event,),
        ).fetchone()
        return int(row[0])

    def roster(self, event: Event) -> Roster:
        """Return everybody who wants to come, in the order of their places."""
        rows = self._db.execute(
            """
            SELECT r.member_id, m.organisation_id, 1 + r.guests, r.place, r.seat,
                   r.offered_until, m.unreachable_since IS NULL
              FROM rsvps r JOIN members m ON m.id = r.member_id
             WHERE r.event_id = ? AND r.place IS NOT NULL
             ORDER BY r.place
            """,
            (event.id,),
        )
        return Roster(event.capacity, event.quota, tuple(map(_party, rows)))

    def save_seats(self, event: EventId, before: Roster, after: Roster) -> None:
        """Save where the roster differs: seats and offers; who left it has no answer any more."""
        known = {party.member: party for party in before.parties}
        changed = [p for p in after.parties if known.get(p.member) != p]
        self._db.executemany(
            """
            UPDATE rsvps SET seat = ?, offered_until = ? WHERE event_id = ? AND member_id = ?
            """,
            [(p.seat, optional_stamp(p.offered_until), event, p.member) for p in changed],
        )
        left = known.keys() - {party.member for party in after.parties}
        for member in left:
            self.remove(event, member)

    def expected(self, event: EventId, by: datetime) -> list[Expected]:
        """Return who is seated or may come, had said so by then, and has not muted the event."""
        rows = self._db.execute(
            """
            SELECT r.member_id, m.time_zone, m.leads, r.answer, r.answered_at, m.quiet_hours
              FROM rsvps r JOIN members m ON m.id = r.member_id
             WHERE r.event_id = :event AND (r.seat = 'seated' OR r.answer = 'maybe')
               AND r.answered_at <= :by
               AND NOT EXISTS (SELECT 1 FROM mutes
                                WHERE event_id = :event AND member_id = r.member_id)
             ORDER BY r.answered_at, r.member_id
            """,
            {"event": event, "by": stamp(by)},
        )
        return [
            Expected(
                *(member, zone, durations(leads), answer == Answer.GOING, moment(answered)),
                quiet_hours=optional_hours(hours),
            )
            for member, zone, leads, answer, answered, hours in rows
        ]

    def answerers(self, event: EventId) -> frozenset[MemberId]:
        """Return who has said anything."""
        rows = self._db.execute("SELECT member_id FROM rsvps WHERE event_id = ?", (event,))
        return frozenset(row[0] for row in rows)

    def of_member(self, member: MemberId) -> Mapping[EventId, Rsvp]:
        """Return all that a person has said."""
        rows = self._db.execute(
            f"SELECT event_id, {COLUMNS} FROM rsvps WHERE member_id = ?",  # noqa: S608
            (member,),
        )
        return {EventId(row[0]): _rsvp(row[1:]) for row in rows}

    def answered(self, event: EventId) -> Sequence[tuple[Member, Rsvp]]:
        """Return who has said what: those who want to come in their order, then the others."""
        columns = ", ".join(f"r.{name.strip()}" for name in COLUMNS.split(","))
        rows = self._db.execute(
            f"""
            SELECT {columns}, s.*
              FROM rsvps r JOIN ({SELECT_MEMBER}) s ON s.id = r.member_id
             WHERE r.event_id = ?
             ORDER BY r.place IS NULL, r.place, r.answered_at, r.member_id
            """,  # noqa: S608  no value is spliced in
            (event,),
        )
        return [(member_from(row[WIDTH:]), _rsvp(row[:WIDTH])) for row in rows]

    def turnout(self, event: EventId) -> Turnout:
        """Return how many gave which answer; the silent are counted by whom the event is for."""
        return Turnout(*self._db.execute(TURNOUT, (event,)).fetchone())

    def taken(self, event: EventId) -> int:
        """Return how many seats are taken or held."""
        row = self._db.execute(
            """
            SELECT coalesce(sum(1 + guests), 0) FROM rsvps
             WHERE event_id = ? AND seat IN ('seated', 'offered')
            """,
            (event,),
        ).fetchone()
        return int(row[0])

    def number_in_line(self, event: EventId, place: int) -> int:
        """Return the number in line of a person who waits at this place, from 1."""
        row = self._db.execute(
            """
            SELECT count(*) FROM rsvps WHERE event_id = ? AND seat = 'waiting' AND place <= ?
            """,
            (event, place),
        ).fetchone()
        return int(row[0])

    def offers_ended(self, now: datetime) -> list[EventId]:
        """Return the events of which an offer has ended; one that was cancelled has no seats."""
        rows = self._db.execute(
            """
            SELECT DISTINCT r.event_id
              FROM rsvps r JOIN events e ON e.id = r.event_id
             WHERE r.offered_until <= ? AND e.state = 'published'
            """,
            (stamp(now),),
        )
        return [EventId(row[0]) for row in rows]
