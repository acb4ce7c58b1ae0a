"""Cards of organisations, and the index that finds them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.directory.cards import Card, CardDetails, CardFilter, ContactKind
from bot.domain.people.members import MemberId, Organisation, OrganisationId
from bot.domain.searching.queries import Candidate
from storage.engine.searching import any_of
from storage.engine.store import Store
from storage.engine.times import optional_moment, stamp

SELECT = """
SELECT o.id, o.name, o.short_name, o.inn, o.ogrn, o.municipality, o.leader_id,
       coalesce((SELECT m.name FROM members m WHERE m.id = o.leader_id), ''),
       coalesce(c.about, ''), coalesce(c.site, ''), coalesce(c.photo, ''),
       coalesce(c.version, 0), c.confirmed_at,
       (SELECT json_group_array(field) FROM directory_fields WHERE organisation_id = o.id),
       (SELECT json_group_object(kind, value) FROM directory_contacts WHERE organisation_id = o.id),
       EXISTS (SELECT 1 FROM members m
                WHERE coalesce(m.organisation_id, 0) = o.id AND m.guest = 0
                  AND m.erased_at IS NULL AND (m.delegate OR m.id = o.leader_id)
                  AND m.telegram_id IS NOT NULL AND m.consent_version IS NOT NULL)
  FROM organisations o
  LEFT JOIN directory_cards c ON c.organisation_id = o.id
"""
COUNT = "SELECT count(*) FROM organisations o"
FILTER = """
 WHERE o.left_at IS NULL AND (:municipality IS NULL OR o.municipality = :municipality)
   AND (:field IS NULL OR EXISTS (
        SELECT 1 FROM directory_fields f WHERE f.organisation_id = o.id AND f.field = :field))
"""
WEIGHTS = "10, 6, 8, 10, 4, 2, 1"
"""How much a word weighs in each column of the index."""

TEXTS = """
SELECT id, names, initials, leader, numbers, fields, place, about
  FROM directory_texts
