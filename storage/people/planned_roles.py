"""Roles that are given or taken on a later day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain.people.members import MemberId, Role
from bot.domain.people.roles import PlannedRole, PlannedRoleId
from storage.engine.store import Store

SELECT = "SELECT id, member_id, role, gives, day FROM planned_roles "


class SqlitePlannedRoleStore(Store):
    """What is still ahead; what is done is taken out."""

    def replace(self, member: MemberId, role: Role, gives: date | None, takes: date | None) -> None:
        """Make these the days on which a person gets and loses a role; None is no such day."""
        self._db.execute(
            "DELETE FROM planned_roles WHERE member_id = ? AND role = ?", (member, role)
        )
        self._db.executemany(
            "INSERT INTO planned_roles (member_id, role, gives, day) VALUES (?, ?, ?, ?)",
            [
                (member, role, given, day.isoformat())
                for given, day in ((True, gives), (False, takes))
                if day is not None
            ],
        )

    def of_member(self, member: MemberId) -> Sequence[PlannedRole]:
        """Return what is planned for a person."""
        rows = self._db.execute(SELECT + "WHERE member_id = ? ORDER BY day, id", (member,))
        return [_planned(row) for row in rows]

    def due(self, today: date) -> list[PlannedRoleId]:
        """Return what is to be done by now, in its order."""
        rows = self._db.execute(
            "SELECT id FROM planned_roles WHERE day <= ? ORDER BY day, gives, id",
            (today.isoformat(),),
        )
        return [PlannedRoleId(row[0]) for row in rows]

    def take(self, planned: PlannedRoleId) -> PlannedRole | None:
        """Take one out and return it; None if it is there no more."""
        row = self._db.execute(
            "DELETE FROM planned_roles WHERE id = ? RETURNING id, member_id, role, gives, day",
            (planned,),
        ).fetchone()
        return None if row is None else _planned(row)


def _planned(row: tuple[Any, ...]) -> PlannedRole:
    id_, member, role, gives, day = row
    return PlannedRole(id_, member, Role(role), bool(gives), date.fromisoformat(day))
