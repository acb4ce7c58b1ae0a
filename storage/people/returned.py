"""Who left since a backup was made, and is back because it was restored."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from storage.engine.untouched import untouched

HOUSES = """
SELECT now.name
  FROM organisations now JOIN replaced.organisations was ON was.id = now.id
 WHERE now.left_at IS NULL AND was.left_at IS NOT NULL
 ORDER BY now.folded_name
"""
PEOPLE = """
SELECT now.name, o.name
  FROM members now
  JOIN replaced.members was ON was.id = now.id
  JOIN organisations o ON o.id = now.organisation_id
  JOIN replaced.organisations o_was ON o_was.id = o.id
 WHERE now.erased_at IS NULL AND was.erased_at IS NULL AND o_was.left_at IS NULL
   AND was.organisation_id IS NOT now.organisation_id
   AND EXISTS (SELECT 1 FROM replaced.departures d
                WHERE d.member_id = now.id AND d.organisation_id = o.id)
 ORDER BY now.folded_name
"""


@dataclass(frozen=True, slots=True)
class Returned:
    """Organisations by name, and people with the names of their organisations."""

    organisations: Sequence[str] = ()
    people: Sequence[tuple[str, str]] = ()


def returned(replaced: Path, restored: Path) -> Returned:
    """Return who had left by the database that was replaced; nobody if that is unreadable."""
    with suppress(sqlite3.DatabaseError), untouched(replaced), untouched(restored) as db:
        db.execute("ATTACH ? AS replaced", (f"{replaced.absolute().as_uri()}?mode=ro",))
        houses = [name for (name,) in db.execute(HOUSES)]
        return Returned(houses, [(name, house) for name, house in db.execute(PEOPLE)])
    return Returned()