"""


class SqliteDirectoryStore(Store):
    """What organisations say about themselves; an organisation without a row has an empty card.

    Who is no longer a member keeps the card, but nobody sees it and no search finds it.
    """

    def get(self, organisation: OrganisationId) -> Card | None:
        """Return the card of an organisation."""
        found = self._where("WHERE o.id = ? AND o.left_at IS NULL", (organisation,))
        return found[0] if found else None

    def of(self, organisations: Iterable[OrganisationId]) -> list[Card]:
        """Return the cards of these organisations, in their order."""
        ids = list(organisations)
        found = self._where("WHERE o.id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
        return sorted(found, key=lambda card: ids.index(card.organisation.id))

    def page(self, wanted: CardFilter, first: int, count: int) -> list[Card]:
        """Return a part of the directory, by name."""
        values = {**_values(wanted), "first": first, "count": count}
        order = "ORDER BY o.folded_name, o.id"
        page = f"SELECT o.id FROM organisations o {FILTER} {order} LIMIT :count OFFSET :first"  # noqa: S608  constants
        return self._where(f"WHERE o.id IN ({page}) {order}", values)

    def count(self, wanted: CardFilter) -> int:
        """Return how many organisations a filter leaves."""
        sql = COUNT + FILTER
        (count,) = self._db.execute(sql, _values(wanted)).fetchone()
        return int(count)

    def fields(self, municipality: str | None = None) -> Mapping[str, int]:
        """Return how many organisations work in each field, there or everywhere."""
        sql = f"""
            SELECT f.field, count(*)
              FROM directory_fields f
             WHERE f.organisation_id IN (SELECT o.id FROM organisations o {FILTER})
             GROUP BY f.field
            """  # noqa: S608  a constant
        return dict(self._db.execute(sql, _values(CardFilter(None, municipality))).fetchall())

    def municipalities(self, field: str | None = None) -> Sequence[tuple[str, int]]:
        """Return the municipalities in their order, and how many organisations each has."""
        sql = f"""
            SELECT o.municipality, count(*) FROM organisations o {FILTER} AND o.municipality <> ''
             GROUP BY o.municipality ORDER BY o.municipality
            """  # noqa: S608  a constant
        found = self._db.execute(sql, _values(CardFilter(field)))
        return [(name, count) for name, count in found]

    def _where(self, where: str, values: Any) -> list[Card]:
        return [_card(row) for row in self._db.execute(SELECT + where, values)]

    # --- edits --------------------------------------------------------------------------------

    def save(
        self, organisation: OrganisationId, details: CardDetails, by: MemberId, now: datetime
    ) -> None:
        """Save a card that somebody has edited; it counts as confirmed."""
        self._db.execute(
            """
            INSERT INTO directory_cards (organisation_id, about, site, photo, confirmed_at)
            VALUES (:id, :about, :site, :photo, :now)
            ON CONFLICT (organisation_id) DO UPDATE
               SET about = excluded.about, site = excluded.site, photo = excluded.photo,
                   confirmed_at = excluded.confirmed_at, asked_at = NULL, version = version + 1
            """,
            {
                "id": organisation,
                "about": details.about,
                "site": details.site,
                "photo": details.photo,
                "now": stamp(now),
            },
        )
        self._replace_parts(organisation, details, by)

    def _replace_parts(
        self, organisation: OrganisationId, details: CardDetails, by: MemberId
    ) -> None:
        """Replace fields and contacts; a contact that stays the same keeps its owner."""
        self._db.execute("DELETE FROM directory_fields WHERE organisation_id = ?", (organisation,))
        self._db.executemany(
            "INSERT INTO directory_fields (organisation_id, field) VALUES (?, ?)",
            [(organisation, one) for one in details.fields],
        )
        self._db.execute(
            """
            DELETE FROM directory_contacts
             WHERE organisation_id = ? AND kind NOT IN (SELECT value FROM json_each(?))
            """,
            (organisation, json.dumps([kind for kind, _ in details.contacts])),
        )
        self._db.executemany(
            """
            INSERT INTO directory_contacts (organisation_id, kind, value, member_id)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (organisation_id, kind) DO UPDATE
               SET value = excluded.value, member_id = excluded.member_id
             WHERE value <> excluded.value
            """,
            [(organisation, kind, value, by) for kind, value in details.contacts],
        )

    def forget_contacts(self, member: MemberId) -> None:
        """Show no contact any more that a person gave; a form opened before is out of date."""
        self._db.execute(
            """
            UPDATE directory_cards SET version = version + 1
             WHERE organisation_id IN (
                   SELECT organisation_id FROM directory_contacts WHERE member_id = ?)
            """,
            (member,),
        )
        self._db.execute("DELETE FROM directory_contacts WHERE member_id = ?", (member,))

    def confirm(self, organisation: OrganisationId, now: datetime) -> None:
        """Note that the card is still right."""
        self._db.execute(
            """
            UPDATE directory_cards SET confirmed_at = ?, asked_at = NULL
             WHERE organisation_id = ?
            """,
            (stamp(now), organisation),
        )

    def to_confirm(self, before: datetime) -> list[OrganisationId]:
        """Return whose cards were last confirmed before then, and were not asked about since."""
        rows = self._db.execute(
            """
            SELECT c.organisation_id
              FROM directory_cards c JOIN organisations o ON o.id = c.organisation_id
             WHERE c.confirmed_at < ? AND coalesce(c.asked_at < ?, true) AND o.left_at IS NULL
             ORDER BY c.confirmed_at
            """,
            (stamp(before), stamp(before)),
        )
        return [OrganisationId(row[0]) for row in rows]

    def save_asked(self, organisation: OrganisationId, now: datetime) -> None:
        """Note that the organisation was asked."""
        self._db.execute(
            "UPDATE directory_cards SET asked_at = ? WHERE organisation_id = ?",
            (stamp(now), organisation),
        )

    # --- search -------------------------------------------------------------------------------

    def candidates(self, trigrams: Iterable[str], limit: int) -> list[Candidate]:
        """Return the organisations that have the most of these trigrams, best first."""
        match = any_of(trigrams)
        if not match:
            return []
        rows = self._db.execute(
            f"""
            SELECT t.* FROM (
                   SELECT rowid AS id, bm25(directory_index, {WEIGHTS}) AS rank
                     FROM directory_index
                    WHERE directory_index MATCH ?
                      AND rowid NOT IN (SELECT id FROM organisations WHERE left_at IS NOT NULL)
                    ORDER BY rank LIMIT ?) AS best
              JOIN directory_texts t ON t.id = best.id
             ORDER BY best.rank
            """,  # noqa: S608  numbers
            (match, limit),
        )
        return [Candidate(*row) for row in rows]

    def beginning(self, letters: str, limit: int) -> list[Candidate]:
        """Return the organisations with a word that begins so, by name: for a letter or two."""
        rows = self._db.execute(
            f"""
            {TEXTS} WHERE id IN (
                SELECT id FROM organisations
                 WHERE left_at IS NULL
                   AND instr(' ' || replace(replace(folded_name, '«', ' '), '"', ' '), ' ' || ?)
                 ORDER BY folded_name LIMIT ?)
            """,  # noqa: S608  a constant
            (letters, limit),
        )
        return [Candidate(*row) for row in rows]


def _values(wanted: CardFilter) -> dict[str, str | None]:
    return {"field": wanted.field, "municipality": wanted.municipality}


def _card(row: Sequence[Any]) -> Card:
    organisation, rest = Organisation(*row[:7]), row[7:]
    leader, about, site, photo, version, confirmed_at, fields, contacts, reachable = rest
    shown = json.loads(contacts)
    return Card(
        organisation,
        leader,
        CardDetails(
            about,
            tuple(json.loads(fields)),
            site,
            photo,
            tuple((kind, shown[kind]) for kind in ContactKind if kind in shown),
        ),
        version,
        optional_moment(confirmed_at),
        bool(reachable),
    )
