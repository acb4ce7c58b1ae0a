"""Leadership that has been offered and not accepted yet."""

from bot.domain.people.handovers import Handover
from bot.domain.people.members import MemberId, OrganisationId
from storage.engine.store import Store
from storage.engine.times import moment, stamp


class SqliteHandoverStore(Store):
    """At most one offer of an organisation."""

    def offer(self, handover: Handover) -> None:
        """Keep an offer in place of an earlier one."""
        self._db.execute(
            """
            INSERT OR REPLACE INTO handovers (organisation_id, leader_id, successor_id, offered_at)
            VALUES (?, ?, ?, ?)
            """,
            (
                handover.organisation,
                handover.leader,
                handover.successor,
                stamp(handover.offered_at),
            ),
        )

    def of_organisation(self, organisation: OrganisationId) -> Handover | None:
        """Return the offer that an organisation's leader made."""
        return self._one("WHERE organisation_id = ?", organisation)

    def of_person(self, member: MemberId) -> Handover | None:
        """Return the latest offer made to a person."""
        return self._one("WHERE successor_id = ? ORDER BY offered_at DESC LIMIT 1", member)

    def close(self, organisation: OrganisationId) -> None:
        """Forget an organisation's offer."""
        self._db.execute("DELETE FROM handovers WHERE organisation_id = ?", (organisation,))

    def _one(self, where: str, value: int) -> Handover | None:
        row = self._db.execute(
            f"SELECT organisation_id, leader_id, successor_id, offered_at FROM handovers {where}",  # noqa: S608  a constant
            (value,),
        ).fetchone()
        return None if row is None else Handover(row[0], row[1], row[2], moment(row[3]))
