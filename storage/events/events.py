"""Events and series, and the people in an event's audience by name."""

import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.domain.events.audiences import Audience, AudienceCircle
from bot.domain.events.events import Event, EventId, EventState, SeriesId
from bot.domain.events.plans import EventPlan, Kind, Point
from bot.domain.events.recurrence import Rhythm
from bot.domain.people.members import MemberId
from storage.engine.store import Store, change, insertion
from storage.engine.times import (
    durations,
    moment,
    optional_moment,
    optional_seconds,
    optional_stamp,
    stamp,
)

PLANNED = (
    "title",
    "description",
    "starts_at",
    "ends_at",
    "place",
    "audience",
    "municipalities",
    "kind",
    "room",
    "link",
    "latitude",
    "longitude",
    "cover",
    "capacity",
    "quota",
    "guests",
    "guests_named",
    "rsvp_until",
    "leads",
)
STATE_COLUMNS = (
    "state",
    "reason",
    "sequence",
    "changed_at",
    "publish_at",
    "rescheduled_at",
    "guest_code",
)
IDENTITY_COLUMNS = ("id", "created_by", "uid", "series_id")
ADDED = (
    *PLANNED,
    "state",
    "publish_at",
    "created_by",
    "created_at",
    "draft",
    "uid",
    "changed_at",
    "series_id",
    "secret",
)
CHANGED = (*PLANNED, *STATE_COLUMNS)
READ = (*IDENTITY_COLUMNS, *PLANNED, *STATE_COLUMNS, "chosen")

SELECT = f"""
SELECT {", ".join(READ[:-1])},
       (SELECT json_group_array(member_id) FROM invitees WHERE event_id = events.id) AS chosen
  FROM events
"""  # noqa: S608  names of columns, no values
INSERT = insertion("events", ADDED)
UPDATE = change("events", CHANGED)


@lru_cache(maxsize=256)  # cached: most taps are about a few events
def _event(row: tuple[Any, ...]) -> Event:
    of = dict(zip(READ, row, strict=True))
    starts_at, latitude = moment(of["starts_at"]), of["latitude"]
    return Event(
        id=of["id"],
        title=of["title"],
        description=of["description"],
        starts_at=starts_at,
        duration=moment(of["ends_at"]) - starts_at,
        place=of["place"],
        audience=_audience(of),
        kind=Kind(of["kind"]),
        room=of["room"],
        link=of["link"],
        point=None if latitude is None else Point(latitude, of["longitude"]),
        cover=of["cover"],
        capacity=of["capacity"],
        quota=of["quota"],
        guests=of["guests"],
        guests_named=bool(of["guests_named"]),
        rsvp_until=optional_moment(of["rsvp_until"]),
        leads=durations(of["leads"]),
        state=EventState(of["state"]),
        reason=of["reason"],
        created_by=of["created_by"],
        uid=of["uid"],
        sequence=of["sequence"],
        changed_at=moment(of["changed_at"]),
        publish_at=optional_moment(of["publish_at"]),
        rescheduled_at=optional_moment(of["rescheduled_at"]),
        series=of["series_id"],
        guest_code=of["guest_code"],
    )


def _audience(of: dict[str, Any]) -> Audience:
    municipalities, chosen = json.loads(of["municipalities"]), json.loads(of["chosen"])
    return Audience(AudienceCircle(of["audience"]), tuple(municipalities), frozenset(chosen))


def _planned(plan: EventPlan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "description": plan.description,
        "starts_at": stamp(plan.starts_at),
        "ends_at": stamp(plan.ends_at),
        "place": plan.place,
        "audience": plan.audience.circle,
        "municipalities": json.dumps(plan.audience.municipalities, ensure_ascii=False),
        "kind": plan.kind,
        "room": plan.room,
        "link": plan.link,
        "latitude": plan.point.latitude if plan.point else None,
        "longitude": plan.point.longitude if plan.point else None,
        "cover": plan.cover,
        "capacity": plan.capacity,
        "quota": plan.quota,
        "guests": plan.guests,
        "guests_named": plan.guests_named,
        "rsvp_until": optional_stamp(plan.rsvp_until),
        "leads": optional_seconds(plan.leads),
    }


