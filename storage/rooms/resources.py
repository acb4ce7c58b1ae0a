"""Rooms, places and things to lend, and when they are closed."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.rooms.hours import OpenHours, Week
from bot.domain.rooms.resources import (
    Closure,
    ClosureId,
    Resource,
    ResourceId,
    ResourceKind,
    ResourcePlan,
)
from storage.engine.store import Store, insertion
from storage.engine.times import optional_moment, stamp

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
PLAN = (
    "kind",
    "name",
    "count",
    "capacity",
    "equipment",
    "key_holder",
    "keeper_id",
    "hours",
    "buffer_minutes",
    "longest_minutes",
    "ahead_days",
    "claim_minutes",
)
SELECT = f"SELECT id, door_code, version, removed_at, {', '.join(PLAN)} FROM resources"  # noqa: S608  names
SAVE = ", ".join(f"{name} = :{name}" for name in PLAN)


class SqliteResourceStore(Store):
    """What can be booked; what was removed keeps its row, because bookings name it."""

    def add(
        self, plan: ResourcePlan, door_code: str, now: datetime, origin: str | None = None
    ) -> ResourceId:
        """Add something that can be booked; `origin` is its line in the configuration."""
        values = {
            **_values(plan),
            "door_code": door_code,
            "origin": origin,
            "changed_at": stamp(now),
        }
        (id_,) = self._db.execute(insertion("resources", values), values).fetchone()
        return ResourceId(id_)

    def get(self, resource: ResourceId) -> Resource | None:
        """Return a resource by id, one that was removed too."""
        found = self._where("WHERE id = ?", resource)
        return found[0] if found else None

    def all(self) -> list[Resource]:
        """Return all that can be booked: rooms, then places, then things, by name."""
        order = "CASE kind WHEN 'room' THEN 1 WHEN 'places' THEN 2 ELSE 3 END, name, id"
        return self._where(f"WHERE removed_at IS NULL ORDER BY {order}")

    def origins(self) -> frozenset[str]:
        """Return the lines of the configuration that were taken over, also into what is removed."""
        rows = self._db.execute("SELECT origin FROM resources WHERE origin IS NOT NULL")
        return frozenset(row[0] for row in rows)

    def save(self, resource: ResourceId, plan: ResourcePlan, now: datetime) -> None:
        """Save a changed plan."""
        self._db.execute(
            f"UPDATE resources SET {SAVE}, version = version + 1, changed_at = :now WHERE id = :id",  # noqa: S608  names
            {**_values(plan), "id": resource, "now": stamp(now)},
        )

    def remove(self, resource: ResourceId, now: datetime) -> None:
        """Note that it is not booked any more."""
        sql = "UPDATE resources SET removed_at = ?, version = version + 1 WHERE id = ?"
        self._db.execute(sql, (stamp(now), resource))

    def add_closure(self, resource: ResourceId, first: date, last: date, reason: str) -> ClosureId:
        """Add days on which it is closed."""
        (id_,) = self._db.execute(
            """
            INSERT INTO resource_closures (resource_id, first_day, last_day, reason)
            VALUES (?, ?, ?, ?) RETURNING id
            """,
            (resource, first.isoformat(), last.isoformat(), reason),
        ).fetchone()
        return ClosureId(id_)

    def remove_closure(self, closure: ClosureId) -> None:
        """Open it again on these days."""
        self._db.execute("DELETE FROM resource_closures WHERE id = ?", (closure,))

    def _where(self, condition: str, *values: Any) -> list[Resource]:
        rows = self._db.execute(f"{SELECT} {condition}", values).fetchall()
        return [self._resource(*row) for row in rows]

    def _resource(
        self, id_: int, door_code: str, version: int, removed_at: str | None, *plan: Any
    ) -> Resource:
        id_ = ResourceId(id_)
        removed = optional_moment(removed_at)
        return Resource(id_, _plan(*plan), door_code, version, removed, self._closures(id_))

    def _closures(self, resource: ResourceId) -> tuple[Closure, ...]:
        rows = self._db.execute(
            """
            SELECT id, first_day, last_day, reason FROM resource_closures
             WHERE resource_id = ? ORDER BY first_day, id
            """,
            (resource,),
        )
        return tuple(
            Closure(ClosureId(id_), date.fromisoformat(first), date.fromisoformat(last), reason)
            for id_, first, last, reason in rows
        )


def _values(plan: ResourcePlan) -> dict[str, Any]:
    hours = [None if one is None else [one.opens, one.closes] for one in plan.week.days]
    claim = None if plan.claim_within is None else plan.claim_within // MINUTE
    return {
        "kind": plan.kind,
        "name": plan.name,
        "count": plan.count,
        "capacity": plan.capacity,
        "equipment": plan.equipment,
        "key_holder": plan.key_holder,
        "keeper_id": plan.keeper,
        "hours": json.dumps(hours),
        "buffer_minutes": plan.buffer // MINUTE,
        "longest_minutes": plan.longest // MINUTE,
        "ahead_days": plan.ahead // DAY,
        "claim_minutes": claim,
    }


def _plan(
    kind: str,
    name: str,
    count: int,
    capacity: int | None,
    equipment: str,
    key_holder: str,
    keeper: Any,
    hours: str,
    buffer: int,
    longest: int,
    ahead: int,
    claim: int | None,
) -> ResourcePlan:
    week = Week(tuple(None if one is None else OpenHours(*one) for one in json.loads(hours)))
    return ResourcePlan(
        kind=ResourceKind(kind),
        name=name,
        count=count,
        capacity=capacity,
        equipment=equipment,
        key_holder=key_holder,
        keeper=keeper,
        week=week,
        buffer=buffer * MINUTE,
        longest=longest * MINUTE,
        ahead=ahead * DAY,
        claim_within=None if claim is None else claim * MINUTE,
    )
