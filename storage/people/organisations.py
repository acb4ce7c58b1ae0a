"""Member organisations."""

from datetime import datetime
from typing import Any

from bot.domain.people.members import MemberId, Organisation, OrganisationId, folded
from bot.domain.people.people import OrganisationDetails
from storage.engine.store import Store
from storage.engine.times import optional_moment, stamp

SELECT = """
SELECT id, name, short_name, inn, ogrn, municipality, leader_id, left_at
  FROM organisations
"""


class SqliteOrganisationStore(Store):
    """Organisations, identified by their ИНН; everything else may change."""

    def by_inn(self, inn: str) -> Organisation | None:
        """Return the organisation with this ИНН (10 digits), a former member too."""
        return self._one("WHERE inn = ?", inn)

    def by_ogrn(self, ogrn: str) -> Organisation | None:
        """Return the organisation with this ОГРН (13 digits)."""
        return self._one("WHERE ogrn = ?", ogrn)

    def get(self, organisation: OrganisationId) -> Organisation | None:
        """Return an organisation by id, a former member too."""
        return self._one("WHERE id = ?", organisation)

    def speakers(self, organisation: OrganisationId) -> frozenset[MemberId] | None:
        """Return who represents an organisation: leader and delegates; None unless it is a member.

        Its people are selected as in `members_by_person`, without guests.
        """
        rows = self._db.execute(
            """
            SELECT m.id FROM organisations o
              LEFT JOIN members m
                ON coalesce(m.organisation_id, 0) = ?1 AND m.guest = 0
               AND m.erased_at IS NULL AND (m.delegate OR m.id = o.leader_id)
             WHERE o.id = ?1 AND o.left_at IS NULL
            """,
            (organisation,),
        ).fetchall()
        return frozenset(MemberId(row[0]) for row in rows if row[0] is not None) if rows else None

    def all(self) -> list[Organisation]:
        """Return every member organisation, by name."""
        rows = self._db.execute(SELECT + "WHERE left_at IS NULL ORDER BY folded_name, id")
        return [_organisation(row) for row in rows]

    def municipalities(self) -> list[str]:
        """Return the names of the municipalities, each once, in order."""
        rows = self._db.execute(
            """
            SELECT DISTINCT municipality FROM organisations
             WHERE municipality <> '' AND left_at IS NULL ORDER BY 1
            """
        )
        return [row[0] for row in rows]

    def _one(self, where: str, number: str | int) -> Organisation | None:
        row = self._db.execute(SELECT + where, (number,)).fetchone()
        return None if row is None else _organisation(row)

    def add(self, organisation: OrganisationDetails) -> OrganisationId:
        """Add an organisation; its ИНН must be new."""
        row = self._db.execute(
            """
            INSERT INTO organisations (name, short_name, folded_name, inn, ogrn, municipality)
            VALUES (:name, :short_name, :folded_name, :inn, :ogrn, :municipality)
            RETURNING id
            """,
            _values(organisation),
        ).fetchone()
        return OrganisationId(row[0])

    def update(self, organisation: OrganisationId, details: OrganisationDetails) -> None:
        """Update the entered data; ids and the leader stay."""
        self._db.execute(
            """
            UPDATE organisations
               SET name = :name, short_name = :short_name, folded_name = :folded_name,
                   inn = :inn, ogrn = :ogrn, municipality = :municipality
             WHERE id = :id
            """,
            {**_values(details), "id": organisation},
        )

    def save_leader(self, organisation: OrganisationId, leader: MemberId | None) -> None:
        """Save the leader of the organisation; None if there is none."""
        self._db.execute(
            "UPDATE organisations SET leader_id = ? WHERE id = ?", (leader, organisation)
        )

    def save_left(self, organisation: OrganisationId, left_at: datetime | None) -> None:
        """Save when the organisation ceased to be a member; None makes it one again."""
        self._db.execute(
            "UPDATE organisations SET leader_id = NULL, left_at = ? WHERE id = ?",
            (None if left_at is None else stamp(left_at), organisation),
        )


def _organisation(row: tuple[Any, ...]) -> Organisation:
    id_, name, short_name, inn, ogrn, municipality, leader, left_at = row
    left = optional_moment(left_at)
    return Organisation(id_, name, short_name, inn, ogrn, municipality, leader, left)


def _values(details: OrganisationDetails) -> dict[str, str | None]:
    return {
        "name": details.name,
        "short_name": details.short_name,
        "folded_name": folded(details.name),
        "inn": details.inn,
        "ogrn": details.ogrn,
        "municipality": details.municipality,
    }