class SqliteEventStore(Store):
    """Events as rows; `rsvps` has the answers."""

    def add(
        self,
        plan: EventPlan,
        created_by: MemberId,
        now: datetime,
        *,
        draft: str | None = None,
        publish_at: datetime | None = None,
        series: SeriesId | None = None,
    ) -> EventId:
        """Add an event, published at once unless `publish_at` is given; once for each draft."""
        more = {
            "state": EventState.PUBLISHED if publish_at is None else EventState.SCHEDULED,
            "publish_at": optional_stamp(publish_at),
            "created_by": created_by,
            "created_at": stamp(now),
            "draft": draft,
            "uid": secrets.token_hex(16),
            "changed_at": stamp(now),
            "series_id": series,
            "secret": secrets.token_bytes(32),
        }
        event = EventId(self._db.execute(INSERT, _planned(plan) | more).fetchone()[0])
        self._add_chosen(event, plan.audience.chosen)
        return event

    def by_draft(self, draft: str) -> EventId | None:
        """Return the event that was published from a draft."""
        row = self._db.execute("SELECT id FROM events WHERE draft = ?", (draft,)).fetchone()
        return None if row is None else EventId(row[0])

    def by_guest_code(self, code: str) -> Event | None:
        """Return the event of a guest link's code."""
        found = self._where("guest_code = ?", code)
        return found[0] if found else None

    def get(self, event: EventId) -> Event | None:
        """Return an event by id."""
        found = self._where("id = ?", event)
        return found[0] if found else None

    def save(self, event: Event) -> None:
        """Save an event; people in its audience by name are only ever added."""
        self._db.execute(
            UPDATE,
            _planned(event)
            | {
                "id": event.id,
                "state": event.state,
                "reason": event.reason,
                "sequence": event.sequence,
                "changed_at": optional_stamp(event.changed_at),
                "publish_at": optional_stamp(event.publish_at),
                "rescheduled_at": optional_stamp(event.rescheduled_at),
                "guest_code": event.guest_code,
            },
        )
        self._add_chosen(event.id, event.audience.chosen)

    def _add_chosen(self, event: EventId, people: Iterable[MemberId]) -> None:
        self._db.executemany(
            "INSERT INTO invitees (event_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(event, member) for member in people],
        )

    def secret(self, event: EventId) -> bytes:
        """Return the secret for the codes on the hall's screen."""
        row = self._db.execute("SELECT secret FROM events WHERE id = ?", (event,)).fetchone()
        return bytes(row[0])

    def ending_after(self, now: datetime) -> list[Event]:
        """Return events that are not over, cancelled ones too, by start."""
        return self._where("ends_at > ? ORDER BY starts_at, id", stamp(now))

    def ids_ending_after(self, now: datetime) -> list[EventId]:
        """Return the ids of events that are not over."""
        rows = self._db.execute(
            "SELECT id FROM events WHERE ends_at > ? ORDER BY id", (stamp(now),)
        )
        return [EventId(row[0]) for row in rows]

    def due_for_publication(self, now: datetime) -> list[EventId]:
        """Return scheduled events that are due for publication, of each series the first."""
        rows = self._db.execute(
            """
            SELECT id, coalesce(series_id, -id) FROM events
             WHERE state = 'scheduled' AND publish_at <= ? ORDER BY publish_at, id
            """,
            (stamp(now),),
        )
        first: dict[int, EventId] = {}
        for event, series in rows:
            first.setdefault(series, EventId(event))
        return list(first.values())

    def add_series(self, rhythm: Rhythm, created_by: MemberId, now: datetime) -> SeriesId:
        """Add a series; its events refer to it."""
        row = self._db.execute(
            "INSERT INTO series (rhythm, created_by, created_at) VALUES (?, ?, ?) RETURNING id",
            (rhythm, created_by, stamp(now)),
        ).fetchone()
        return SeriesId(row[0])

    def rhythm(self, series: SeriesId) -> Rhythm:
        """Return the recurrence of a series."""
        row = self._db.execute("SELECT rhythm FROM series WHERE id = ?", (series,)).fetchone()
        return Rhythm(row[0])

    def of_series(self, series: SeriesId, now: datetime) -> list[Event]:
        """Return the events of a series that are not over, by start."""
        return self._where(
            "series_id = ? AND ends_at > ? ORDER BY starts_at, id", series, stamp(now)
        )

    def count_series(self, series: SeriesId, now: datetime) -> int:
        """Return how many events of a series lie ahead and are not cancelled."""
        row = self._db.execute(
            """
            SELECT count(*) FROM events
             WHERE series_id = ? AND ends_at > ? AND state = 'published'
            """,
            (series, stamp(now)),
        ).fetchone()
        return int(row[0])

    def muted(self, event: EventId, member: MemberId) -> bool:
        """Tell whether a person has turned the event's reminders off."""
        row = self._db.execute(
            "SELECT 1 FROM mutes WHERE event_id = ? AND member_id = ?", (event, member)
        ).fetchone()
        return row is not None

    def save_muted(self, event: EventId, member: MemberId, *, muted: bool) -> None:
        """Save whether a person has turned the event's reminders off."""
        self._db.execute(
            "INSERT INTO mutes (event_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if muted
            else "DELETE FROM mutes WHERE event_id = ? AND member_id = ?",
            (event, member),
        )

    def _where(self, condition: str, *values: object) -> list[Event]:
        return [_event(row) for row in self._db.execute(f"{SELECT} WHERE {condition}", values)]
