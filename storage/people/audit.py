"""The audit log: each act of organisers and administrators; rows are only ever added."""

import json
from datetime import datetime
from typing import Any

from bot.domain.administration.audit import KINDS, Act, ActFilter
from bot.domain.people.members import MemberId
from storage.engine.store import Store
from storage.engine.times import moment, stamp

TITLES = {
    "member": "SELECT CASE WHEN erased_at IS NULL THEN name ELSE '' END FROM members WHERE id = ?",
    "organisation": "SELECT coalesce(nullif(short_name, ''), name) FROM organisations WHERE id = ?",
    "application": "SELECT coalesce(nullif(short_name, ''), name) FROM applications WHERE id = ?",
    "event": "SELECT title FROM events WHERE id = ?",
    "poll": "SELECT question FROM polls WHERE id = ?",
    "straw_poll": "SELECT question FROM straw_polls WHERE id = ?",
    "meeting": "SELECT plan ->> 'title' FROM meetings WHERE id = ?",
    "announcement": "SELECT title FROM mailings WHERE announcement_id = ? ORDER BY id DESC LIMIT 1",
    "mailing": "SELECT title FROM mailings WHERE id = ?",
    "template": "SELECT name FROM templates WHERE id = ?",
    "post": "SELECT title FROM exchange_posts WHERE id = ?",
    "resource": "SELECT name FROM resources WHERE id = ?",
    "booking": """
        SELECT name FROM resources
         WHERE id = (SELECT resource_id FROM bookings WHERE id = ?)
        """,
}
"""What the subject of an act is called today, by the subject's first word."""

ACTS = """
SELECT a.at, a.actor_id, m.name, m.erased_at, a.act, a.subject, a.details
  FROM audit a LEFT JOIN members m ON m.id = a.actor_id
"""


class SqliteAuditStore(Store):
    """Who did what to what, and when."""

    def add(
        self,
        actor: MemberId | None,
        act: str,
        subject: str,
        now: datetime,
        **details: str | int | None,
    ) -> None:
        """Add an act, e.g. `event.publish` on `event:7`; `actor` None is the command line."""
        self._db.execute(
            "INSERT INTO audit (at, actor_id, act, subject, details) VALUES (?, ?, ?, ?, ?)",
            (stamp(now), actor, act, subject, json.dumps(details, ensure_ascii=False)),
        )

    def find(self, wanted: ActFilter, limit: int, offset: int = 0) -> list[Act]:
        """Return acts, the newest first."""
        where, values = _where(wanted)
        rows = self._db.execute(
            f"{ACTS} WHERE {where} ORDER BY a.id DESC LIMIT ? OFFSET ?", (*values, limit, offset)
        ).fetchall()
        return [self._act(*row) for row in rows]

    def count(self, wanted: ActFilter) -> int:
        """Return how many acts there are."""
        where, values = _where(wanted)
        sql = f"SELECT count(*) FROM audit a WHERE {where}"  # noqa: S608  its values are bound
        (count,) = self._db.execute(sql, values).fetchone()
        return int(count)

    def _act(
        self,
        at: str,
        actor: int | None,
        name: str | None,
        erased_at: str | None,
        act: str,
        subject: str,
        details: str,
    ) -> Act:
        known = None if actor is None else "" if erased_at else name or ""
        return Act(moment(at), known, act, subject, self._about(subject), json.loads(details))

    def _about(self, subject: str) -> str | None:
        noun, _, number = subject.partition(":")
        if noun not in TITLES or not number.isascii() or not number.isdecimal():
            return None
        row = self._db.execute(TITLES[noun], (int(number),)).fetchone()
        return None if row is None else str(row[0])


def _where(wanted: ActFilter) -> tuple[str, list[Any]]:
    """Return the condition and the values that are bound to it."""
    parts, values = ["1"], list[Any]()
    if wanted.person is not None:
        parts.append("(a.actor_id = ? OR a.subject = ?)")
        values += [wanted.person, f"member:{wanted.person}"]
    if wanted.kind is not None:
        words = KINDS[wanted.kind]
        parts.append(f"({' OR '.join(['a.act GLOB ?'] * 2 * len(words))})")
        values += [pattern for word in words for pattern in (word, f"{word}.*")]
    if wanted.since is not None:
        parts.append("a.at >= ?")
        values.append(stamp(wanted.since))
    return " AND ".join(parts), values
